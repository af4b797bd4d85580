import Cells
import Evidence

/// A model for each task against one for all, in words and in its picture.
extension EconomicsExhibit {
    private func headline(_ comparison: CostComparison) -> Phrase {
        comparison.quantity == .tasks ? headlineOfTasks(comparison) : headlineOfUsers(comparison)
    }

    var headlineOfComparison: Phrase {
        comparison.map(headline) ?? "No price of a model is carried here."
    }

    /// From how many on one model pays: the ends of the range that the assumptions leave.
    private func range(_ comparison: CostComparison, _ noun: String) -> Phrase? {
        guard let fewest = comparison.fewest else { return nil }
        guard let most = comparison.most else { return nil }
        return fewest.value == most.value
            ? "from \(fewest) \(words: noun) on" : "from some \(fewest) to \(most) \(words: noun) on"
    }

    private func headlineOfTasks(_ comparison: CostComparison) -> Phrase {
        let number: Phrase = "\(slider: .grouped(count))"
        let those: Phrase = "For \(number) \(words: count > 1 ? "tasks" : "task")"
        guard let fewest = comparison.fewest else {
            return "\(those) a model each costs less, as for any number: adapting costs as much as a new model."
        }
        guard let range = range(comparison, "tasks") else {
            return switch comparison.verdict(count) {
            case .own: "\(those) a model each costs less; from \(fewest) tasks on, one model for all can cost less."
            default: "\(those) either can cost less: one model for all can pay from \(fewest) tasks on, by the price."
            }
        }
        let open: Phrase = comparison.isOpen ? ", at up to \(comparison.pretraining.highEnd)," : ""
        return switch comparison.verdict(count) {
        case .own: "\(those) a model each costs less; \(range), one model for all does."
        case .even: "\(those) one model for all begins to pay; it does \(range), by the price."
        case .either: "\(those) either can cost less: one model for all pays \(range), by the price."
        case .shared: "\(those) one model for all\(open) costs less: it pays \(range)."
        }
    }

    private func headlineOfUsers(_ comparison: CostComparison) -> Phrase {
        let number: Phrase = "\(slider: .grouped(count))"
        let those: Phrase = "For \(number) \(words: count > 1 ? "users" : "user")"
        guard let fewest = comparison.fewest else {
            return "\(those) models of their own cost less, as for any number: use and adapting cost as much."
        }
        guard let range = range(comparison, "users") else {
            return switch comparison.verdict(count) {
            case .own: "\(those) models of their own cost less; from \(fewest) users on, sharing one can cost less."
            default: "\(those) either can cost less: sharing one model can pay from \(fewest) users on, by the price."
            }
        }
        let open: Phrase = comparison.isOpen ? ", at up to \(comparison.pretraining.highEnd)," : ""
        return switch comparison.verdict(count) {
        case .own: "\(those) models of their own cost less; \(range), sharing one does."
        case .even: "\(those) sharing one model begins to pay; it does \(range), by the price."
        case .either: "\(those) either can cost less: sharing one model pays \(range), by the price."
        case .shared: "\(those) sharing one model\(open) costs less: it pays \(range)."
        }
    }

    // MARK: - Lines

    var linesOfComparison: [[Phrase]] {
        guard let comparison else { return [] }
        return comparison.quantity == .tasks ? linesOfTasks(comparison) : linesOfUsers(comparison)
    }

    private func linesOfTasks(_ comparison: CostComparison) -> [[Phrase]] {
        [
            remark.map { [$0] } ?? [], sum(comparison).map { [$0] } ?? [], openEnd(comparison).map { [$0] } ?? [],
            [differs],
            [
                "One task more: a model of its own for \(comparison.model.briefly), or adapting the one model: \(comparison.adapting.briefly)"
            ],
            [
                "Labels, people and upkeep of each model are in its taught price or left out; no published price of one is carried here"
            ],
        ].filter { !$0.isEmpty }
    }

    private func linesOfUsers(_ comparison: CostComparison) -> [[Phrase]] {
        let each = comparison.sharedCost(count)
        return [
            [
                "\(strong: "A user") here is who would else train models of its own, a company or a hospital; each shares one model and pays \(each.briefly)"
            ],
            comparison.use.map { use in
                let share = comparison.pretraining.range.lowerBound / count
                return [
                    share < use.range.lowerBound
                        ? "With so many, what is read costs more than a share of the cheapest pretraining: \(use.briefly) each"
                        : "What each reads costs \(use.briefly) at that list price; the rest is a share of the pretraining"
                ]
            } ?? [],
            taughtUsers, sum(comparison).map { [$0] } ?? [], openEnd(comparison).map { [$0] } ?? [], [differs],
        ].filter { !$0.isEmpty }
    }

