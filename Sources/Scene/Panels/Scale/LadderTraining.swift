import Evidence

/// The ladder of sizes trained here, the smallest first: each rung lights up when it has been examined.
struct LadderTraining: Equatable, Sendable {
    private(set) var ladder = SizeLadder()
    /// The size that is trained now or was last.
    private(set) var current: LiveTraining
    private var waiting: [String]

    /// As the recorded runs of all sizes.
    private static let tokens = 4_096_000

    init(asking questions: inout Questions) {
        waiting = Array(LiveTraining.sizes.dropFirst())
        current = LadderTraining.training(LiveTraining.sizes[0], &questions)
    }

    private static func training(_ size: String, _ questions: inout Questions) -> LiveTraining {
        LiveTraining(
            TrainingRequest(size: size, tokens: tokens, seed: 1, startsAnew: true), asking: &questions)
    }

    var isAtWork: Bool { current.isAtWork || current.state == .finished && !(waiting.isEmpty && isExamined) }
    private var isExamined: Bool { !current.lastResults.isEmpty }

    mutating func pauseOrProceed(_ questions: inout Questions) { current.pauseOrProceed(&questions) }

    /// What was trained stays, in its folders; what waits is not begun.
    mutating func stop(_ questions: inout Questions) {
        waiting = []
        current.stop(&questions)
    }

    /// Takes an answer to what was asked here; any other is left alone. After an examination the next size begins.
    mutating func receive(_ answer: Answer, to id: QuestionID, _ questions: inout Questions) {
        let wasExamined = isExamined
        current.receive(answer, to: id, &questions)
        guard isExamined, !wasExamined, let history = current.run?.history else { return }
        ladder.add(
            current.lastResults, model: current.request.size, parameters: history.parameters,
            seed: current.request.seed)
        guard !waiting.isEmpty else { return }
        current = LadderTraining.training(waiting.removeFirst(), &questions)
    }
}
