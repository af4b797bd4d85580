import Cells
import Evidence
import Testing

@testable import Scene

/// A race that is run here, as the engine tells it.
enum RaceRun {
    static let scores = [("diagnosis", 0.5, 0.75), ("goodSentence", 0.5, 0.52), ("subjectNumber", 0.6, 0.99)]

    /// What is recorded of the same race.
    static func curves() throws -> TransferCurves {
        guard case .transfer(let curves) = Record.answer(.experiment(.transfer)).first else {
            throw Failure("no race is recorded", exitCode: 66)
        }
        return curves
    }

    /// The answers of so many lanes to their end, and of the next one before it.
    static func answers(finished: Int) throws -> [Evidence.Question: [Answer]] {
        var answers: [Evidence.Question: [Answer]] = [:]
        let lanes = scores.flatMap { [($0.0, true, $0.1), ($0.0, false, $0.2)] }
        for (place, lane) in lanes.enumerated() where place <= finished {
            let isFinished = place < finished
            let curve = try curve(lane.0, lane.2, isFinished: isFinished)
            answers[.fineTune(request(lane.0, random: lane.1))] =
                [.progress(Progress(.training, fraction: 0.5)), .fineTuning(curve)] + (isFinished ? [.finished] : [])
        }
        return answers
    }

    static func scene(finished: Int, size: Size) throws -> Scene {
        var answerer = TestAnswerer(try answers(finished: finished))
        answerer.knowsTheRecord = true
        answerer.isPatient = true
        var runtime = Runtime(Scene(panel: .paradigms), answerer: answerer)
        runtime.apply(.resize(size))
        runtime.play(try KeyScript("d t"))
        return runtime.scene
    }

    static func request(_ task: String, random: Bool) -> FineTuningRequest {
        FineTuningRequest(
            model: .recorded(run: "M-4.1M-1", step: 4000), task: task, labels: 30, startsFromRandomWeights: random)
    }

    /// A curve that ends with a score on the test notes, or has none yet.
    static func curve(_ task: String, _ accuracy: Double, isFinished: Bool) throws -> Evidence.FineTuningCurve {
        let model = try #require(
            MeasuredModel(name: "M", parameters: 140_840, seed: 1, step: 4000, tokensSeen: 4_096_000, source: .ownRuns))
        let chance = task == "diagnosis" ? 0.125 : 0.5
        func figure(_ value: Double) throws -> Figure {
            try #require(
                Figure(
                    measured: value,
                    Measurement(
                        task: task, plain: task, metric: "accuracy", unit: .fraction, chance: chance,
                        standardError: 0.02, items: 400, labelledExamples: 130), of: model))
        }
        let known = try #require(try curves().tasks.first { $0.id == task })
        return Evidence.FineTuningCurve(
            model: model, task: task, taskName: task, chance: known.chance, best: known.best, trainingLabels: 30,
            labels: 130, points: [Evidence.FineTuningCurve.Point(step: 20, accuracy: try figure(accuracy))],
            test: isFinished ? try figure(accuracy) : nil)
    }
}

@Suite struct ParadigmsRaceTests {
    private static let size = Size(columns: 100, rows: 30)

    private func exhibit(_ keys: String) throws -> ParadigmsExhibit {
        try #require(Scene.after(keys, on: .paradigms).exhibit as? ParadigmsExhibit)
    }

    private func recorded() throws -> TransferCurves { try RaceRun.curves() }

    // MARK: - The record

    @Test func theSliderStandsWhereTheRecordHasRuns() throws {
        let places = Set(
            try recorded().tasks.flatMap { $0.random + $0.pretrained }
                .compactMap { $0.mean.subject.labelledExamples })
        #expect(Set(RaceTask.axis.positions) == places)
        #expect(Set(try recorded().tasks.map(\.id)) == Set(RaceTask.all.map(\.id)))
        for task in try recorded().tasks {
            for accuracy in task.random + task.pretrained {
                let labels = try #require(accuracy.mean.subject.labelledExamples)
                #expect(Double(try #require(accuracy.trainingLabels)) == labels - RaceTask.choosingLabels)
            }
        }
    }

