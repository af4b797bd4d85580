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

    private func exhibit(_ runtime: Runtime) throws -> PromptingExhibit {
        try #require(runtime.scene.exhibit as? PromptingExhibit)
    }

    private func prompts(_ log: TestAnswerer.Log) -> [String] {
        log.asked.compactMap {
            if case .nextWords(_, let prompt, _, _) = $0.question { prompt } else { nil }
        }
    }

    @Test func itOpensOnWhatIsRecordedOfEveryAge() throws {
        let (runtime, log) = runtime()
        let exhibit = try exhibit(runtime)
        #expect(exhibit.asked.map { $0.text?.model.step } == RecordedPrompts.ages)
        #expect(exhibit.asked.first?.text?.verdict == .wrong && exhibit.asked.last?.text?.verdict == .right)
        #expect(exhibit.nextWords?.words.count == 5 && log.asked.allSatisfy { $0.question.isRecorded })
        #expect(text(runtime).contains("random weights") && text(runtime).contains("● right"))
        #expect(exhibit.curve?.points.map(\.examples) == [0, 1, 2, 4])
    }

    /// What an example is said to ask is what its task asks, and everything that it leads to is recorded.
    @Test func everyExampleWithEveryNumberIsRecorded() throws {
        for row in PromptExample.all.indices {
            for keys in ["", "d", "[", "[ [ [", "d [ [ ["] {
                var runtime = Runtime(Scene(panel: .prompting), answerer: TestAnswerer.ofTheRecord)
                try press("Down*\(max(row, 1)) \(row == 0 ? "Up" : "") \(keys)", &runtime)
                let shown = try exhibit(runtime)
                #expect(
                    shown.curve?.points.first.map { $0.prompt == shown.example.prompt } ?? (shown.example.task == nil))
                for place in shown.axis.positions.indices.dropFirst() {
                    try press("Right", &runtime)
                    #expect(try exhibit(runtime).prompt == shown.curve?.points[place].prompt)
                }
                for _ in 0..<4 { try press("c", &runtime) }
                #expect(
                    runtime.failure == nil, "\(PromptExample.all[row].prompt) \(keys): \(runtime.failure?.line ?? "")")
                #expect(try exhibit(runtime).nextWords != nil)
            }
        }
    }

    @Test func examplesComeBeforeTheQuestionAndTheShareIsRevealed() throws {
        var (runtime, _) = runtime()
        try press("Down*7", &runtime)
        #expect(try exhibit(runtime).prompt == "show : wolf")
        let bare = text(runtime)
        try press("Right Right", &runtime)
        let exhibit = try exhibit(runtime)
        #expect(exhibit.exampleCount == 2 && exhibit.prompt.hasSuffix("; wolf"))
        #expect(exhibit.prompt.split(separator: ";").count == 3)
        let accuracy = try #require(exhibit.point?.accuracy)
        #expect(accuracy.subject.shots == "2" && text(runtime).contains("\(accuracy.inFull.text)"))
        #expect(runtime.scene.exhibit.headline.plain.hasPrefix("After 2 examples in the prompt: “fupu”"))
        #expect(!bare.contains(accuracy.inFull.text), "the share was not passed yet")
        // Each bar that was passed bears its number, at the common sizes.
        for size in ["80x24", "100x30", "120x36", "200x60"].compactMap(Size.init) {
            let picture = runtime.scene.picture(size: size).canvas.text
            for point in try #require(exhibit.curve?.points.prefix(3)) {
                #expect(picture.contains(point.accuracy.inFull.text), "\(size)\n\(picture)")
            }
        }
        // Another example begins anew.
        try press("Up", &runtime)
        #expect(try self.exhibit(runtime).slider.value == 0)
    }

    @Test func theLikeliestWordIsWrittenAndAnyOtherByAPress() throws {
        var (runtime, log) = runtime()
        try press("Down Space", &runtime)
        #expect(prompts(log) == ["Q : where does tolu live ? A :", "tolu lives in", "tolu lives in dunmar"])
        // Nothing of the old prompt is said of the new one.
        let asked = try exhibit(runtime)
        #expect(asked.nextWords == nil && asked.asked.allSatisfy { $0.text == nil } && !asked.isExample)
        #expect(!runtime.scene.answers(.step) && !runtime.scene.answers(.slideRight))
        try press("r", &runtime)
        let second = try #require(try exhibit(runtime).nextWords?.words[1].text)
        runtime.apply(.command(.press(line: 1)))
        #expect(prompts(log).last == "Q : where does tolu live ? A : \(second)")
        try press("r Down*3 a", &runtime)
        #expect(try exhibit(runtime).prompt.hasPrefix("the small fox ") && prompts(log).last?.hasSuffix(".") == true)
    }

    @Test func whatIsTypedIsAskedAndOldAnswersAreDropped() throws {
        var (runtime, log) = runtime()
        try press("Down Enter S-Left S-Left S-Left text:some Space text:q Space End Enter", &runtime)
        #expect(prompts(log).last == "some q tolu lives in")
        try press("Down Up", &runtime)
        #expect(log.cancelled.count >= 5, "the models, the words")
        #expect(try !exhibit(runtime).textField.isFocused && exhibit(runtime).isExample)
    }

    @Test func aWordThatTheWorldDoesNotHaveIsSaidAtOnce() throws {
        let failure = Failure("the little world has no word 'london'", exitCode: 65)
        let model = ModelReference.recorded(run: "M-12.3M-1", step: 12_000)
        var (runtime, _) = runtime([.nextWords(model, prompt: "london", count: 5): [.failure(failure)]])
        try press("Enter", &runtime)
        runtime.apply(.key(.control("u")))
        try press("text:lo", &runtime)
        #expect(text(runtime).contains("Tab goes on with lobo · lorn · loud"), "\(text(runtime))")
        try press("text:ndon", &runtime)
        #expect(text(runtime).contains("“london” is no word of the little world"))
        try press("Enter", &runtime)
        #expect(runtime.scene.exhibit.headline.plain == "The little world has no word 'london'.")
        try press("Down", &runtime)
        #expect(!runtime.scene.exhibit.headline.plain.contains("london"))
        // What was entered before comes back.
        try press("Enter Up", &runtime)
        #expect(try exhibit(runtime).textField.text == "london")
    }

    @Test func aLookedUpSentenceChangesTheAnswer() throws {
        var (runtime, log) = runtime()
        let before = try #require(try exhibit(runtime).nextWords?.words.first?.text)
        try press("c c", &runtime)
        let exhibit = try exhibit(runtime)
        #expect(exhibit.finding?.kind == .change && exhibit.prompt.hasPrefix("book : tolu lives in "))
        #expect(exhibit.nextWords?.words.first?.text != before && exhibit.asked.last?.text?.verdict == .right)
        #expect(exhibit.provenance.contains { $0.plain.hasPrefix("the last bars: M after 4.1M") })
        #expect(exhibit.commentary(columns: 100).joined().contains { $0.plain.contains("follows the right sentence") })
        try press("c c", &runtime)
        #expect(prompts(log).last == RecordedPrompts.question && runtime.scene.answers(.slideRight))
        // A sentence asks nothing that could be looked up.
        try press("Down*3", &runtime)
        #expect(!runtime.scene.answers(.chooser))
    }

    @Test func temperatureIsAskedAndEachDrawIsAnother() throws {
        var (runtime, log) = runtime()
        try press("+ + +", &runtime)
        let asked = log.asked.compactMap { asked -> (Double, UInt64)? in
            guard case .generate(_, let request) = asked.question, request.temperature > 0 else { return nil }
            return (request.temperature, request.seed)
        }
        #expect(Set(asked.map(\.0)) == [0.5, 1, 1.5] && Set(asked.map(\.1)).count == 3)
        let last = log.asked.last { if case .nextWords = $0.question { true } else { false } }?.question
        #expect(
            last
                == .nextWords(
                    .recorded(run: "M-12.3M-1", step: 12_000), prompt: RecordedPrompts.question, count: 5,
                    temperature: 1.5))
        #expect(text(runtime).contains("Temperature 1.5"))
        try press("- - -", &runtime)
        #expect(!runtime.scene.answers(.decrease) && runtime.scene.answers(.increase))
        #expect(try exhibit(runtime).nextWords != nil)
    }

    @Test func sizesAreAskedSideBySide() throws {
        var (runtime, log) = runtime()
        try press("d", &runtime)
        let exhibit = try exhibit(runtime)
        let sizes = exhibit.asked.compactMap { $0.text?.model.parameters }
        #expect(sizes.count == 6 && sizes == sizes.sorted() && exhibit.asked.first?.text?.verdict == .wrong)
        let first = log.asked.count
        try press("[", &runtime)
        #expect(log.asked.count > first && text(runtime).contains("M: 141K parameters"))
        #expect(!runtime.scene.answers(.nextVariant) == false && runtime.scene.answers(.previousVariant))
    }

    @Test func theTwoQuestionsStandSideBySide() throws {
        var (runtime, _) = runtime()
        try press("m", &runtime)
        let picture = text(runtime)
        #expect(picture.contains("a weak question") && picture.contains("a strong question"))
        #expect(picture.contains("91.5%") && picture.contains("14.0%") && picture.contains("● right"))
        for command in [Command.step, .dataSet, .slideRight, .rowDown, .increase, .chooser] {
            #expect(!runtime.scene.answers(command))
        }
        try press("m", &runtime)
        #expect(text(runtime).contains("prompt ▸"))
        try press("m Enter", &runtime)
        #expect(text(runtime).contains("prompt ▸") && runtime.scene.focusedPanel != nil)
    }

    @Test func thePersonsOwnModelIsAskedToo() throws {
        let own = RunSummary(
            origin: .saved(folder: "/runs/M-1"), name: "M-1", model: "M",
            parameters: try LiveRun.history(0).parameters, tokens: try #require(LiveRun.history(0).tokens), seed: 1,
            keptSteps: [4000], hasTrajectory: false)
        var (runtime, log) = runtime([.savedRuns: [.runs([own]), .finished]])
        try press("d d", &runtime)
        #expect(
            log.asked.last?.question
                == .nextWords(.saved(folder: "/runs/M-1"), prompt: RecordedPrompts.question, count: 5))
        // Its own share was not told: that of the model before is not its.
        #expect(!text(runtime).contains("right answers") && !text(runtime).contains("new questions so"))
        try press("d", &runtime)
        #expect(text(runtime).contains("random weights") && text(runtime).contains("right answers"))
        var (none, _) = self.runtime([.savedRuns: [.runs([]), .finished]])
        try press("d d", &none)
        #expect(none.scene.exhibit.headline.plain.hasPrefix("No model of yours is kept yet"))
        try press("d", &none)
        #expect(!none.scene.exhibit.headline.plain.hasPrefix("No model of yours"))
    }

    @Test func everyStateIsAWholePicture() throws {
        for name in ["20x5", "60x18", "80x24", "100x30", "120x36", "200x60"] {
            let size = try #require(Size(name))
            for keys in [
                "", "Down*9", "Enter", "Enter text:1 Enter", "]", "d", "?", "s", "0", "Space", "m", "c c c",
                "Down*8 Right*4", "+ +",
            ] {
                let scene = Scene.after(keys, on: .prompting, size: size)
                for hasColor in [true, false] {
                    let picture = scene.picture(size: size, hasColor: hasColor)
                    #expect(picture.canvas.firstFault() == nil)
                    #expect(picture.firstUnaccountedDigit() == nil, "\(keys)\n\(picture.canvas.text)")
                }
            }
        }
    }

    @Test func theLayoutKeepsEverythingFromTheSmallestOn() {
        for rows in 9...50 {
            for models in [1, 4, 6] {
                let layout = PromptingLayout(rows: rows, words: 5, models: models, examples: 11)
                #expect(layout.words >= 3 && layout.strip >= 1 && layout.models >= min(models, 4))
                let air = layout.hasAir ? 3 : 0
                let titles = layout.hasTitles ? 2 : 0
                let list = layout.examples > 0 ? layout.examples + 2 : 0
                #expect(
                    layout.field + layout.words + layout.models + layout.strip + air + titles + list <= rows, "\(rows)")
            }
        }
    }
}
