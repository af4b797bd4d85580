import Evidence
import LittleWorld
import Platform
import Synchronization
import TinyLM

/// A question while a thread carries it out: how the engine and other questions reach that thread.
final class Job: Sendable {
    let id: QuestionID
    private let mailbox: Mailbox
    private let stopped = Atomic<Bool>(false)
    private let state = Monitor(State())

    private struct State: Sendable {
        var isStopped = false
        var isPaused = false
        /// Copies of the model in training that were asked for, and how many of these requests are answered.
        var (wanted, served) = (0, 0)
        var copy: ModelCopy?
        /// Where the run is kept, once that is known.
        var folder: String?
        var isOver = false
    }

    init(_ id: QuestionID, mailbox: Mailbox) {
        self.id = id
        self.mailbox = mailbox
    }

    func answer(_ answer: Answer) { mailbox.put(answer, to: id) }

    /// Asked often, on any thread.
    var isStopped: Bool { stopped.load(ordering: .relaxed) }

    func stop() {
        stopped.store(true, ordering: .relaxed)
        state.change { $0.isStopped = true }
    }

    /// Whether the thread has nothing more to do.
    var isOver: Bool { state.current.isOver }

    /// To be called on another thread, of a job that was stopped.
    func waitUntilOver() { state.wait { $0.isOver ? () : nil } }

    /// To be called by the thread at its very end.
    func end() {
        state.change { state in
            state.isOver = true
            state.copy = nil
        }
    }

    func pause() { state.change { $0.isPaused = true } }
    func proceed() { state.change { $0.isPaused = false } }
}

/// A model in training as it was between two of its steps.
struct ModelCopy: Sendable {
    var run: RunDescription
    var parameters: ModelParameters
    var step: Int
}

// MARK: A training, and who asks its model

extension Job {
    var folder: String? {
        get { state.current.folder }
        set { state.change { $0.folder = newValue } }
    }

    /// What a model in training is asked for.
    enum Copy {
        case copy(ModelCopy)
        /// The training has ended; its newest checkpoint lies in the folder, if it got so far.
        case ended(folder: String?)
    }

    /// Waits until the training's thread stands between two steps. To be called on another thread.
    func takeCopy() -> Copy {
        let request = state.change { state in
            state.wanted += 1
            return state.wanted
        }
        return state.wait { state in
            if state.served >= request, let copy = state.copy { return .copy(copy) }
            return state.isOver ? .ended(folder: state.folder) : nil
        }
    }

    /// To be called by the training's thread between two steps: gives copies to those who asked, and waits while the
    /// training is paused.
    ///
    /// - Parameter rest: Called once where it begins to wait.
    /// - Returns: Whether it waited.
    func passBetweenSteps(copy: () -> ModelCopy, rest: () -> Void) -> Bool {
        var isResting = false
        while true {
            let next = state.wait { state -> Next? in
                if state.isStopped { return .goOn }
                if state.wanted > state.served { return .copy(upTo: state.wanted) }
                if !state.isPaused { return .goOn }
                return isResting ? nil : .rest
            }
            switch next {
            case .goOn: return isResting
            case .rest:
                isResting = true
                rest()
            case .copy(let request):
                let copy = copy()
                state.change { state in
                    state.copy = copy
                    state.served = request
                }
            }
        }
    }

    private enum Next { case goOn, rest, copy(upTo: Int) }

}
