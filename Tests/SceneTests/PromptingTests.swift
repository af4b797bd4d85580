import Cells
import Evidence
import Testing

@testable import Scene

@Suite struct PromptingTests {
    private static let size = Size(columns: 100, rows: 30)

    private func runtime(_ answers: [Question: [Answer]] = [:]) -> (Runtime, TestAnswerer.Log) {
        var answerer = TestAnswerer(answers)
        answerer.knowsTheRecord = true
        answerer.isPatient = true
        var runtime = Runtime(Scene(panel: .prompting), answerer: answerer)
        runtime.apply(.resize(Self.size))
        return (runtime, answerer.log)
    }

    private func press(_ keys: String, _ runtime: inout Runtime) throws { runtime.play(try KeyScript(keys)) }
    private func text(_ runtime: Runtime) -> String { runtime.scene.picture(size: Self.size).canvas.text }

    private func prompts(_ log: TestAnswerer.Log) -> [String] {
        log.asked.compactMap {
            if case .nextWords(_, let prompt, _) = $0.question { prompt } else { nil }
        }
    }

    @Test func itOpensOnWhatIsRecordedOfEveryAge() throws {
        let (runtime, log) = runtime()
        let exhibit = try #require(runtime.scene.exhibit as? PromptingExhibit)
        #expect(exhibit.asked.count == 3 && exhibit.asked.allSatisfy { $0.text != nil })
        #expect(
            exhibit.asked.map { $0.text?.model.step }
                == exhibit.asked.map { $0.text?.model.step }.sorted { $0 ?? 0 < $1 ?? 0 })
        #expect(exhibit.asked.first?.text?.verdict == .wrong && exhibit.asked.last?.text?.verdict == .right)
        #expect(exhibit.rowCount == 8 && log.asked.allSatisfy { $0.question.isRecorded })
        #expect(text(runtime).contains("random weights") && text(runtime).contains("● right"))
    }

    @Test func aWordThatIsTakenStandsInThePrompt() throws {
        var (runtime, log) = runtime()
        let exhibit = try #require(runtime.scene.exhibit as? PromptingExhibit)
        let second = try #require(exhibit.nextWords?.words[1].text)
        try press("Down Space", &runtime)
        #expect(prompts(log) == ["tolu lives in", "tolu lives in \(second)"])
        #expect(text(runtime).contains("prompt ▸ tolu lives in \(second)"))
        // Nothing of the old prompt is said of the new one.
        let asked = try #require(runtime.scene.exhibit as? PromptingExhibit)
        #expect(asked.nextWords == nil && asked.asked.allSatisfy { $0.text == nil })
        #expect(!runtime.scene.answers(.step))
    }

    @Test func whatIsTypedIsAskedAndOldAnswersAreDropped() throws {
        var (runtime, log) = runtime()
        try press("Enter S-Left S-Left S-Left text:some Space text:q Space End Enter", &runtime)
        #expect(prompts(log).last == "some q tolu lives in")
        let cancelled = Set(log.cancelled)
        #expect(cancelled.isEmpty, "what was answered to its end needs no cancel")
        try press("] ]", &runtime)
        #expect(log.cancelled.count == 4)
        #expect((runtime.scene.exhibit as? PromptingExhibit)?.textField.isFocused == false)
    }

    @Test func aWordThatTheWorldDoesNotHaveIsSaid() throws {
        let failure = Failure("the little world has no word 'london'", exitCode: 65)
        let run = try #require(
            Record.answer(.recordedRuns).compactMap { answer -> RunSummary? in
                guard case .runs(let runs) = answer else { return nil }
                return runs.first { $0.hasTrajectory }
            }.first)
        let model = ModelReference.recorded(run: run.name, step: run.keptSteps.last)
        var (runtime, _) = runtime([
            .nextWords(model, prompt: "london", count: 8): [.failure(failure)]
        ])
        try press("Enter", &runtime)
        runtime.apply(.key(.control("u")))
        try press("text:london Enter", &runtime)
        #expect(runtime.scene.exhibit.headline.plain == "the little world has no word 'london'.")
        try press("]", &runtime)
        #expect(!runtime.scene.exhibit.headline.plain.contains("london"))
    }

    @Test func thePersonsOwnModelIsAskedToo() throws {
        let own = RunSummary(
            origin: .saved(folder: "/runs/M-1"), name: "M-1", model: "M",
            parameters: try LiveRun.history(0).parameters, tokens: try #require(LiveRun.history(0).tokens), seed: 1,
            keptSteps: [4000], hasTrajectory: false)
        var (runtime, log) = runtime([.savedRuns: [.runs([own]), .finished]])
        try press("d", &runtime)
        #expect(
            log.asked.last?.question == .nextWords(.saved(folder: "/runs/M-1"), prompt: "tolu lives in", count: 8))
        try press("d", &runtime)
        #expect(text(runtime).contains("● right"))
        let (none, _) = { () -> (Runtime, TestAnswerer.Log) in
            var (runtime, log) = self.runtime([.savedRuns: [.runs([]), .finished]])
            runtime.apply(.key(.character("d")))
            return (runtime, log)
        }()
        #expect(none.scene.exhibit.headline.plain.hasPrefix("No model of yours is kept yet"))
    }

    @Test func everyStateIsAWholePicture() throws {
        for name in ["20x5", "60x18", "80x24", "100x30", "120x36", "200x60"] {
            let size = try #require(Size(name))
            for keys in ["", "Down*9", "Enter", "Enter text:1 Enter", "]", "d", "?", "s", "0", "Space"] {
                let scene = Scene.after(keys, on: .prompting, size: size)
                for hasColor in [true, false] {
                    let picture = scene.picture(size: size, hasColor: hasColor)
                    #expect(picture.canvas.firstFault() == nil)
                    #expect(picture.firstUnaccountedDigit() == nil, "\(keys)\n\(picture.canvas.text)")
                }
            }
        }
    }
}
