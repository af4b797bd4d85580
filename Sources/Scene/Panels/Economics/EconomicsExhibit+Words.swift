import Evidence

extension EconomicsExhibit {
    var headline: Phrase {
        switch view {
        case .tasks, .users: headlineOfComparison
        case .published: headlineOfPublished
        case .meter: headlineOfMeter
        }
    }

    func commentary(columns: Int) -> [[Phrase]] {
        switch view {
        case .tasks, .users: linesOfComparison
        case .published: linesOfPublished
        case .meter: linesOfMeter
        }
    }

    var provenance: [Phrase] {
        switch view {
        case .tasks, .users: provenanceOfComparison
        case .published: provenanceOfPublished
        case .meter: provenanceOfMeter
        }
    }

    var narration: [Paragraph] {
        [.heading("\(strong: "Economics"): what it costs, and for how many it pays"), .text(headline)]
            + tables.map { .table($0) } + commentary(columns: .max).map { .text(Phrase.sentences($0)) }
    }

    /// Everything that is shown, as tables.
    private var tables: [Table] {
        switch view {
        case .tasks, .users: [tableOfCosts, tableOfAssumptions].compactMap { $0 }
        case .published: [tableOfPublished]
        case .meter: [tableOfSteps, tableOfTrainings].compactMap { $0 }
        }
    }

    var tableOfAssumptions: Table? {
        Table(
            heading: "What is assumed", columns: ["", "value", "kind", "source"],
            rows: shownAssumptions.map { assumption in
                let figure = assumptions.figure(assumption)
                let model: Phrase =
                    figure.map { $0.subject.model.isEmpty ? "" : "\(name: $0.subject.model, of: $0), " } ?? ""
                return [
                    Phrase(words: assumption.names[0]), figure.map { "\($0.briefly)" } ?? "—",
                    Phrase(words: figure?.kind.name ?? ""), figure.map { "\(model)\($0.source)" } ?? "—",
                ]
            })
    }

    private static let sampledPlaces = 9

    /// Both costs at places spread over the axis.
    var tableOfCosts: Table? {
        guard let comparison else { return nil }
        let all = axis.positions
        let step = max(1, (all.count - 1) / (Self.sampledPlaces - 1))
        var places = stride(from: 0, to: all.count, by: step).map { all[$0] }
        if !places.contains(count) { places.append(count) }
        let isOverTasks = comparison.quantity == .tasks
        return Table(
            heading: isOverTasks ? "What it costs in all" : "What it costs each user",
            columns: isOverTasks
                ? ["tasks", "a model for each", "one model for all", ""]
                : ["users", "own models", "a share of one model, and use", ""],
            rows: places.sorted().map { place in
                let verdict: Phrase =
                    switch comparison.verdict(place) {
                    case .own: isOverTasks ? "a model each is cheaper" : "own models are cheaper"
                    case .even: "equal, at one pair of prices"
                    case .either: "depends on the price"
                    case .shared: isOverTasks ? "one for all is cheaper" : "sharing is cheaper"
                    }
                return [
                    "\(axis: .grouped(place))", "\(comparison.ownCost(place).briefly)",
                    "\(comparison.sharedCost(place).briefly)\(words: comparison.isOpen ? " and more" : "")", verdict,
                ]
            })
    }

    private var tableOfPublished: Table {
        Table(
            heading: topic == .tokens ? "List prices of a million tokens that a model writes" : "Costs of training",
            columns: ["year", "model", topic == .tokens ? "price" : "cost", "known", "source"],
            rows: published.entries.map { entry in
                let figure = entry.figure
                return [
                    "\(name: figure.subject.year, of: figure)", "\(name: figure.subject.model, of: figure)",
                    amount(entry), Phrase(words: topic == .tokens ? "list price" : entry.standing.word),
                    "\(figure.source)",
                ]
            })
    }

    private var tableOfSteps: Table? {
        chosenTraining.map { chosen in
            Table(
                heading: "\(name: chosen.training.model, of: chosen.training.tokens): the whole calculation",
                columns: ["", "sum", "comes to"], rows: steps(chosen).map { [$0.names[0], $0.sums[0], $0.result] })
        }
    }

    private var tableOfTrainings: Table? {
        let all = CostMeter.all(at: meter.speed, price: assumptions.figure(.hourPrice))
        return Table(
            heading: "Every training",
            columns: ["model", "the formula gives", "others say", "time here", "rent here", "it cost"],
            rows: all.map { meter in
                [
                    "\(name: meter.training.model, of: meter.training.tokens)", "\(meter.work)",
                    "\(meter.training.published)", meter.time.map { "\($0)" } ?? "—", meter.rent.map { "\($0)" } ?? "—",
                    meter.training.cost.map { "\($0)" } ?? "—",
                ]
            })
    }

    // MARK: - Zoom

    var detail: Detail {
        switch view {
        case .tasks, .users: detailOfAssumption
        case .published: detailOfEntry
        case .meter: detailOfTraining
        }
    }

