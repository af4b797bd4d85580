import Cells
import Evidence
import Testing

@testable import Scene

@Suite struct ChallengePromptTests {
    private static let asked = Evidence.Question.tryPrompt(
        PromptRewriting.model, task: "translation", template: "[sentence] >")

    private func trial(right: Int, of count: Int = 20) throws -> [Answer] {
        let figure = try #require(Record.history(of: "M-12.3M-1")?.points.last?.writing.first)
        let texts = (0..<count).map { index in
            GeneratedText(
                prompt: "item \(index) >", text: "kela", model: figure.model, verdict: index < right ? .right : .wrong,
                expected: "pegu")
        }
        return (1...count).map { asked in
            .promptTrial(
                PromptTrial(
                    task: "translation", template: "[sentence] >", texts: Array(texts.prefix(asked)), itemCount: count))
        } + [.finished]
    }

    @Test func aPromptPassesAtItsBarAndNotBefore() throws {
        let task = try #require(ChallengePrompt.all.first)
        #expect(ChallengePrompt.faults == [] && ChallengePrompt.all.count >= 3 && task.id == "translation")
        for right in [0, 14, 15, 20] {
            let exhibit = try challenges(
                "Down Down Enter Enter Enter", answers: [Self.asked: try trial(right: right)])
            #expect(exhibit.prompt.passes == (right >= 15))
            #expect(exhibit.record.prompts["translation"]?.right == right)
            #expect(exhibit.record.hasPassed(prompt: "translation") == (right >= 15))
            #expect(exhibit.headline.plain.contains("\(right) of 20"))
        }
    }

    @Test func hintsLeadToAPromptStepByStep() throws {
        for task in ChallengePrompt.all {
            #expect(task.hints.count >= 3 && task.first.contains(task.place) && task.bar > 0.4)
        }
        let none = try challenges("Down Down Enter")
        #expect(none.prompt.hints.isEmpty && none.textField.text == none.prompt.task?.first)
        let all = try challenges("Down Down Enter Space Space Space Space")
        #expect(all.prompt.hints == all.prompt.task?.hints && !all.prompt.hasMoreHints)
        let size = Size(columns: 100, rows: 30)
        let text = Scene.after("Down Down Enter Space", on: .challenges, size: size).picture(size: size).canvas.text
        #expect(text.components(separatedBy: "Hint:").count == 2)
    }

    /// A long hint has room beside the answers too, and a task that passes offers none.
    @Test(arguments: ["60x18", "80x24", "100x30"].compactMap(Size.init)) func hintsStandWithTheAnswers(size: Size)
        throws
    {
        for (place, task) in ChallengePrompt.all.enumerated() {
            for count in 1...task.hints.count {
                let keys = "Down Down Enter " + String(repeating: "] ", count: place) + "Enter Enter"
                var answerer = TestAnswerer([
                    .tryPrompt(PromptRewriting.model, task: task.id, template: task.first): try trial(right: 3)
                ])
                answerer.knowsTheRecord = true
                var runtime = Runtime(Scene(panel: .challenges), answerer: answerer)
                runtime.apply(.resize(size))
                runtime.play(try KeyScript(keys + " Space*\(count)"))
                #expect(runtime.scene.challenges.prompt.trial != nil)
                let text = runtime.picture(size: size).canvas.text.split(whereSeparator: \.isWhitespace)
                    .joined(separator: " ")
                #expect(text.contains("Hint: " + task.hints[count - 1]), "\(text)")
            }
        }
        let passed = try challenges(
            "Down Down Enter Enter Enter", answers: [Self.asked: try trial(right: 20)])
        #expect(passed.prompt.hasMoreHints && !passed.answers(.step))
    }

    @Test func aPassedTaskSaysSoWhenItIsOpenedAgain() throws {
        let again = try challenges(
            "Down Down Enter Enter Enter ] [", answers: [Self.asked: try trial(right: 17)])
        #expect(again.prompt.trial == nil && again.headline.plain.contains("you have passed this one, 17 of 20"))
    }

    /// Cut at the same word, a wrong answer would look like the right one.
    @Test func aWrongAnswerIsShownFromWhereItDiffers() throws {
        let figure = try #require(Record.history(of: "M-12.3M-1")?.points.last?.writing.first)
        func told(_ text: String, _ expected: String, _ verdict: GeneratedText.Verdict) -> (String, String?) {
            let text = GeneratedText(
                prompt: "x", text: text, model: figure.model, verdict: verdict, expected: expected)
            let told = text.fitting(14, besides: 12)
            return (told.written.text, told.right?.text)
        }
        #expect(told("lobo bisa li nore poti nore", "lobo bisa li nore", .wrong) == ("… nore […]", "… nore"))
        #expect(told("one two", "one", .wrong) == ("one two", "one"))
        #expect(told("the friend lives in dunmar", "dunmar", .right) == ("… in dunmar", nil))
        let long = "aa bb cc dd ee ff gg"
        let (written, right) = told(long + " hh", long + " ii", .wrong)
        #expect(written == "… hh" && right == "… ii")
    }

    @Test func whatCannotBeAskedIsSaidAndCountsForNothing() throws {
        let exhibit = try challenges("Down Down Enter Enter Enter")
        #expect(exhibit.prompt.failure != nil && exhibit.record.prompts.isEmpty)
        #expect(exhibit.headline.plain.contains("not answered here"))
        let left = try challenges("Down Down Enter Enter text:x Escape ]")
        #expect(left.prompt.place == 1 && left.prompt.trial == nil)
    }
}
