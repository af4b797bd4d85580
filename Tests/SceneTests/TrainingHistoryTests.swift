import Cells
import Evidence
import Testing

@testable import Scene

/// Histories that tests make up, drawn by the panel of pretraining as it draws any other.
private enum Made {
    static let abilities = [
        ExaminedAbility(
            id: "colours", name: "colours of things", asks: "Which colour has a thing?",
            scoring: "The answer's word is the most probable one.", chance: nil),
        ExaminedAbility(
            id: "sums", name: "sums", asks: "What is the sum?", scoring: "Every digit is right.", chance: nil),
    ]

    static func model(step: Int) -> MeasuredModel? {
        MeasuredModel(
            name: "Q", parameters: 1234, seed: 1, step: step, tokensSeen: step * 1000, source: .recordedRuns)
    }

    static func figure(_ value: Double, of ability: ExaminedAbility, step: Int, isSharp: Bool = true) -> Figure? {
        model(step: step).flatMap {
            Figure(
                measured: value,
                Measurement(
                    task: ability.id, plain: ability.name, metric: isSharp ? "exact match" : "probability",
                    unit: .fraction, higherIsBetter: true, chance: isSharp ? 0.1 : nil,
                    standardError: isSharp ? 0.02 : nil, items: 100), of: $0)
        }
    }

    /// A run of ten thousand tokens, a point for each row of scores: the first after random weights, and so on.
    static func history(_ scores: [[Double]], origin: TrainingHistory.Origin = .recorded(run: "Q-1")) throws
        -> TrainingHistory
    {
        var subject = Subject()
        subject.family = "little world"
        subject.model = "Q"
        subject.parameters = 1234
        let points = scores.enumerated().map { step, row in
            TrainingHistory.Point(
                step: step, tokensSeen: Double(step * 1000),
                results: zip(abilities, row).compactMap { ability, score in
                    figure(score, of: ability, step: step).map { sharp in
                        AbilityResult(
                            ability, sharp: sharp,
                            smooth: [figure(score / 2, of: ability, step: step, isSharp: false)].compactMap { $0 })
                    }
                })
        }
        return TrainingHistory(
            origin: origin, model: "Q",
            parameters: Figure(.layout, value: 1234, unit: .parameters, subject: subject, inputs: []),
            tokens: Figure(.recipe, value: 10_000, unit: .tokens, subject: subject, inputs: []),
            abilities: abilities, points: points)
    }

    static func summary() throws -> RunSummary {
        let history = try history([])
        return RunSummary(
            origin: .recorded(run: "Q-1"), name: "Q-1", model: "Q", parameters: history.parameters,
            tokens: try #require(history.tokens), seed: 1, keptSteps: [], hasTrajectory: false)
    }

    static let size = Size(columns: 100, rows: 30)

    /// A runtime that shows the data set of the little world, of which there is one run, with such answers.
    static func runtime(_ answers: [Answer]) throws -> Runtime {
        let answerer = TestAnswerer([
            .recordedRuns: [.runs([try summary()]), .finished], .history(run: "Q-1"): answers,
        ])
        var runtime = Runtime(Scene(panel: .pretraining), answerer: answerer)
        runtime.apply(.resize(size))
        return runtime
    }
}

extension Runtime {
    fileprivate func text() -> String { scene.picture(size: Made.size).canvas.text }
    fileprivate func headline() -> String { scene.exhibit.headline.plain }
}

@Suite struct TrainingHistoryTests {
    private static let whole = [[0.1, 0.1], [0.1, 0.1], [0.5, 0.1], [0.7, 0.12], [0.9, 0.5]]

