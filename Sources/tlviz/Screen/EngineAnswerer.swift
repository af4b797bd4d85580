import Engine
import Evidence
import Scene

/// Answers from the records and from models that are run and trained on this machine. The engine is made with the first
/// question: a screen that asks nothing has no threads.
struct EngineAnswerer: Answerer {
    private let wake: @Sendable () -> Void
    private var engine: Engine?

    /// - Parameter wake: Called on any thread where there is an answer to take.
    init(wake: @escaping @Sendable () -> Void) { self.wake = wake }

    mutating func ask(_ id: QuestionID, _ question: Question) {
        let engine = engine ?? Engine(wake: wake)
        self.engine = engine
        engine.ask(id, question)
    }

    func cancel(_ id: QuestionID) { engine?.cancel(id) }
    func pause(_ id: QuestionID) { engine?.pause(id) }
    func proceed(_ id: QuestionID) { engine?.proceed(id) }
    func takeAnswers() -> [(QuestionID, Answer)] { engine?.takeAnswers() ?? [] }
    func end() { engine?.end() }
}
