import Evidence
import Platform

/// Where the answers of all threads lie until they are taken.
final class Mailbox: Sendable {
    private let state = Monitor(State())
    private let wake: @Sendable () -> Void

    private struct State: Sendable {
        var answers: [(id: QuestionID, answer: Answer)] = []
        /// Of those alone answers are kept.
        var open: Set<QuestionID> = []
    }

    /// - Parameter wake: Called on any thread where answers lie and none lay before.
    init(wake: @escaping @Sendable () -> Void) { self.wake = wake }

    /// From now on, answers to this question are kept.
    func open(_ id: QuestionID) { state.change { _ = $0.open.insert(id) } }

    /// Nobody waits for the question any more; what was not taken is dropped.
    func close(_ id: QuestionID) {
        state.change { state in
            state.open.remove(id)
            state.answers.removeAll { $0.id == id }
        }
    }

    /// Puts an answer behind those that lie; one that replaces another takes its place, so that a screen that is slow
    /// finds the newest and no queue. The last answer closes the question.
    func put(_ answer: Answer, to id: QuestionID) {
        let isFirst = state.change { state in
            guard state.open.contains(id) else { return false }
            if answer.isLast { state.open.remove(id) }
            let wasEmpty = state.answers.isEmpty
            if let place = state.answers.firstIndex(where: { $0.id == id && answer.replaces($0.answer) }) {
                state.answers[place].answer = answer
            } else {
                state.answers.append((id, answer))
            }
            return wasEmpty
        }
        if isFirst { wake() }
    }

    /// What lies there, in order.
    func takeAll() -> [(QuestionID, Answer)] {
        state.change { state in
            defer { state.answers = [] }
            return state.answers.map { ($0.id, $0.answer) }
        }
    }
}

extension Answer {
    /// Whether an earlier answer to the same question need not be read any more once there is this one.
    fileprivate func replaces(_ earlier: Answer) -> Bool {
        switch (self, earlier) {
        case (.history, .history), (.progress, .progress), (.generated, .generated), (.fineTuning, .fineTuning): true
        default: false
        }
    }
}
