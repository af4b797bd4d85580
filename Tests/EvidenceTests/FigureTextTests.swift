import Testing

@testable import Evidence

private func figure(
    _ value: Double, _ unit: Unit, low: Double? = nil, high: Double? = nil, _ change: (inout Subject) -> Void = { _ in }
) -> Figure {
    var subject = Subject()
    change(&subject)
    return Figure(
        kind: .published, literal: "\(value)", value: value, unit: unit, low: low, high: high, subject: subject,
        source: .named("gpt3-h1"))
}

@Test func eachTextOfAFigureIsMadeFromTheFigure() {
    let score = figure(0.712, .fraction) {
        $0.parameters = 1.3e9
        $0.labelledExamples = 392_702
        $0.standardError = 0.0123
        $0.chance = 0.25
    }
    #expect(score.inFull.text == "71.2%" && score.withoutUnit.text == "71.2" && score.approximately.text == "≈71.2%")
    #expect(score.place(along: .parameters)?.text == "1.3B")
    #expect(score.exactPlace(along: .labelledExamples)?.text == "392,702")
    #expect(score.place(along: .tokensSeen) == nil)
    #expect(score.deviation?.text == "1.23 points" && score.chance?.text == "25%")
    #expect(figure(-3.25, .points).magnitude.text == "3.3 points")
    #expect(figure(0, .examples, low: 1e3, high: 1e5).briefly.text == "1K to 100K")
    #expect(figure(1e7, .dollars, low: 1e7, high: 1e8) { $0.bound = "atLeast" }.briefly.text == "$10M to $100M+")
    #expect(score.briefly == score.inFull)
    for text in score.texts { #expect(text.figure == score) }
}

@Test func aNameIsBorneByItsFigureOrItIsNotShown() {
    let score = figure(31, .bleu) {
        $0.model = "GPT-3 175B"
        $0.shots = "64"
        $0.labelledExamples = 25_000
    }
    #expect(score.name("GPT-3 175B, prompt with 64 examples") == "GPT-3 175B, prompt with 64 examples")
    #expect(score.name("GPT-3 few-shot") == "GPT-3 few-shot")
    #expect(score.name("25,000 labels") == "25,000 labels")
    #expect(score.name("GPT-4") == "GPT-▯")
    #expect(score.name("17 of 64") == "▯▯ of 64")
    #expect(score.name("GPT-3 75B") == "GPT-3 ▯▯B")
    #expect(Source.named("gpt3-h1").words("Brown et al. 2020") == "Brown et al. 2020")
    #expect(Source.named("gpt3-h1").words("in 2021") == "in ▯▯▯▯")
    #expect(Accounting.words("no ٣ and no 7") == "no ▯ and no ▯")
    #expect(Accounting.words("nothing to hide") == "nothing to hide")
}