    @Test func stagesFollowFromAnyFigures() throws {
        let rest = Array(repeating: [0.9, 0.6], count: 6)
        let run = HistoryCurves(try Made.history(Self.whole + rest))
        #expect(run.isWhole)
        #expect(run.curves.map(\.ability.id) == ["colours", "sums"])
        #expect(
            run.stages.map(\.name) == [
                "random weights", "first words", "colours of things", "sums", "foundation model",
            ])
        #expect(run.stages.map(\.tokens) == [0, 1000, 2000, 4000, 10_000])
        #expect(run.stages[1].reason.plain.hasSuffix("every score is what it was"))
        #expect(run.axis(at: 0).scale.range.upperBound == 10_000)
        // One that is not at its end is no finished model, and the knob goes no farther than what was measured.
        let part = HistoryCurves(try Made.history(Self.whole))
        #expect(
            !part.isWhole && part.stages.map(\.name) == ["random weights", "first words", "colours of things", "sums"])
        #expect(part.axis(at: 0).positions.last == 4000 && part.axis(at: 0).scale.range.upperBound == 10_000)
    }

    @Test func itsValuesStandAtTheKnob() throws {
        var runtime = try Made.runtime([.history(try Made.history(Self.whole)), .finished])
        #expect(runtime.headline().hasPrefix("It begins as noise"))
        runtime.apply(.key(.end))
        #expect(
            runtime.headline()
                == "After 4K words it is better than guessing at colours of things and sums.")
        // The picture goes with the knob, which glides there.
        while runtime.scene.isMoving { runtime.apply(.tick(seconds: 0.1)) }
        #expect(runtime.text().contains("90.0%") && runtime.text().contains("guessing 10%"), "\(runtime.text())")
        runtime.apply(.key(.left))
        let value = try #require((runtime.scene.exhibit as? PretrainingExhibit)?.slider.value)
        #expect(value > 3000 && value < 4000)
        #expect(runtime.text().contains("≈"))
        runtime.apply(.key(.character("m")))
        runtime.apply(.key(.character("m")))
        #expect(runtime.headline().contains("; the right words ≈"))
        runtime.apply(.key(.enter))
        #expect(runtime.scene.picture(size: Made.size).firstUnaccountedDigit() == nil)
    }

    @Test func aHistoryThatGrowsIsDrawnAnew() throws {
        let parts = try (2...Self.whole.count).map { Answer.history(try Made.history(Array(Self.whole.prefix($0)))) }
        var runtime = Runtime(
            Scene(panel: .pretraining),
            answerer: TestAnswerer([.recordedRuns: [.runs([try Made.summary()])], .history(run: "Q-1"): []]))
        runtime.apply(.resize(Made.size))
        // The list is the first question, the run's history the second.
        let asked = QuestionID(2)
        var pictures: Set<String> = []
        for part in parts {
            runtime.apply(.answered(asked, part))
            runtime.apply(.key(.end))
            runtime.apply(.tick(seconds: 1))
            pictures.insert(runtime.text())
        }
        #expect(pictures.count == parts.count)
        #expect(runtime.headline().contains("colours of things and sums"))
        // A shorter one takes the knob back to where something was measured.
        runtime.apply(.answered(asked, parts[0]))
        #expect((runtime.scene.exhibit as? PretrainingExhibit)?.slider.value == 1000)
    }

    @Test func whileNothingHasComeThePanelSaysSo() throws {
        for answers in [[:], [Evidence.Question.recordedRuns: [Answer.runs([try Made.summary()])]]] {
            var ready = answers
            if ready.isEmpty { ready = [.recordedRuns: []] } else { ready[.history(run: "Q-1")] = [] }
            let runtime = Runtime(Scene(panel: .pretraining), answerer: TestAnswerer(ready))
            #expect(runtime.headline() == "One moment: a small model's whole training is being read.")
            for name in ["20x5", "60x18", "100x30", "200x60"] {
                let size = try #require(Size(name))
                for keys in ["", "m Down Space a", "Enter", "?", "s"] {
                    let scene = Scene.after(keys, runtime.scene, size: size)
                    let picture = scene.picture(size: size)
                    #expect(picture.canvas.firstFault() == nil && picture.firstUnaccountedDigit() == nil)
                }
            }
            #expect(!runtime.scene.answers(.step) && !runtime.scene.answers(.measure))
        }
    }

    @Test func aFailureIsSaidInItsOneLine() throws {
        let failure = Failure("Assets/runs/curves.tsv: row 7 is damaged", exitCode: 65)
        var runtime = try Made.runtime([.failure(failure)])
        let line = "This training cannot be shown: Assets/runs/curves.tsv: row 7 is damaged."
        #expect(runtime.headline() == line)
        #expect(runtime.text().contains("row 7 is damaged"))
        #expect(runtime.scene.picture(size: Made.size).firstUnaccountedDigit() == nil)
        // Pythia is there all the same, and coming back asks once more.
        runtime.apply(.key(.character("d")))
        #expect(runtime.headline().hasPrefix("Pythia 1.4B"))
        let refused = Runtime(
            Scene(panel: .pretraining), answerer: TestAnswerer([.recordedRuns: [.failure(failure)]]))
        #expect(refused.headline() == line)
    }

    @Test func eachRunIsAskedForOnce() throws {
        let answerer = TestAnswerer.ofTheRecord
        var runtime = Runtime(Scene(panel: .pretraining), answerer: answerer)
        for _ in 0..<2 { runtime.apply(.key(.character("1"))) }
        for _ in 0..<2 { runtime.apply(.key(.character("2"))) }
        runtime.apply(.key(.character("d")))
        let sizes = ["XS", "XS16", "S", "SM", "M", "L"].map { "\($0)-4.1M-1" }
        // The other panel asks for experiments of its own.
        let others: [Evidence.Question] = [.experiment(.transfer), .experiment(.forgetting)]
        let asked = answerer.log.asked.map(\.question).filter { !others.contains($0) }
        #expect(
            asked
                == [.recordedRuns] + (["M-12.3M-1"] + sizes).map { .history(run: $0) })
    }

    @Test func eachDataSetKeepsItsSlider() throws {
        var runtime = Runtime(Scene(panel: .pretraining), answerer: TestAnswerer.ofTheRecord)
        func place() -> Double { runtime.scene.slider.value }
        #expect(place() == 0)
        runtime.apply(.key(.end))
        #expect(place() == 12_288_000)
        runtime.apply(.key(.character("d")))
        #expect(place() == 0)
        runtime.apply(.key(.end))
        #expect(place() == 299_892_736_000)
        // After Pythia come the person's own runs, and then the record again.
        runtime.apply(.key(.character("d")))
        runtime.apply(.key(.character("d")))
        #expect(place() == 12_288_000)
        // The other runs are shorter.
        runtime.apply(.key(.character("]")))
        #expect(place() == 4_096_000)
    }
}
