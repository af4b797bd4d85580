import Evidence
import LittleWorld
import Synchronization

@testable import Scene

/// Notes what is asked and gives the answers that a test has laid ready for a question, one a time that it is asked for
/// answers; a question without any is refused.
struct TestAnswerer: Answerer {
    /// What was done, shared by the copies that a runtime makes.
    final class Log {
        var asked: [(id: QuestionID, question: Evidence.Question)] = []
        var cancelled: [QuestionID] = []
        var paused: [QuestionID] = []
        var proceeded: [QuestionID] = []
        var hasEnded = false
    }

    let log = Log()
    var answers: [Evidence.Question: [Answer]] = [:]
    /// Whether a question without an answer stays open, and is not refused.
    var isPatient = false
    /// Whether what the program carries a record of is answered from it.
    var knowsTheRecord = false
    private var waiting: [(QuestionID, Answer)] = []

    init(_ answers: [Evidence.Question: [Answer]] = [:]) { self.answers = answers }

    /// One that answers what is recorded.
    static var ofTheRecord: TestAnswerer {
        var answerer = TestAnswerer()
        answerer.knowsTheRecord = true
        return answerer
    }

    mutating func ask(_ id: QuestionID, _ question: Evidence.Question) {
        log.asked.append((id, question))
        var recorded = knowsTheRecord && question.isRecorded ? Record.answer(question) : nil
        // The record has some prompts of a model, and not all.
        if case .failure? = recorded?.first { recorded = nil }
        let ready =
            answers[question] ?? recorded
            ?? (isPatient ? [] : [.failure(Failure("this question is not answered here", exitCode: 64))])
        waiting += ready.map { (id, $0) }
    }

    mutating func cancel(_ id: QuestionID) { log.cancelled.append(id) }
    mutating func pause(_ id: QuestionID) { log.paused.append(id) }
    mutating func proceed(_ id: QuestionID) { log.proceeded.append(id) }

    func end() { log.hasEnded = true }

    mutating func takeAnswers() -> [(QuestionID, Answer)] {
        waiting.isEmpty ? [] : [waiting.removeFirst()]
    }
}

/// The answers of the record, each of them read once for all tests.
enum Record {
    private static let known = Mutex<[Evidence.Question: [Answer]]>([:])

    static func answer(_ question: Evidence.Question) -> [Answer] {
        known.withLock { known in
            if let answers = known[question] { return answers }
            let answers = RecordedAnswers.answer(question)
            known[question] = answers
            return answers
        }
    }

    /// The history of a recorded run; nil where there is none of the name.
    static func history(of run: String) -> TrainingHistory? {
        guard case .history(let history) = answer(.history(run: run)).first else { return nil }
        return history
    }
}
