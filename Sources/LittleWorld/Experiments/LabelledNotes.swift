import TinyLM

/// The notes of one draw of a task: to learn from, to choose by, and to be asked at the end. No two are the same.
struct LabelledNotes: Equatable, Sendable {
    /// Fewer labels are the first of these.
    let training: [AnsweredQuestion]
    let development: [AnsweredQuestion]
    /// The same in every draw.
    let test: [AnsweredQuestion]

    init(of task: NarrowTask, counts: NoteCounts, draw: Int, seed: UInt64) {
        let index = (NarrowTask.allCases.firstIndex(of: task) ?? 0) << 16
        var seen: Set<[Token]> = []
        var random = RandomSource(seed: seed, index: index)
        test = Self.notes(of: task, count: counts.test, seen: &seen, using: &random)
        random = RandomSource(seed: seed, index: index + 1 + draw)
        development = Self.notes(of: task, count: counts.development, seen: &seen, using: &random)
        training = Self.notes(of: task, count: counts.training, seen: &seen, using: &random)
    }

    /// New notes. A task has many thousands; ten tries each are more than enough for a few thousand.
    private static func notes(
        of task: NarrowTask, count: Int, seen: inout Set<[Token]>, using random: inout RandomSource
    ) -> [AnsweredQuestion] {
        var notes: [AnsweredQuestion] = []
        for _ in 0..<10 * count where notes.count < count {
            let note = task.note(using: &random)
            // Without its label: the same note is not asked again with another.
            if seen.insert(Array(note.tokens[..<note.answerStart])).inserted { notes.append(note) }
        }
        return notes
    }
}

/// How many notes of each use are drawn.
struct NoteCounts: Equatable, Sendable {
    var training: Int
    var development: Int
    var test: Int
}

/// A finite set of notes over and over, each time in another order; only the label is trained, not the note.
struct LabelledText: TrainingText {
    private let rows: [TrainingRow]
    /// The row of each index: all notes once, then all again.
    private let order: [Int]

    var vocabularyCount: Int { Vocabulary.little.count }

    /// - Parameter count: Rows that will be asked for; what is past them begins again.
    init(_ notes: [AnsweredQuestion], count: Int, seed: UInt64) {
        rows = notes.map { TrainingRow(tokens: $0.tokens, unscoredPrefix: $0.answerStart) }
        var random = RandomSource(seed: seed)
        var order: [Int] = []
        while order.count < count, !notes.isEmpty {
            order += notes.indices
            // Fisher and Yates's; the standard library's own may change from one version to the next.
            for back in 1..<notes.count + 1 {
                order.swapAt(
                    order.count - back, order.count - notes.count + random.below(notes.count + 1 - back))
            }
        }
        self.order = order
    }

    func row(at index: Int, length: Int) -> TrainingRow {
        guard !order.isEmpty else { return TrainingRow(tokens: []) }
        return rows[order[index % order.count]]
    }
}

/// Notes, with a row of pretraining's own text in the place of every tenth: what was learned before is kept in use.
struct MixedText: TrainingText {
    let notes: LabelledText
    let pretraining: LittleWorldText

    static let period = 10

    var vocabularyCount: Int { notes.vocabularyCount }

    func row(at index: Int, length: Int) -> TrainingRow {
        index % Self.period == Self.period - 1
            ? pretraining.row(at: index / Self.period, length: length) : notes.row(at: index, length: length)
    }
}
