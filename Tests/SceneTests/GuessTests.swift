import Cells
import Testing

@testable import Scene

@Suite struct GuessTests {
    /// Every state of a panel with each of its rows, in guess mode.
    private func asking(_ panel: Panel) -> [Scene] {
        Scene.states(of: panel).flatMap { state in
            (0..<max(1, state.rowCount)).map { row in
                var scene = state
                _ = scene.apply(.command(.choose(row)))
                if !scene.guessing.isOn { _ = scene.apply(.command(.guess)) }
                return scene
            }
        }
    }

    /// The places of the knob that a test looks at: the ends and some between.
    private func places(_ scene: Scene) -> [Double] {
        let positions = scene.positions
        return positions.enumerated().filter { $0.offset % 9 == 0 || $0.offset == positions.count - 1 }.map(\.element)
    }

    @Test(arguments: Panel.allCases) func aQuestionIsPlainAndFits(panel: Panel) {
        var seen: Set<String> = []
        for scene in asking(panel) {
            guard let guess = scene.exhibit.guess, seen.insert(guess.question.plain).inserted else { continue }
            let text = guess.question.plain
            #expect(text.hasSuffix("?") && text.first.map { $0.isUppercase || "“".contains($0) } == true, "\(text)")
            #expect(text.count <= 112 && !guess.question.hasUnaccountedDigit, "\(text.count): \(text)")
            #expect(!["never", "nobody", "lesson", "no one "].contains(where: text.lowercased().contains), "\(text)")
            for way in guess.ways { #expect(!way.hasUnaccountedDigit && way.plain.hasSuffix("."), "\(way.plain)") }
            for size in ["60x18", "80x24", "100x30", "120x36", "200x60"].compactMap(Size.init) {
                let area = Layout(size).headline
                #expect(guess.question.lines(columns: area.columns).count <= area.rows, "\(size): \(text)")
                #expect(guess.ways.contains { $0.width <= Layout(size).commentary.columns }, "\(size)")
            }
        }
    }

    @Test(arguments: Panel.allCases) func aQuestionStaysTheSameWhereverTheKnobStands(panel: Panel) {
        for var scene in asking(panel) {
            let question = scene.exhibit.guess?.question
            for place in places(scene) {
                scene.slide(to: place)
                #expect(scene.exhibit.guess?.question == question)
            }
        }
    }

    /// The answer comes somewhere, and not everywhere: at one end of the knob's way it is asked.
    @Test(arguments: Panel.allCases) func theKnobComesToTheAnswer(panel: Panel) {
        for var scene in asking(panel) {
            guard let guess = scene.exhibit.guess, guess.showsPicture else { continue }
            var asked = 0
            let all = places(scene)
            for place in all {
                scene.slide(to: place)
                scene.settle()
                let headline = scene.exhibit.headline
                let size = Size(columns: 100, rows: 30)
                let text = scene.picture(size: size).canvas.text
                let start = String((scene.askedGuess?.question ?? headline).plain.prefix(24))
                #expect(text.contains(start), "\(start)")
                asked += scene.askedGuess == nil ? 0 : 1
            }
            #expect(asked > 0 && asked < all.count, "\(asked) of \(all.count): \(guess.question.plain)")
        }
    }

    @Test(arguments: Panel.allCases) func theKeyAsksAnswersAndLeaves(panel: Panel) {
        let size = Size(columns: 100, rows: 30)
        let told = Scene.after("", on: panel, size: size)
        guard told.exhibit.guess != nil else { return }
        let before = told.picture(size: size).canvas
        let asked = Scene.after("u", told, size: size)
        #expect(asked.guessing.isOn && asked.wordOfGuess == (asked.askedGuess == nil ? "stop guessing" : "the answer"))
        var scene = asked
        var pictures = [before, asked.picture(size: size).canvas]
        if asked.askedGuess != nil {
            #expect(!asked.picture(size: size).canvas.text.contains(told.exhibit.headline.plain.prefix(24)))
            scene = Scene.after("u", scene, size: size)
            #expect(scene.askedGuess == nil && scene.guessing.isOn)
            #expect(scene.picture(size: size).canvas.text.contains(told.exhibit.headline.plain.prefix(24)))
            pictures.append(scene.picture(size: size).canvas)
        }
        scene = Scene.after("u", scene, size: size)
        #expect(!scene.guessing.isOn && scene.picture(size: size).canvas == before)
        #expect(zip(pictures, pictures.dropFirst()).allSatisfy { $0 != $1 })
    }

    @Test func guessModeAsksOnEveryPanelAndKeepsItsAnswers() {
        let scene = Scene.after("Home u", Scene(panel: .scale, guesses: true))
        #expect(scene.askedGuess == nil)
        let other = Scene.after("1", scene)
        #expect(other.askedGuess != nil)
        let back = Scene.after("4", other)
        #expect(back.askedGuess == nil && back.guessing.isOn)
    }

    @Test func itAnswersWhenTheKnobArrivesAndNotBefore() {
        var scene = Scene.after("Home u", on: .scale)
        #expect(scene.askedGuess != nil)
        _ = scene.apply(.key(.end))
        #expect(scene.isMoving && scene.askedGuess != nil)
        for _ in 0..<60 { _ = scene.apply(.tick(seconds: 0.05)) }
        #expect(!scene.isMoving && scene.askedGuess == nil && scene.guessing.isOn)
    }

    @Test func whatTheKnobHasNotComeToIsNotTold() {
        for size in ["80x24", "200x60", "40x12"].compactMap(Size.init) {
            let told = Scene.after("Home", on: .scale, size: size)
            let asked = Scene.after("u", told, size: size)
            let text = asked.picture(size: size).canvas.text
            #expect(text.contains("Guess"))
            for line in told.exhibit.commentary(columns: 100).flatMap({ $0 }) where line.plain.count > 30 {
                #expect(!text.contains(line.plain.prefix(30)), "\(line.plain)")
            }
        }
    }

    @Test func keysThatAreListedDoSomethingInGuessMode() {
        for panel in Panel.allCases {
            for keys in ["u", "u u", "u Enter", "u 0"] {
                let scene = Scene.after(keys, on: panel)
                guard scene.focusedPanel == nil else { continue }
                for binding in Keymap.bindings {
                    var next = scene
                    let effects = next.apply(.command(binding.command))
                    #expect(
                        (next != scene || !effects.isEmpty) == scene.answers(binding.command),
                        "\(binding.caption) on \(panel.title) after \(keys)")
                }
            }
        }
    }
}
