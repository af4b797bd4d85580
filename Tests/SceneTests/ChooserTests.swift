import Cells
import Testing

@testable import Scene

@Suite struct ChooserTests {
    private static func chooser(_ bits: Int) -> Chooser {
        var chooser = Chooser()
        for need in Chooser.Need.allCases where bits >> need.rawValue & 1 == 1 { chooser.toggle(need.rawValue) }
        return chooser
    }

    private static let all = (0..<(1 << Chooser.Need.allCases.count)).map(chooser)

    @Test func everySetOfNeedsHasAPathAReasonAndSomethingThatWouldChangeIt() {
        for chooser in Self.all {
            #expect(!chooser.answer.text.isEmpty)
            #expect(!chooser.reasons.isEmpty)
            #expect(chooser.reasons.allSatisfy { !$0.isEmpty })
            #expect(!chooser.mindChangers.isEmpty)
            #expect(!chooser.changerLines.isEmpty)
        }
    }

    @Test func whatWouldChangeTheAnswerDoesChangeIt() {
        for chooser in Self.all {
            for changer in chooser.mindChangers {
                var other = chooser
                other.toggle(changer.need)
                #expect(other.answer == changer.answer)
                #expect(other.answer != chooser.answer)
            }
        }
    }

    @Test func nothingTickedSaysPromptFirstWithTheLessonsPitfall() {
        let chooser = Chooser()
        #expect(chooser.answer == .promptFirst)
        #expect(chooser.reasons.contains { $0.plain.contains("80 to 90%") })
    }

    @Test func theLessonsMedicalCaseGetsTheLessonsRecommendation() {
        var chooser = Chooser()
        for need in [Chooser.Need.jargon, .format, .labels, .freshness] { chooser.toggle(need) }
        #expect(chooser.answer == .ragWithFineTuning)
    }

    @Test func noWeightsMoveWithoutLabelsOrToday() {
        for chooser in Self.all where !chooser.ticked.contains(.labels) || chooser.ticked.contains(.today) {
            #expect(!chooser.answer.movesWeights)
        }
    }

    @Test func freshKnowledgeAlwaysLeadsToRetrieval() {
        for chooser in Self.all {
            #expect([.rag, .ragWithFineTuning].contains(chooser.answer) == chooser.ticked.contains(.freshness))
        }
    }

    @Test func anIndexThatNamesNoNeedChangesNothing() {
        var chooser = Chooser()
        for index in [-1, 9, Int.max, Int.min] { chooser.toggle(index) }
        #expect(chooser == Chooser())
    }

    @Test(arguments: [Size(columns: 60, rows: 18), Size(columns: 80, rows: 24), Size(columns: 100, rows: 30)])
    func theSheetShowsEveryNeedThePathAndSomethingThatWouldChangeIt(size: Size) {
        for bits in 0..<(1 << Chooser.Need.allCases.count) {
            var scene = Scene(panel: .adaptation)
            _ = scene.apply(.resize(size))
            _ = scene.apply(.command(.chooser))
            for need in Chooser.Need.allCases where bits >> need.rawValue & 1 == 1 {
                _ = scene.apply(.command(.press(line: need.rawValue)))
            }
            let picture = scene.picture(size: size)
            let text = picture.canvas.text
            #expect(picture.firstUnaccountedDigit() == nil)
            for need in Chooser.Need.allCases { #expect(text.contains(need.text)) }
            #expect(text.contains("→ " + Self.chooser(bits).answer.text))
            #expect(text.contains(" instead: "))
            #expect(!text.contains("…"))
            #expect(picture.cursor.map { picture.canvas[$0.column - 2, $0.row].glyph } == Glyph("▌"))
        }
    }
}
