extension TrainingHistory {
    /// A run that others published: the series of its tables, one an ability, over the tokens read.
    ///
    /// - Parameters:
    ///   - sharp: The measure that counts right answers.
    ///   - smooth: One that improves a little at a time, where it was published.
    ///
    /// Nil where no series has a figure with parameters and tokens.
    public init?(
        published abilities: [(ability: ExaminedAbility, sharp: Series, smooth: Series?)]
    ) {
        let figures = abilities.flatMap(\.sharp.figures)
        guard let any = figures.first, let size = any.subject.parameters,
            let last = figures.compactMap(\.subject.tokensSeen).max()
        else { return nil }
        func figure(_ value: Double, _ unit: Unit) -> Figure {
            var subject = Subject()
            subject.family = any.subject.family
            subject.model = any.subject.model
            return Figure(
                kind: .published, literal: Inventory.text(value), value: value, unit: unit, subject: subject,
                source: any.source)
        }
        var points: [Double: Point] = [:]
        for (ability, sharp, smooth) in abilities {
            let smoothAt = Dictionary(
                (smooth?.figures(over: .tokensSeen) ?? []).map { ($0.position, $0.figure) },
                uniquingKeysWith: { first, _ in first })
            for (tokens, figure) in sharp.figures(over: .tokensSeen) {
                let step = Int(figure.subject.step) ?? 0
                points[tokens, default: Point(step: step, tokensSeen: tokens)].results.append(
                    AbilityResult(ability, sharp: figure, smooth: smoothAt[tokens].map { [$0] } ?? []))
            }
        }
        self.init(
            origin: .published(any.source), model: any.subject.model, parameters: figure(size, .parameters),
            tokens: figure(last, .tokens), abilities: abilities.map(\.ability),
            points: points.values.sorted { $0.tokensSeen < $1.tokensSeen })
    }
}
