import Cells
import Evidence

/// What others published, in words and in its picture.
extension EconomicsExhibit {
    var headlineOfPublished: Phrase {
        let costs = published
        if topic == .tokens {
            guard let ends = costs.ends(upTo: slider.value) else { return "No price of a token is known here." }
            let oldest: Phrase =
                "A million tokens cost \(ends.oldest.figure) in \(name: ends.oldest.figure.subject.year, of: ends.oldest.figure)"
            return ends.lowest.figure == ends.oldest.figure
                ? "\(oldest), the oldest list price known here."
                : "\(oldest); the lowest list price up to \(slider: .year(slider.value)), of another model, is \(ends.lowest.figure)."
        }
        guard let counts = costs.models(upTo: slider.value), let taught = PublishedCosts.taught else {
            return "No cost of a training is known here."
        }
        let place: Phrase = showsSizes ? "\(slider: .short(slider.value))" : "\(slider: .year(slider.value))"
        guard counts.all.value > 0 else {
            return
                "No cost of a model up to \(place) parameters is known here; courses say \(taught.lowEnd) and more."
        }
        let what: Phrase = showsSizes ? "up to \(place) parameters" : "up to \(place)"
        let bar: Phrase = "the \(taught.lowEnd) that courses begin at"
        switch (counts.cheaper.value, counts.all.value) {
        case (1, 1): return "The one model \(what): its final run cost less than \(bar)."
        case (2, 2): return "Both models \(what): their final runs cost less than \(bar)."
        case (_, 1): return "The one model \(what): its final run cost no less than \(bar)."
        default: return "The final runs of \(counts.cheaper) of \(counts.all) models \(what) cost less than \(bar)."
        }
    }

    var linesOfPublished: [[Phrase]] {
        guard let entry = chosenEntry else { return [] }
        let figure = entry.figure
        if topic == .tokens {
            return [
                [
                    "\(strong: "List prices"), without discounts; a million tokens of one model is not exactly a million of another"
                ],
                [
                    "\(name: figure.subject.model, of: figure) at \(name: figure.subject.method, of: figure): \(figure) in \(name: figure.subject.year, of: figure)"
                ] + (figure.subject.note.isEmpty ? [] : ["\(name: figure.subject.note, of: figure)"]),
                ["A price is what is asked, not what it costs: no list says how much of the fall is cheaper computing"],
                [
                    "Some are taken second-hand from dated lists; \(key: "Enter") shows each source and its caveats"
                ],
            ]
        }
        return [
            [
                "\(strong: "Courses say") \(PublishedCosts.taught.map { "\($0)" as Phrase } ?? ""); published costs are of final runs alone, without staff and trial runs"
            ],
            ["\(name: figure.subject.model, of: figure): \(amount(entry)), \(words: entry.standing.word)"]
                + note(of: figure).map { [$0] }.flatMap { $0 },
            gpt4,
            [
                "Rent and wear of machines are two ways to price the same run; the latter is good to a factor of two"
            ],
            llama,
            showsSizes
                ? ["A model of unpublished size has no place on this axis; \(key: "m") shows it by year"] : [],
        ].filter { !$0.isEmpty }
    }

    private func note(of figure: Figure) -> [Phrase] {
        [figure.subject.note, figure.subject.method].filter { !$0.isEmpty }.map { "\(name: $0, of: figure)" }
    }

    /// A cost with the word for a bound.
    func amount(_ entry: PublishedCosts.Entry) -> Phrase {
        entry.standing == .atLeast ? "over \(entry.figure)" : "\(entry.figure)"
    }

    private func cost(_ source: String, _ model: String) -> Figure? {
        Archive.costs.series("costs/usd/\(source)")?.figures.first { $0.subject.model == model }
    }

    /// Of GPT-4 what is taught, reported and estimated differ, and all can be true.
    private var gpt4: [Phrase] {
        guard let taught = PretrainingCosts.lesson("l5/gpt4-cost"), let rent = cost("epoch-cloud", "GPT-4"),
            let worn = cost("epoch-amortized", "GPT-4")
        else { return [] }
        return [
            "\(name: taught.subject.model, of: taught): taught and reported \(taught), perhaps for the whole project; estimated for the final run alone \(worn) to \(rent). Both can be true"
        ]
    }

    /// Of Llama 3 70B its makers state hours; what is taught needs a low rent.
    private var llama: [Phrase] {
        guard let taught = PretrainingCosts.lesson("l7/llama3/cost"),
            let cheap = cost("epoch-price-lambda-2023", "Llama 3 70B"),
            let dear = cost("epoch-price-aws-2025", "Llama 3 70B")
        else { return [] }
        return [
            "\(name: taught.subject.model, of: taught): taught \(taught); its makers state machine hours, which at published rents cost \(cheap) to \(dear)"
        ]
    }

    var provenanceOfPublished: [Phrase] {
        guard let entry = chosenEntry else { return [] }
        return [
            "\(entry.figure.source)",
            .legend(of: topic == .tokens ? [.published] : [.lesson, .published, .computed]),
        ]
    }

    private static let fewestPictureRows = 6
    private static let rowsForHeading = 15
    private static let mostTableRows = 6

    func drawPublished(on picture: inout Picture, in frame: PanelFrame) {
        let costs = published
        let rows = frame.area.rows
        let heading = rows >= Self.rowsForHeading ? 1 : 0
        let table = max(0, min(max(3, min(rows / 4, Self.mostTableRows)) + heading, rows - Self.fewestPictureRows))
        PublishedPicture(
            costs: costs, chosen: chosenEntry, axis: axis, slider: slider,
            frame: frame.with(area: frame.area.inset(bottom: table + heading))
        ).draw(on: &picture)
        let area = Area(
            column: frame.area.column, row: frame.area.endRow - table, columns: frame.area.columns, rows: table)
        AssumptionTable(
            headings: ("model", topic == .tokens ? "a million tokens" : "cost", "how it is known"),
            rows: costs.entries.map(row), chosen: chosenRow
        ).draw(on: &picture, in: frame.with(area: area), hasHeading: heading > 0)
    }

    private func row(_ entry: PublishedCosts.Entry) -> AssumptionTable.Row {
        let figure = entry.figure
        let year: Phrase = "\(name: figure.subject.year, of: figure)"
        let known = Phrase(words: topic == .tokens ? "" : entry.standing.word + ", ")
        let short = Phrase(words: topic == .tokens ? "list price" : entry.standing.word)
        return AssumptionTable.Row(
            names: ["\(name: figure.subject.model, of: figure), \(year)", "\(name: figure.subject.model, of: figure)"],
            values: [amount(entry), "\(figure)"], notes: ["\(known)\(figure.source)", "\(short)", "\(figure.source)"])
    }
}
