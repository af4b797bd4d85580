import Evidence

/// One ability of one model over the tokens read, by its two measures, and when it left chance.
struct LearningCurve: Sendable {
    let ability: ExaminedAbility
    let words: AbilityWords
    /// The sharp measure.
    let series: Series
    /// The smooth measure; nil where there is none.
    let smooth: Series?
    /// What guessing gets, in the unit of the values.
    let chance: Double
    /// The first checkpoint that is clear of chance for good; nil where none is.
    let leavesChanceAt: Figure?
    /// The first checkpoint at which the smooth measure is clearly better than at first, for good.
    let relief: Figure?

    /// Nil where the ability was never asked.
    init?(_ ability: ExaminedAbility, of history: TrainingHistory) {
        guard let series = Series(history.sharp(ability), named: "\(history.model)/\(ability.id)") else { return nil }
        self.ability = ability
        words = AbilityWords(ability, metric: series.subject.metric)
        self.series = series
        smooth = Series(history.smooth(ability), named: "\(history.model)/\(ability.id)/smooth")
        chance = ability.chance?.value ?? series.subject.chance ?? 0
        leavesChanceAt = LearningCurve.leavesChanceAt(of: series, chance: chance)
        relief = smooth.flatMap(LearningCurve.firstRelief)
    }

    /// How many of its own standard errors a score must lie beyond another number to be clear of it.
    static let clearance = 3.0

    /// The first checkpoint from which on every score lies above chance and above the curve's own first score, each by
    /// three standard errors. Chance alone would not do: with random weights some models sit above it by luck.
    static func leavesChanceAt(of series: Series, chance: Double) -> Figure? {
        let figures = series.figures(over: .tokensSeen).map(\.figure)
        guard let start = figures.first else { return nil }
        return figures.reversed().prefix { figure in
            guard let error = figure.subject.standardError else { return false }
            return figure.value - max(chance, start.value) > clearance * error
        }.last
    }

    /// The first checkpoint from which on every value is better than the curve's own first one by three standard
    /// errors; nil where the measure comes without them.
    static func firstRelief(of series: Series) -> Figure? {
        let figures = series.figures(over: .tokensSeen).map(\.figure)
        guard let start = figures.first else { return nil }
        let direction: Double = start.subject.higherIsBetter == true ? 1 : -1
        return figures.reversed().prefix { figure in
            guard let error = figure.subject.standardError else { return false }
            return (figure.value - start.value) * direction > clearance * error
        }.last
    }

    /// Whether the task has left chance after so many tokens.
    func hasLeftChance(at tokens: Double) -> Bool {
        guard let place = leavesChanceAt?.subject.tokensSeen else { return false }
        return tokens.reaches(place)
    }

    /// The best score before a place from which the latest checkpoint there has clearly fallen, by three standard errors
    /// of the difference; nil where nothing was lost, as where the best was luck.
    func lostBest(at tokens: Double) -> Figure? {
        let passed = passed(tokens)
        guard let last = passed.last, let best = passed.max(by: { $0.value < $1.value }),
            let error = last.subject.standardError, let bestError = best.subject.standardError,
            let shown = series.reading(at: tokens, over: .tokensSeen).figure, shown.value < best.value,
            let start = series.figures.first,
            best.value - max(chance, start.value) > LearningCurve.clearance * bestError
        else { return nil }
        let fall = best.value - last.value
        return fall > 0
            && fall * fall > LearningCurve.clearance * LearningCurve.clearance
                * (error * error + bestError * bestError)
            ? best : nil
    }

    /// The best score and the last one, where the last is clearly worse.
    func lostAtEnd() -> (best: Figure, last: Figure)? {
        guard let (end, last) = series.figures(over: .tokensSeen).last, let best = lostBest(at: end) else { return nil }
        return (best, last)
    }

    /// Whether the latest checkpoint lies below chance by three standard errors. A score of nothing at all seems to have
    /// no error, so it is held against the error of guessing.
    func isWorseThanGuessing(at tokens: Double) -> Bool {
        guard let last = passed(tokens).last, let error = last.subject.standardError,
            let shown = series.reading(at: tokens, over: .tokensSeen).figure
        else { return false }
        let guessing = Double(last.subject.items).map { (chance * max(0, 1 - chance) / max(1, $0)).squareRoot() } ?? 0
        return shown.value < chance && chance - last.value > LearningCurve.clearance * max(error, guessing)
    }

    /// Whether a score there is told only beside what guessing gets: it lies within a tenth of it.
    func isNearGuessing(at tokens: Double) -> Bool {
        guard chance > LearningCurve.leastChance,
            let value = series.reading(at: tokens, over: .tokensSeen).figure?.value
        else { return false }
        return abs(value - chance) < (series.unit == .percent ? 10 : 0.1)
    }

    /// What guessing gets less of is nothing.
    static let leastChance = 0.005

    /// Whether the latest checkpoint is clear of chance, for good or not.
    func isClear(at tokens: Double) -> Bool {
        guard let start = series.figures.first, let last = passed(tokens).last, let error = last.subject.standardError
        else { return false }
        return last.value - max(chance, start.value) > LearningCurve.clearance * error
    }

    /// The figures up to a place.
    private func passed(_ tokens: Double) -> [Figure] {
        series.figures(over: .tokensSeen)
            .filter { tokens.reaches($0.position) }.map(\.figure)
    }
}

extension Series {
    /// Figures of one model, one metric and one way of asking; nil for none.
    init?(_ figures: [Figure], named id: String) {
        guard let first = figures.first else { return nil }
        self.init(id: id, subject: first.subject, unit: first.unit, source: first.source, figures: figures)
    }
}
