import Cells
import Evidence
import Testing

@testable import Scene

/// A training as the engine tells it, made of what is recorded.
enum LiveRun {
    static let folder = "/home/you/.local/state/tlviz/runs/M-4096K-1"
    static let first = TrainingRequest(size: "M", tokens: 4_096_000, seed: 1, startsAnew: true)

    /// The history up to so many tokens.
    static func history(_ tokens: Double) throws -> TrainingHistory {
        let told = try #require(Record.history(of: "M-12.3M-1"))
        let like = try #require(Record.history(of: "M-4.1M-1"))
        return TrainingHistory(
            origin: .live(folder: folder), model: told.model, parameters: told.parameters, tokens: like.tokens,
            abilities: told.abilities, points: told.points.filter { $0.tokensSeen <= tokens })
    }

    static func progress(_ step: Double) throws -> Progress {
        let model = try #require(
            MeasuredModel(
                name: "M", parameters: 140_728, seed: 1, step: Int(step), tokensSeen: Int(step) * 1024,
                source: .ownRuns))
        func figure(_ value: Double, _ unit: Unit) -> Figure? {
            Figure(measured: value, Measurement(task: "t", plain: "t", metric: "t", unit: unit), of: model)
        }
        return Progress(
            .training, fraction: step / 4000, step: figure(step, .steps), steps: figure(4000, .steps),
            tokensPerSecond: figure(150_000, .tokensPerSecond), secondsLeft: figure(18, .seconds),
            reading: TrainingDocument(text: "code : z 2 ; x z + 3 ; print x 5"))
    }

    static func answers(_ tokens: Double) throws -> [Answer] {
        [.progress(try progress(tokens / 1024)), .history(try history(tokens))]
    }

    /// A scene in which a model is trained and has read so much.
    static func scene(_ tokens: Double, size: Size, then keys: String = "") throws -> Scene {
        var runtime = Runtime(Scene(panel: .pretraining), answerer: try answerer(tokens))
        runtime.apply(.resize(size))
        runtime.play(try KeyScript("t \(keys)"))
        return runtime.scene
    }

    static func answerer(_ tokens: Double, _ more: [Answer] = []) throws -> TestAnswerer {
        var answerer = TestAnswerer([.train(first): try answers(tokens) + more])
        answerer.knowsTheRecord = true
        answerer.isPatient = true
        return answerer
    }
}

@Suite struct LiveTrainingTests {
    private static let size = Size(columns: 100, rows: 30)

    private func runtime(_ tokens: Double, _ more: [Answer] = []) throws -> (Runtime, TestAnswerer.Log) {
        let answerer = try LiveRun.answerer(tokens, more)
        var runtime = Runtime(Scene(panel: .pretraining), answerer: answerer)
        runtime.apply(.resize(Self.size))
        return (runtime, answerer.log)
    }

    private func press(_ keys: String, _ runtime: inout Runtime) throws { runtime.play(try KeyScript(keys)) }

    private func text(_ runtime: Runtime) -> String { runtime.scene.picture(size: Self.size).canvas.text }

