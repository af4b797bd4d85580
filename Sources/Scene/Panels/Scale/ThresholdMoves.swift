import Evidence

/// How the size that a score takes has fallen over the years: one row is one score, or one task at many sizes.
struct ThresholdMoves: Sendable {
    enum Row: Int, CaseIterable, Sendable {
        case exams, science, problems, code, sums, facts

        var names: [String] {
            switch self {
            case .exams: ["exam questions", "exams"]
            case .science: ["school science", "science"]
            case .problems: ["word problems"]
            case .code: ["code"]
            case .sums: ["three-digit sums", "sums"]
            case .facts: ["quiz answers"]
            }
        }

        /// What the row's marks are.
        var asks: [String] {
            switch self {
            case .exams, .science, .problems, .code: ["smallest model so far", "smallest so far"]
            case .sums: ["models of other families", "by family"]
            case .facts: ["facts known by heart", "facts by heart"]
            }
        }

        /// Whether its marks are the smallest models that reached the score of the first.
        var isOfABar: Bool { self != .sums && self != .facts }

        var series: Series? { Archive.thresholds.series("moves/\(self)") }

        /// What a score counts, as the end of a sentence.
        var claim: String {
            switch self {
            case .exams: "of exam questions of many subjects right"
            case .science: "of questions of school science right"
            case .problems: "of word problems right"
            case .code: "of programming tasks right"
            case .sums: "of three-digit sums right"
            case .facts: "of quiz questions right"
            }
        }
    }

    /// The years in which anything happened, ascending.
    static let years: [String] = Set(
        Row.allCases.compactMap(\.series).flatMap(\.figures).map { String($0.subject.year.prefix(4)) }
    ).sorted()

    /// The figures of a row that had come by the end of a year, in the order of their months.
    static func figures(_ row: Row, until year: String) -> [Figure] {
        (row.series?.figures ?? []).filter { $0.subject.year.prefix(4) <= year }
    }

    /// Of those the ones that were the smallest when they came, the bar first; of a row without a bar all.
    static func marks(_ row: Row, until year: String) -> [Figure] {
        let all = figures(row, until: year)
        guard row.isOfABar, let bar = all.first else { return all }
        var marks: [Figure] = []
        for figure in all where figure.value >= bar.value {
            guard (figure.subject.parameters ?? 0) < marks.last?.subject.parameters ?? .infinity else { continue }
            marks.append(figure)
        }
        return marks
    }
}
