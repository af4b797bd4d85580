import Cells
import Evidence
import Testing

@testable import Scene

/// A model that is fine-tuned on the panel, of which an answerer tells what a test wants.
@Suite struct FineTuningTests {
    private static let size = Size(columns: 100, rows: 30)

    private static func request(_ labels: Int, seed: UInt64 = 1) -> FineTuningRequest {
        FineTuningRequest(model: ClinicRecord.model, task: ClinicRecord.task, labels: labels, seed: seed)
    }

    private static func figure(_ value: Double, step: Int, items: Int) throws -> Figure {
        let model = try #require(
            MeasuredModel(
                name: "M", parameters: 140_840, seed: 1, step: 4000, tokensSeen: 4_096_000, source: .ownRuns))
        return try #require(
            Figure(
                measured: value,
                Measurement(
                    task: "diagnosis", plain: "diagnosis", metric: "accuracy", unit: .fraction, chance: 0.125,
                    standardError: 0.01, items: items, labelledExamples: 1100), of: model.fineTuned(steps: step)))
    }

    private static func curve(_ values: [Double], test: Double? = nil) throws -> FineTuningCurve {
        let any = try figure(0.125, step: 0, items: 100)
        return FineTuningCurve(
            model: try #require(
                MeasuredModel(
                    name: "M", parameters: 140_840, seed: 1, step: 4000, tokensSeen: 4_096_000, source: .ownRuns)),
            task: "diagnosis", taskName: "diagnosis", chance: any, best: any, trainingLabels: 1000, labels: 1100,
            points: try values.enumerated().map {
                FineTuningCurve.Point(
                    step: 70 * ($0.offset + 1), accuracy: try figure($0.element, step: 70 * ($0.offset + 1), items: 100)
                )
            }, test: try test.map { try figure($0, step: 700, items: 400) })
    }

    /// The panel after keys, with a fine-tuning that answers so.
    private static func runtime(_ answers: [Answer], keys: [Key] = [.character("t")]) -> (Runtime, TestAnswerer) {
        var answerer = TestAnswerer.ofTheRecord
        answerer.answers[.fineTune(request(1000))] = answers
        answerer.isPatient = true
        var runtime = Runtime(Scene(panel: .adaptation), answerer: answerer)
        runtime.apply(.resize(size))
        runtime.apply(.appear)
        for key in keys { runtime.apply(.key(key)) }
        return (runtime, answerer)
    }

    @Test func tFineTunesOnAsManyNotesAsTheKnobSaysAndTAgainStops() throws {
        let (running, answerer) = Self.runtime([.progress(Progress(.training, fraction: 0.3))])
        #expect(answerer.log.asked.contains { $0.question == .fineTune(Self.request(1000)) })
        var runtime = running
        #expect(runtime.scene.exhibit.isTraining)
        #expect(runtime.scene.exhibit.word(.train) == "stop")
        let id = try #require(answerer.log.asked.first { $0.question == .fineTune(Self.request(1000)) }?.id)
        runtime.apply(.key(.character("t")))
        #expect(answerer.log.cancelled.contains(id))
        #expect(!runtime.scene.exhibit.isTraining)
        #expect(runtime.scene.picture(size: Self.size).canvas.text.contains("Stopped"))
        // Another press draws other notes.
        runtime.apply(.key(.character("t")))
        #expect(answerer.log.asked.contains { $0.question == .fineTune(Self.request(1000, seed: 2)) })
    }

    @Test func theCurveGrowsWithEveryExamination() throws {
        var bars: [Int] = []
        for count in [1, 4, 10] {
            let values = (1...count).map { 0.3 + 0.06 * Double($0) }
            let (runtime, _) = Self.runtime([.fineTuning(try Self.curve(values))])
            let picture = runtime.scene.picture(size: Self.size)
            let green = picture.canvas.text.filter { "▁▂▃▄▅▆▇█".contains($0) }
            bars.append(green.count)
            #expect(
                picture.canvas.text.contains("\(try Self.figure(values[count - 1], step: 0, items: 100).text) so far"))
            #expect(picture.firstUnaccountedDigit() == nil)
        }
        #expect(bars == bars.sorted() && Set(bars).count == bars.count)
    }

    @Test func atTheEndNewNotesAreAskedAndWhatIsForgottenStandsBesideIt() throws {
        let curve = try Self.curve([0.5, 0.8, 0.9], test: 0.8825)
        let (runtime, _) = Self.runtime([.fineTuning(curve), .finished])
        #expect(!runtime.scene.exhibit.isTraining)
        let text = runtime.scene.picture(size: Self.size).canvas.text
        #expect(text.contains("88.3% of 400 new notes right") || text.contains("88.2% of 400 new notes right"))
        #expect(text.contains("new notes right; after 1,100 labels translation falls"))
        // Space goes back to the example.
        var next = runtime
        next.apply(.key(.space))
        #expect(next.scene.picture(size: Self.size).canvas.text.contains("goes in"))
    }

    @Test func aFineTuningThatFailsSaysWhy() {
        let (runtime, _) = Self.runtime([.failure(Failure("no memory is left", exitCode: 71))])
        #expect(!runtime.scene.exhibit.isTraining)
        #expect(runtime.scene.picture(size: Self.size).canvas.text.contains("no memory is left"))
    }

    @Test func nothingIsFineTunedWhereNoNotesAreShown() {
        for keys in ["d", "d d", "d d d"] {
            #expect(!Scene.after(keys, on: .adaptation).answers(.train))
        }
    }
}
