import Cells
import Foundation
import Testing

@testable import Scene

/// What each panel's surprising fact is seen by, with keys alone.
private let ways: [Panel: String] = [
    .paradigms: "d End", .pretraining: "End", .adaptation: "Home", .scale: "m Up*6 Down Down End", .economics: "d d",
    .prompting: "Down*7 End",
]

/// Notes what is to be kept.
private struct TestKeeper: ProgressKeeper {
    final class Log {
        var kept: [LearningProgress] = []
        var notices: [KeepingNotice] = []
        var hasEnded = false
    }

    let log = Log()

    func keep(_ progress: LearningProgress) { log.kept.append(progress) }
    func takeNotice() -> KeepingNotice? { log.notices.popLast() }
    func end() { log.hasEnded = true }
}

@Suite struct LearningProgressTests {
    private static let size = Size(columns: 100, rows: 30)

    private static func progress(_ panels: [Panel], surprises: [Panel] = []) -> LearningProgress {
        var progress = LearningProgress()
        for panel in panels { progress.see(panel) }
        for panel in surprises { progress.seeSurprise(of: panel) }
        return progress
    }

    // MARK: - The value

    @Test func itIsTheSameAfterItWasWritten() throws {
        var progress = Self.progress([.scale, .prompting, .paradigms], surprises: [.scale])
        progress.offerTour()
        progress.challenges.answered(case: "harbour", rightly: true)
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        let data = try encoder.encode(progress)
        #expect(try JSONDecoder().decode(LearningProgress.self, from: data) == progress)
        #expect(try encoder.encode(progress) == data)
        let text = String(decoding: data, as: UTF8.self)
        #expect(text.contains(#""panelsSeen":["paradigms","prompting","scale"]"#))
        #expect(text.contains(#""version":\#(LearningProgress.version)"#))
    }

    @Test func whatAPanelOfAnotherProgramKeptStays() throws {
        let text = #"{"version": 1, "panelsSeen": ["scale", "attention"], "surprisesSeen": ["attention"]}"#
        var progress = try JSONDecoder().decode(LearningProgress.self, from: Data(text.utf8))
        #expect(progress.hasSeen(.scale) && !progress.hasSeen(.paradigms) && !progress.wasTourOffered)
        progress.see(.paradigms)
        #expect(progress.panels == ["attention", "paradigms", "scale"] && progress.surprises == ["attention"])
    }

    @Test func whatTwoProgramsSawIsSeen() {
        let base = Self.progress([.scale])
        var first = Self.progress([.scale, .paradigms], surprises: [.scale])
        var second = Self.progress([.scale, .prompting], surprises: [.prompting])
        second.offerTour()
        let merged = first.merged(with: second, since: base)
        #expect(merged == second.merged(with: first, since: base))
        #expect(merged.panels == ["scale", "paradigms", "prompting"] && merged.surprises == ["scale", "prompting"])
        #expect(merged.wasTourOffered)
        // Guesses of the one that made some, whoever writes last.
        first.challenges.guessed(3, of: "knee", answer: 2)
        #expect(first.merged(with: second, since: base).challenges == first.challenges)
        #expect(second.merged(with: first, since: base).challenges == first.challenges)
        second.challenges.answered(case: "harbour", rightly: true)
        #expect(first.merged(with: second, since: base).challenges.hasSolved(case: "harbour"))
        #expect(second.merged(with: first, since: base).challenges.hasSolved(case: "harbour"))
    }

    // MARK: - The scene

    @Test func whatIsNewIsKeptOnce() {
        let keeper = TestKeeper()
        var runtime = Runtime(
            Scene(panel: .scale, progress: LearningProgress()), answerer: TestAnswerer.ofTheRecord, keeper: keeper)
        runtime.apply(.resize(Self.size))
        #expect(keeper.log.kept.map(\.panels) == [["scale"]])
        for key in ["Right", "?", "Escape", "4", "r", "x"] { runtime.play(keys(key)) }
        #expect(keeper.log.kept.count == 1)
        runtime.play(keys("1 4 1"))
        #expect(keeper.log.kept.map(\.panels) == [["scale"], ["paradigms", "scale"]])
        runtime.play(keys("0"))
        #expect(keeper.log.kept.count == 2, "the overview shows no panel")
        runtime.end()
        #expect(keeper.log.hasEnded)
    }

    private func keys(_ text: String) -> KeyScript {
        do { return try KeyScript(text) } catch { fatalError("\(error)") }
    }

    @Test func nothingIsKeptOfAPictureAlone() {
        let keeper = TestKeeper()
        var runtime = Runtime(Scene(panel: .scale), answerer: TestAnswerer.ofTheRecord, keeper: keeper)
        runtime.play(keys("1 2 3 m Up*6 End"))
        #expect(keeper.log.kept.isEmpty && runtime.scene.progress.panels.count == 4)
    }

