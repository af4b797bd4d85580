import Evidence

/// Makes the figures of one experiment.
struct ExperimentFigures {
    let model: MeasuredModel

    /// Nil where the experiment's model is none.
    init?(_ origin: Pretrained.Origin, source: Source) {
        guard let model = MeasuredModel(origin, source: source) else { return nil }
        self.model = model
    }

    func measured(_ value: Double, _ measurement: Measurement, after steps: Int = 0) -> Figure? {
        Figure(measured: value, measurement, of: steps > 0 ? model.fineTuned(steps: steps) : model)
    }

    /// What no model is measured for: guessing and the best possible reader.
    static func computed(_ formula: Formula, _ value: Double, task: String, name: String) -> Figure {
        var subject = Subject()
        subject.task = task
        subject.plain = name
        return Figure(formula, value: value, unit: .fraction, subject: subject, inputs: [])
    }

    static func chance(of task: NarrowTask) -> Figure {
        computed(.guessing, task.chance, task: task.rawValue, name: "guessing at \(task.name)")
    }

    static func best(of task: NarrowTask) -> Figure {
        computed(.bestReader, task.bestAccuracy, task: task.rawValue, name: "the best possible reader of \(task.name)")
    }

    /// What several draws of the notes of a task came to. Nil where there was none.
    ///
    /// - Parameters:
    ///   - steps: Updates on notes.
    ///   - isPretrained: Or from random weights, whose steps in pretraining are none.
    func accuracy(
        of task: NarrowTask, _ spread: Spread, standardError: Double, items: Int?, labels: Int, trainingLabels: Int?,
        steps: Int, method: String, isPretrained: Bool = true
    ) -> Accuracy? {
        var measurement = Measurement(
            task: task.rawValue, plain: task.name, metric: "accuracy", unit: .fraction, higherIsBetter: true,
            chance: task.chance, standardError: standardError, items: items, labelledExamples: labels, method: method)
        let taught = (isPretrained ? model : model.untrained).fineTuned(steps: steps)
        let mean = Figure(measured: spread.mean, measurement, of: taught)
        measurement.standardError = nil
        let draws = spread.values.compactMap { Figure(measured: $0, measurement, of: taught) }
        return mean.map { Accuracy(mean: $0, draws: draws, trainingLabels: trainingLabels) }
    }
}

extension MeasuredModel {
    /// The same shape with random weights.
    public var untrained: MeasuredModel {
        MeasuredModel(name: name, parameters: parameters, seed: seed, step: 0, tokensSeen: 0, source: source) ?? self
    }
}

extension TransferCurves {
    /// Nil where a number is none.
    public init?(_ result: TransferResult, source: Source) {
        guard let figures = ExperimentFigures(result.pretrained, source: source) else { return nil }
        self.init(
            model: figures.model,
            tasks: result.tasks.map { task in
                func curve(_ start: Start) -> [Accuracy] {
                    task.points.filter { $0.start == start }.compactMap { point in
                        figures.accuracy(
                            of: task.task, point.accuracy, standardError: point.standardError,
                            items: result.testCount, labels: point.labels, trainingLabels: point.trainingLabels,
                            steps: point.steps,
                            method: start == .pretrained ? "fine-tuning" : "training from random weights",
                            isPretrained: start == .pretrained)
                    }
                }
                return Task(
                    id: task.task.rawValue, name: task.task.name, chance: ExperimentFigures.chance(of: task.task),
                    best: ExperimentFigures.best(of: task.task), random: curve(.random), pretrained: curve(.pretrained))
            })
    }
}

