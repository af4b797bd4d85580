import Cells
import Testing

@testable import Scene

@Suite struct ChooserTests {
    /// All sets of needs that can be ticked: no two of them are opposites.
    private static let all: [Chooser] = (0..<(1 << Chooser.Need.allCases.count)).compactMap { bits in
        var chooser = Chooser()
        let needs = Chooser.Need.allCases.filter { bits >> $0.rawValue & 1 == 1 }
        for need in needs { chooser.toggle(need) }
        return chooser.ticked == Set(needs) ? chooser : nil
    }

    @Test func oppositeNeedsTakeEachOthersTick() {
        for pair in Chooser.opposites {
            for need in pair {
                var chooser = Chooser()
                for other in pair.subtracting([need]) { chooser.toggle(other) }
                chooser.toggle(need)
                #expect(chooser.ticked == [need])
            }
        }
        #expect(Self.all.allSatisfy { chooser in Chooser.opposites.allSatisfy { !chooser.ticked.isSuperset(of: $0) } })
        #expect(
            Self.all.contains { $0.ticked.contains(.lowTraffic) }
                && Self.all.contains { $0.ticked.contains(.highTraffic) })
        // Whatever is pressed in whatever order, no opposites stand together.
        for bits in 0..<(1 << Chooser.Need.allCases.count) {
            var chooser = Chooser()
            for need in Chooser.Need.allCases.reversed() where bits >> need.rawValue & 1 == 1 { chooser.toggle(need) }
            #expect(Chooser.opposites.allSatisfy { !chooser.ticked.isSuperset(of: $0) })
        }
    }

    @Test func everySetOfNeedsHasAPathAReasonAndSomethingThatWouldChangeIt() {
        for chooser in Self.all {
            #expect(!chooser.answer.text.isEmpty)
            #expect(!chooser.reasons.isEmpty)
            #expect(chooser.reasons.allSatisfy { !$0.isEmpty })
            #expect(!chooser.mindChangers.isEmpty)
            #expect(!chooser.changerLines.isEmpty)
        }
    }

    /// Each answer is read against what is taught of when a path wins, and each reason against the answer.
    @Test func everyAnswerFollowsWhatIsTaughtAndEveryReasonBelongsToIt() {
        for chooser in Self.all {
            let (ticked, answer) = (chooser.ticked, chooser.answer)
            let grounds = ticked.intersection([.jargon, .format, .lastPoints])
            let text = chooser.reasons.map(\.plain).joined(separator: " ")
            let told = "\(ticked.map(\.text).sorted()): \(answer.text): \(text)"
            // Outside knowledge in the prompt is for what must be fresh, and for nothing else.
            #expect(answer.looksUp == ticked.contains(.freshness), "\(told)")
            #expect(text.contains("RAG puts") == answer.looksUp, "\(told)")
            // Weights move for jargon, one format or the last points alone, and not today.
            if answer.movesWeights { #expect(!grounds.isEmpty && !ticked.contains(.today), "\(told)") }
            #expect(text.contains("Fine-tuning wins") == answer.movesWeights, "\(told)")
            // A ground that nothing speaks against leads to fine-tuning, with labels at hand or not yet.
            let against: Set<Chooser.Need> = [.manyTasks, .today, .lowTraffic]
            if !grounds.isEmpty, ticked.isDisjoint(with: against) {
                #expect(answer.movesWeights, "\(told)")
                #expect(answer.lacksLabels == !ticked.contains(.labels), "\(told)")
            }
            if answer.movesWeights { #expect(text.contains("not ticked") == !ticked.contains(.labels), "\(told)") }
            // Prompting wins where speed or many tasks matter; never as a reason for another path.
            #expect(text.contains("Prompting wins") == (answer == .prompt), "\(told)")
            if answer == .prompt { #expect(ticked.contains(.manyTasks) || ticked.contains(.today), "\(told)") }
            #expect(!text.lowercased().contains("many tasks") || ticked.contains(.manyTasks), "\(told)")
            #expect(!text.contains("at once") || ticked.contains(.today), "\(told)")
            #expect(!text.contains("low traffic") || ticked.contains(.lowTraffic), "\(told)")
            #expect(!text.contains("igh traffic") || ticked.contains(.highTraffic), "\(told)")
            #expect(!text.contains("Labels alone") || grounds.isEmpty && ticked.contains(.labels), "\(told)")
        }
    }

    /// What speaks of a need in the reasons.
    private static func words(of need: Chooser.Need) -> [String] {
        switch need {
        case .jargon, .format, .lastPoints: [need.text]
        case .labels: ["abels"]
        case .freshness: ["RAG puts"]
        case .manyTasks: ["many tasks", "Many tasks"]
        case .today: ["today", "at once", "would call for fine-tuning, but it takes"]
        case .lowTraffic: ["ow traffic"]
        case .highTraffic: ["igh traffic"]
        }
    }

    @Test func theReasonsSpeakOfEveryNeedThatIsTicked() {
        for chooser in Self.all {
            let text = chooser.reasons.map(\.plain).joined(separator: " ").lowercased()
            for need in chooser.ticked {
                #expect(
                    Self.words(of: need).contains { text.contains($0.lowercased()) },
                    "\(need) of \(chooser.ticked.map(\.text).sorted()): \(text)")
            }
        }
    }

    /// Traffic is one or the other: round brackets; what a tick would take away is said beside the need.
    @Test func needsThatExcludeEachOtherAreDrawnSo() {
        let size = Size(columns: 80, rows: 24)
        var scene = Scene.after("c", on: .adaptation, size: size)
        let text = scene.picture(size: size).canvas.text
        #expect(text.contains("( ) low traffic") && text.contains("( ) high traffic") && text.contains("[ ] labelled"))
        _ = scene.apply(.command(.press(line: Chooser.Need.lowTraffic.rawValue)))
        let ticked = scene.picture(size: size).canvas.text
        #expect(ticked.contains("(x) low traffic") && ticked.contains("( ) high traffic, not low traffic"))
        #expect(ticked.contains("[ ] one format over thousands of requests, not low traffic"))
    }

    @Test func jargonAloneCallsForLabelsAndNotForAPromptFirst() {
        var chooser = Chooser()
        chooser.toggle(.jargon)
        #expect(chooser.answer == .labelsFirst)
        chooser.toggle(.labels)
        #expect(chooser.answer == .fineTune)
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

    @Test func anIndexThatNamesNoNeedChangesNothing() {
        var chooser = Chooser()
        for index in [-1, 9, Int.max, Int.min] { chooser.toggle(index) }
        #expect(chooser == Chooser())
    }

    @Test(arguments: [Size(columns: 60, rows: 18), Size(columns: 80, rows: 24), Size(columns: 100, rows: 30)])
    func theSheetShowsEveryNeedThePathAndSomethingThatWouldChangeIt(size: Size) {
        for chooser in Self.all {
            var scene = Scene(panel: .adaptation)
            _ = scene.apply(.resize(size))
            _ = scene.apply(.command(.chooser))
            for need in chooser.ticked { _ = scene.apply(.command(.press(line: need.rawValue))) }
            let picture = scene.picture(size: size)
            let text = picture.canvas.text
            #expect(picture.firstUnaccountedDigit() == nil)
            for need in Chooser.Need.allCases { #expect(text.contains(need.text)) }
            #expect(text.contains("→ " + chooser.answer.text))
            #expect(text.contains("With ") || text.contains("Without "))
            #expect(!text.contains("…"))
            #expect(picture.cursor.map { picture.canvas[$0.column - 2, $0.row].glyph } == Glyph("▌"))
        }
    }

    @Test(arguments: ["60x18", "80x24", "100x30", "120x36", "200x60"].compactMap(Size.init))
    func theLastLineOffersTheChooserAtEverySize(size: Size) {
        for keys in ["", "d", "d d", "d d d"] {
            let picture = Scene.after(keys, on: .adaptation, size: size).picture(size: size)
            #expect(picture.canvas.text(row: size.rows - 1).contains("c choose my path"))
        }
    }
}
