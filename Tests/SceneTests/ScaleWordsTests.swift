import Cells
import Testing

@testable import Evidence
@testable import Scene

/// Every row of every data set and measure of the panel of scale, the knob at a few places.
private func everyRow(_ look: (Scene) -> Void) {
    for var scene in Scene.states(of: .scale) where scene.sheet == nil {
        for row in 0..<scene.rowCount {
            _ = scene.apply(.command(.choose(row)))
            for position in [scene.positions.first, scene.positions.last].compactMap({ $0 }) {
                scene.slide(to: position)
                look(scene)
            }
        }
    }
}

@Suite struct ScaleWordsTests {
    /// A step is one of training, and what is taught is so by courses and not to a model.
    @Test func aJumpIsNoStepAndCoursesSayWhatIsTaught() {
        var found: Set<String> = []
        everyRow { scene in
            let exhibit = scene.exhibit
            let about = exhibit.detail.about + exhibit.commentary(columns: .max).flatMap { $0 }
            for text in ([exhibit.headline] + exhibit.provenance + about).map(\.plain) {
                let words = text.lowercased().split { !$0.isLetter && $0 != "-" }
                // Steps that a model writes out are its own.
                let isJump = words.contains("step") && !text.contains("step written out")
                if isJump || words.contains("taught") || text.contains("of a hundred") {
                    found.insert(text)
                }
            }
        }
        #expect(found.isEmpty, "\(found.sorted().prefix(5))")
    }

    @Test func whetherTheJumpIsRealIsAnsweredFirst() {
        var answers: Set<String> = []
        everyRow { scene in
            guard let exhibit = scene.exhibit as? ScaleExhibit, exhibit.view != .abilities else { return }
            let headline = exhibit.headline.plain
            let answer = ["A real jump", "Not a jump:", "Partly a jump:"].first { headline.hasPrefix($0) }
            #expect(answer != nil, "\(headline)")
            answers.insert(answer ?? "")
        }
        #expect(answers == ["A real jump", "Not a jump:", "Partly a jump:"])
    }

    @Test(arguments: ["60x18", "80x24", "100x30", "200x60"]) func everyMarkIsInTheLegend(size: String) throws {
        let size = try #require(Size(size))
        func text(_ keys: String) -> String {
            Scene.after(keys, on: .scale, size: size).picture(size: size).canvas.text
        }
        for keys in ["", "Down*3", "d d", "d*5"] {
            #expect(text(keys).contains("┃ ┊ ● courses say") && text(keys).contains("computed"))
            #expect(!text(keys).contains("▽"))
        }
        #expect(text("m").contains("bars: every word right, dots: words in common"))
        #expect(text("d*7 m").contains("bars: right answers, dots: their probability"))
        #expect(text("d*6").contains("● a model") && text("d*6").contains("○ a smaller one came later"))
    }

    @Test func bothValuesAreNamed() {
        for size in [Size(columns: 80, rows: 24), Size(columns: 100, rows: 30)] {
            let published = Scene.after("m End", on: .scale, size: size).picture(size: size).canvas.text
            #expect(published.contains("bars 17.8%") && published.contains("dots 42.8"))
            let little = Scene.after("d*7 m End", on: .scale, size: size).picture(size: size).canvas.text
            #expect(little.contains("bars 93.0%") && little.contains("dots "))
        }
    }

    @Test func namesAndSizesStandWholeAtEightyColumns() {
        let size = Size(columns: 80, rows: 24)
        let text = Scene.after("", on: .scale, size: size).picture(size: size).canvas.text
        #expect(text.contains("16.2% at 679M") && text.contains("three-digit sums"))
    }

    @Test func everyRowHasItsNameWholeAtTheSmallestSize() {
        let size = Layout.smallestPicture
        for keys in ["", "m", "d*6", "d*7"] {
            let scene = Scene.after(keys, on: .scale, size: size)
            let canvas = scene.picture(size: size).canvas
            let frame = Layout(size).frame(hasSlider: true)
            for row in 0..<scene.rowCount {
                let line = frame.area.row + row + (keys == "d*6" ? 1 : 0)
                let name = canvas.text(row: line).prefix(frame.axis.start)
                #expect(!name.contains("…") && name.contains(where: \.isLetter), "\(keys): \(canvas.text(row: line))")
            }
        }
    }

    @Test func whyItIsBelowGuessingIsSaid() {
        for size in [Size(columns: 80, rows: 24), Size(columns: 100, rows: 30)] {
            let text = Scene.after("d*7", on: .scale, size: size).picture(size: size).canvas.text
            #expect(text.contains("the model may answer any word at all"))
            #expect(text.contains("The little world: a world made up for this program"))
            let last = Scene.after("d*7 End", on: .scale, size: size).picture(size: size).canvas.text
            #expect(!last.contains("any word at all"))
        }
    }

    @Test func aScoreSaysWhatItCounts() {
        for keys in ["", "Down"] {
            let lines = Scene.after(keys, on: .scale).exhibit.commentary(columns: 78)
            #expect(lines.first?.first?.plain.hasPrefix("Score: ") == true)
        }
    }

    /// A chosen row is bold behind its bar; what is underlined is a word that can be explained.
    @Test func aChosenRowIsNotUnderlined() {
        let size = Size(columns: 100, rows: 30)
        for keys in ["", "m", "d*6", "d*7"] {
            let canvas = Scene.after(keys, on: .scale, size: size).picture(size: size).canvas
            for row in 4..<24 where canvas[0, row].glyph == Glyph("▌") {
                #expect((1..<29).allSatisfy { !canvas[$0, row].style.attributes.isSuperset(of: [.bold, .underline]) })
            }
        }
    }

    @Test(arguments: Panel.allCases) func theWordsAreOfferedWhereThereIsRoom(panel: Panel) {
        for size in [Size(columns: 100, rows: 30), Size(columns: 200, rows: 60)] {
            let canvas = Scene.after("", on: panel, size: size).picture(size: size).canvas
            #expect(canvas.text(row: size.rows - 1).contains("g words   ? keys"))
        }
    }

    @Test func aLargerScreenHasAirAndNoLowerStrips() {
        var height = 0
        for rows in 18...80 {
            let size = Size(columns: 100, rows: rows)
            let layout = Layout(size)
            let area = layout.frame(hasSlider: true).area
            let now = StripStack.division(of: area.rows, among: 7, tallest: 8).height
            #expect(now >= height, "\(rows) rows")
            height = now
            #expect(area.row == layout.headline.endRow + (rows > 30 ? 1 : 0))
        }
        #expect(height > 4)
    }
}
