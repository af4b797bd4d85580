import Evidence

/// The surprise at the next word of every run, on axes where each tick is ten times more.
struct SurpriseView: InsideView {
    /// Every run that is compared, by its name.
    let runs: [(name: Phrase, series: Series?)]
    /// That of the run that is shown.
    let own: Series?
    /// Where the knob stands, in tokens read.
    let tokens: Double

    let picture: (any DetailPicture)? = nil

    var title: Phrase { "Its surprise at the next word, of every size" }

    private var first: Figure? { own?.figures.first }

    /// At the last report up to the knob.
    private var reached: Figure? { own?.figures.last { tokens.reaches($0.subject.tokensSeen ?? .infinity) } }

    var headline: Phrase {
        guard let first, let reached else { return "Its surprise was not measured yet." }
        guard reached != first else {
            return "With random weights each word surprises it like a draw from a hat: \(first)."
        }
        return
            "Its surprise at the next word is down from \(first.withoutUnit) to \(reached) after \(name: reached.place(along: .tokensSeen)) words."
    }

    var lines: [[Phrase]] {
        [
            ["\(strong: "This number alone is trained"): every ability comes along with it, and none is asked for."],
            ["It is the logarithm of how improbable the right word was to it, in nats, of all words that it reads."],
            ["Between zero and the end, each tick of an axis is ten times the one before."],
        ]
    }

    var plot: Plot? {
        guard let own, let first else { return nil }
        let lowest = runs.compactMap { $0.series?.figures.map(\.value).min() }.min() ?? 1
        let lines = runs.compactMap { run -> Plot.Line? in
            guard let series = run.series else { return nil }
            let isOwn = series == own
            return Plot.Line(
                labels: [run.name], series: series, ink: isOwn ? first.kind.ink : .faint, isFocus: isOwn)
        }
        return Plot(
            along: .tokensSeen, own.unit, range: min(1, max(lowest, .leastNormalMagnitude))...max(10, first.value),
            isLogarithmic: true, lines: lines)
    }

    var tables: [Table] {
        guard let own else { return [] }
        return [
            Table(
                heading: "The surprise, report by report", columns: ["step", "words read", "nats a word"],
                rows: own.figures.map { figure in
                    [
                        "\(name: figure.subject.step, of: figure)", "\(name: figure.place(along: .tokensSeen))",
                        "\(figure.withoutUnit)",
                    ]
                })
        ]
    }
}
