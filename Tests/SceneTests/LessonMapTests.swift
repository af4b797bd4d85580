import Evidence
import Testing

@testable import Scene

/// Where a point of the lesson is taught.
private enum Place {
    /// A panel after keys, as it is read.
    case panel(Panel, String)
    /// A stop of the tour by its title: what it says, asks and answers.
    case stop(String)
}

/// A point of the lesson, where it is taught, the words that say it there, and its figures by their series.
private struct Point {
    let name: String
    let place: Place
    let words: [String]
    let figures: [String]

    init(_ name: String, _ place: Place, _ words: [String], _ figures: [String] = []) {
        self.name = name
        self.place = place
        self.words = words
        self.figures = figures
    }
}

private let medicine = "d d"

/// The lesson point by point.
private let points: [Point] = [
    Point(
        "L1 old: one model a task", .panel(.paradigms, ""),
        [
            "each of", "had its own model", "praise or blame", "English to German", "find the answer",
            "labelled examples",
        ],
        ["l1/old-time", "l5/model-cost"]),
    Point(
        "L1 old: from scratch", .stop("A model for each task"), ["starts from nothing", "a label is the right answer"]),
    Point(
        "L1 new: pretrained once, then asked", .panel(.paradigms, ""),
        ["guessing missing or next words of text", "one model, asked in words", "by a prompt alone"], ["l1/new-year"]),
    Point(
        "L1 what pretraining gives", .panel(.paradigms, ""),
        ["grammar, facts, reasoning and common sense", "without one label"]),
    Point("L2 begins as noise", .panel(.pretraining, ""), ["noise", "random weights", "nothing known"]),
    Point("L2 the stages", .panel(.pretraining, ""), ["first words", "sentences", "grammar", "foundation model"]),
    Point(
        "L2 ends as a foundation model", .panel(.pretraining, "End"), ["writes, recalls, answers", "foundation model"]),
    Point(
        "L2 data", .stop("Who wrote the answers?"), ["Common Crawl", "books", "code", "Wikipedia"], ["l2/data"]),
    Point(
        "L2 task and cost", .panel(.pretraining, ""), ["it only guesses the next word"],
        ["l2/data", "l2/cost", "l2/time", "l2/gpus"]),
    Point(
        "L2 key insight", .stop("Who wrote the answers?"),
        ["No human labels", "the text itself is the training signal", "That is what makes it scale"]),
    Point(
        "L3 fine-tune", .panel(.adaptation, medicine),
        ["weights change", "only the last step to the task is learned"],
        ["l3/finetune/examples", "l3/finetune/cost", "l3/finetune/time"]),
    Point("L3 the last mile", .stop("Teach it, with labels"), ["Only the last mile", "changes its weights"]),
    Point(
        "L3 prompt", .panel(.adaptation, medicine), ["instructions in words", "no weight changes"],
        ["l3/prompt/cost", "l3/prompt/time"]),
    Point("L3 RAG", .panel(.adaptation, medicine), ["outside knowledge, looked up and put into the prompt"]),
    Point("L3 RAG, in the tour", .stop("Look it up"), ["looked-up", "weights stay as they are", "RAG"]),
    Point(
        "L3 when fine-tuning wins", .panel(.adaptation, medicine),
        [
            "jargon the model has not seen", "one format over thousands of requests",
            "the most accuracy on a narrow task",
        ],
        ["l3/finetune/requests"]),
    Point(
        "L3 when prompting wins", .panel(.adaptation, medicine),
        ["general tasks", "flexibility over many tasks", "speed that matters more than the last points of accuracy"]),
    Point(
        "L3 why prompting works", .panel(.adaptation, medicine),
        ["“translate this to French” teaches no French", "directs what the model already knows"]),
    Point(
        "L3 ways to steer", .stop("Show it what you want"),
        ["few-shot", "chain-of-thought", "RAG", "steers an ability that is there"]),
    Point(
        "L3 pitfall", .panel(.adaptation, medicine), ["to try it first", "last resort", "good technique"],
        ["l3/pitfall/share"]),
    Point(
        "L4 what appears at which size", .panel(.scale, ""),
        [
            "basic grammar", "simple questions", "translation", "summaries", "learning from context", "reasoning",
            "code",
        ],
        [
            "l4/grammar", "l4/question-answering", "l4/translation", "l4/summarization", "l4/in-context",
            "l4/reasoning",
            "l4/code",
        ]),
    Point("L4 the first L", .panel(.scale, ""), ["Large, the first L"]),
    Point(
        "L4 prompting needs size", .stop("Asked in words alone"),
        ["prompting works only above some size", "L for Large"]),
    Point(
        "L4 GPT-3", .stop("Asked in words alone"),
        ["GPT-3", "courses call it", "convincingly", "from its prompt", "prompt engineering", "sold by API"],
        ["l4/gpt3/parameters", "l4/gpt3/year"]),
    Point(
        "L5 one model serves many", .stop("Train once, sell for ever"), ["GPT-4", "Courses say", "goes to zero"],
        ["l5/gpt4-cost", "l5/users", "l5/tasks", "l5/task-cost"]),
    Point("L5 before", .panel(.economics, ""), ["a model for each", "one model for one task"], ["l5/model-cost"]),
    Point(
        "L5 where the lines cross", .panel(.economics, ""), ["Where they cross", "What is assumed", "one pretraining"],
        ["l2/cost"]),
    Point(
        "L6 the analogy", .stop("School, job, instructions"),
        [
            "Pretraining is school", "fine-tuning is job training", "instructions on the job", "for anything",
            "no training",
        ],
        ["l6/school-years", "l6/job-training"]),
    Point(
        "L6 on the panel", .panel(.paradigms, ""), ["Pretraining is school"], ["l6/school-years", "l6/job-training"]),
    Point(
        "L7 foundation", .panel(.adaptation, medicine),
        ["Llama 3 70B", "medical terms from Wikipedia and PubMed", "reasoning, and the shape of question and answer"],
        ["l7/llama3/tokens", "l7/llama3/cost"]),
    Point(
        "L7 fine-tuning", .panel(.adaptation, medicine),
        ["symptoms and diagnosis", "A100", "highest accuracy on a narrow task", "labelled medical data, compliance"],
        ["l7/finetune/examples", "l7/finetune/cost", "l7/finetune/time", "l7/finetune/accuracy"]),
    Point(
        "L7 prompting", .panel(.adaptation, medicine),
        ["a role, the symptoms", "most likely diagnoses", "deployed at once", "uneven quality, no current protocols"],
        ["l7/prompt/examples", "l7/prompt/diagnoses", "l7/prompt/cost", "l7/prompt/time", "l7/prompt/accuracy"]),
    Point(
        "L7 RAG", .panel(.adaptation, medicine),
        ["UpToDate, PubMed", "always current, cites sources", "needs the vector database"],
        ["l7/rag/cost", "l7/rag/accuracy"]),
    Point(
        "L7 recommendation", .panel(.adaptation, medicine),
        ["RAG with fine-tuning", "freshness and checkable sources", "terms and format"]),
    Point(
        "L7 in the tour", .stop("Which way for a clinic?"), ["RAG, for fresh and checkable knowledge"]),
    Point("L8 two questions", .panel(.prompting, "m"), ["The two questions", "a case and a comparison"]),
    Point(
        "L8 in the tour", .stop("A better question"), ["definition", "a case and asks for a comparison with numbers"]),
    Point(
        "L9 three challenges and a record", .panel(.challenges, ""),
        ["Choose the path", "Predict, then see", "Prompt the model", "what you solve is kept"]),
]

