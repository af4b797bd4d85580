import Cells
import Evidence

/// What others published, in words and in its picture.
extension EconomicsExhibit {
    var headlineOfPublished: Phrase {
        let costs = published
        if topic == .tokens {
            guard let ends = costs.ends(upTo: slider.value) else { return "No price of a token is carried here." }
            let oldest: Phrase =
                "A million tokens cost \(ends.oldest.figure) in \(name: ends.oldest.figure.subject.year, of: ends.oldest.figure)"
            return ends.lowest.figure == ends.oldest.figure
                ? "\(oldest), the oldest list price that is carried here."
                : "\(oldest); the lowest list price up to \(slider: .year(slider.value)), of another model, is \(ends.lowest.figure)."
        }
        guard let counts = costs.models(upTo: slider.value), let taught = PublishedCosts.taught else {
            return "No cost of a training is carried here."
        }
        let place: Phrase = showsSizes ? "\(slider: .short(slider.value))" : "\(slider: .year(slider.value))"
        guard counts.all.value > 0 else {
            return "Up to \(place) parameters no model has a cost here; courses teach \(taught.lowEnd) and more."
        }
        let models = counts.all.value == 1 ? "model" : "models"
        let what: Phrase = showsSizes ? "up to \(place) parameters" : "up to \(place)"
        return
            "\(counts.cheaper) of \(counts.all) \(words: models) \(what) cost less to train than the \(taught.lowEnd) that courses begin at."
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
                    "\(name: figure.subject.model, of: figure) of \(name: figure.subject.method, of: figure): \(figure) in \(name: figure.subject.year, of: figure)"
                ] + (figure.subject.note.isEmpty ? [] : ["\(name: figure.subject.note, of: figure)"]),
                ["A price is what is asked, not what it costs; which part of a fall is which, no list tells"],
                [
                    "Some are read second-hand, in dated lists of others; \(key: "Enter") has each source and what to beware of"
                ],
            ]
        }
        return [
            [
                "\(strong: "Courses say") \(PublishedCosts.taught.map { "\($0)" as Phrase } ?? ""), which holds for the largest models; published are final runs, without people and trials"
            ],
            ["\(name: figure.subject.model, of: figure): \(amount(entry)), \(words: entry.standing.word)"]
                + note(of: figure).map { [$0] }.flatMap { $0 },
            gpt4,
            [
                "Rents and worn-off machines are two ways to reckon the same run; the latter is good to a factor of two"
            ],
            llama,
            showsSizes
                ? ["A model whose size is not published has no place over sizes; \(key: "m") shows it over years"] : [],
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
            "\(name: taught.subject.model, of: taught): taught and reported \(taught), the whole project; estimated for the final run alone \(worn) to \(rent). Both can be true"
        ]
    }

    /// Of Llama 3 70B its makers state hours; what is taught needs a low rent.
    private var llama: [Phrase] {
        guard let taught = PretrainingCosts.lesson("l7/llama3/cost"),
            let cheap = cost("epoch-price-lambda-2023", "Llama 3 70B"),
            let dear = cost("epoch-price-aws-2025", "Llama 3 70B")
        else { return [] }
        return [
            "\(name: taught.subject.model, of: taught): taught \(taught); its makers state hours of machines, which at published rents cost \(cheap) to \(dear)"
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
