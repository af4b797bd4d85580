import Evidence

@testable import Scene

/// Notes what is asked and gives the answers that a test has laid ready for a question, one a time that it is asked for
/// answers; a question without any is refused.
struct TestAnswerer: Answerer {
    /// What was done, shared by the copies that a runtime makes.
    final class Log {
        var asked: [(id: QuestionID, question: Question)] = []
        var cancelled: [QuestionID] = []
        var paused: [QuestionID] = []
        var proceeded: [QuestionID] = []
        var hasEnded = false
    }

    let log = Log()
    var answers: [Question: [Answer]] = [:]
    private var waiting: [(QuestionID, Answer)] = []

    init(_ answers: [Question: [Answer]] = [:]) { self.answers = answers }

    mutating func ask(_ id: QuestionID, _ question: Question) {
        log.asked.append((id, question))
        let ready = answers[question] ?? [.failure(Failure("nobody answers this", exitCode: 64))]
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
