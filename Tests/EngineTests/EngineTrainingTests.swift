import Evidence
import Foundation
import LittleWorld
import Testing
import TestSupport
import TinyLM

@testable import Engine

/// One after the other: a training has every processor that the tests beside it leave.
@Suite(.serialized, .timeLimit(.minutes(10))) struct EngineTrainingTests {
    @Test func aTrainingStreamsItsHistoryAndIsARunThatTheCommandLineTakes() throws {
        let harness = try Harness()
        let answers = try harness.all(.train(.small()))
        #expect(answers.last == .finished)
        #expect(answers.compactMap(\.progress).first?.phase == .preparing)
        let histories = answers.compactMap(\.history)
        let history = try #require(histories.last)
        guard case .live(let folder) = history.origin else { throw Unexpected() }
        #expect(folder == harness.folder.path + "/own/XS-60K-3")
        let run = try RunContents(path: folder)
        #expect(run.isFinished && run.description.recipe.steps == 59)
        #expect(history.points.map(\.step) == ReportSchedule.steps(of: 59))
        // The very numbers of the run's reports, as measured figures.
        #expect(history.points.compactMap { $0.loss?.value } == run.reports.map(\.crossEntropy))
        let loss = try #require(history.points.last?.loss)
        #expect(loss.kind == .measured && loss.source == .ownRuns && loss.subject.seed == "3")
        #expect(loss.subject.step == "59")
        for (point, report) in zip(history.points, run.reports) {
            #expect(point.results.count == report.abilities?.count ?? 0)
        }
        // What it writes at its beginning and at its end.
        #expect(history.points.first?.writing.count == RecordedPrompts.texts.count)
        #expect(history.points.last?.writing.count == RecordedPrompts.texts.count)
        #expect(history.points.last?.attention != nil)
        for (earlier, later) in zip(histories, histories.dropFirst()) {
            #expect(later.points.count >= earlier.points.count)
        }
    }

    @Test func itIsTheRunThatIsTrainedWithoutIt() throws {
        let harness = try Harness()
        let history = try #require(try harness.all(.train(.small())).compactMap(\.history).last)
        let alone = try RunContents(path: try trainAlone(in: harness.folder.path + "/alone", examine: nil))
        #expect(history.points.compactMap { $0.loss?.value } == alone.reports.map(\.crossEntropy))
        #expect(
            try RunContents(path: harness.folder.path + "/own/XS-60K-3").checkpoint?.parameters
                == alone.checkpoint?.parameters)
    }

    @Test func aCancelledTrainingTellsNothingMoreAndGoesOnWhereItStopped() throws {
        let harness = try Harness()
        let path = harness.folder.path + "/a/run"
        let first = harness.ask(.train(.endless(folder: path)))
        let seen = try harness.wait(for: first) { $0.history.flatMap { $0.points.count > 6 ? $0 : nil } }
        harness.engine.cancel(first)
        let count = harness.answers[first]?.count
        harness.take()
        #expect(harness.answers[first]?.count == count)
        // The folder is free when the run is saved.
        try waitUntil { (try? RunFolder.open(at: path)) != nil }
        harness.take()
        #expect(harness.answers[first]?.count == count)
        let saved = try #require(try RunContents(path: path).checkpoint?.step)
        #expect(saved >= seen.points.last?.step ?? .max)

        let second = harness.ask(.train(.endless(folder: path)))
        let resumed = try harness.wait(for: second) { $0.history }
        #expect(resumed.points.prefix(seen.points.count).map(\.step) == seen.points.map(\.step))
        let last = resumed.points.last?.step ?? .max
        _ = try harness.wait(for: second) { $0.history.flatMap { ($0.points.last?.step ?? 0) > last ? $0 : nil } }
    }

    @Test func aTrainingGoesOnAtOnceThoughTheOneBeforeIsStillSaving() throws {
        let harness = try Harness()
        let path = harness.folder.path + "/run"
        var training = harness.ask(.train(.endless(folder: path)))
        for _ in 0..<5 {
            _ = try harness.wait(for: training) { $0.history.flatMap { $0.points.count > 2 ? true : nil } }
            harness.engine.cancel(training)
            training = harness.ask(.train(.endless(folder: path)))
        }
        _ = try harness.wait(for: training) { $0.history }
    }

    @Test func oneThatStartsAnewTakesTheNextSeed() throws {
        let harness = try Harness()
        var request = TrainingRequest.small()
        request.startsAnew = true
        for seed in ["3", "4", "5"] {
            let history = try #require(try harness.all(.train(request)).compactMap(\.history).last)
            #expect(history.points.last?.loss?.subject.seed == seed)
            guard case .live(let folder) = history.origin else { throw Unexpected() }
            #expect(folder == harness.folder.path + "/own/XS-60K-\(seed)")
        }
        request.folder = harness.folder.path + "/named"
        #expect(try harness.failure(.train(request))?.exitCode == 64)
    }

    @Test func whatIsReadIsTheTextOfTheRun() throws {
        let harness = try Harness()
        let training = harness.ask(.train(.endless(folder: harness.folder.path + "/run")))
        let progress = try harness.wait(for: training) { $0.progress.flatMap { $0.reading == nil ? nil : $0 } }
        let words = try #require(progress.reading?.text)
        let tokens = try Vocabulary.little.encode(words)
        let step = Int(try #require(progress.step?.value))
        let seed = UInt64(try #require(progress.step?.subject.seed)) ?? 0
        let row = LittleWorldText(seed: seed).row(at: step * 16, length: 65)
        #expect(!tokens.isEmpty && Array(row.tokens.dropFirst().prefix(tokens.count)) == tokens)
        harness.engine.cancel(training)
    }

    @Test func theEndSavesARunAndFreesEverything() throws {
        let harness = try Harness()
        let path = harness.folder.path + "/run"
        let training = harness.ask(.train(.endless(folder: path)))
        _ = try harness.wait(for: training) { $0.history.flatMap { $0.points.count > 6 ? true : nil } }
        let others = [
            harness.ask(.examine(.training(training), items: 100_000, seed: 1)),
            harness.ask(
                .generate(.training(training), GenerationRequest(prompt: "the", count: 10_000, temperature: 1))),
            harness.ask(
                .fineTune(
                    FineTuningRequest(model: .recorded(run: "L-4.1M-1", step: nil), task: "diagnosis", labels: 3000))),
        ]
        harness.engine.end()
        let wakes = harness.wakes.current
        #expect(harness.engine.isIdle)
        #expect(harness.engine.takeAnswers().isEmpty)
        #expect(try RunFolder.open(at: path).latestCheckpoint()?.step ?? 0 > 0)
        // Nobody answers any more.
        harness.engine.ask(QuestionID(99), .recordedRuns)
        #expect(harness.engine.takeAnswers().isEmpty && harness.wakes.current == wakes)
        #expect(others.count == 3)
    }

    @Test func aPausedTrainingRestsAndItsModelIsAnswered() throws {
        let harness = try Harness()
        let training = harness.ask(.train(.endless()))
        _ = try harness.wait(for: training) { $0.history.flatMap { $0.points.count > 6 ? true : nil } }
        harness.engine.pause(training)
        let rest = try harness.wait(for: training) { $0.progress.flatMap { $0.phase == .paused ? $0 : nil } }
        let question = Question.nextWords(.training(training), prompt: "the small fox", count: 5)
        let steps = try (0..<3).map { _ in
            usleep(30_000)
            return try #require(try harness.all(question).lazy.compactMap(\.nextWords).first?.words.first).probability
                .subject.step
        }
        #expect(Set(steps).count == 1 && steps[0] == rest.step?.subject.step)
        harness.take()
        #expect(harness.answers[training]?.compactMap(\.progress).last?.phase == .paused)
        harness.engine.proceed(training)
        _ = try harness.wait(for: training) {
            $0.progress.flatMap { $0.phase == .training && $0.fraction > rest.fraction ? true : nil }
        }
        // The time that is left follows from what is told beside it.
        let told = try harness.wait(for: training) { $0.progress.flatMap { $0.secondsLeft == nil ? nil : $0 } }
        #expect(
            told.secondsLeft?.derivation?.inputs
                == [told.steps, told.step, told.tokensPerSecond].compactMap { $0 })
        #expect(told.secondsLeft?.derivation?.inputs.count == 3)
    }

    @Test func aPromptIsAnsweredWhileTheModelLearnsAndAfterwards() throws {
        let harness = try Harness()
        let training = harness.ask(.train(.small(tokens: 1_000_000)))
        let question = Question.nextWords(.training(training), prompt: "the small fox", count: 5)
        let during = try #require(try harness.all(question).lazy.compactMap(\.nextWords).first)
        harness.take()
        #expect(harness.answers[training]?.last?.isLast == false)
        _ = try harness.wait(for: training) { $0.isLast ? true : nil }
        let after = try #require(try harness.all(question).lazy.compactMap(\.nextWords).first)
        #expect(during.words.count == 5 && after.words.count == 5)
        let (first, last) = (during.words[0].probability.subject.step, after.words[0].probability.subject.step)
        #expect(Int(first) ?? .max < 977 && last == "977")
        #expect(after.words[0].probability.value > during.words[0].probability.value)
    }

    @Test func aFinishedRunIsToldAndNotTrainedAgain() throws {
        let harness = try Harness()
        let once = try #require(try harness.all(.train(.small())).compactMap(\.history).last)
        let again = try harness.all(.train(.small()))
        #expect(again.compactMap(\.history).last?.points.map(\.loss) == once.points.map(\.loss))
        #expect(again.last == .finished)
        // By another folder's name.
        let folder = harness.folder.path + "/own/XS-60K-3"
        #expect(try harness.all(.train(.small(folder: folder))).last == .finished)
        #expect(try harness.failure(.train(.small(seed: 4, folder: folder)))?.exitCode == 64)
    }

    @Test func anExaminationThatIsStoppedIsToldWhenTheRunGoesOn() throws {
        let folder = try TemporaryFolder()
        let whole = try RunContents(path: try trainAlone(in: folder.path + "/whole", examine: nil))
        for stop in [0, 3, 59] {
            let path = "\(folder.path)/stopped-\(stop)"
            try trainAlone(in: path) { $0 == stop }
            let stopped = try RunContents(path: path)
            #expect(stopped.reports.last.map { $0.step < stop } ?? (stop == 0))
            #expect(stopped.checkpoint?.step == stop && !stopped.isFinished)
            try trainAlone(in: path, examine: nil)
            let resumed = try RunContents(path: path)
            #expect(resumed.isFinished && resumed.checkpoint?.parameters == whole.checkpoint?.parameters)
            #expect(resumed.reports.map(\.step) == whole.reports.map(\.step))
            #expect(resumed.reports.map(\.crossEntropy) == whole.reports.map(\.crossEntropy))
            #expect(resumed.reports.map(\.abilities) == whole.reports.map(\.abilities))
        }
    }

    /// Trains the small run without an engine, and gives its folder; where `examine` is true of a step, its examination
    /// is stopped.
    @discardableResult
    private func trainAlone(in path: String, examine: ((Int) -> Bool)?) throws -> String {
        let description = RunDescription(
            shape: ModelShape(.extraSmall, vocabularyCount: Vocabulary.little.count, context: 64), size: .extraSmall,
            tokens: 60_000, seed: 3)
        let folder =
            RunContents.exists(at: path)
            ? try RunFolder.open(at: path) : try RunFolder.create(at: path, description: description)
        let run = try TrainingRun(
            folder, text: LittleWorldText(seed: folder.description.seed), pool: WorkerPool(threadCount: 1))
        let examiner = Examiner(folder.description)
        try run.train(
            examine: { model, step throws(ExaminationStopped) in
                if examine?(step) == true { throw ExaminationStopped() }
                return examiner.abilities(of: model, step: step)
            }, isStopped: { false }, report: { _ in })
        return path
    }

    private func waitUntil(_ isTrue: () -> Bool) throws {
        for _ in 0..<60_000 {
            if isTrue() { return }
            usleep(2000)
        }
        throw Unexpected()
    }

    private struct Unexpected: Error {}
}
