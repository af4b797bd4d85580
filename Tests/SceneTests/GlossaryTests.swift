import Cells
import Evidence
import Testing

@testable import Scene

@Suite struct GlossaryTests {
    private static let size = Size(columns: 100, rows: 30)

    @Test func aWordIsFoundInItsFormsAndInNoOtherWord() {
        let finder = GlossaryFinder.carried
        func words(_ text: String) -> [String] { finder.entries(in: text).map(\.word) }
        #expect(words("After 3 tokens the Prompts change.") == ["token", "prompt"])
        #expect(words("random weights, then weights") == ["random weights", "weights"])
        #expect(words("random  weights") == ["weights"])
        #expect(words("fine-tuning") == ["fine-tune"] && words("GPT-3") == [] && words("headache tokenise") == [])
        #expect(words("a fine-\ntune") == [])
    }

    @Test func theFirstUseOfEachWordIsMarkedOnce() throws {
        for panel in Panel.allCases {
            let picture = Scene.after("", on: panel, size: Self.size).picture(size: Self.size)
            let uses = picture.wordUses(rows: Layout(Self.size).wordRows).filter { !$0.isBold }
            let marks = uses.filter { picture.canvas[$0.area.column, $0.area.row].style.attributes == .underline }
            var seen: Set<Glossary.Entry> = []
            let first = uses.map(\.entry).filter { seen.insert($0).inserted }
            #expect(marks.map(\.entry) == first, "\(panel.title)")
            #expect(!marks.isEmpty)
            for mark in marks {
                let cells = (mark.area.column..<mark.area.endColumn).map { picture.canvas[$0, mark.area.row] }
                #expect(cells.allSatisfy { $0.style.attributes == .underline })
                var text = ""
                for cell in cells { cell.glyph?.write(into: &text) }
                #expect(GlossaryFinder.carried.entries(in: text).map(\.word) == [mark.entry.word])
            }
        }
    }

    /// A chosen row is bold: what is underlined on a panel opens a word, and nothing else is.
    @Test func onlyWordsOfTheGlossaryAreUnderlined() {
        for panel in Panel.allCases {
            for keys in ["", "Down", "Down Down", "d", "d Down", "d d", "m", "d d d d d d"] {
                let picture = Scene.after(keys, on: panel, size: Self.size).picture(size: Self.size)
                let rows = Layout(Self.size).wordRows
                let areas = picture.wordUses(rows: rows).map(\.area)
                for row in rows {
                    for column in 0..<Self.size.columns
                    where picture.canvas[column, row].style.attributes.contains(.underline) {
                        let place = Position(column: column, row: row)
                        #expect(areas.contains { $0.contains(place) }, "\(panel.title) \(keys): \(place)")
                    }
                }
            }
        }
    }

    @Test func marksChangeNoText() {
        for keys in ["", "Enter"] {
            let picture = Scene.after(keys, on: .pretraining, size: Self.size).picture(size: Self.size)
            for row in [0, Self.size.rows - 1] {
                let marked = picture.hotspots.contains {
                    if case .command(.openWord) = $0.target { $0.area.row == row } else { false }
                }
                #expect(!marked)
            }
        }
    }

    @Test func whatStandsOnTheScreenComesFirst() throws {
        let scene = Scene.after("", on: .pretraining, size: Self.size)
        let words = scene.picture(size: Self.size).wordUses(rows: Layout(Self.size).wordRows).map(\.entry.word)
        let first = try #require(words.first)
        let lines = GlossarySheet().lines(of: scene.picture(size: Self.size))(96).map(\.plain)
        #expect(lines.first == "Words on the screen" && lines[1].hasPrefix(first))
        for entry in Glossary.carried.entries {
            #expect(lines.filter { $0.hasPrefix(entry.word + "\u{A0}") }.count == 1, "\(entry.word)")
        }
        let asked = GlossarySheet(first: "tokens").lines(of: scene.picture(size: Self.size))(96).map(\.plain)
        #expect(asked[1].hasPrefix("token\u{A0}"))
    }

    @Test func aPressOnAMarkedWordOpensTheGlossaryAtIt() throws {
        var runtime = Runtime(Scene.after("", on: .pretraining, size: Self.size), answerer: TestAnswerer())
        let picture = runtime.picture(size: Self.size)
        let marks = picture.hotspots.filter { if case .command(.openWord) = $0.target { true } else { false } }
        let mark = try #require(marks.last)
        runtime.follow(Pointer(.press, at: Position(column: mark.area.column, row: mark.area.row)))
        guard case .glossary(let sheet) = runtime.scene.sheet, case .command(.openWord(let word)) = mark.target else {
            Issue.record("no glossary")
            return
        }
        #expect(sheet.first == word)
        #expect(runtime.picture(size: Self.size).canvas.text.contains(word))
        runtime.apply(.key(.character("g")))
        #expect(runtime.scene.sheet == nil)
    }

    @Test func theFormToBeReadExplainsItsWordsAtTheEnd() {
        let text = Scene.words(in: ["A token.\nThe prompt, and a token."], columns: 40)
        let lines = text.split(separator: "\n")
        #expect(lines.first == "Words" && lines.dropFirst().first?.hasPrefix("token: ") == true)
        #expect(lines.filter { $0.hasPrefix("prompt: ") }.count == 1 && lines.allSatisfy { $0.count <= 40 })
        #expect(Scene.words(in: ["Nothing of it."], columns: 40).isEmpty)
    }
}
