import Cells
import Evidence
import Testing

@testable import Scene

/// A panel that asks one thing at a time, shows what comes, and asks again where the first answer says so.
private struct AskingExhibit: HasTextField {
    var textField = TextField()
    var asked: QuestionID?
    var received: [Answer] = []
    var hasAppeared = 0

    static let question = Question.history(run: "M-12.3M-1")

    var headline: Phrase { "A panel that asks." }
    func draw(on picture: inout Picture, in frame: PanelFrame) { textField.draw(on: &picture, in: frame.area) }

    mutating func appear(asking questions: inout Questions) { hasAppeared += 1 }

    mutating func perform(_ command: Command, asking questions: inout Questions) {
        switch command {
        case .step: asked = questions.ask(Self.question)
        case .play: if let asked { questions.pause(asked) }
        case .dataSet: if let asked { questions.proceed(asked) }
        case .measure: if let asked { questions.cancel(asked) }
        case .nextVariant: textField.isFocused = true
        default: break
        }
    }

    mutating func submit(asking questions: inout Questions) {
        asked = questions.ask(.nextWords(.saved(folder: "r"), prompt: textField.text, count: 3))
    }

    mutating func receive(_ answer: Answer, to id: QuestionID, asking questions: inout Questions) {
        received.append(answer)
        if case .progress(let progress) = answer, progress.fraction == 1 { asked = questions.ask(.recordedRuns) }
    }
}

private func asking(_ digit: Int = 8) -> Panel {
    Panel(
        digit: digit, title: digit == 8 ? "Asking" : "Other", shortTitle: "Toy",
        words: [.step: "ask", .play: "pause", .measure: "stop", .dataSet: "go on", .variant: "type"],
        hints: [.step], make: { AskingExhibit() })
}

/// A runtime over two panels that ask, and what its answerer was told.
private func runtime(_ answers: [Question: [Answer]]) -> (Runtime, TestAnswerer.Log) {
    let answerer = TestAnswerer(answers)
    return (Runtime(Scene(panel: asking(), of: [asking(), asking(9)]), answerer: answerer), answerer.log)
}

extension Runtime {
    fileprivate func panel(_ digit: Int = 8) -> AskingExhibit {
        scene.exhibit(of: asking(digit)) as? AskingExhibit ?? AskingExhibit()
    }
}

@Suite struct QuestionTests {
    private static let stream: [Answer] = [.progress(Progress(.training, fraction: 0.5)), .runs([]), .finished]

    @Test func aQuestionStreamsToThePanelThatAsked() {
        var (runtime, log) = runtime([AskingExhibit.question: Self.stream])
        runtime.apply(.key(.space))
        #expect(log.asked.map(\.question) == [AskingExhibit.question])
        #expect(runtime.panel().received == Self.stream)
        #expect(runtime.panel(9).received.isEmpty && runtime.failure == nil)
    }

    @Test func eachQuestionHasANumberOfItsOwn() {
        var (runtime, log) = runtime([AskingExhibit.question: [.runs([])]])
        for _ in 0..<3 { runtime.apply(.key(.space)) }
        #expect(Set(log.asked.map(\.id)).count == 3)
    }

    @Test func theAnswerComesToItsPanelWhicheverIsShown() {
        var (runtime, log) = runtime([AskingExhibit.question: []])
        runtime.apply(.key(.space))
        runtime.apply(.key(.character("9")))
        runtime.apply(.answered(log.asked[0].id, .runs([])))
        #expect(runtime.panel().received == [.runs([])] && runtime.panel(9).received.isEmpty)
    }

    @Test func whatComesAfterTheEndOrToNobodyIsDropped() {
        var (runtime, log) = runtime([AskingExhibit.question: Self.stream])
        runtime.apply(.key(.space))
        runtime.apply(.answered(log.asked[0].id, .runs([])))
        runtime.apply(.answered(QuestionID(999), .runs([])))
        #expect(runtime.panel().received == Self.stream)
    }

