import Cells
import Evidence
import Testing

@testable import Scene

/// Answered challenges, which the walk through all states does not come to: whatever was answered, each digit has a
/// source, each headline fits, and nothing ends in the middle.
@Suite struct ChallengePicturesTests {
    private static let sizes = ["60x18", "80x24", "100x30", "120x36", "200x60", "30x9"].compactMap(Size.init)

    private func check(_ scene: Scene) {
        for size in Self.sizes {
            for hasColor in [true, false] {
                let picture = scene.picture(size: size, hasColor: hasColor)
                #expect(picture.canvas.firstFault() == nil)
                if let place = picture.firstUnaccountedDigit() {
                    Issue.record("a digit without a source: \(picture.canvas.text(row: place.row))")
                }
            }
        }
        let headline = scene.exhibit.headline
        for columns in [58, 78] {
            #expect(headline.lines(columns: columns).count <= 2, "\(headline.plain)")
        }
        for phrase in [headline] + scene.exhibit.commentary(columns: 100).flatMap({ $0 }) + scene.exhibit.detail.about {
            let words = Set(phrase.plain.lowercased().split { !$0.isLetter }.map(String.init))
            // What is taught speaks for itself.
            #expect(words.isDisjoint(with: ["nobody", "lesson"]), "\(phrase.plain)")
            #expect(!phrase.hasUnaccountedDigit && !phrase.plain.contains("  "), "\(phrase.plain)")
        }
        for paragraph in scene.exhibit.narration {
            if case .text(let phrase) = paragraph { #expect(!phrase.hasUnaccountedDigit, "\(phrase.plain)") }
        }
    }

    @Test(arguments: PathChallenge.cases.indices) func anAnsweredCaseIsWellMade(place: Int) {
        let next = place > 0 ? " ]*\(place)" : ""
        for line in PathChallenge.Choice.allCases.indices {
            let choose = line > 0 ? " Down*\(line)" : ""
            let rest = PathChallenge.Choice.allCases.count - line
            check(Scene.after("Enter\(next)\(choose) Space Enter", on: .challenges))
            check(Scene.after("Enter\(next)\(choose) Space Down*\(rest) Space Down*2 Space Enter", on: .challenges))
        }
    }

    @Test(arguments: GuessTopic.allCases.indices) func anAnsweredGuessIsWellMade(place: Int) {
        let next = place > 0 ? " ]*\(place)" : ""
        for move in ["Home", "End", "Left*3", "Right*9", "Left*14"] {
            check(Scene.after("Down Enter\(next) \(move) Enter", on: .challenges))
            check(Scene.after("Down Enter\(next) \(move) Enter Home", on: .challenges))
        }
    }

    @Test func aTriedPromptIsWellMade() throws {
        for (place, task) in ChallengePrompt.all.enumerated() {
            let question = Evidence.Question.tryPrompt(PromptRewriting.model, task: task.id, template: task.first)
            let model = try #require(Record.history(of: "M-12.3M-1")?.points.last?.writing.first?.model)
            for (right, asked) in [(0, 20), (20, 20), (7, 12), (13, 20)] {
                let texts = (0..<asked).map { index in
                    GeneratedText(
                        prompt: "book : juno lives in pesk . Q : where does juno live ? A :",
                        text: index % 3 == 0 ? "" : "velm . the friend of hugo is the friend of hugo", model: model,
                        verdict: index < right ? .right : .wrong, expected: "pesk")
                }
                let trial = PromptTrial(task: task.id, template: task.first, texts: texts, itemCount: 20)
                var answerer = TestAnswerer([question: [.promptTrial(trial)] + (asked == 20 ? [.finished] : [])])
                answerer.knowsTheRecord = true
                var runtime = Runtime(Scene(panel: .challenges), answerer: answerer)
                runtime.play(try KeyScript("Down Down Enter \(place > 0 ? "]*\(place)" : "") Enter Enter Space Down"))
                check(runtime.scene)
                runtime.play(try KeyScript("Enter text:x"))
                check(runtime.scene)
            }
        }
    }

    @Test func theWalkMeetsEveryCaseQuestionAndTask() {
        let states = Scene.states(of: .challenges).compactMap { $0.exhibit as? ChallengesExhibit }
        #expect(Set(states.map(\.open)) == [nil, .path, .guess, .prompt])
        #expect(Set(states.filter { $0.open == .path }.compactMap(\.path.shown)) == Set(PathChallenge.cases))
        #expect(Set(states.filter { $0.open == .guess }.map(\.guess.topic)) == Set(GuessTopic.allCases))
        #expect(Set(states.filter { $0.open == .prompt }.compactMap(\.prompt.task)) == Set(ChallengePrompt.all))
    }
}
