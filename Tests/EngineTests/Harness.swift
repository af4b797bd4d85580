import Evidence
import Foundation
import Platform
import Testing
import TestSupport

@testable import Engine

/// An engine with folders of its own, whose answers are waited for as a screen would.
final class Harness {
    let folder: TemporaryFolder
    let engine: Engine
    /// How often the engine called.
    let wakes = Monitor(0)
    private(set) var answers: [QuestionID: [Answer]] = [:]
    private var next = QuestionID(1)

    init(threadCount: Int = 2) throws {
        folder = try TemporaryFolder()
        let wakes = wakes
        engine = Engine(
            wake: { wakes.change { $0 += 1 } },
            folders: RunFolders(own: folder.path + "/own", listed: [folder.path + "/listed", folder.path + "/own"]),
            threadCount: threadCount)
    }

    deinit { engine.end() }

    func ask(_ question: Question) -> QuestionID {
        defer { next = next.next }
        engine.ask(next, question)
        return next
    }

    /// Takes what has come.
    func take() { for (id, answer) in engine.takeAnswers() { answers[id, default: []].append(answer) } }

    /// Waits for an answer, and gives it.
    func wait<Found>(for id: QuestionID, _ find: (Answer) -> Found?) throws -> Found {
        let clock = ContinuousClock()
        let start = clock.now
        while clock.now - start < .seconds(300) {
            take()
            let found = answers[id, default: []].lazy.compactMap(find).first
            if let found { return found }
            if answers[id, default: []].last?.isLast == true { break }
            usleep(1000)
        }
        throw NoAnswer(count: answers[id, default: []].count, last: answers[id]?.last)
    }

    /// What was waited for did not come.
    struct NoAnswer: Error, CustomStringConvertible {
        var count: Int
        var last: Answer?

        var description: String { "\(count) answers, the last: \("\(String(describing: last))".prefix(300))" }
    }

    /// Every answer to a question, the last included.
    func all(_ question: Question) throws -> [Answer] {
        let id = ask(question)
        _ = try wait(for: id) { $0.isLast ? true : nil }
        return answers[id, default: []]
    }

    /// Why a question cannot be answered.
    func failure(_ question: Question) throws -> Failure? {
        if case .failure(let failure) = try all(question).last { failure } else { nil }
    }
}

extension Answer {
    var history: TrainingHistory? { if case .history(let history) = self { history } else { nil } }
    var progress: Evidence.Progress? { if case .progress(let progress) = self { progress } else { nil } }
    var nextWords: NextWords? { if case .nextWords(let words) = self { words } else { nil } }
    var generated: GeneratedText? { if case .generated(let text) = self { text } else { nil } }
    var attention: AttentionMap? { if case .attention(let map) = self { map } else { nil } }
    var abilities: [AbilityResult]? { if case .abilities(let results) = self { results } else { nil } }
    var fineTuning: FineTuningCurve? { if case .fineTuning(let curve) = self { curve } else { nil } }
    var runs: [RunSummary]? { if case .runs(let runs) = self { runs } else { nil } }
}

extension TrainingRequest {
    /// Of the smallest model: a second or two.
    static func small(tokens: Int = 60_000, seed: UInt64 = 3, folder: String? = nil) -> TrainingRequest {
        TrainingRequest(size: "XS", tokens: tokens, seed: seed, folder: folder, threads: 1)
    }

    /// One that no test waits for.
    static func endless(folder: String? = nil) -> TrainingRequest {
        TrainingRequest(size: "XS", tokens: 1_000_000_000, seed: 3, folder: folder, threads: 1)
    }
}