    private func id(_ log: TestAnswerer.Log) throws -> QuestionID {
        try #require(
            log.asked.last {
                if case .train = $0.question { true } else { false }
            }
        ).id
    }

    @Test func theKnobGoesWithTheTrainingUntilThePersonTakesItBack() throws {
        var (runtime, log) = try runtime(102_400)
        try press("t", &runtime)
        #expect(log.asked.last?.question == .train(LiveRun.first))
        #expect(runtime.scene.slider.value == 98_304)
        #expect(text(runtime).contains("It learns: step 100 of 4,000 · 150K words a second · 18 s left"))
        #expect(text(runtime).contains("It reads code : z 2 ; x z + 3 ; print x 5"))
        let training = try id(log)
        runtime.apply(.answered(training, .history(try LiveRun.history(409_600))))
        #expect(runtime.scene.slider.value == 393_216)
        try press("Left Left", &runtime)
        let place = runtime.scene.slider.value
        #expect(place < 393_216)
        runtime.apply(.answered(training, .history(try LiveRun.history(1_048_576))))
        #expect(runtime.scene.slider.value == place)
        try press("End", &runtime)
        runtime.apply(.answered(training, .history(try LiveRun.history(2_000_000))))
        #expect(runtime.scene.slider.value > 1_900_000)
        // Beside another data set and behind another panel it goes on.
        try press("d 1", &runtime)
        runtime.apply(.answered(training, .history(try LiveRun.history(3_000_000))))
        #expect(text(runtime).contains("2 Pretraining●"))
        try press("2 d d d", &runtime)
        #expect(runtime.scene.slider.value > 2_800_000)
        #expect(log.cancelled.isEmpty)
    }

    @Test func spacePausesAndGoesOn() throws {
        var (runtime, log) = try runtime(102_400)
        try press("t Space", &runtime)
        let training = try id(log)
        #expect(log.paused == [training] && text(runtime).contains("Paused: step 100"))
        #expect(text(runtime).contains("Space go on"))
        try press("Space", &runtime)
        #expect(log.proceeded == [training] && text(runtime).contains("Space pause"))
    }

    @Test func whatIsStoppedIsKeptAndGoesOn() throws {
        var (runtime, log) = try runtime(409_600)
        try press("t t", &runtime)
        let training = try id(log)
        #expect(log.cancelled == [training])
        #expect(text(runtime).contains("Stopped, and kept in \(LiveRun.folder)"))
        let before = text(runtime)
        // A late answer finds nobody.
        runtime.apply(.answered(training, .history(try LiveRun.history(2_000_000))))
        #expect(text(runtime) == before)
        try press("t", &runtime)
        #expect(
            log.asked.last?.question
                == .train(TrainingRequest(size: "M", tokens: 4_096_000, seed: 1, folder: LiveRun.folder)))
        let other = try id(log)
        runtime.apply(.answered(other, .history(try LiveRun.history(2_000_000))))
        #expect(runtime.scene.slider.value > 1_900_000)
    }

    @Test func afterItsEndItIsAskedOnceMoreAndAnotherCanBegin() throws {
        var (runtime, log) = try runtime(4_096_000, [.finished])
        try press("t", &runtime)
        let training = try id(log)
        guard case .examine(.training(training), let items, let seed) = log.asked.last?.question else {
            Issue.record("nothing is examined: \(String(describing: log.asked.last))")
            return
        }
        #expect(items == 200 && seed != 0 && seed != 7)
        #expect(text(runtime).contains("Trained, and kept in"))
        let results = try #require(try LiveRun.history(4_096_000).points.last).results
        let examination = try #require(log.asked.last?.id)
        runtime.apply(.answered(examination, .abilities(results)))
        #expect(text(runtime).contains("Asked once more"))
        try press("t", &runtime)
        #expect(log.asked.filter { $0.question == .train(LiveRun.first) }.count == 2)
        #expect(log.cancelled.isEmpty)
    }

    @Test func whatIsStoppedBeforeItWasAskedAnythingGoesOnWithItsOwnSeed() throws {
        let history = try #require(Record.history(of: "M-4.1M-2"))
        let unasked = TrainingHistory(
            origin: .live(folder: LiveRun.folder), model: history.model, parameters: history.parameters,
            tokens: history.tokens,
            abilities: [],
            points: history.points.prefix(9).map { .init(step: $0.step, tokensSeen: $0.tokensSeen, loss: $0.loss) })
        var answerer = TestAnswerer([.train(LiveRun.first): [.history(unasked)]])
        answerer.knowsTheRecord = true
        answerer.isPatient = true
        var runtime = Runtime(Scene(panel: .pretraining), answerer: answerer)
        runtime.apply(.resize(Self.size))
        try press("t", &runtime)
        #expect(text(runtime).contains("seed 2") && text(runtime).contains("It was not asked anything yet"))
        try press("t t", &runtime)
        #expect(
            answerer.log.asked.last?.question
                == .train(TrainingRequest(size: "M", tokens: 4_096_000, seed: 2, folder: LiveRun.folder)))
    }

    @Test func nothingIsSaidWhereNothingWasAsked() throws {
        // A run that is examined late says nothing of what comes before, whatever it can do later.
        let history = try LiveRun.history(1_048_576)
        var points = history.points
        for index in points.indices where points[index].tokensSeen < 500_000 { points[index].results = [] }
        let late = TrainingHistory(
            origin: history.origin, model: history.model, parameters: history.parameters, tokens: history.tokens,
            abilities: history.abilities, points: points)
        var answerer = TestAnswerer([.train(LiveRun.first): [.history(late)]])
        answerer.knowsTheRecord = true
        answerer.isPatient = true
        var runtime = Runtime(Scene(panel: .pretraining), answerer: answerer)
        runtime.apply(.resize(Self.size))
        try press("t", &runtime)
        #expect(text(runtime).contains("97.0%"))
        for keys in ["Home", "Right*20"] {
            try press(keys, &runtime)
            #expect(!text(runtime).contains("97.0%") && text(runtime).contains("—"), "\(text(runtime))")
        }
    }

    @Test func whatAModelWroteHasItsSource() throws {
        let scene = try LiveRun.scene(102_400, size: Self.size, then: "s")
        #expect(scene.picture(size: Self.size).canvas.text.contains("tlviz"))
        let picture = drawn(40, 1) { picture in
            let text = (try? LiveRun.history(0))?.points.first?.writing.first
            if let text { picture.draw("\(text)", in: picture.canvas.bounds) }
        }
        #expect(picture.sources == [.recordedRuns])
    }

    @Test func whatIsStoppedBeforeItsFirstStepIsNotAboutToBegin() throws {
        var answerer = TestAnswerer([.train(LiveRun.first): []])
        answerer.knowsTheRecord = true
        answerer.isPatient = true
        var runtime = Runtime(Scene(panel: .pretraining), answerer: answerer)
        runtime.apply(.resize(Self.size))
        try press("t", &runtime)
        #expect(runtime.scene.exhibit.headline.plain.hasPrefix("A model is about to begin"))
        try press("t", &runtime)
        #expect(runtime.scene.exhibit.headline.plain == "The training was stopped before its first step.")
        // Another press begins anew: there is nothing to go on with.
        try press("t", &runtime)
        #expect(answerer.log.asked.filter { $0.question == .train(LiveRun.first) }.count == 2)
    }

    @Test func theSizeThatIsShownIsTheOneThatIsTrained() throws {
        var (runtime, log) = try runtime(102_400)
        try press("] t", &runtime)
        #expect(
            log.asked.last?.question
                == .train(TrainingRequest(size: "XS", tokens: 4_096_000, seed: 1, startsAnew: true)))
    }

    @Test func aTrainingThatFailsSaysWhyInItsLine() throws {
        let failure = Failure("/home/you: no space is left on the device", exitCode: 74)
        var (runtime, _) = try runtime(102_400, [.failure(failure)])
        try press("t", &runtime)
        #expect(text(runtime).contains(failure.line))
        #expect(!runtime.scene.exhibit.isTraining)
    }

    @Test func puttingThePanelBackStopsTheTraining() throws {
        var (runtime, log) = try runtime(102_400)
        try press("t r", &runtime)
        #expect(log.cancelled == [try id(log)])
        #expect(text(runtime) == Scene.after("", on: .pretraining).picture(size: Self.size).canvas.text)
    }

    @Test func everyStateOfATrainingIsAWholePictureWithItsSources() throws {
        for name in ["20x5", "60x18", "80x24", "100x30", "120x36", "200x60"] {
            let size = try #require(Size(name))
            for tokens in [0.0, 1024, 102_400, 1_048_576, 4_096_000] {
                for keys in ["", "Space", "t", "m", "m m", "Left*8", "Enter", "Enter PageDown", "?", "s", "0"] {
                    let scene = try LiveRun.scene(tokens, size: size, then: keys)
                    for hasColor in [true, false] {
                        let picture = scene.picture(size: size, hasColor: hasColor)
                        #expect(picture.canvas.firstFault() == nil)
                        #expect(picture.firstUnaccountedDigit() == nil, "\(tokens) \(keys)\n\(picture.canvas.text)")
                    }
                }
            }
        }
    }

    @Test func theRecordStandsBehindInColourAlone() throws {
        let scene = try LiveRun.scene(102_400, size: Self.size)
        let knob = try #require(
            scene.picture(size: Self.size).canvas.text.split(separator: "\n").last { $0.contains("◆") })
        let column = knob.distance(from: knob.startIndex, to: try #require(knob.firstIndex(of: "◆")))
        for hasColor in [true, false] {
            let canvas = scene.picture(size: Self.size, hasColor: hasColor).canvas
            let ahead = (8..<24).flatMap { row in
                (column + 1..<82).map { canvas[$0, row] }.filter { cell in
                    (cell.glyph?.base).map { "▁▂▃▄▅▆▇█".unicodeScalars.contains($0) } ?? false
                }
            }
            #expect(ahead.isEmpty == !hasColor)
            #expect(ahead.allSatisfy { $0.style.foreground == Ink.rule })
        }
    }
}

@Test func theSeedOfTheNextTrainingIsThePersons() throws {
    let answerer = TestAnswerer.ofTheRecord
    let log = answerer.log
    var runtime = Runtime(Scene(panel: .pretraining), answerer: answerer)
    runtime.apply(.resize(Size(columns: 100, rows: 30)))
    #expect(!runtime.scene.answers(.decrease))
    runtime.play(try KeyScript("+ + + -"))
    #expect(runtime.scene.picture(size: Size(columns: 100, rows: 30)).canvas.text.contains("weights of seed 3"))
    runtime.play(try KeyScript("t"))
    let requests = log.asked.compactMap { asked -> TrainingRequest? in
        if case .train(let request) = asked.question { request } else { nil }
    }
    #expect(requests.map(\.seed) == [3] && requests.allSatisfy(\.startsAnew))
    // Of what others trained there is no seed to choose.
    runtime.play(try KeyScript("r d"))
    #expect(!runtime.scene.answers(.increase))
}