    @Test func aheadMeansThreeStandardErrorsAndEveryDraw() throws {
        for labels in RaceTask.axis.positions {
            for task in RaceTask.all {
                let result = try #require(RaceResult(task, of: try recorded(), labels: labels))
                guard let random = result.random, let pretrained = result.pretrained else {
                    #expect(result.isAhead == nil)
                    continue
                }
                let errors = [random, pretrained].map { $0.mean.subject.standardError ?? .nan }
                let limit = 3 * (errors[0] * errors[0] + errors[1] * errors[1]).squareRoot()
                let isApart =
                    pretrained.draws.allSatisfy { one in random.draws.allSatisfy { $0.value < one.value } }
                let isAhead = pretrained.mean.value - random.mean.value > limit && isApart
                #expect(result.isAhead == isAhead, "\(task.id) \(labels)")
            }
        }
    }

    @Test func fewLabelsArePretrainingsAndManyMakeUpForIt() throws {
        func ahead(_ keys: String) throws -> [Bool] { try exhibit("d " + keys).raceResults.compactMap(\.isAhead) }
        #expect(try ahead("") == [true, false, true])
        #expect(try ahead("Space Space") == [false, false, false])
        #expect(try ahead("End") == [false])
        let text = Scene.after("d", on: .paradigms).picture(size: Self.size).canvas.text
        #expect(
            text.contains(
                "In the record the pretrained model is clearly ahead in two of the three tasks run with 130 labels"))
    }

    @Test func theHeadlineSaysWhatGuessingGetsWhereAScoreMayBeNoMore() throws {
        for labels in RaceTask.axis.positions.indices {
            for row in RaceTask.all.indices {
                let keys = ["d Home", labels > 0 ? "Right*\(labels)" : "", row > 0 ? "Down*\(row)" : ""]
                let panel = try exhibit(keys.filter { !$0.isEmpty }.joined(separator: " "))
                let result = try #require(panel.chosenResult)
                let headline = panel.headline.plain
                guard let random = result.random, let pretrained = result.pretrained else {
                    #expect(headline.hasPrefix("No model was trained to \(RaceTask.all[row].doing)"))
                    continue
                }
                #expect(headline.contains(random.mean.text) && headline.contains(pretrained.mean.text))
                let isNear = [random.mean, pretrained.mean].contains { figure in
                    figure.value - (figure.subject.chance ?? 0) <= 3 * (figure.subject.standardError ?? 0)
                }
                #expect(headline.contains("guessing gets") == isNear, "\(headline)")
                #expect(headline.contains("no clear lead") == (result.isAhead == false && !isNear), "\(headline)")
            }
        }
    }

    // MARK: - Forgetting

    @Test func whatIsForgottenIsWhatTheRecordLost() throws {
        guard case .forgetting(let scores) = Record.answer(.experiment(.forgetting)).first else {
            throw Failure("no forgetting is recorded", exitCode: 66)
        }
        var keys = "d m"
        for teaching in scores.teachings {
            let panel = try exhibit(keys)
            let loss = try #require(panel.forgetfulness)
            #expect(loss.teaching == teaching && loss.changes.count == 8 && panel.rowCount == 8)
            for change in loss.changes {
                #expect(scores.before.contains { $0.ability == change.ability && $0.sharp == change.before })
                #expect(teaching.abilities.contains { $0.ability.id == change.ability.id && $0.sharp == change.after })
            }
            // It opens on what fell the farthest, and its headline is about the chosen row.
            #expect(panel.chosenRow == loss.worstRow ?? 0)
            for row in loss.changes.indices {
                var chosen = panel
                chosen.chosenRow = row
                let (change, headline) = (loss.changes[row], chosen.headline.plain)
                #expect(headline.contains("in \(change.names[0])"), "\(headline)")
                #expect(headline.contains(change.before.text) && headline.contains(change.after.text), "\(headline)")
                let isWorse = change.after.value < change.before.value
                #expect(headline.contains("no clear loss") == (!change.isLost && isWorse), "\(headline)")
                #expect(headline.contains("loses nothing") == !isWorse, "\(headline)")
            }
            keys += " ]"
        }
        #expect(try exhibit(keys).teaching == 0)
    }

    // MARK: - Marks

    /// Where its legend explains a mark, at every size; while a race runs, beside the source.
    @Test func everyMarkOfTheRaceIsExplained() throws {
        for size in ["60x18", "80x24", "100x30", "120x36", "200x60"].compactMap(Size.init) {
            let scenes = [Scene.after("d", on: .paradigms, size: size), try RaceRun.scene(finished: 2, size: size)]
            for scene in scenes {
                let text = scene.picture(size: size).canvas.text
                for mark in ["○ from scratch", "● pretrained", "┊ guessing", "┃ best"] {
                    #expect(text.contains(mark), "\(mark) at \(size)")
                }
                #expect(text.contains("├┤ draws") || text.contains("├ ┤ lowest, highest draw"), "\(size)")
            }
            let forgetting = Scene.after("d m", on: .paradigms, size: size).picture(size: size).canvas.text
            #expect(forgetting.contains("○ before ") && forgetting.contains("● after"), "\(size)")
        }
    }

    @Test func whoReadsItIsToldWhatWasReadAndAsked() throws {
        let text = Scene.after("d m", on: .paradigms).picture(size: Self.size).canvas.text
        #expect(text.contains("4.1M words read"))
        let panel = try exhibit("d m")
        for row in 0..<panel.rowCount {
            var chosen = panel
            chosen.chosenRow = row
            let line = chosen.commentary(columns: 98)[0]
            let items = try #require(chosen.forgetfulness?.changes[row].after.subject.items)
            #expect(line.last?.plain == "\(items) questions")
        }
    }

    // MARK: - Here and now

    private func runtime(_ answers: [Evidence.Question: [Answer]]) -> (Runtime, TestAnswerer.Log) {
        var answerer = TestAnswerer(answers)
        answerer.knowsTheRecord = true
        answerer.isPatient = true
        var runtime = Runtime(Scene(panel: .paradigms), answerer: answerer)
        runtime.apply(.resize(Self.size))
        return (runtime, answerer.log)
    }

    private func press(_ keys: String, _ runtime: inout Runtime) throws { runtime.play(try KeyScript(keys)) }

    private func text(_ runtime: Runtime) -> String { runtime.scene.picture(size: Self.size).canvas.text }

    private func fineTunings(_ log: TestAnswerer.Log) -> [FineTuningRequest] {
        log.asked.compactMap { if case .fineTune(let request) = $0.question { request } else { nil } }
    }

    @Test func theRaceRunsBothSidesOfEachTaskOneAfterAnother() throws {
        let scores = RaceRun.scores
        var (runtime, log) = runtime(try RaceRun.answers(finished: 6))
        try press("d t", &runtime)
        #expect(
            fineTunings(log)
                == scores.flatMap { [RaceRun.request($0.0, random: true), RaceRun.request($0.0, random: false)] })
        let panel = try #require(runtime.scene.exhibit as? ParadigmsExhibit)
        #expect(panel.live?.state == .finished && !panel.isTraining)
        #expect(
            panel.headline.plain
                == "With 130 labels a pretrained little model names 75.0% of the illnesses, from scratch 50.0%.")
        #expect(text(runtime).contains("here: pretrained is clearly ahead") && text(runtime).contains("75.0% here"))
        #expect(text(runtime).contains("faint: the record"))
        // Elsewhere on the slider the record is shown alone.
        try press("Right", &runtime)
        #expect(!text(runtime).contains("here:"))
    }

    @Test func whatRunsIsToldAndStops() throws {
        var (runtime, log) = runtime([
            .fineTune(RaceRun.request("diagnosis", random: true)): [
                .progress(Progress(.training, fraction: 0.5)),
                .fineTuning(try RaceRun.curve("diagnosis", 0.13, isFinished: false)),
            ]
        ])
        try press("d t", &runtime)
        let first = text(runtime)
        #expect(first.contains("running here: first of six") && first.contains("1 Paradigms●"))
        #expect(first.contains("13.0% so far") && first.contains("waits") && first.contains("t stop"))
        let headline = runtime.scene.exhibit.headline.plain
        #expect(headline.contains("random weights learn to name the illness from 130 labels: 13.0% right so far"))
        #expect(headline.contains("guessing gets 12.5%"))
        // It goes on behind another panel.
        try press("4", &runtime)
        #expect(text(runtime).contains("1 Paradigms●") && log.cancelled.isEmpty)
        try press("1 t", &runtime)
        #expect(log.cancelled.count == 1 && !text(runtime).contains("●  "))
        #expect(text(runtime).contains("was stopped") && text(runtime).contains("t run it here"))
    }

    @Test func aFailureIsSaidAndARaceIsBegunOnlyWhereItIsSeen() throws {
        var (runtime, log) = runtime([
            .fineTune(RaceRun.request("diagnosis", random: true)): [
                .failure(Failure("the model is damaged", exitCode: 65))
            ]
        ])
        try press("t", &runtime)
        #expect(fineTunings(log).isEmpty)
        try press("d t", &runtime)
        #expect(text(runtime).contains("cannot be run here: the model is damaged"))
        #expect(!runtime.scene.exhibit.isTraining)
        try press("r", &runtime)
        #expect(text(runtime).contains("Until 2018"))
    }
}
