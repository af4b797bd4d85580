import Evidence

/// What is said of the bar that moves.
extension ScaleExhibit {
    private var marks: [Figure] { ThresholdMoves.marks(moves, until: year) }

    private func year(of figure: Figure) -> Phrase { "\(name: String(figure.subject.year.prefix(4)), of: figure)" }
    private func month(of figure: Figure) -> Phrase { "\(name: figure.subject.plain, of: figure)" }
    private func model(_ figure: Figure) -> Phrase { "\(name: figure.subject.model, of: figure)" }

    var headlineOfMoves: Phrase {
        switch moves {
        case .exams, .science, .problems, .code: headlineOfBar
        case .sums: headlineOfSums
        case .facts: headlineOfFacts
        }
    }

    private var headlineOfBar: Phrase {
        guard let bar = marks.first, let last = marks.last else {
            return "Of \(words: moves.names[0]) no score is known here from so early a year."
        }
        let guessing: Phrase = (bar.subject.chance ?? 0) > 0 ? " (guessing \(name: bar.chance))" : ""
        let isOneYear = year(of: bar).plain == year(of: last).plain
        func date(_ figure: Figure) -> Phrase { isOneYear ? month(of: figure) : year(of: figure) }
        guard bar != last else {
            return
                "In \(year(of: bar)) a model of \(size(bar)) parameters gets \(bar) \(words: moves.claim)\(guessing)."
        }
        return
            "A score of \(bar) on \(words: moves.names[0])\(guessing) took \(size(bar)) parameters in \(date(bar)), \(size(last)) in \(date(last))."
    }

    private var headlineOfSums: Phrase {
        let all = marks
        guard let worst = all.min(by: { $0.value < $1.value }), let best = all.max(by: { $0.value < $1.value }),
            worst != best
        else { return all.first.map { "\(model($0)) gets \($0) \(words: moves.claim)." } ?? nothingYet }
        return
            "\(model(worst)) gets \(worst) \(words: moves.claim), \(model(best)) \(best): the family counts, not only size."
    }

    private var headlineOfFacts: Phrase {
        guard let old = marks.first else { return nothingYet }
        let later = marks.dropFirst().sorted { ($0.subject.parameters ?? 0) < ($1.subject.parameters ?? 0) }
        guard let small = later.first, let large = later.first(where: { $0.value >= old.value }) ?? later.last else {
            return "In \(year(of: old)) \(model(old)) answers \(old) \(words: moves.claim)."
        }
        return
            "Facts take size: in \(year(of: old)) \(old) of quiz questions took \(size(old)); in \(year(of: large)) \(size(large)) gets \(large), \(size(small)) \(small)."
    }

    private var nothingYet: Phrase { "Of \(words: moves.names[0]) no score is known here from so early a year." }

    var commentaryOfMoves: [[Phrase]] {
        [
            [caution].compactMap { $0 },
            [madeForTests ?? belowTheKnob?.capitalized, madeForTests == nil ? nil : belowTheKnob].compactMap { $0 },
            [rule],
        ].filter { !$0.isEmpty }
    }

    /// What has to be known to read the row rightly; it stands in the same view.
    private var caution: Phrase? {
        switch moves {
        case .exams, .science, .problems, .code:
            let beware: Phrase =
                "\(strong: "Beware"): later models may have read texts like the test (\(Source.named("test-task")))."
            guard let old = marks.first, let new = marks.last, old.subject.shots != new.subject.shots else {
                return beware
            }
            return
                "\(beware) \(model(old)) had \(name: old.subject.shots, of: old) examples in its prompt, \(model(new)) \(name: new.subject.shots, of: new)."
        case .sums:
            return
                "Two examples in the prompt, one set-up for all. Models that split numbers into digits gain from that; within a family size still matters."
        case .facts:
            guard let old = marks.first, let new = marks.last, old != new else { return nil }
            return
                "\(strong: "Beware"): \(model(old)) had \(name: old.subject.shots, of: old) examples in its prompt, \(model(new)) \(name: new.subject.shots, of: new); sizes are nominal."
        }
    }

    /// A mark of a model whose text was made for such tasks.
    private var madeForTests: Phrase? {
        guard moves.isOfABar else { return nil }
        return marks.last { !$0.subject.note.isEmpty }.map {
            "Beware: \(model($0)) was \(name: $0.subject.note, of: $0)"
        }
    }

    /// Since when a model of the knob's size or less reaches the bar, or the best of such a size.
    private var belowTheKnob: Phrase? {
        let small = marks.filter { slider.value.reaches($0.subject.parameters ?? .infinity) }
        let size: Phrase = "with \(slider: .short(slider.value)) or less"
        guard moves.isOfABar else {
            return small.max { $0.value < $1.value }.map { "\(size), best of these: \(model($0)), \($0)" }
        }
        guard let first = small.first else {
            return "\(size): not by the end of \(shownYear), among these models."
        }
        return "\(size): since \(month(of: first)), \(model(first)), \(first)"
    }

    /// The year up to which the marks are shown, which a figure of it bears.
    private var shownYear: Phrase {
        ThresholdMoves.Row.allCases.lazy.compactMap(\.series).flatMap(\.figures)
            .first { $0.subject.year.hasPrefix(year) }.map { self.year(of: $0) } ?? "that year"
    }

    private var rule: Phrase {
        moves.isOfABar
            ? "A mark is a model that was the smallest here, when it came, with at least the first one's score; elsewhere there may be smaller ones."
            : "Each mark is a model; the number above it is its score."
    }

    var provenanceOfMoves: [Phrase] {
        let sources = marks.map(\.source)
        var pieces: [Phrase] = ["● a model\u{A0} ○ a smaller one came later"]
        pieces += sources.first.map { ["\($0)"] } ?? []
        if let last = sources.last, last != sources.first { pieces.append("\(last)") }
        return pieces + ["until the end of \(shownYear)", .legend(of: [.published])]
    }

    var detailOfMoves: Detail {
        let all = ThresholdMoves.figures(moves, until: year)
        let marks = marks
        return Detail(
            title: "\(words: moves.names[0]): the size that it takes",
            about: [rule] + [caution, madeForTests].compactMap { $0 },
            plot: Plot(
                along: .parameters, .percent, range: 0...100,
                points: all.map { figure in
                    Plot.Point(
                        figure: figure,
                        labels: marks.contains(figure)
                            ? ["\(model(figure)), \(month(of: figure))", model(figure)] : [],
                        ink: Figure.Kind.published.ink)
                }, chance: all.first?.subject.chance),
            tables: [
                Table(
                    heading: "Every model of the row", columns: ["month", "model", "parameters", "score", "examples"],
                    rows: all.map {
                        [month(of: $0), model($0), size($0), "\($0)", "\(name: $0.subject.shots, of: $0)"]
                    })
            ])
    }
}