    /// The case at whose numbers the slider stands.
    private var remark: Phrase? {
        switch shownCase {
        case .startup:
            "\(strong: "A startup") with three tasks trains no foundation model: it rents one, and shares its price with others (\(key: "d"))."
        case .hospital:
            "\(strong: "A hospital") with thirty tasks stands where the price decides; a rented model would ask it for no pretraining at all."
        case .maker:
            "\(strong: "The maker") of a model serves more tasks than these in one: what costs so much once is paid by all who use it (\(key: "d"))."
        case nil: nil
        }
    }

    private func sum(_ comparison: CostComparison) -> Phrase? {
        guard let fewest = comparison.fewest, comparison.quantity == .tasks else {
            return comparison.fewest.map {
                "\(Formula.breakEvenOfUsers, \.expression): \($0)\(comparison.most.map { " to \($0)" as Phrase } ?? "")"
            }
        }
        let dear: Phrase =
            comparison.most.map {
                "; \(comparison.pretraining.highEnd) / (\(comparison.model.lowEnd) − \(comparison.adapting.highNumber)) = \($0)"
            } ?? ""
        return
            "Where they cross: \(comparison.pretraining.lowEnd) / (\(comparison.model.highEnd) − \(comparison.adapting.lowNumber)) = \(fewest)\(dear)"
    }

    private func openEnd(_ comparison: CostComparison) -> Phrase? {
        guard comparison.isOpen else { return nil }
        return
            "The price of a pretraining has no upper end: one of more than \(comparison.pretraining.highEnd) takes more \(words: comparison.quantity == .tasks ? "tasks" : "users")"
    }

    /// Where what is taught and what is published differ.
    private var differs: Phrase {
        let published = PublishedCosts(.training, isOverSizes: false)
        guard let counts = published.models(upTo: published.axis.positions.last ?? 0),
            let taught = PublishedCosts.taught
        else { return "" }
        return
            "Published costs are lower: \(counts.cheaper) of \(counts.all) models cost less than the taught \(taught.lowEnd); \(key: "[ ]") puts one in the chosen row"
    }

    private var taughtUsers: [Phrase] {
        guard let users = PretrainingCosts.lesson("l5/users"), let tasks = PretrainingCosts.lesson("l5/tasks") else {
            return []
        }
        return [
            "\(strong: "Courses say"): each company trained its own models; one model now serves \(users) over \(tasks)"
        ]
    }

    var provenanceOfComparison: [Phrase] {
        let figures = shownAssumptions.compactMap(assumptions.figure)
        var sources: [Source] = []
        for figure in figures where !sources.contains(figure.source) { sources.append(figure.source) }
        var kinds: [Figure.Kind] = []
        for kind in Figure.Kind.allCases where kind == .computed || figures.contains(where: { $0.kind == kind }) {
            kinds.append(kind)
        }
        return sources.map { "\($0)" } + [.legend(of: kinds)]
    }

    // MARK: - Picture

    private static let fewestPictureRows = 6
    private static let rowsForZones = 11
    private static let rowsForHeading = 15
    private static let rowsForAir = 18

    func drawComparison(on picture: inout Picture, in frame: PanelFrame) {
        guard let comparison else { return }
        let rows = frame.area.rows
        let air = rows >= Self.rowsForAir ? 1 : 0
        let heading = rows >= Self.rowsForHeading ? 1 : 0
        let table = max(0, min(shownAssumptions.count + heading, rows - Self.fewestPictureRows - air))
        ComparisonPicture(
            comparison: comparison, axis: axis, count: count, knob: frame.axis.column(slider.shown(on: axis)),
            isLinear: isLinear, frame: frame.with(area: frame.area.inset(bottom: table + air)),
            hasZones: rows >= Self.rowsForZones
        ).draw(on: &picture)
        let area = Area(
            column: frame.area.column, row: frame.area.endRow - table, columns: frame.area.columns, rows: table)
        AssumptionTable(
            headings: ("what is assumed", "value", "whose"), rows: shownAssumptions.map(row), chosen: chosenRow
        ).draw(on: &picture, in: frame.with(area: area), hasHeading: heading > 0)
    }

    func row(_ assumption: Assumption) -> AssumptionTable.Row {
        guard let figure = assumptions.figure(assumption) else {
            return AssumptionTable.Row(names: assumption.names.map { Phrase(words: $0) }, values: ["—"], notes: [])
        }
        let model: Phrase = figure.subject.model.isEmpty ? "" : "\(name: figure.subject.model, of: figure), "
        let kind = Phrase(words: figure.kind.name, ink: figure.kind.ink)
        let notes: [Phrase] =
            figure.kind == .lesson || figure.kind == .chosen
            ? ["\(model)\(figure.source)", "\(kind)"]
            : [
                "\(model)\(kind), \(figure.source)", "\(model)\(figure.source)", "\(model)\(kind)", "\(kind)",
            ]
        return AssumptionTable.Row(
            names: assumption.names.map { Phrase(words: $0) },
            values: [
                "\(words: figure.kind == .published && figure.subject.bound == "atLeast" ? "over " : "")\(figure.briefly)",
                "\(figure.lowEnd)–\(figure.highEnd)", "\(figure.lowEnd)",
            ], notes: notes)
    }
}