extension AdaptationScores {
    /// Nil where a number is none.
    public init?(_ result: AdaptationResult, source: Source) {
        guard let figures = ExperimentFigures(result.pretrained, source: source) else { return nil }
        let task = NarrowTask.diagnosis
        func measurement(
            _ id: String, _ name: String, chance: Double? = nil, error: Double?, items: Int, shots: Int = 0,
            metric: String = "accuracy"
        ) -> Measurement {
            Measurement(
                task: id, plain: name, metric: metric, unit: .fraction, higherIsBetter: true, chance: chance,
                standardError: error, items: items, shots: shots, method: "prompt")
        }
        let prompts = result.diagnosis.compactMap { prompt -> Prompt? in
            let accuracy = figures.measured(
                prompt.accuracy,
                measurement(
                    task.rawValue, task.name, error: prompt.standardError, items: prompt.itemCount,
                    shots: prompt.examples))
            let choice = figures.measured(
                prompt.choiceAccuracy,
                measurement(
                    task.rawValue, task.name, chance: prompt.choiceChance, error: prompt.choiceStandardError,
                    items: prompt.itemCount, shots: prompt.examples, metric: "accuracy among the possible answers"))
            guard let accuracy, let choice else { return nil }
            return Prompt(
                id: prompt.form.rawValue, name: prompt.form.name, examples: prompt.examples, accuracy: accuracy,
                choiceAccuracy: choice)
        }
        let relations = result.fewShot.compactMap { shown in
            figures.measured(
                shown.accuracy,
                measurement(
                    shown.relation, "the relation \(shown.relation)", error: shown.standardError,
                    items: shown.itemCount, shots: shown.examples)
            ).map { Relation(id: shown.relation, examples: shown.examples, accuracy: $0, pairs: shown.pairCount) }
        }
        let readings = result.retrieval.compactMap { reading -> Reading? in
            func figure(_ value: Double, error: Double?) -> Figure? {
                figures.measured(
                    value,
                    measurement(
                        reading.people.rawValue, reading.people.name, error: error, items: reading.itemCount))
            }
            return figure(reading.accuracy, error: reading.standardError).map { accuracy in
                Reading(
                    id: reading.people.rawValue, hasBook: reading.hasBook, accuracy: accuracy,
                    other: reading.otherShare.flatMap {
                        figure($0, error: standardError(of: $0, count: reading.itemCount))
                    })
            }
        }
        self.init(
            model: figures.model, best: ExperimentFigures.best(of: task), prompts: prompts, relations: relations,
            readings: readings)
    }
}

extension AdaptationResult.People {
    /// A plain name of a few words.
    var name: String {
        switch self {
        case .fresh: "somebody not in its reading"
        case .stale: "a known person, a changed fact"
        case .distracted: "one of two, the same relation"
        }
    }
}

extension ForgettingScores {
    /// Nil where a number is none.
    public init?(_ result: ForgettingResult, source: Source) {
        guard let figures = ExperimentFigures(result.pretrained, source: source) else { return nil }
        self.init(
            model: figures.model, before: result.before.compactMap { AbilityResult($0, of: figures.model) },
            teachings: result.models.map { model in
                let steps = result.steps * model.teaching.tasks.count
                return Teaching(
                    id: model.teaching.rawValue, name: model.teaching.name,
                    tasks: model.tasks.compactMap { score in
                        figures.accuracy(
                            of: score.task, score.accuracy, standardError: score.standardError,
                            items: result.testCount, labels: model.labels,
                            trainingLabels: result.trainingCount * model.teaching.tasks.count, steps: steps,
                            method: "fine-tuning on \(model.teaching.name)"
                        ).map {
                            TaskScore(
                                id: score.task.rawValue, name: score.task.name, accuracy: $0,
                                best: ExperimentFigures.best(of: score.task))
                        }
                    },
                    abilities: model.abilities.compactMap { after in
                        figures.measured(
                            after.exactMatch.mean,
                            Measurement(
                                task: after.ability.rawValue, plain: after.ability.name, metric: "exact match",
                                unit: .fraction, higherIsBetter: true, chance: after.ability.guessing,
                                standardError: after.standardError, items: after.itemCount,
                                method: "after fine-tuning on \(model.teaching.name)"), after: steps
                        ).map { AbilityResult(ExaminedAbility(after.ability), sharp: $0, smooth: []) }
                    })
            })
    }
}
