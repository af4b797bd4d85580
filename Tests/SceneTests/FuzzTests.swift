import Cells
import Evidence
import Foundation
import Testing
import TestSupport

@testable import Scene

/// Random events through `apply` and `draw`, in four walks side by side. `TLVIZ_FUZZ_EVENTS` sets how many in all.
@Test(arguments: 0..<4 as Range<UInt64>) func randomEventsNeverBreakAPicture(walk: UInt64) {
    let events = fuzzedEvents / 4
    print("scene fuzz, walk \(walk), \(events) events")
    let fault = SceneFuzzer(seed: fuzzSeed &+ walk).run(events: events)
    #expect(fault == nil, "\(fault ?? "")")
}

private let fuzzedEvents =
    ProcessInfo.processInfo.environment["TLVIZ_FUZZ_EVENTS"].flatMap(Int.init) ?? 1_000_000
private let fuzzSeed = printedSeed(of: "scene fuzz")

private struct SceneFuzzer {
    var random: SeededGenerator

    init(seed: UInt64) { random = SeededGenerator(seed: seed) }

    func run(events: Int) -> String? {
        var random = random
        var scene = Scene(panel: .scale, reducesMotion: random.below(2) == 0)
        var size = Size(columns: 100, rows: 30)
        var picture = scene.picture(size: size)
        for event in 0..<events {
            let isResize = random.below(400) == 0
            if isResize {
                // Seldom one where a panel stands as text, which takes longer than any picture.
                size =
                    random.below(8) == 0
                    ? Size(columns: 1 + random.below(60), rows: 1 + random.below(18))
                    : Size(columns: 60 + random.below(240), rows: 18 + random.below(82))
                _ = scene.apply(.resize(size))
            } else {
                _ = scene.apply(action(&random, picture))
            }
            guard isResize || event % 50 == 0 else { continue }
            picture = scene.picture(size: size, hasColor: random.below(4) > 0)
            if let fault = fault(picture, size) { return "event \(event), \(size), \(scene.panel): \(fault)" }
        }
        return nil
    }

    /// Answers of every kind: late ones, wrong ones, and those of a training that grows.
    private static let answers: [Answer] = {
        let histories = [0.0, 1024, 50_000, 500_000, 2_000_000, 4_096_000].compactMap { try? LiveRun.history($0) }
        let progress = [0.0, 100, 4000].compactMap { try? LiveRun.progress($0) }
        let model = ModelReference.recorded(run: "M-12.3M-1", step: 12_000)
        let recorded = [
            Question.recordedRuns, .experiment(.transfer), .experiment(.adaptation), .experiment(.forgetting),
            .history(run: "L-4.1M-1"),
            .examples(model, task: "vell"), .examples(model, task: "question"), .vocabulary,
            .lookUp(prompt: RecordedPrompts.question),
            .wordMap(.recorded(run: "M-12.3M-1", step: nil)), .weights(.recorded(run: "S-4.1M-1", step: nil)),
            .attention(.recorded(run: "M-12.3M-1", step: 64), text: RecordedPrompts.attention),
        ].flatMap(Record.answer)
        return histories.map(Answer.history) + progress.map(Answer.progress) + recorded
            + [.failure(Failure("row 7 is damaged", exitCode: 65)), .finished, .abilities([]), .runs([])]
            + (histories.last?.points.last?.writing ?? []).map(Answer.generated)
            + (histories.last?.points.last?.nextWords ?? []).map(Answer.nextWords)
    }()

    private func fault(_ picture: Picture, _ size: Size) -> String? {
        if picture.canvas.size != size { return "a canvas of another size" }
        if let place = picture.canvas.firstFault() { return "half a glyph at \(place)" }
        if let place = picture.firstUnaccountedDigit() { return "a digit: \(picture.canvas.text(row: place.row))" }
        if let cursor = picture.cursor, !picture.canvas.bounds.contains(cursor) { return "a cursor at \(cursor)" }
        return nil
    }

    private func action(_ random: inout SeededGenerator, _ picture: Picture) -> Action {
        switch random.below(13) {
        case 12: return .answered(QuestionID(random.below(60)), Self.answers[random.below(Self.answers.count)])
        case 0..<5:
            let binding = Keymap.bindings[random.below(Keymap.bindings.count)]
            return .key(binding.keys[random.below(binding.keys.count)])
        case 5: return .tick(seconds: Double(random.below(300)) / 100)
        case 6: return .command(.show(Panel.allCases[random.below(Panel.allCases.count)]))
        case 7: return .command(.choose(random.below(40) - 5))
        case 8: return .command(.slideTo(Double(random.below(1200)) / 1000 - 0.1))
        case 9: return .command(.press(line: random.below(20) - 3))
        case 10:
            let key = UInt8(0x21 + random.below(0x5E))
            return .key(.character(Character(Unicode.Scalar(key))))
        default:
            let motions: [Pointer.Motion] = [.press, .drag, .release, .wheelUp, .wheelDown]
            let size = picture.canvas.size
            let place = Position(column: random.below(size.columns + 4) - 2, row: random.below(size.rows + 4) - 2)
            return .pointer(Pointer(motions[random.below(motions.count)], at: place), over: TouchMap(picture))
        }
    }
}
