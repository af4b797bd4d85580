import Evidence

/// What is guessed in the second challenge: a place on a measured curve, by a rule that stands here.
enum GuessTopic: String, CaseIterable, Sendable {
    case sums, context, labels, french, grammar, code, questions, quiz

    /// A short name, for lists.
    var name: String {
        switch self {
        case .sums: "sums by size"
        case .context: "context by words read"
        case .labels: "labels without pretraining"
        case .french: "French by size"
        case .grammar: "grammar by words read"
        case .code: "code by size"
        case .questions: "questions by words read"
        case .quiz: "quiz by size"
        }
    }

    /// What its slider counts, and the range that it has: wide enough to say nothing of the answer.
    enum Scale: Sendable {
        case sizes, words, labels

        var name: String {
            switch self {
            case .sizes: "parameters"
            case .words: "words read"
            case .labels: "labelled notes"
            }
        }

        var along: Quantity {
            switch self {
            case .sizes: .parameters
            case .words: .tokensSeen
            case .labels: .labelledExamples
            }
        }

        var range: ClosedRange<Double> {
            switch self {
            case .sizes: 1e7...1e12
            case .words: 1e3...1.3e7
            case .labels: 100...10_000
            }
        }

        /// What stands after the number, as in “12M words”.
        var unit: String {
            switch self {
            case .sizes: "parameters"
            case .words: "words"
            case .labels: "labels"
            }
        }

        private var ticks: [Double] {
            switch self {
            case .sizes: [1e7, 1e8, 1e9, 1e10, 1e11, 1e12]
            case .words: [1e3, 1e4, 1e5, 1e6, 1e7]
            case .labels: [100, 300, 1_000, 3_000, 10_000]
            }
        }

        func text(_ value: Double) -> SliderText { self == .labels ? .grouped(value) : .short(value) }

        /// Twelve places a decade, and once the curve is drawn every measured one.
        func axis(measured: [Double] = []) -> SliderAxis {
            SliderAxis(
                name: name, scale: .logarithmic(range), positions: SliderAxis.positions(range, exactly: measured),
                stops: [], ticks: ticks.map { ($0, self == .labels ? .grouped($0) : .short($0)) },
                text: self == .labels ? SliderText.grouped : SliderText.short)
        }

        /// The middle, from which no side is nearer.
        var middle: Double {
            let positions = axis().positions
            return positions[positions.count / 2]
        }
    }

    var scale: Scale {
        switch self {
        case .sums, .french, .code, .quiz: .sizes
        case .context, .grammar, .questions: .words
        case .labels: .labels
        }
    }
}

/// A question with its curve: what is drawn over the guess, and the answer that follows from it.
struct GuessQuestion: Sendable {
    let topic: GuessTopic
    /// What is asked.
    let text: Phrase
    /// What was measured, in a sentence.
    let measured: Phrase
    /// By which rule the curve answers.
    let rule: Phrase
    let series: Series
    /// A second curve, to compare with; nil where there is none.
    var other: Series?
    /// The figure that stands at the answer.
    let answer: Figure
    /// What is taught of it; nil where nothing is.
    var taught: Figure?
    let chance: Double?
    /// The unit of the plot and the values that have room.
    let unit: Unit
    let ceiling: Double

    /// Where the answer lies on the axis.
    var place: Double { topic.scale.along.position(of: answer) ?? .nan }

    var axis: SliderAxis {
        topic.scale.axis(measured: series.figures(over: topic.scale.along).map(\.position))
    }

    /// The question of a topic, as far as its curve is there.
    init?(_ topic: GuessTopic, run: HistoryCurves?, transfer: TransferCurves?) {
        switch topic {
        case .sums: self.init(published: topic, .reasoning, of: .gpt3, rule: .leavesGuessing)
        case .french: self.init(published: topic, .translation, of: .gpt3, rule: .half)
        case .quiz: self.init(published: topic, .questionAnswering, of: .gpt3, rule: .half)
        case .code: self.init(published: topic, .code, of: .codexAndPaLM, rule: .half)
        case .context: self.init(topic, ability: AbilityWords.fromContext, run)
        case .grammar: self.init(topic, ability: AbilityWords.grammar, run)
        case .questions: self.init(topic, ability: "question", run)
        case .labels: self.init(labels: transfer)
        }
    }

    // MARK: - Published, by size

    private enum Rule { case leavesGuessing, half }

