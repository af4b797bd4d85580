import Evidence

/// What one large training would take on a machine of which the speed was measured, with every step of the sum.
struct CostMeter: Sendable {
    /// A training that others made: its size, its text, what they say of its work, and what it cost them.
    struct Training: Hashable, Sendable {
        let model: String
        let tokens: Figure
        let published: Figure
        let cost: Figure?
        /// What the machines of others took.
        let hours: Figure?

        /// Trained numbers.
        var parameters: Double { tokens.subject.parameters ?? 0 }
    }

    let training: Training
    /// 6 · parameters · tokens.
    let work: Figure
    let speed: Figure?
    let time: Figure?
    let hours: Figure?
    let price: Figure?
    let rent: Figure?
    /// How many hours here one hour of the others' machines was, where they tell their hours.
    let ratio: Figure?

    /// From the smallest model to the largest work.
    static let trainings: [Training] = [
        training("GPT-2 1.5B", tokens: "guess/tokens/gpt-2", work: "guess/flop/gpt-2", cost: "epoch-amortized"),
        training("GPT-3 175B", tokens: "costs/tokens/gpt3-h1", cost: "epoch-cloud"),
        training("Chinchilla 70B", tokens: "costs/tokens/epoch-systems"),
        training("Llama 2 70B", tokens: "costs/tokens/llama2-card", cost: "epoch-cloud", hours: "llama2-card"),
        training("PaLM 540B", tokens: "costs/tokens/epoch-systems", cost: "epoch-cloud"),
        training(
            "Llama 3 70B", tokens: "costs/tokens/llama3-card", cost: "epoch-price-lambda-2023", hours: "llama3-card"),
    ].compactMap { $0 }

    private static func training(
        _ model: String, tokens: String, work: String = "costs/flop/epoch-systems", cost: String? = nil,
        hours: String? = nil
    ) -> Training? {
        func figure(_ id: String) -> Figure? {
            Archive.costs.series(id)?.figures.first { $0.subject.model == model }
        }
        guard let tokens = figure(tokens), let work = figure(work) else { return nil }
        return Training(
            model: model, tokens: tokens, published: work, cost: cost.flatMap { figure("costs/usd/\($0)") },
            hours: hours.flatMap { figure("costs/hours/\($0)") })
    }

    /// Every training at a speed and a rent; without a speed the work alone.
    static func all(at speed: TrainingSpeed?, price: Figure?) -> [CostMeter] {
        trainings.compactMap { CostMeter($0, speed: speed, price: price) }
    }

    private static let secondsOfHour = 3_600.0
    private static let hoursOfYear = 24 * 365.25

    /// Nil where the tables lack what the formula stands on.
    init?(_ training: Training, speed: TrainingSpeed?, price: Figure?) {
        guard let work = ScaleCosts.trainingOperations(parameters: training.parameters, tokens: training.tokens)
        else { return nil }
        self.training = training
        self.work = work
        self.price = price
        let speedFigure = speed.flatMap { CostMeter.operations($0) }
        self.speed = speedFigure
        let computedHours = speedFigure.map { rate -> Figure in
            CostMeter.figure(
                .trainingTime, work.value / rate.value / CostMeter.secondsOfHour, .hours, "machine hours",
                [work, rate], of: training)
        }
        hours = computedHours
        time = computedHours.map { hours in
            let years = hours.value / CostMeter.hoursOfYear
            return CostMeter.figure(
                .trainingTime, years, .years, "time on one machine", hours.derivation?.inputs ?? [], of: training)
        }
        if let computedHours, let price {
            rent = CostMeter.figure(
                .rent, computedHours.value * price.range.lowerBound, .dollars, "rent of the machine hours",
                [computedHours, price], of: training)
        } else {
            rent = nil
        }
        if let computedHours, let theirs = training.hours, theirs.value > 0 {
            ratio = CostMeter.figure(
                .ratio, computedHours.value / theirs.value, .times, "hours here for one of theirs",
                [computedHours, theirs], of: training)
        } else {
            ratio = nil
        }
    }

    /// 6 · parameters · tokens a second.
    static func operations(_ speed: TrainingSpeed) -> Figure? {
        guard let factor = Archive.constants.series("constant/flop-per-parameter-token")?.figures.first else {
            return nil
        }
        var subject = speed.tokensPerSecond.subject
        subject.metric = "operations of training a second"
        return Figure(
            .speedOfMachine, value: factor.value * speed.parameters.value * speed.tokensPerSecond.value, unit: .flop,
            subject: subject, inputs: [factor, speed.parameters, speed.tokensPerSecond])
    }

    private static func figure(
        _ formula: Formula, _ value: Double, _ unit: Unit, _ metric: String, _ inputs: [Figure], of training: Training
    ) -> Figure {
        var subject = Subject()
        subject.model = training.model
        subject.metric = metric
        return Figure(formula, value: value, unit: unit, subject: subject, inputs: inputs)
    }
}

/// The speeds of machines that the meter knows: of the one that recorded the runs, and of this one once it is measured.
struct MachineSpeeds: Hashable, Sendable {
    /// The size that is trained for it: the largest, which uses a machine best.
    static let size = "L"

    private var recorded = Inquiry<TrainingSpeed>()
    private var measured = Inquiry<TrainingSpeed>()
    private(set) var isAtWork = false

    var speed: TrainingSpeed? { measured.value ?? recorded.value }
    /// Whether the speed is of this machine, just now.
    var isMeasuredHere: Bool { measured.value != nil }
    /// How far the measuring is, 0 to 1.
    var fraction: Double? { measured.fraction }
    var failure: Failure? { measured.failure ?? recorded.failure }

    mutating func askRecorded(_ questions: inout Questions) {
        recorded.ask(.recordedSpeed(size: Self.size), &questions)
    }

    /// Measures this machine, or stops what is measured.
    mutating func measure(_ questions: inout Questions) {
        if isAtWork {
            measured.end(&questions)
        } else {
            measured.ask(.speed(size: Self.size), isStale: true, &questions)
        }
        isAtWork.toggle()
    }

    mutating func receive(_ answer: Answer, to id: QuestionID) {
        func speed(_ answer: Answer) -> TrainingSpeed? {
            if case .speed(let speed) = answer { speed } else { nil }
        }
        recorded.receive(answer, to: id, value: speed)
        measured.receive(answer, to: id, value: speed)
        if answer.isLast, id == measured.id { isAtWork = false }
    }
}