    private var detailOfAssumption: Detail {
        guard let chosen = chosenAssumption else { return Detail(title: "Nothing is assumed", about: []) }
        let shown = assumptions.figure(chosen)
        var about: [Phrase] = [Phrase(words: chosen.meaning)]
        if shown?.kind == .chosen {
            about.append(
                "You chose its value: what follows holds only if the value does; \(key: "r") puts everything back.")
        }
        let options = Table(
            heading: "Figures that can stand for it", columns: ["", "value", "kind", "source"],
            rows: chosen.options.map { figure in
                [
                    figure == shown ? "▸" : "", figure.amounts[0], Phrase(words: figure.kind.name),
                    figure.subject.model.isEmpty
                        ? "\(figure.source)" : "\(name: figure.subject.model, of: figure), \(figure.source)",
                ]
            })
        let own = [tableOfAssumptions, tableOfCosts].compactMap { $0 }
        return Detail(
            title: Phrase(words: chosen.names[0].prefix(1).uppercased() + chosen.names[0].dropFirst()), about: about,
            picture: zoom(of: chosen, shown, about), tables: (chosen.options.isEmpty ? [] : [options]) + own)
    }

    /// The figures that can stand for an assumption, and the person's own.
    private func zoom(of assumption: Assumption, _ shown: Figure?, _ about: [Phrase]) -> AssumptionZoom {
        let known = assumption.options + assumption.steps
        let own = shown.map { figure in known.contains { $0.range == figure.range } ? [] : [figure] } ?? []
        let unit: Phrase =
            switch assumption {
            case .tasksOfUser: "tasks"
            case .reading: "hours"
            default: "dollars"
            }
        return AssumptionZoom(
            rows: (own + known).map { figure in
                let model = figure.subject.model
                let kind = Phrase(words: figure.kind == .chosen && own.isEmpty ? "" : figure.kind.name)
                let long: Phrase =
                    figure.kind == .chosen && own.isEmpty
                    ? Phrase(words: assumption.names[0])
                    : figure.kind == .lesson ? "\(figure.source)" : "\(words: figure.kind.name), \(figure.source)"
                let named: [Phrase] =
                    model.isEmpty ? [] : ["\(name: model, of: figure), \(kind)", "\(name: model, of: figure)"]
                return AssumptionZoom.Row(
                    names: named + [long, kind], values: figure.amounts, range: figure.range, ink: figure.kind.ink,
                    isShown: shown.map {
                        $0.kind == figure.kind && $0.range == figure.range && $0.subject.model == model
                    }
                        ?? false)
            }, unit: unit, about: about)
    }

    private var detailOfEntry: Detail {
        guard let entry = chosenEntry else { return Detail(title: "Nothing is published", about: []) }
        let figure = entry.figure
        var about: [Phrase] = [
            topic == .tokens
                ? "What the provider asks for a million tokens that the model writes, by its list."
                : "What it is said to have cost to train; \(words: entry.standing.word)."
        ]
        if let doubt = entry.doubt, doubt.upperBound > 0 {
            about.append("Another file of the same authors gives other figures: it is good to a factor of two.")
        }
        let note = entry.doubt == nil ? figure.subject.note : figure.subject.method
        if !note.isEmpty { about.append("Remark: \(name: note, of: figure).") }
        let others = published.entries.filter { $0.model == entry.model }
        let same = Table(
            heading: "All figures of this model", columns: ["year", "value", "known", "source"],
            rows: others.map { other in
                [
                    "\(name: other.figure.subject.year, of: other.figure)", amount(other),
                    Phrase(words: topic == .tokens ? "list price" : other.standing.word), "\(other.figure.source)",
                ]
            })
        return Detail(
            title: "\(name: figure.subject.model, of: figure)", about: about,
            picture: PublishedZoom(costs: published, chosen: entry, axis: axis, slider: slider, about: about),
            tables: [same] + otherPrices(of: entry) + [tableOfPublished])
    }

    /// What the same model asks for what it reads, and once it was fine-tuned.
    private func otherPrices(of entry: PublishedCosts.Entry) -> [Table] {
        guard topic == .tokens else { return [] }
        let rows = ["prices/read", "prices/tuned/read", "prices/tuned/written", "prices/training"]
            .compactMap { Archive.prices.series($0) }
            .flatMap(\.figures).filter { $0.subject.model.hasPrefix(entry.model) }
        return rows.isEmpty
            ? []
            : [
                Table(
                    heading: "Its other prices", columns: ["year", "model", "price", "of what"],
                    rows: rows.map { figure in
                        [
                            "\(name: figure.subject.year, of: figure)", "\(name: figure.subject.model, of: figure)",
                            "\(figure)", "\(name: figure.subject.metric, of: figure)",
                        ]
                    })
            ]
    }

    private var detailOfTraining: Detail {
        guard let chosen = chosenTraining else { return Detail(title: "Nothing is reckoned", about: []) }
        var about: [Phrase] = [
            "Training takes about six operations for each parameter and each token that is read. That formula and the speed of a machine give the time it would take."
        ]
        if let rate = meter.speed?.tokensPerSecond {
            about.append(
                "\(words: meter.isMeasuredHere ? "Measured on this machine" : "Recorded on another machine"): \(rate), \(name: rate.subject.metric, of: rate), on \(name: rate.subject.method, of: rate)."
            )
        }
        about.append(Phrase(words: Assumption.hourPrice.meaning))
        return Detail(
            title: "\(name: chosen.training.model, of: chosen.training.tokens)", about: about,
            tables: [tableOfSteps, tableOfTrainings, tableOfAssumptions].compactMap { $0 })
    }
}