    @Test func aQuestionThatIsCancelledHearsNothing() {
        var (runtime, log) = runtime([AskingExhibit.question: []])
        runtime.apply(.key(.space))
        runtime.apply(.key(.character("a")))
        runtime.apply(.key(.character("d")))
        runtime.apply(.key(.character("m")))
        let id = log.asked[0].id
        #expect(log.paused == [id] && log.proceeded == [id] && log.cancelled == [id])
        runtime.apply(.answered(id, .runs([])))
        #expect(runtime.panel().received.isEmpty)
        // It is over: nothing more can be done about it.
        for key in ["a", "d", "m"] { runtime.apply(.key(.character(Character(key)))) }
        #expect(log.paused == [id] && log.proceeded == [id] && log.cancelled == [id])
    }

    @Test func aPanelThatIsPutBackAsksNothingAnyMore() {
        var (runtime, log) = runtime([AskingExhibit.question: []])
        runtime.apply(.key(.space))
        runtime.apply(.key(.character("r")))
        #expect(log.cancelled == [log.asked[0].id])
        runtime.apply(.answered(log.asked[0].id, .runs([])))
        #expect(runtime.panel().received.isEmpty)
    }

    @Test func anAnswerMayLeadToAnotherQuestion() {
        let done = Answer.progress(Progress(.training, fraction: 1))
        var (runtime, log) = runtime([
            AskingExhibit.question: [done, .finished], .recordedRuns: [.runs([]), .finished],
        ])
        runtime.apply(.key(.space))
        #expect(log.asked.map(\.question) == [AskingExhibit.question, .recordedRuns])
        #expect(runtime.panel().received.contains(.runs([])))
    }

    @Test func whatNobodyCanAnswerIsToldByTheRuntime() {
        var (runtime, _) = runtime([:])
        runtime.apply(.key(.space))
        #expect(runtime.failure?.exitCode == 64)
        #expect(runtime.panel().received.count == 1)
    }

    @Test func aPanelIsToldWhenItComesOnTheScreen() {
        var (runtime, _) = runtime([:])
        #expect(runtime.panel().hasAppeared == 1 && runtime.panel(9).hasAppeared == 0)
        runtime.apply(.key(.tab))
        #expect(runtime.panel(9).hasAppeared == 1)
    }

    // MARK: - The text field

    @Test func whileAFieldHasTheFocusEveryPrintableKeyIsText() throws {
        var (runtime, log) = runtime([:])
        runtime.apply(.key(.character("]")))
        for scalar in 0x20...0x7E {
            let character = Character(try #require(Unicode.Scalar(scalar)))
            runtime.apply(.key(character == " " ? .space : .character(character)))
        }
        let typed = String((0x20...0x7E).compactMap { Unicode.Scalar($0).map { Character($0) } })
        #expect(runtime.panel().textField.text == typed)
        #expect(!runtime.hasEnded && runtime.scene.sheet == nil && runtime.scene.panel == asking() && log.asked.isEmpty)
        runtime.apply(.paste("1 q\u{1B}[2J"))
        #expect(runtime.panel().textField.text == typed + "1 q[2J")
        runtime.apply(.key(.enter))
        #expect(log.asked.count == 1)
        runtime.apply(.key(.escape))
        runtime.apply(.key(.character("q")))
        #expect(runtime.hasEnded)
    }

    @Test func aSheetOverAFieldTakesItsKeysAndPastes() {
        var (runtime, _) = runtime([:])
        runtime.apply(.key(.character("]")))
        runtime.apply(.command(.help))
        runtime.apply(.key(.character("x")))
        runtime.apply(.paste("x"))
        #expect(runtime.panel().textField.text == "")
        runtime.apply(.key(.escape))
        runtime.apply(.key(.character("x")))
        #expect(runtime.panel().textField.text == "x")
    }

    @Test func aPasteGoesNowhereWithoutAField() {
        var (runtime, _) = runtime([:])
        let before = runtime.scene
        runtime.apply(.paste("q"))
        #expect(runtime.scene == before && !runtime.hasEnded)
    }
}