    @Test(arguments: Panel.allCases.filter { $0.make().surprise != nil })
    func theSurprisingFactIsSeenWhereItStands(panel: Panel) throws {
        let way = try #require(ways[panel], "no way leads to the surprising fact of \(panel.title)")
        let opened = Scene.after("", on: panel)
        #expect(!opened.progress.hasSeenSurprise(of: panel), "it is seen before anything is done")
        let keeper = TestKeeper()
        var runtime = Runtime(
            Scene(panel: panel, progress: LearningProgress()), answerer: TestAnswerer.ofTheRecord, keeper: keeper)
        runtime.apply(.resize(Self.size))
        runtime.play(keys(way))
        #expect(keeper.log.kept.last?.surprises == [panel.word])
        let count = keeper.log.kept.count
        runtime.play(keys("r \(way)"))
        #expect(keeper.log.kept.count == count, "it is kept again")
    }

    @Test(arguments: Panel.allCases) func aSurprisingFactIsOnePlainSentence(panel: Panel) throws {
        guard let fact = panel.make().surprise else { return }
        for phrase in [fact.sentence, fact.place] {
            let text = phrase.plain
            #expect(
                !phrase.hasUnaccountedDigit && text.hasSuffix(".") && text.first?.isUppercase == true
                    || phrase.runs.first?.reference == .key)
            #expect(text.count <= 180, "\(text)")
            #expect(!["never", "nobody", "lesson"].contains(where: text.lowercased().contains), "\(text)")
        }
        #expect(fact.sentence.plain.filter { $0 == "." }.count == 1)
    }

    // MARK: - The path

    @Test func thePathShowsWhatIsLeft() throws {
        let kept = Self.progress([.scale, .paradigms], surprises: [.paradigms])
        let scene = Scene.after("p", Scene(panel: .scale, progress: kept), size: Size(columns: 120, rows: 60))
        let text = scene.picture(size: scene.size).canvas.text
        for panel in Panel.allCases {
            #expect(
                text.contains("\(panel.digit) \(panel.title) · \(kept.hasSeen(panel) ? "opened" : "not opened yet")"))
        }
        let fact = try #require(Panel.paradigms.make().surprise?.sentence.plain.prefix(60))
        #expect(text.contains(fact))
        let hidden = try #require(Panel.scale.make().surprise?.sentence.plain.prefix(60))
        #expect(!text.contains(hidden), "what was not seen yet is told")
        #expect(Scene.after("p Escape", on: .scale).sheet == nil && Scene.after("p p", on: .scale).sheet == nil)
    }

    @Test func thePathIsReadInEverySize() {
        for size in ["20x5", "60x18", "80x24", "200x60"].compactMap(Size.init) {
            for keys in ["p", "p PageDown", "Enter p", "0 p"] {
                let picture = Scene.after(keys, on: .scale, size: size).picture(size: size)
                #expect(picture.canvas.firstFault() == nil && picture.firstUnaccountedDigit() == nil)
                #expect(keys == "p PageDown" || picture.canvas.text.contains("Your progress"))
            }
        }
        let text = LearningPath.narration(of: Panel.allCases, columns: 60)
        #expect(text.split(separator: "\n").allSatisfy { $0.count <= 60 } && text.contains("What surprises most"))
    }

    // MARK: - What the last line says

    @Test func aFaultOfTheFileIsSaidUntilAKey() {
        let notices: [KeepingNotice] = [
            .setAside(
                file: "/home/ada/.local/state/tlviz/progress.json", keptAs: "progress.json.damaged-1", reason: "x"),
            .newer(file: "/s/progress.json"), .unreadable(file: "/s/progress.json", reason: "Permission denied"),
            .unwritten(file: "/s/progress.json", reason: "No space left on device"),
        ]
        for notice in notices {
            for size in ["20x5", "40x12", "60x18", "80x24", "200x60"].compactMap(Size.init) {
                let keeper = TestKeeper()
                keeper.log.notices = [notice]
                var runtime = Runtime(
                    Scene(panel: .scale, progress: LearningProgress()), answerer: TestAnswerer.ofTheRecord,
                    keeper: keeper)
                runtime.apply(.resize(size))
                let picture = runtime.picture(size: size)
                #expect(picture.firstUnaccountedDigit() == nil && picture.canvas.firstFault() == nil)
                let last = picture.canvas.text(row: size.rows - 1)
                #expect(last.contains("Progress"), "\(size): \(last)")
                #expect(last.hasSuffix("."), "\(size): \(last)")
                runtime.apply(.tick(seconds: 0.1))
                #expect(runtime.scene.announcement != nil)
                runtime.play(keys("Right"))
                #expect(runtime.scene.announcement == nil)
                #expect(!runtime.picture(size: size).canvas.text.contains("Progress "))
            }
        }
    }

    @Test func theTourIsOfferedOnceWhereThereIsOne() {
        let keeper = TestKeeper()
        let first = Runtime(
            Scene(panel: .scale, progress: LearningProgress()), answerer: TestAnswerer.ofTheRecord, keeper: keeper)
        let hasTour = Announcement.tourKey != nil
        #expect((first.scene.announcement == .tour) == hasTour)
        #expect(keeper.log.kept.last?.wasTourOffered == hasTour)
        let again = Runtime(
            Scene(panel: .scale, progress: keeper.log.kept.last), answerer: TestAnswerer.ofTheRecord, keeper: keeper)
        #expect(!hasTour || again.scene.announcement == nil)
        // Where nothing is kept nobody knows whether it is the first time.
        #expect(Runtime(Scene(panel: .scale), answerer: TestAnswerer.ofTheRecord).scene.announcement == nil)
    }
}
