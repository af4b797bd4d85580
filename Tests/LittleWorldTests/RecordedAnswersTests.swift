import Evidence
import Testing
import TinyLM

@testable import LittleWorld

private func figures(of history: TrainingHistory) -> [Figure] {
    var figures: [Figure] = []
    for point in history.points {
        if let loss = point.loss { figures.append(loss) }
        for result in point.results { figures += [result.sharp] + result.smooth }
        for next in point.nextWords { figures += next.words.map(\.probability) }
    }
    return figures
}

private func history(_ run: String) throws -> TrainingHistory {
    let answers = RecordedAnswers.answer(.history(run: run))
    guard case .history(let history) = answers.first, answers.last == .finished else {
        throw Failure("\(answers)", exitCode: 70)
    }
    return history
}

/// Size, seed, step and source, and of what was asked the number of items and, of the sharp measure, its error.
@Test func everyNumberOfARecordedRunIsAMeasuredFigure() throws {
    for name in Recordings.names {
        let run = try Recordings.run(named: name)
        let history = try history(name)
        #expect(history.points.map(\.step) == run.reports.map(\.step), "\(name)")
        #expect(history.abilities.map(\.id) == Ability.allCases.map(\.rawValue))
        for figure in figures(of: history) {
            #expect(figure.kind == .measured && figure.source == .recordedRuns)
            #expect(figure.subject.parameters == Double(run.description.shape.parameterCount))
            #expect(figure.subject.seed == "\(run.description.seed)" && Int(figure.subject.step) != nil)
        }
        for (point, report) in zip(history.points, run.reports) {
            #expect(point.loss?.value == report.crossEntropy && point.results.count == report.abilities?.count)
            for result in point.results {
                let old = try #require(report.abilities?[result.ability.id])
                #expect(result.sharp.value == old.exactMatch && result.sharp.subject.items == "\(old.itemCount)")
                #expect(result.sharp.subject.standardError == old.standardError)
                #expect(result.smooth.first?.value == old.probability)
            }
        }
    }
}

@Test func theTrajectoryTellsWhatTheModelWritesAndLooksLike() throws {
    let history = try history(Recordings.trajectoryRun)
    let layers = history.points.map { $0.attention?.heads.count }
    #expect(layers.allSatisfy { $0 == 12 })
    for point in history.points {
        #expect(point.writing.count == RecordedPrompts.texts.count && point.nextWords.count == 3)
        #expect(point.weights.count == 13 && point.weights.first?.name == "embedding")
        #expect(point.writing.allSatisfy { $0.model.step == point.step })
    }
    let kept = ModelReference.recorded(run: Recordings.trajectoryRun, step: 12_000)
    guard
        case .nextWords(let words) = RecordedAnswers.answer(
            .nextWords(kept, prompt: RecordedPrompts.fact, count: 3)
        ).first,
        case .attention(let map) = RecordedAnswers.answer(.attention(kept, text: RecordedPrompts.attention)).first
    else { throw Failure("no answer", exitCode: 70) }
    // Those weights in half precision, these in full.
    let own = try #require(history.points.last?.nextWords.first { $0.prompt == RecordedPrompts.fact })
    #expect(words.words.first?.text == own.words.first?.text && words.words.count == 3)
    #expect(map == history.points.last?.attention && map.tokens.last == "dax")
}