/// Figures of the lesson that stand elsewhere: what the size of a model's name says, and a year that its panel draws.
private let drawnOnly: [String: (panel: Panel, keys: String)] = [
    "l1/old-year": (.paradigms, "Home"), "l7/llama3/parameters": (.adaptation, "d d"),
]

@Suite struct LessonMapTests {
    @Test(arguments: points.indices) func isTaughtWhereItIsSaidToBe(index: Int) throws {
        let point = points[index]
        let text = try text(of: point.place)
        for words in point.words {
            #expect(text.lowercased().contains(words.lowercased()), "\(point.name): “\(words)” is not in\n\(text)")
        }
        for id in point.figures {
            let figure = try #require(Archive.lesson.series(id)?.figures.first, "\(id)")
            #expect(
                figure.texts.contains { text.contains($0.text) }, "\(point.name): \(figure.text) is not in\n\(text)")
        }
    }

    @Test func everyFigureOfTheLessonIsOnTheMap() {
        let mapped = Set(points.flatMap(\.figures)).union(drawnOnly.keys)
        #expect(Set(Archive.lesson.identifiers).subtracting(mapped).isEmpty)
        for part in 1...8 { #expect(points.contains { $0.name.hasPrefix("L\(part) ") }) }
    }

    @Test func everyStopOfTheMapIsOfTheTour() {
        let titles = Set(Tour.carried.stops.map(\.title))
        for case .stop(let title) in points.map(\.place) { #expect(titles.contains(title), "\(title)") }
    }

    /// The same figures, and not only the same words, reach the picture of a stop.
    @Test func aStopsFiguresAreTaughtOnes() {
        let drawn = Tour.carried.stops.flatMap { [$0.says, $0.asks, $0.answer] }.flatMap(\.runs).compactMap { run in
            if case .figure(let figure) = run.reference { figure } else { nil }
        }
        #expect(drawn.count >= 12 && drawn.allSatisfy { $0.kind == .lesson })
    }

    private func text(of place: Place) throws -> String {
        switch place {
        case .panel(let panel, let keys):
            return Scene.after(keys, on: panel).exhibit.narration.flatMap(words).joined(separator: "\n")
        case .stop(let title):
            let stop = try #require(Tour.carried.stops.first { $0.title == title })
            return [stop.says, stop.asks, stop.answer].map(\.plain).joined(separator: "\n")
        }
    }

    private func words(of paragraph: Paragraph) -> [String] {
        switch paragraph {
        case .heading(let phrase), .text(let phrase): [phrase.plain]
        case .table(let table): ([table.heading] + table.columns + table.rows.flatMap { $0 }).map(\.plain)
        }
    }
}
