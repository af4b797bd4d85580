/// How computed figures follow from others; `tlviz sources` lists them all.
public struct Formula: Hashable, Sendable {
    /// What it computes.
    public let name: String
    /// The formula itself, in the words and symbols that the detail shows.
    public let expression: String
    /// Where the formula comes from; nil where it is plain arithmetic.
    public let source: Source?

    init(_ name: String, _ expression: String, source: Source? = nil) {
        self.name = name
        self.expression = expression
        self.source = source
    }

    /// A formula that a table states for its own rows.
    static func stated(_ expression: String) -> Formula { Formula("derived in the table", expression) }

    /// Between two measured points the value goes straight over the logarithm of the axis.
    public static let interpolation = Formula(
        "value between two measured points", "y = y₁ + (y₂ − y₁) · log(x / x₁) / log(x₂ / x₁)")
    public static let memory = Formula("memory of the weights at sixteen bits", "bytes = parameters · 2")
    public static let computeOptimalTokens = Formula(
        "tokens for a compute-optimal run", "tokens = parameters · tokens per parameter",
        source: Source.named("hoffmann-2022"))
    public static let trainingOperations = Formula(
        "training compute", "FLOP = 6 · parameters · tokens", source: Source.named("kaplan-2020"))
    public static let meanAccuracy = Formula(
        "mean over the benchmarks scored in accuracy or exact match", "mean = Σ score / number of benchmarks")
    public static let gainFromExamples = Formula(
        "what examples in the prompt add", "gain = mean with examples − mean without")
    public static let difference = Formula("difference of two published scores", "difference = second − first")
    public static let count = Formula("a count of the things on the screen", "count = number of rows")
    public static let sum = Formula("a sum of published numbers", "sum = Σ values")
    public static let costOfModels = Formula(
        "cost of one model for each task", "cost = cost of one model · number of tasks")
    public static let breakEven = Formula(
        "how many models of one task each cost as much as one pretraining",
        "models = cost of one pretraining / cost of one model")
    public static let readingTime = Formula(
        "how long a person would read the same text",
        "time = tokens · words per token / words per minute; in hours, days or years")
    public static let meeting = Formula(
        "where two learning curves meet",
        "smallest number of examples from which on |first − second| ≤ 2 points at every number measured for both")
    public static let overtaking = Formula(
        "from where on one learning curve stays above a score",
        "smallest measured number of examples from which on every measured score is higher")
    public static let guessing = Formula("what guessing gets", "mean over the items of 1 / answers of the right kind")
    public static let guessingInSight = Formula(
        "what guessing gets among the values in sight", "mean over the items of 1 / values that the text gives")
    public static let bestReader = Formula(
        "what the best possible reader gets",
        "mean over the notes of the largest probability of a label, given all that the world makes notes by")
    public static let recipe = Formula("what a run was told to do", "steps · rows of a batch · tokens of a row")
    public static let stepsOfRun = Formula(
        "updates that a run was told to make", "steps = tokens / (rows of a batch · tokens of a row)")
    public static let remainingTime = Formula(
        "time until a training ends", "time = (steps − step) · tokens of a step / tokens a second")
    public static let mixture = Formula(
        "share of a kind of document in the text", "as the recipe of the little world says, of all words")
    public static let hesitation = Formula(
        "words of equal chance among which one would be as unsure", "words = e to the power of the surprise in nats")
    public static let errorOfGuessing = Formula(
        "squared error of the same probability on every answer", "error = (1 − guessing)²")
    public static let layout = Formula("trained numbers of a model", "sum over its tensors of rows · columns")

    public static let chosen = Formula(
        "an assumption of your own", "value = as you chose it, in the place of the other")
    public static let costOfSharing = Formula(
        "cost of one model for all tasks", "cost = cost of one pretraining + cost of adapting · number of tasks")
    public static let sharedCost = Formula(
        "cost of one model for each of its users",
        "cost = cost of one pretraining / users + cost of adapting · tasks of a user + cost of use")
    public static let ownCost = Formula(
        "cost of own models", "cost = cost of one model · tasks of a user")
    public static let breakEvenWithAdapting = Formula(
        "from how many tasks on one pretraining pays",
        "tasks = cost of one pretraining / (cost of one model − cost of adapting), rounded up")
    public static let breakEvenOfUsers = Formula(
        "from how many users on one pretraining pays",
        "users = cost of one pretraining / ((cost of one model − cost of adapting) · tasks of a user − cost of use), rounded up"
    )
    public static let costOfUse = Formula(
        "list price of what a user reads",
        "cost = hours · 60 · words a minute / words a token · price of a token")
    public static let speedOfMachine = Formula(
        "operations of training that a machine does a second",
        "FLOP a second = 6 · parameters · tokens a second", source: Source.named("kaplan-2020"))
    public static let trainingTime = Formula(
        "how long a training would take on a machine", "time = FLOP / FLOP a second; in hours or years")
    public static let rent = Formula("rent of a machine", "cost = hours · price of one hour")
    public static let ratio = Formula("how many times as much", "times = first / second")

    public static let all: [Formula] = [
        .interpolation, .memory, .computeOptimalTokens, .trainingOperations, .meanAccuracy, .gainFromExamples,
        .difference, .count, .sum, .costOfModels, .breakEven, .readingTime, .meeting, .overtaking,
        .guessing, .guessingInSight, .bestReader, .recipe, .stepsOfRun, .remainingTime, .mixture, .hesitation,
        .errorOfGuessing, .layout, .chosen, .costOfSharing, .sharedCost, .ownCost, .breakEvenWithAdapting,
        .breakEvenOfUsers, .costOfUse, .speedOfMachine, .trainingTime, .rent, .ratio,
    ]
}
