import Evidence

/// The second challenge: a place on a curve that is not drawn yet, and the person's guess of it.
struct GuessChallenge: Equatable, Sendable {
    /// The question that is shown, by its place among all.
    private(set) var place = 0
    /// Where the person said that it lies; nil before they did.
    private(set) var guess: Double?
    /// Whether the answer had never been shown to the person before.
    private(set) var isFirst = true
    /// What is measured of the little world, as it comes.
    private(set) var history = Inquiry<HistoryCurves>()
    private(set) var transfer = Inquiry<TransferCurves>()

    private static let run = "M-12.3M-1"

    var topic: GuessTopic { GuessTopic.allCases[min(max(0, place), GuessTopic.allCases.count - 1)] }

    /// The question with its curve; nil as long as that has not come.
    var question: GuessQuestion? { GuessQuestion(topic, run: history.value, transfer: transfer.value) }

    var failure: Failure? {
        switch topic.scale {
        case .sizes: nil
        case .words: history.failure
        case .labels: transfer.failure
        }
    }

    /// Before the guess the axis has no measured place, which would tell.
    var axis: SliderAxis { (guess == nil ? nil : question?.axis) ?? topic.scale.axis() }

    mutating func ask(_ questions: inout Questions) {
        history.ask(.history(run: Self.run), &questions)
        transfer.ask(.experiment(.transfer), &questions)
    }

    mutating func receive(_ answer: Answer, to id: QuestionID) {
        history.receive(answer, to: id) { if case .history(let value) = $0 { HistoryCurves(value) } else { nil } }
        transfer.receive(answer, to: id) { if case .transfer(let value) = $0 { value } else { nil } }
    }

    mutating func show(_ place: Int) {
        guard GuessTopic.allCases.indices.contains(place) else { return }
        (self.place, guess) = (place, nil)
    }

    mutating func say(_ guess: Double, isFirst: Bool) { (self.guess, self.isFirst) = (guess, isFirst) }
}

extension HistoryCurves: Hashable {
    func hash(into hasher: inout Hasher) { hasher.combine(history) }
}
