import Evidence
import TinyLM

extension RecordedAnswers {
    /// How fast the machine that recorded the runs trained a size: of its runs the fastest, since other programs ran beside
    /// them. Nil where no run of the size is recorded.
    static func speed(ofSize name: String) throws(StorageError) -> TrainingSpeed? {
        var fastest: (rate: Double, run: RunDescription)?
        for run in Recordings.names {
            guard try Recordings.description(of: run).size?.rawValue == name else { continue }
            let recorded = try Recordings.run(named: run)
            guard let last = recorded.reports.last, last.seconds > 0 else { continue }
            let rate = Double(last.tokensSeen) / last.seconds
            if rate > fastest?.rate ?? 0 { fastest = (rate, recorded.description) }
        }
        guard let fastest,
            let model = MeasuredModel(fastest.run, step: fastest.run.recipe.steps, source: .recordedRuns)
        else { return nil }
        return TrainingSpeed(
            fastest.rate, on: fastest.run.processor, how: "over a whole recorded run, the fastest of its size",
            parameters: fastest.run.parameterFigure, of: model)
    }
}

extension TrainingSpeed {
    /// The speed of this machine, as it was measured with a model that learned nothing.
    public init?(_ speed: TrainingBenchmark.Speed, on machine: String) {
        let shape = ModelShape(speed.size, vocabularyCount: Vocabulary.little.count, context: TrainingBenchmark.context)
        var subject = Subject()
        subject.family = "little world"
        subject.model = speed.size.rawValue
        subject.parameters = Double(shape.parameterCount)
        let parameters = Figure(
            .layout, value: Double(shape.parameterCount), unit: .parameters, subject: subject, inputs: [])
        guard
            let model = MeasuredModel(
                name: speed.size.rawValue, parameters: shape.parameterCount, seed: 1, step: 0, tokensSeen: 0,
                source: .ownRuns)
        else { return nil }
        self.init(
            speed.tokensPerSecond, on: machine, how: "the fastest twentieth of a few seconds", parameters: parameters,
            of: model)
    }
}
