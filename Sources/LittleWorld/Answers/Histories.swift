import Evidence
import TinyLM

extension TrainingHistory {
    /// What a run's reports tell, with what else is known of some steps.
    ///
    /// Nil where a number of the run's is one that no model has.
    public init?(
        _ run: RunDescription, reports: [TrainingReport], snapshots: [CheckpointSnapshot] = [], origin: Origin,
        source: Source
    ) {
        let asked = Set(reports.flatMap { ($0.abilities ?? [:]).keys })
        let abilities = Ability.allCases.filter { asked.contains($0.rawValue) }
        let snapshots = Dictionary(snapshots.map { ($0.step, $0) }, uniquingKeysWith: { _, last in last })
        let points = reports.compactMap { report in
            Point(report, of: run, abilities: abilities, snapshot: snapshots[report.step], source: source)
        }
        guard points.count == reports.count else { return nil }
        self.init(
            origin: origin, model: run.modelName, parameters: run.parameterFigure, tokens: run.tokenFigure,
            abilities: abilities.map { ExaminedAbility($0) }, points: points,
            documents: run.tokenizer == .world ? LittleWorld.documents : [])
    }
}

extension TrainingHistory.Point {
    /// Nil where a number of the run's is one that no model has.
    init?(
        _ report: TrainingReport, of run: RunDescription, abilities: [Ability], snapshot: CheckpointSnapshot?,
        source: Source
    ) {
        guard let model = MeasuredModel(run, step: report.step, source: source) else { return nil }
        self.init(step: report.step, tokensSeen: Double(report.tokensSeen))
        loss = Figure(
            measured: report.crossEntropy,
            Measurement(
                task: "loss", plain: "loss in training", metric: "cross-entropy a token", unit: .nats,
                higherIsBetter: false), of: model)
        heldOutLoss = report.heldOut.flatMap { heldOut in
            Figure(
                measured: heldOut.crossEntropy,
                Measurement(
                    task: "heldOutLoss", plain: "loss on text that is never trained", metric: "cross-entropy a token",
                    unit: .nats, higherIsBetter: false, standardError: heldOut.standardError, items: heldOut.tokenCount),
                of: model)
        }
        results = abilities.compactMap { ability in
            report.abilities?[ability.rawValue].flatMap { AbilityResult(ability, $0, of: model) }
        }
        if let snapshot { fill(from: snapshot, layout: ParameterLayout(run.shape), model) }
    }

    private mutating func fill(from snapshot: CheckpointSnapshot, layout: ParameterLayout, _ model: MeasuredModel) {
        writing = snapshot.writing(of: model)
        nextWords = snapshot.nextWords(of: model)
        weights = zip(layout.matrices, snapshot.weights).compactMap { slot, picture in
            WeightPicture(
                of: model, name: slot.name, rows: picture.rows, columns: picture.columns,
                values: picture.values.map { Float($0) })
        }
        attention = snapshot.attentionMap(of: model, heads: layout.shape.heads)
    }
}

extension CheckpointSnapshot {
    func writing(of model: MeasuredModel) -> [GeneratedText] {
        zip(RecordedPrompts.texts, texts).map { prompt, text in
            GeneratedText(written: text, after: prompt, by: model)
        }
    }

    func nextWords(of model: MeasuredModel) -> [NextWords] {
        zip(RecordedPrompts.nextWords, nextWords).map { prompt, words in
            NextWords(prompt: prompt, words: words.map { ($0.word, $0.probability) }, of: model)
        }
    }

    /// - Parameter heads: Of a layer.
    func attentionMap(of model: MeasuredModel, heads: Int) -> AttentionMap? {
        guard let tokens = try? LittleWorld.prompt(RecordedPrompts.attention) else { return nil }
        return AttentionMap(
            of: model, tokens: LittleWorld.words(of: tokens),
            heads: attention.enumerated().map { index, picture in
                AttentionMap.Head(
                    layer: index / heads, head: index % heads, weights: picture.values.map { Float($0) })
            })
    }
}

extension LittleWorld {
    /// The word of each token, as it is shown; the end of a document is one too.
    public static func words(of tokens: [Token]) -> [String] {
        tokens.map { Vocabulary.little.word(of: $0) ?? "[\($0)]" }
    }
}
