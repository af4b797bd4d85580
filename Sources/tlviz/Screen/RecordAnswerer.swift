import Evidence
import LittleWorld
import Scene

/// Answers from the records that the program carries, at once; what is not recorded is a failure of 64.
struct RecordAnswerer: Answerer {
    private var answers: [(QuestionID, Answer)] = []

    mutating func ask(_ id: QuestionID, _ question: Evidence.Question) {
        answers += RecordedAnswers.answer(question).map { (id, $0) }
    }

    mutating func cancel(_ id: QuestionID) { answers.removeAll { $0.0 == id } }
    mutating func pause(_ id: QuestionID) {}
    mutating func proceed(_ id: QuestionID) {}

    func end() {}

    mutating func takeAnswers() -> [(QuestionID, Answer)] {
        defer { answers = [] }
        return answers
    }
}

extension CommandError {
    /// A question that a picture or a text without a screen cannot answer.
    init(_ failure: Failure) { self.init("--keys: \(failure.line)", exitCode: failure.exitCode) }
}
