import Cells
import Evidence

extension EconomicsExhibit {
    /// Both costs at the knob as parts of one scale of money; what others published, and the meter, as the chosen row.
    var miniature: Miniature {
        if let comparison {
            let isOverTasks = comparison.quantity == .tasks
            return Miniature(
                [
                    row(
                        isOverTasks ? ["a model each", "each"] : ["models of its own", "own"],
                        comparison.ownCost(count), .rose),
                    row(["one for all", "for all"], comparison.sharedCost(count), .violet),
                ],
                ground: Miniature.Ground(axis: axis, along: .parameters, slider: slider),
                captions: [
                    isOverTasks ? "dollars in all, on a log scale" : "dollars a user, on a log scale", "log scale",
                ])
        }
        let figure = view == .meter ? chosenTraining?.rent : chosenEntry?.figure
        guard let figure else { return Miniature([]) }
        return Miniature([
            row(["\(name: figure.subject.model, of: figure)", "cost"], figure, figure.kind.ink)
        ])
    }

    private func row(_ names: [Phrase], _ figure: Figure, _ ink: Ink) -> Miniature.Row {
        let low = ParadigmsCost.money.fraction(of: figure.low ?? figure.value)
        let high = ParadigmsCost.money.fraction(of: figure.high ?? figure.value)
        let start = figure.low == nil ? 0 : min(1, max(0, low))
        return Miniature.Row(
            names: names, mark: .bar(start...min(1, max(start, high)), ink),
            values: figure.low == nil ? figure.amounts : figure.amounts.dropLast() + ["from \(figure.lowEnd)"])
    }
}