/// The experiments' JSON is read, and every number of it stands in the answer under its own name.
@Test func theRecordedExperimentsAreAnswers() throws {
    let transfer = try Recordings.experiment(.transferExperiment, TransferResult.self)
    guard case .transfer(let curves) = RecordedAnswers.answer(.experiment(.transfer)).first else {
        throw Failure("no transfer", exitCode: 70)
    }
    #expect(curves.model.step == 4000 && curves.model.parameters == 140_840)
    for (task, old) in zip(curves.tasks, transfer.tasks) {
        #expect(task.id == old.task.rawValue && task.chance.value == old.chance && task.best.value == old.bestAccuracy)
        for (curve, start) in [(task.random, Start.random), (task.pretrained, .pretrained)] {
            let points = transfer.points(of: old.task, from: start)
            #expect(curve.map(\.mean.value) == points.map(\.accuracy.mean))
            #expect(curve.map(\.mean.subject.labelledExamples) == points.map { Double($0.labels) })
            #expect(curve.map(\.mean.subject.standardError) == points.map { $0.standardError })
            #expect(curve.map { $0.draws.map(\.value) } == points.map(\.accuracy.values))
            #expect(curve.allSatisfy { $0.mean.subject.items == "400" && $0.mean.kind == .measured })
        }
    }
    let adaptation = try Recordings.experiment(.adaptationExperiment, AdaptationResult.self)
    guard case .adaptation(let scores) = RecordedAnswers.answer(.experiment(.adaptation)).first else {
        throw Failure("no adaptation", exitCode: 70)
    }
    #expect(scores.prompts.map(\.choiceAccuracy.value) == adaptation.diagnosis.map(\.choiceAccuracy))
    #expect(scores.relations.map(\.accuracy.value) == adaptation.fewShot.map(\.accuracy))
    #expect(scores.readings.map { $0.other?.value } == adaptation.retrieval.map(\.otherShare))
    let forgetting = try Recordings.experiment(.forgettingExperiment, ForgettingResult.self)
    guard case .forgetting(let after) = RecordedAnswers.answer(.experiment(.forgetting)).first else {
        throw Failure("no forgetting", exitCode: 70)
    }
    #expect(after.before.map(\.sharp.value) == forgetting.before.map(\.exactMatch))
    #expect(after.teachings.map(\.id) == forgetting.models.map(\.teaching.rawValue))
    for (teaching, old) in zip(after.teachings, forgetting.models) {
        #expect(teaching.abilities.map(\.sharp.value) == old.abilities.map(\.exactMatch.mean))
        #expect(teaching.tasks.map(\.accuracy.mean.value) == old.tasks.map(\.accuracy.mean))
    }
}

@Test func theRecordsListTheirRunsAndTheStepsWhoseWeightsTheyKeep() throws {
    guard case .runs(let runs) = RecordedAnswers.answer(.recordedRuns).first else {
        throw Failure("no runs", exitCode: 70)
    }
    #expect(runs.map(\.name) == Recordings.names && runs.filter(\.hasTrajectory).map(\.name) == ["M-12.3M-1"])
    for run in runs {
        for step in run.keptSteps.suffix(1) {
            let model = try Recordings.model(of: run.name, step: step)
            #expect(Double(model.parameters.shape.parameterCount) == run.parameters.value && model.step == step)
        }
    }
    #expect(runs.filter { !$0.keptSteps.isEmpty }.count == 1 + ModelSize.allCases.count)
    #expect(throws: StorageError.self) { try Recordings.model(of: "M-4.1M-2", step: nil) }
}

@Test func whatIsNotRecordedIsRefusedInOneLine() {
    let questions: [Evidence.Question] = [
        .history(run: "M-1K-1"), .train(TrainingRequest(size: "XS", tokens: 1024, seed: 1)),
        .nextWords(.recorded(run: "M-12.3M-1", step: 1), prompt: "the fox", count: 3),
        .attention(.saved(folder: "none"), text: RecordedPrompts.attention), .savedRuns,
    ]
    for question in questions {
        guard case .failure(let failure)? = RecordedAnswers.answer(question).only else {
            Issue.record("\(question) has an answer")
            continue
        }
        #expect(failure.exitCode == 64 || failure.exitCode == 66)
        #expect(!failure.line.isEmpty && !failure.line.contains("\n"))
    }
}

extension Array {
    fileprivate var only: Element? { count == 1 ? first : nil }
}

@Test func guessingIsThatOfOneWhoKnowsWhatIsAsked() throws {
    for ability in Ability.allCases {
        let guessing = try #require(ExaminedAbility(ability).chance)
        #expect(guessing.value == max(ability.chance, ability.chanceInSight ?? 0))
        #expect(guessing.derivation?.formula == (ability.chanceInSight == nil ? .guessing : .guessingInSight))
    }
    // What a score says of guessing beside it, and what its ability says, is one number.
    for point in try RecordedAnswers.history(of: "M-12.3M-1").points {
        for result in point.results { #expect(result.sharp.subject.chance == result.ability.chance?.value) }
    }
}
