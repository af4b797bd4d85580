import Cells
import Evidence
import Testing

@testable import Scene

@Suite struct CostMeterTests {
    private func speed(_ tokens: Double, source: Source = .ownRuns) throws -> TrainingSpeed {
        let model = try #require(
            MeasuredModel(name: "L", parameters: 851_200, seed: 1, step: 0, tokensSeen: 0, source: source))
        let recorded = try #require(recorded)
        return try #require(
            TrainingSpeed(tokens, on: "a test", how: "made up", parameters: recorded.parameters, of: model))
    }

    private var recorded: TrainingSpeed? {
        guard case .speed(let speed) = Record.answer(.recordedSpeed(size: "L")).first else { return nil }
        return speed
    }

    /// Six operations a parameter and token, against what others say of the same trainings.
    @Test func theFormulaComesNearWhatIsPublished() throws {
        // Of the last, others reckon by hours of machines and how well they were used.
        let errors = [
            "GPT-2 1.5B": 0.01, "GPT-3 175B": 0.01, "Chinchilla 70B": 0.03, "Llama 2 70B": 0.04, "PaLM 540B": 0.01,
            "Llama 3 70B": 0.25,
        ]
        let all = CostMeter.all(at: nil, price: nil)
        #expect(Set(all.map(\.training.model)) == Set(errors.keys))
        for meter in all {
            let published = meter.training.published.value
            let error = try #require(errors[meter.training.model])
            #expect(abs(meter.work.value - published) <= error * published, "\(meter.training.model)")
            #expect(meter.time == nil && meter.rent == nil)
        }
        #expect(all[1].work.value == 6 * 175e9 * 300e9)
    }

    @Test func everyStepOfTheSumFollows() throws {
        let speed = try speed(10_000)
        let price = try #require(Assumptions().figure(.hourPrice))
        for meter in CostMeter.all(at: speed, price: price) {
            let (parameters, tokens) = (meter.training.parameters, meter.training.tokens.value)
            let seconds = parameters * tokens / (speed.parameters.value * 10_000)
            let (hours, years) = (seconds / 3600, seconds / (3600 * 24 * 365.25))
            #expect(meter.hours.map { abs($0.value - hours) <= 1e-9 * hours } == true)
            #expect(meter.time.map { abs($0.value - years) <= 1e-9 * years } == true)
            #expect(meter.rent.map { abs($0.value - hours * price.value) <= 1e-9 * hours * price.value } == true)
            #expect(meter.rent?.derivation?.inputs == [meter.hours, price].compactMap { $0 })
        }
    }

    @Test func theSpeedOfTheRecordIsThatOfItsFastestRun() throws {
        let speed = try #require(recorded)
        let rates = try ["L-4.1M-1", "L-4.1M-2", "L-4.1M-3"].map { name in
            // The record tells the tokens; the seconds stand in its table, where the fastest took 427.
            try #require(Record.history(of: name)?.tokens?.value) / 427.0706
        }
        #expect(rates.contains { abs($0 - speed.tokensPerSecond.value) < 0.01 * $0 })
        #expect(speed.tokensPerSecond.source == .recordedRuns && speed.tokensPerSecond.subject.model == "L")
        #expect(!speed.tokensPerSecond.subject.method.isEmpty)
        #expect(Record.answer(.recordedSpeed(size: "XXL")).contains { if case .failure = $0 { true } else { false } })
    }

    private func runtime(_ answers: [Answer], isPatient: Bool = false) -> Runtime {
        var answerer = TestAnswerer([.speed(size: "L"): answers])
        answerer.knowsTheRecord = true
        answerer.isPatient = isPatient
        return Runtime(Scene(panel: .economics), answerer: answerer)
    }

    @Test func beforeItIsMeasuredTheRecordStandsAndIsNamed() throws {
        let scene = Scene.after("d d d", on: .economics)
        #expect(scene.exhibit.headline.plain.hasPrefix("The machine that recorded the runs would train GPT-3 175B in"))
        #expect(scene.exhibit.detail.about.contains { $0.plain.contains("Recorded on another machine") })
        #expect(Question.recordedSpeed(size: "L").isRecorded && !Question.speed(size: "L").isRecorded)
    }

    @Test func thisMachineIsMeasuredWhereAPersonAsks() throws {
        var runtime = runtime([.progress(Progress(.training, fraction: 0.5)), .speed(try speed(20_000)), .finished])
        runtime.play(try KeyScript("d d d t"))
        let text = runtime.scene.exhibit.headline.plain
        #expect(text.hasPrefix("This machine would train GPT-3 175B in"))
        let hours = 175e9 * 300e9 / (851_200 * 20_000) / 3600
        #expect(text.contains(" at $1.1 an hour") && !runtime.scene.exhibit.isTraining && hours > 0)
        #expect(runtime.scene.picture(size: Size(columns: 100, rows: 30)).sources.contains(.ownRuns))
    }

    @Test func measuringIsSeenAndStopped() throws {
        let answers = [Answer.progress(Progress(.training, fraction: 0.5))]
        var runtime = runtime(answers, isPatient: true)
        runtime.play(try KeyScript("d d d t"))
        #expect(runtime.scene.exhibit.isTraining && runtime.scene.exhibit.headline.plain.hasPrefix("Measuring"))
        #expect(runtime.scene.picture(size: Size(columns: 100, rows: 30)).canvas.text.contains("●"))
        runtime.play(try KeyScript("t"))
        #expect(!runtime.scene.exhibit.isTraining && runtime.scene.exhibit.headline.plain.hasPrefix("The machine that"))
    }

    @Test func whatCannotBeMeasuredLeavesTheRecord() throws {
        var runtime = runtime([.failure(Failure("no threads are left", exitCode: 71))])
        runtime.play(try KeyScript("d d d t"))
        #expect(!runtime.scene.exhibit.isTraining)
        #expect(runtime.scene.exhibit.headline.plain.hasPrefix("The machine that recorded"))
    }

    @Test func theRentCanBeThePersonsOwn() throws {
        let own = Scene.after("d d d +", on: .economics)
        #expect(own.exhibit.headline.plain.contains("at $2.2 an hour"))
        #expect(Scene.after("d d d ]", on: .economics).exhibit.headline.plain.contains("at $1.5 an hour"))
    }

    @Test func everyTrainingHasANameAndATimeAtEverySize() {
        for name in ["60x18", "80x24", "100x30", "120x36", "200x60"] {
            guard let size = Size(name) else { continue }
            let text = Scene.after("d d d", on: .economics, size: size).picture(size: size).canvas.text
            for training in CostMeter.trainings {
                #expect(text.contains(training.family), "\(name)")
            }
            #expect(
                text.split(separator: "\n").filter { $0.contains(" years") }.count > CostMeter.trainings.count,
                "\(name)")
        }
    }
}
