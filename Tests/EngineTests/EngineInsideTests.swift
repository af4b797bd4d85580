import Evidence
import Foundation
import LittleWorld
import Testing
import TinyLM

@testable import Engine

extension Answer {
    fileprivate var contexts: ReadContexts? { if case .contexts(let contexts) = self { contexts } else { nil } }
    fileprivate var wordMap: WordMap? { if case .wordMap(let map) = self { map } else { nil } }
    fileprivate var weights: [WeightPicture]? { if case .weights(let pictures) = self { pictures } else { nil } }
}

@Suite(.serialized, .timeLimit(.minutes(10))) struct EngineInsideTests {
    private static let trajectory = "M-12.3M-1"

    @Test func whatWasReadIsTheTextThatTheTrainerDrew() throws {
        let harness = try Harness()
        let prompt = "tolu lives in"
        // A step of which no weights are kept has read a text too.
        let asked = Question.contexts(.recorded(run: "S-4.1M-1", step: 50), prompt: prompt)
        let contexts = try #require(try harness.all(asked).lazy.compactMap(\.contexts).first)
        let run = try Recordings.description(of: "S-4.1M-1")
        var count = ContextCount(prompt: try Vocabulary.little.encode(prompt))
        for row in 0..<50 * run.recipe.batchRows {
            count.read(LittleWorldText(seed: run.seed).row(at: row, length: run.recipe.context + 1).tokens)
        }
        #expect(contexts == count.contexts(of: contexts.model, prompt: prompt))
        #expect(contexts.model.step == 50 && contexts.model.tokensSeen == 51_200)
        #expect(contexts.endings.first?.count.source == .recordedRuns)
        let none = Question.contexts(.recorded(run: "S-4.1M-1", step: 0), prompt: prompt)
        #expect(try harness.all(none).lazy.compactMap(\.contexts).first?.endings == [])
    }

    @Test func aLongReadingTellsHowFarItIsAndStopsAtOnce() throws {
        let harness = try Harness()
        let id = harness.ask(.contexts(.recorded(run: Self.trajectory, step: 12_000), prompt: "tolu lives in"))
        let progress = try harness.wait(for: id) { $0.progress }
        #expect(progress.phase == .reading && progress.fraction > 0 && progress.fraction < 1)
        let clock = ContinuousClock()
        let start = clock.now
        harness.engine.cancel(id)
        while !harness.engine.isIdle, clock.now - start < .seconds(10) {
            usleep(500)
            harness.take()
        }
        // A row takes some microseconds, all of them more than a second; the rest is for a machine that does other
        // things meanwhile.
        #expect(clock.now - start < .milliseconds(400), "\(clock.now - start)")
        #expect(harness.answers[id]?.contains { $0.contexts != nil } != true)
    }

    @Test func ofARunOfThePersonsTheNewestModelIsLookedInto() throws {
        let harness = try Harness()
        _ = try harness.all(.train(.small()))
        let model = ModelReference.saved(folder: harness.folder.path + "/own/XS-60K-3")
        let map = try #require(try harness.all(.wordMap(model)).lazy.compactMap(\.wordMap).first)
        #expect(map.states.map(\.model.step) == [59] && map.states[0].spread.source == .ownRuns)
        let pictures = try #require(try harness.all(.weights(model)).lazy.compactMap(\.weights).first)
        #expect(pictures.count == 5 && pictures[0].name == "embedding" && pictures[0].model.step == 59)
        let contexts = try harness.all(.contexts(model, prompt: "the")).lazy.compactMap(\.contexts).first
        #expect(contexts?.model.tokensSeen == 59 * 1024 && contexts?.endings.count == 1)
    }

    @Test func aModelInTrainingIsLookedInto() throws {
        let harness = try Harness()
        let training = harness.ask(.train(.endless()))
        _ = try harness.wait(for: training) { $0.history.flatMap { $0.points.count > 1 ? true : nil } }
        let map = try #require(try harness.all(.wordMap(.training(training))).lazy.compactMap(\.wordMap).first)
        #expect(map.states.count == 1 && map.states[0].model.step > 0)
        harness.engine.cancel(training)
    }

    @Test func whatCanNotBeLookedIntoIsSaid() throws {
        let harness = try Harness()
        let recorded = ModelReference.recorded(run: "S-4.1M-1", step: nil)
        let questions: [(Question, Int32)] = [
            (.contexts(recorded, prompt: "qwertz"), 65), (.contexts(recorded, prompt: " "), 64),
            (.contexts(.recorded(run: "S-4.1M-1", step: 9_000_000), prompt: "the"), 64),
            (.contexts(.recorded(run: "none", step: nil), prompt: "the"), 66),
            (.wordMap(.recorded(run: "none", step: nil)), 66), (.weights(.recorded(run: "S-4.1M-1", step: 3)), 66),
            (.wordMap(.training(QuestionID(77))), 64),
            (.weights(.saved(folder: harness.folder.path + "/nowhere")), 66),
        ]
        for (question, exitCode) in questions {
            #expect(try harness.failure(question)?.exitCode == exitCode, "\(question)")
        }
    }
}
