import Evidence

/// What is recorded of the race and of what was forgotten. It is asked once and is always the same, so that its coming
/// makes the panel no other one, and there is nothing to put back.
struct WorldRecord: Equatable, Sendable {
    private(set) var transfer = Inquiry<TransferCurves>()
    private(set) var forgetting = Inquiry<ForgettingScores>()

    mutating func ask(_ questions: inout Questions) {
        transfer.ask(.experiment(.transfer), &questions)
        forgetting.ask(.experiment(.forgetting), &questions)
    }

    mutating func receive(_ answer: Answer, to id: QuestionID) {
        transfer.receive(answer, to: id) { answer in
            if case .transfer(let curves) = answer { curves } else { nil }
        }
        forgetting.receive(answer, to: id) { answer in
            if case .forgetting(let scores) = answer { scores } else { nil }
        }
    }

    static func == (first: WorldRecord, second: WorldRecord) -> Bool { true }
}
