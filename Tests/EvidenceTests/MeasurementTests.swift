import Testing

@testable import Evidence

private let accuracy = Measurement(
    task: "copy", plain: "copying", metric: "exact match", unit: .fraction, higherIsBetter: true, chance: 0.1,
    standardError: 0.05, items: 100)

private func measured(
    parameters: Int = 140_840, step: Int = 4000, tokensSeen: Int = 4_096_000
) -> MeasuredModel? {
    MeasuredModel(
        name: "M", parameters: parameters, seed: 3, step: step, tokensSeen: tokensSeen, source: .recordedRuns)
}

@Test func aMeasuredFigureTellsSizeSeedStepItemsAndError() throws {
    let model = try #require(measured())
    let figure = try #require(Figure(measured: 0.75, accuracy, of: model))
    #expect(figure.kind == .measured && figure.value == 0.75 && figure.text == "75.0%")
    #expect(figure.subject.parameters == 140_840 && figure.subject.seed == "3" && figure.subject.step == "4000")
    #expect(figure.subject.items == "100" && figure.subject.standardError == 0.05 && figure.subject.chance == 0.1)
    #expect(figure.source == .recordedRuns && figure.source.isComplete && Source.ownRuns.isComplete)
    let taught = try #require(Figure(measured: 0.75, accuracy, of: model.fineTuned(steps: 300)))
    #expect(taught.subject.step == "4000 + 300")
}

@Test func noModelWithoutASizeIsMeasured() {
    #expect(measured(parameters: 0) == nil && measured(step: -1) == nil && measured(tokensSeen: -1) == nil)
}

@Test func whatIsNoMeasurementIsNoFigure() throws {
    let model = try #require(measured())
    var measurement = accuracy
    for value in [Double.nan, .infinity, -.infinity] { #expect(Figure(measured: value, measurement, of: model) == nil) }
    measurement.items = 0
    #expect(Figure(measured: 0.5, measurement, of: model) == nil)
    measurement = accuracy
    for error in [-0.1, .nan, .infinity] {
        measurement.standardError = error
        #expect(Figure(measured: 0.5, measurement, of: model) == nil)
    }
}

@Test func aFailureIsOneLine() {
    let failure = Failure("a\nb\u{1B}[2J\u{9B}c", exitCode: 65)
    #expect(failure.line == "a?b?[2J?c")
    #expect(Answer.failure(failure).isLast && Answer.finished.isLast && !Answer.abilities([]).isLast)
}

@Test func whatTheRecordHoldsNeedsNoModel() {
    let kept = ModelReference.recorded(run: "M-12.3M-1", step: 0)
    #expect(Question.history(run: "M-12.3M-1").isRecorded && Question.experiment(.transfer).isRecorded)
    #expect(Question.nextWords(kept, prompt: RecordedPrompts.fact, count: 5).isRecorded)
    #expect(!Question.nextWords(kept, prompt: RecordedPrompts.fact, count: 6).isRecorded)
    #expect(!Question.nextWords(kept, prompt: RecordedPrompts.fact, count: 5, temperature: 2).isRecorded)
    #expect(!Question.nextWords(.saved(folder: "run"), prompt: RecordedPrompts.fact, count: 5).isRecorded)
    #expect(Question.vocabulary.isRecorded && Question.lookUp(prompt: "the").isRecorded)
    #expect(Question.attention(kept, text: RecordedPrompts.attention).isRecorded)
    #expect(!Question.train(TrainingRequest(size: "XS", tokens: 1024, seed: 1)).isRecorded)
}

@Test func aPublishedRunIsAHistoryToo() throws {
    let ability = ExaminedAbility(id: "lastWord", name: "last word", asks: "", scoring: "", chance: nil)
    let sharp = try #require(Archive.pythia.series("pythia/70m/lambada_openai/0"))
    let smooth = try #require(Archive.pythia.series("pythia/70m/lambada_openai_ppl/0"))
    let history = try #require(TrainingHistory(published: [(ability, sharp, smooth)]))
    #expect(history.origin == .published(sharp.source) && history.parameters.value == 70_426_624)
    #expect(history.sharp(ability) == sharp.figures(over: .tokensSeen).map(\.figure))
    #expect(history.smooth(ability) == smooth.figures(over: .tokensSeen).map(\.figure))
    #expect(history.points.map(\.tokensSeen) == history.points.map(\.tokensSeen).sorted())
    #expect(history.tokens?.value == 299_892_736_000)
}

@Test func mapsOfAnotherSizeAreNone() throws {
    let model = try #require(measured())
    let head = AttentionMap.Head(layer: 0, head: 1, weights: [1, 0, 0.25, 0.75])
    #expect(AttentionMap(of: model, tokens: ["a"], heads: [head]) == nil)
    let map = try #require(AttentionMap(of: model, tokens: ["a", "b"], heads: [head]))
    #expect(map.weight(layer: 0, head: 1, from: 1, to: 0)?.value == 0.25)
    #expect(
        map.weight(layer: 0, head: 0, from: 1, to: 0) == nil && map.weight(layer: 0, head: 1, from: 2, to: 0) == nil)
    #expect(WeightPicture(of: model, name: "a", rows: 2, columns: 2, values: [1]) == nil)
    let picture = try #require(WeightPicture(of: model, name: "a", rows: 1, columns: 2, values: [0.5, 0.125]))
    #expect(picture.rootMeanSquare(row: 0, column: 1)?.value == 0.125)
    #expect(picture.rootMeanSquare(row: 1, column: 0) == nil)
}
