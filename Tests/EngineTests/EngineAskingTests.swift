import Evidence
import Foundation
import LittleWorld
import Testing
import TinyLM

@testable import Engine

private let recorded = ModelReference.recorded(run: "S-4.1M-1", step: nil)

@Suite(.serialized, .timeLimit(.minutes(10))) struct EngineAskingTests {
    /// The recorded model, asked without an engine.
    private func model() throws -> GPT {
        GPT(try Recordings.model(of: "S-4.1M-1", step: nil).parameters, pool: WorkerPool(threadCount: 1))
    }

    @Test func nextWordsAreTheModels() throws {
        let harness = try Harness()
        let words = try #require(
            try harness.all(.nextWords(recorded, prompt: "tolu lives in", count: 6)).lazy.compactMap(\.nextWords).first)
        let probabilities = try model().nextTokenProbabilities(after: LittleWorld.prompt("tolu lives in"))
        #expect(words.words.map(\.probability.value) == probabilities.sorted(by: >).prefix(6).map { Double($0) })
        for word in words.words {
            let token = try #require(Vocabulary.little.token(of: word.text))
            #expect(word.probability.value == Double(probabilities[Int(token)]))
            #expect(word.probability.source == .recordedRuns)
        }
        #expect(
            try harness.all(.nextWords(recorded, prompt: "the", count: 0)).lazy.compactMap(\.nextWords).first?.words
                == [])
    }

    @Test func whatIsRecordedIsAnsweredFromTheRecord() throws {
        let harness = try Harness()
        for question: Question in [
            .recordedRuns, .history(run: "S-4.1M-1"), .experiment(.transfer),
            .nextWords(.recorded(run: "M-12.3M-1", step: 12_000), prompt: "tolu lives in", count: 5),
            .examples(.recorded(run: "M-12.3M-1", step: 0), task: "pairs"), .vocabulary, .lookUp(prompt: "the"),
            .attention(.recorded(run: "M-12.3M-1", step: 0), text: RecordedPrompts.attention),
        ] { #expect(try harness.all(question) == RecordedAnswers.answer(question)) }
        // A step that has no recorded words, and another prompt, are asked of the model.
        let other = Question.nextWords(.recorded(run: "M-12.3M-1", step: 12_000), prompt: "the crow", count: 3)
        #expect(try harness.all(other).lazy.compactMap(\.nextWords).first?.words.count == 3)
    }

    @Test func aTextGrowsByWords() throws {
        let harness = try Harness()
        let request = GenerationRequest(prompt: "the small fox", count: 12, temperature: 0.7, seed: 5)
        let texts = try harness.all(.generate(recorded, request)).compactMap(\.generated)
        var sampler = Sampler(temperature: 0.7, seed: 5)
        let written = try model().generate(
            after: LittleWorld.prompt("the small fox"), count: 12, end: LittleWorld.end, sampler: &sampler
        ) { _ in true }
        #expect(texts.last?.text == Vocabulary.little.decode(written))
        #expect(zip(texts, texts.dropFirst()).allSatisfy { $1.text.hasPrefix($0.text) })
        #expect(texts.allSatisfy { $0.prompt == "the small fox" && $0.model.name == "S" })
    }

    @Test func temperatureBendsProbabilities() throws {
        let harness = try Harness()
        func words(_ temperature: Double) throws -> [Double] {
            try #require(
                try harness.all(.nextWords(recorded, prompt: "the", count: 468, temperature: temperature)).lazy
                    .compactMap(\.nextWords).first
            ).words.map(\.probability.value)
        }
        let (own, cold, warm) = (try words(1), try words(0.5), try words(2))
        // Each probability to the power of one over the temperature, and all of them one again.
        for (bent, temperature) in [(cold, 0.5), (warm, 2.0)] {
            let powers = own.map { pow($0, 1 / temperature) }
            let sum = powers.reduce(0, +)
            #expect(zip(bent, powers).allSatisfy { abs($0 - $1 / sum) < 1e-4 })
        }
        #expect(cold[0] > own[0] && warm[0] < own[0])
        #expect(
            try harness.failure(.nextWords(recorded, prompt: "the", count: 1, temperature: 0))?.exitCode == 64)
    }

    @Test func examplesAreAskedOfAnyModel() throws {
        let harness = try Harness()
        let answers = try harness.all(.examples(recorded, task: "vell"))
        guard case .examples(let curve)? = answers.first else { throw Failure("no curve", exitCode: 70) }
        let scores = try #require(PromptTask.vell.scores(of: model()))
        #expect(curve.points.map(\.accuracy.value) == scores.map(\.accuracy))
        #expect(try harness.failure(.examples(recorded, task: "chess"))?.exitCode == 64)
    }

    @Test func attentionIsTheModels() throws {
        let harness = try Harness()
        let map = try #require(
            try harness.all(.attention(recorded, text: "the small fox sings")).lazy.compactMap(\.attention).first)
        let attention = try model().attention(on: LittleWorld.prompt("the small fox sings"))
        #expect(map.heads.map(\.weights) == attention.map { Array($0.rows.joined()) })
        #expect(map.tokens.dropFirst() == ["the", "small", "fox", "sings"])
        // A text that is longer than what the model reads.
        let long = Array(repeating: "the", count: 200).joined(separator: " ")
        #expect(
            try harness.all(.attention(recorded, text: long)).lazy.compactMap(\.attention).first?.tokens.count == 64)
    }

    @Test func anExaminationIsTheWorlds() throws {
        let harness = try Harness()
        let answers = try harness.all(.examine(recorded, items: 20, seed: 7))
        let results = try #require(answers.lazy.compactMap(\.abilities).first)
        let scores = Examination.run(abilities: Ability.allCases, model: try model(), itemCount: 20, seed: 7)
        #expect(results.map(\.ability.id) == Ability.allCases.map(\.rawValue))
        #expect(results.map(\.sharp.value) == scores.map(\.exactMatch))
        #expect(results.map(\.sharp.subject.items) == scores.map { "\($0.itemCount)" })
        #expect(answers.contains { $0.progress?.phase == .examining })
    }

    @Test func fineTuningGrowsAndIsTestedAtItsEnd() throws {
        let harness = try Harness()
        let request = FineTuningRequest(model: recorded, task: "subjectNumber", labels: 30)
        let curves = try harness.all(.fineTune(request)).compactMap(\.fineTuning)
        let curve = try #require(curves.last)
        #expect(curve.points.map(\.step) == [0] + Array(stride(from: 20, through: 200, by: 20)))
        #expect(curves.dropLast().allSatisfy { $0.test == nil })
        let test = try #require(curve.test)
        #expect(test.value > 0.8 && test.subject.items == "400" && test.subject.labelledExamples == 130)
        #expect(test.subject.step == "4000 + 200" && curve.chance.value == 0.5)
        var random = request
        random.startsFromRandomWeights = true
        let other = try #require(try harness.all(.fineTune(random)).compactMap(\.fineTuning).last)
        #expect(other.model.step == 0 && (other.test?.value ?? 1) < test.value)
        #expect(other.test?.subject.method != test.subject.method)
    }

    @Test func whatCanNotBeAnsweredIsSaidInOneLine() throws {
        let harness = try Harness()
        try "damaged".write(toFile: try harness.folder.file("damaged/run.json"), atomically: true, encoding: .utf8)
        let missing = harness.folder.path + "/nowhere"
        let questions: [(Question, Int32)] = [
            (.train(TrainingRequest(size: "XXL", tokens: 1000, seed: 1)), 64),
            (.train(TrainingRequest(size: "XS", tokens: 0, seed: 1)), 64),
            (.train(TrainingRequest(size: "XS", tokens: 1000, seed: 1, folder: "")), 64),
            (.train(TrainingRequest(size: "XS", tokens: 1000, seed: 1, threads: 0)), 64),
            (.train(TrainingRequest(size: "XS", tokens: 1000, seed: 1, folder: "/proc/nothing/run")), 73),
            (.train(TrainingRequest(size: "XS", tokens: 1000, seed: 1, folder: harness.folder.path + "/damaged")), 65),
            (.history(run: "no\nrun"), 66), (.savedHistory(folder: missing), 66),
            (.examine(.saved(folder: missing), items: 10, seed: 1), 66), (.examine(recorded, items: 0, seed: 1), 64),
            (.examine(.training(QuestionID(77)), items: 10, seed: 1), 64),
            (.nextWords(.recorded(run: "none", step: nil), prompt: "the", count: 3), 66),
            (.nextWords(.recorded(run: "S-4.1M-1", step: 7), prompt: "the", count: 3), 66),
            (.nextWords(recorded, prompt: "the\u{1B}[31m qwertz", count: 3), 65),
            (.generate(recorded, GenerationRequest(prompt: "the", temperature: .nan)), 64),
            (.generate(recorded, GenerationRequest(prompt: "the", temperature: -1)), 64),
            (.attention(recorded, text: "qwertz"), 65),
            (.fineTune(FineTuningRequest(model: recorded, task: "cooking", labels: 30)), 64),
            (.fineTune(FineTuningRequest(model: recorded, task: "diagnosis", labels: 0)), 64),
        ]
        for (question, exitCode) in questions {
            let failure = try #require(try harness.failure(question), "\(question)")
            #expect(failure.exitCode == exitCode, "\(question): \(failure)")
            #expect(failure.line.count > 10 && failure.line.unicodeScalars.allSatisfy { $0.value >= 0x20 })
        }
    }

    @Test func savedRunsAreFoundAndRead() throws {
        let harness = try Harness()
        #expect(try harness.all(.savedRuns).first?.runs == [])
        try "damaged".write(toFile: try harness.folder.file("own/damaged/run.json"), atomically: true, encoding: .utf8)
        let trained = try #require(try harness.all(.train(.small())).compactMap(\.history).last)
        let runs = try #require(try harness.all(.savedRuns).first?.runs)
        let folder = harness.folder.path + "/own/XS-60K-3"
        #expect(runs.map(\.name) == ["XS-60K-3"] && runs.map(\.keptSteps) == [[59]])
        #expect(runs.map(\.origin) == [.saved(folder: folder)])
        let history = try #require(try harness.all(.savedHistory(folder: folder)).first?.history)
        #expect(history.points.map(\.loss) == trained.points.map(\.loss))
        #expect(history.abilities == trained.abilities)
        // What the newest checkpoint writes, the run's last point writes.
        #expect(history.points.last?.writing.map(\.text) == trained.points.last?.writing.map(\.text))
        #expect(history.points.last?.writing.count == RecordedPrompts.texts.count)
    }

    @Test func aTextOfOnesOwnIsAskedInItsOwnWords() throws {
        let harness = try Harness()
        let path = harness.folder.path + "/text"
        let text = String(repeating: "The café near the river opens at nine. ", count: 400)
        let file = try harness.folder.file("corpus.txt")
        try text.write(toFile: file, atomically: true, encoding: .utf8)
        try trainText(file, in: path)
        let model = ModelReference.saved(folder: path)
        let words = try #require(
            try harness.all(.nextWords(model, prompt: "The ca", count: 4)).lazy.compactMap(\.nextWords).first)
        #expect(words.words.count == 4)
        let written = try #require(
            try harness.all(.generate(model, GenerationRequest(prompt: "The", count: 8))).compactMap(\.generated).last)
        #expect(!written.text.isEmpty)
        #expect(try harness.failure(.nextWords(model, prompt: "", count: 4))?.exitCode == 64)
        #expect(try harness.failure(.examine(model, items: 5, seed: 1))?.exitCode == 64)
        let held = try #require(try harness.all(.savedHistory(folder: path)).first?.history?.points.last?.heldOutLoss)
        #expect(held.value > 0 && held.unit == .nats)
    }

    private func trainText(_ file: String, in path: String) throws {
        let files = try CorpusFiles(paths: [file])
        let tokenizer = try files.tokenizer()
        let text = try files.encoded(tokenizer) { _ in }
        let description = RunDescription(
            shape: ModelShape(.extraSmall, vocabularyCount: tokenizer.vocabularyCount, context: 64), size: .extraSmall,
            tokens: 40_000, seed: 1, corpus: text.description)
        let folder = try RunFolder.create(at: path, description: description, tokenizer: tokenizer)
        let run = try TrainingRun(
            folder, text: try Corpus(text, of: description), pool: WorkerPool(threadCount: 1))
        try run.train(examine: { _, _ in nil }, isStopped: { false }, report: { _ in })
    }
}

@Test func ownRunsLieInTheStateFolder() {
    #expect(StateFolder.path(stateHome: "/state", home: "/home/a") == "/state/tlviz")
    #expect(StateFolder.path(stateHome: nil, home: "/home/a") == "/home/a/.local/state/tlviz")
    // A relative path is to be ignored.
    #expect(StateFolder.path(stateHome: "state", home: "/home/a") == "/home/a/.local/state/tlviz")
    #expect(StateFolder.path(stateHome: "", home: nil) == nil)
}
