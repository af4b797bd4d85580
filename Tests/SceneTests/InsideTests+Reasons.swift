import Cells
import Evidence
import Testing
import TestSupport

@testable import Scene

extension InsideTests {
    // MARK: - Why this word

    @Test func theTextIsReadWhenItIsLookedAtAndNotBefore() throws {
        let question = Question.contexts(.recorded(run: Self.run, step: 12_000), prompt: "tolu lives in")
        var (runtime, log) = runtime([
            question: [
                .progress(Progress(.reading, fraction: 0.4)), .contexts(try contexts("tolu lives in", step: 12_000)),
            ]
        ])
        try press("End Enter i i i i", &runtime)
        #expect(!log.asked.contains { isContexts($0.question) })
        try press("i", &runtime)
        #expect(log.asked.last?.question == question)
        #expect(
            runtime.scene.exhibit.headline.plain
                == "“tolu lives in” was read 401 times, with “marn” after it 300 times; the model says “dunmar”, 99.8%."
        )
        #expect(text(runtime).contains("read after “lives in”, 602 times"))
        // The knob is moved: the text up to there is asked, what was asked before is not waited for.
        let first = try #require(log.asked.last?.id)
        try press("Home", &runtime)
        #expect(log.cancelled == [first])
        #expect(log.asked.last?.question == .contexts(.recorded(run: Self.run, step: 0), prompt: "tolu lives in"))
        runtime.apply(.answered(first, .contexts(try contexts("tolu lives in", step: 12_000))))
        #expect(runtime.scene.exhibit.headline.plain.hasPrefix("One moment"))
        let last = try #require(log.asked.last?.id)
        try press("i", &runtime)
        #expect(log.cancelled == [first, last], "nobody waits when the view is left")
    }

    @Test func anEditedPromptIsAskedOfModelAndText() throws {
        var (runtime, log) = runtime()
        try press("End Enter i i i i i Enter", &runtime)
        runtime.apply(.key(.control("u")))
        try press("text:a Space text:fox Enter", &runtime)
        let model = ModelReference.recorded(run: Self.run, step: 12_000)
        #expect(
            log.asked.suffix(2).map(\.question) == [
                .nextWords(model, prompt: "a fox", count: 8), .contexts(model, prompt: "a fox"),
            ])
        runtime.apply(
            .answered(try #require(log.asked.last?.id), .contexts(try contexts("a fox", step: 12_000, endings: 1))))
        let headline = runtime.scene.exhibit.headline.plain
        #expect(headline.hasPrefix("The whole prompt is not in its reading; “fox” was read 1,204 times"))
    }

    @Test func whatCanNotBeAnsweredIsSaid() throws {
        let question = Question.contexts(.recorded(run: Self.run, step: 12_000), prompt: "tolu lives in")
        var (runtime, _) = runtime([question: [.failure(Failure("the little world has no word", exitCode: 65))]])
        try press("End Enter i i i i i", &runtime)
        #expect(runtime.scene.exhibit.headline.plain == "the little world has no word.")
        // Without an engine it is refused, when it is asked and not before.
        var record = Runtime(Scene(panel: .pretraining), answerer: TestAnswerer.ofTheRecord)
        record.play(try KeyScript("End Enter i i i i"))
        #expect(record.failure == nil)
        record.play(try KeyScript("i"))
        #expect(record.failure?.exitCode == 64)
    }
}