    private init?(published topic: GuessTopic, _ ability: LessonAbility, of set: ScaleDataSet, rule: Rule) {
        guard let curve = set.curve(ability, shots: .few),
            let answer = rule == .half
                ? GuessQuestion.reachesHalf(curve.series) : GuessQuestion.leavesGuessing(curve.series)
        else { return nil }
        self.topic = topic
        series = curve.series
        self.answer = answer
        taught = ability.threshold
        chance = curve.series.subject.chance
        unit = curve.series.unit == .fraction ? .percent : curve.series.unit
        ceiling = curve.ceiling
        let family: Phrase = "\(name: curve.family, of: answer)"
        measured = curve.question
        switch topic {
        case .french: text = "From which size on does \(family) translate French half as well as its largest model?"
        case .quiz: text = "From which size on does \(family) answer half as many quiz questions as its largest model?"
        case .code:
            text = "From which size on does \(family) solve half as many programming tasks as its largest model?"
        default: text = "From which size on does \(family) get more three-digit sums right than guessing?"
        }
        self.rule =
            rule == .half
            ? "The answer is the smallest measured size from which on every score is half of the best or more"
            : "The answer is the smallest size with a score from which on every score is at least five points above guessing"
    }

    /// The first figure by size from which on every score is clear of guessing. How often each was asked is not published:
    /// so much of a whole counts as near.
    static func leavesGuessing(_ series: Series) -> Figure? {
        let near = Luck.near * (Unit.fraction.factor(to: series.unit) ?? 1)
        return series.figures(over: .parameters).map(\.figure).reversed()
            .prefix { $0.value - (series.subject.chance ?? 0) > near }.last
    }

    /// The first figure by size from which on every score is at least half of the best.
    static func reachesHalf(_ series: Series) -> Figure? {
        let figures = series.figures(over: .parameters).map(\.figure)
        guard let best = figures.map(\.value).max(), best > 0 else { return nil }
        return figures.reversed().prefix { $0.value >= best / 2 }.last
    }

    // MARK: - The little world, by words read

    private init?(_ topic: GuessTopic, ability: String, _ run: HistoryCurves?) {
        guard let run, let curve = run.curve(ability), let answer = curve.leavesChanceAt else { return nil }
        self.topic = topic
        series = curve.series
        self.answer = answer
        taught = nil
        chance = curve.chance
        unit = .percent
        ceiling = 100
        let model: Phrase =
            "a model of \(name: run.figure.place(along: .parameters)) parameters"
        switch topic {
        case .grammar: text = "After how many words does \(model) begin to get the grammar right?"
        case .questions: text = "After how many words does \(model) begin to answer questions about people?"
        default: text = "After how many words does \(model) begin to learn from what stands in its prompt?"
        }
        measured =
            "The little model's own run, tested as it reads, on \(words: curve.words.name): \(words: curve.words.task)."
        rule =
            "The answer is the first checkpoint from which on every score lies three standard errors above guessing and above its start"
    }

    // MARK: - Labels

    /// Of the numbers of labels of the pretrained model the one at which pretraining saves most: how many the same training
    /// from random weights takes to be as good.
    private init?(labels transfer: TransferCurves?) {
        guard let task = transfer?.tasks.first(where: { $0.id == ClinicRecord.task }),
            let pretrained = Series(task.pretrained.map(\.mean), named: "guess/pretrained"),
            let random = Series(task.random.map(\.mean), named: "guess/random"),
            let (with, without) = GuessQuestion.largestSaving(of: pretrained, against: random)
        else { return nil }
        topic = .labels
        series = random
        other = pretrained
        answer = without
        taught = nil
        chance = task.chance.value
        unit = .percent
        ceiling = 100
        text =
            "Pretrained, a model names \(with) of illnesses with \(name: with.exactPlace(along: .labelledExamples)) labels: how many does it need without?"
        measured =
            "The little world's clinic: the same network is trained on labelled notes, from random weights or pretrained."
        rule = "The answer is the fewest labels that were tried with which training from random weights is as good"
    }

    /// The pretrained model's figure and that of the fewest labels without pretraining that is as good, where the one takes
    /// the largest part of the other's labels less.
    static func largestSaving(of pretrained: Series, against random: Series) -> (with: Figure, without: Figure)? {
        let others = random.figures(over: .labelledExamples)
        let pairs = pretrained.figures(over: .labelledExamples).compactMap { place, figure in
            others.first { $0.figure.value >= figure.value }.map {
                (with: figure, without: $0.figure, factor: $0.position / place)
            }
        }
        return pairs.max { $0.factor < $1.factor }.map { ($0.with, $0.without) }
    }
}
