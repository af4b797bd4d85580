import Evidence

/// A task that had a labelled data set and a model of its own, and what one writes today instead.
struct ParadigmsTask: Sendable {
    /// The size of its training set.
    let labels: Figure
    /// What a person could ask of a pretrained model, in the program's words.
    let prompt: String
    /// Where the labels come from, where the source says it.
    let origin: String?

    var name: String { labels.subject.plain }

    /// Twenty tasks in the order in which they are trained: the three that are taught first. Data sets later than the new
    /// paradigm (yes-or-no questions, medical exams) are left out, for no model was trained on them before it.
    static let all: [ParadigmsTask] = {
        let figures = Archive.tasks.series("tasks")?.figures ?? []
        return words.compactMap { key, prompt, origin in
            figures.first { $0.subject.task == key }.map { ParadigmsTask(labels: $0, prompt: prompt, origin: origin) }
        }
    }()

    private static let words: [(key: String, prompt: String, origin: String?)] = [
        ("sentiment", "Is this praise or blame?", nil),
        ("translationGerman", "Translate this into German.", "translations that existed already"),
        ("questionAnswering", "Answer from this text: who won?", "written by paid workers"),
        ("translationFrench", "Translate this into French.", "translations that existed already"),
        ("summarization", "Shorten this to one sentence.", "the journalists' own summaries"),
        ("inference", "Does this follow from that?", "written by paid workers"),
        ("namedEntities", "Name the people and places.", "marked at a university"),
        ("topic", "Sport, business or science?", "the news pages' own categories"),
        ("paraphrase", "Do these two ask the same?", nil),
        ("grammaticality", "Is this sentence good English?", "from the books of linguists"),
        ("similarity", "How alike are these two?", "scored by people"),
        ("questionType", "Does it ask who, where or when?", "labelled by hand"),
        ("parsing", "Draw this sentence as a tree.", "a parser's trees, corrected by hand"),
        ("coreference", "Whom does ‘she’ mean here?", nil),
        ("toxicity", "Is this comment rude?", "rated by people"),
        ("intent", "What does this caller want?", nil),
        ("dialogue", "Answer as a friend would.", "written and labelled by people"),
        ("readingExam", "Choose the right answer.", "real school exams"),
        ("commonsense", "Which ending makes sense?", "wrong endings by machine, checked by people"),
        ("databaseQuestion", "Write this question in SQL.", "written by students"),
    ]
}

/// What the old way takes for the first tasks together.
enum ParadigmsTotals {
    /// Labelled examples of all of them.
    static func labels(_ figures: [Figure]) -> Figure {
        var subject = Subject()
        subject.metric = "labelled examples of all tasks"
        let sum = figures.reduce(0) { $0 + $1.value }
        return Figure(.sum, value: sum, unit: .examples, subject: subject, inputs: figures)
    }

    /// Models to keep, one a task; also how many tasks are not drawn.
    static func count(_ figures: [Figure]) -> Figure {
        var subject = Subject()
        subject.metric = "tasks, each with a model of its own"
        return Figure(.count, value: Double(figures.count), unit: .models, subject: subject, inputs: figures)
    }

    /// The taught cost of one model times their number.
    static func cost(tasks count: Double) -> Figure? {
        guard let one = Lesson.modelCost, one.low != nil, one.high != nil else { return nil }
        return CostComparison.cost(of: one, tasks: count)
    }

    /// The figures of the first and the last year in which one of the data sets was published.
    static func years(_ figures: [Figure]) -> (first: Figure, last: Figure)? {
        guard let first = figures.min(by: { $0.subject.year < $1.subject.year }),
            let last = figures.max(by: { $0.subject.year < $1.subject.year })
        else { return nil }
        return (first, last)
    }

    /// What is taught of the two paradigms.
    enum Lesson {
        static let oldYear = figure("l1/old-year")
        static let newYear = figure("l1/new-year")
        static let oldTime = figure("l1/old-time")
        static let pretrainingText = figure("l2/data")
        static let pretrainingCost = figure("l2/cost")
        static let pretrainingTime = figure("l2/time")
        static let promptTime = figure("l3/prompt/time")
        static let promptYear = figure("l4/gpt3/year")
        static let promptCost = figure("l3/prompt/cost")
        static let users = figure("l5/users")
        static let tasks = figure("l5/tasks")
        static let taskCost = figure("l5/task-cost")
        static let modelCost = figure("l5/model-cost")
        static let schoolYears = figure("l6/school-years")
        static let jobTraining = figure("l6/job-training")

        private static func figure(_ id: String) -> Figure? { Archive.lesson.series(id)?.figures.first }
    }
}
