import Cells
import Evidence

/// A model for each task against one for all, in words and in its picture.
extension EconomicsExhibit {
    var headlineOfComparison: Phrase {
        comparison.map { headline(of: $0) } ?? "No price of a model is known here."
    }

    /// From how many on one model costs less: the ends of the range that the assumptions leave, longest form first.
    private func ranges(_ comparison: CostComparison, _ noun: String) -> [Phrase]? {
        guard let fewest = comparison.fewest, let most = comparison.most else { return nil }
        if fewest.value == most.value { return ["at \(fewest) \(words: noun)", "at \(fewest)"] }
        return [
            "at \(fewest) to \(most) \(words: noun), depending on price", "at \(fewest) to \(most), depending on price",
            "at \(fewest) to \(most)",
        ]
    }

    /// What the two ways are called in a sentence.
    private struct Names {
        let noun: (one: String, many: String)
        /// With its verb.
        let own: String
        let shared: String
        let sharedBriefly: String
        /// Why one model for all never pays.
        let whyNot: String
    }

    private func names(_ quantity: CostComparison.Quantity) -> Names {
        switch quantity {
        case .tasks:
            Names(
                noun: ("task", "tasks"), own: count > 1 ? "a model each costs" : "its own model costs",
                shared: "one model for all",
                sharedBriefly: "one for all", whyNot: "adapting costs no less than a new model")
        case .users:
            Names(
                noun: ("user", "users"), own: count > 1 ? "models of their own cost" : "its own models cost",
                shared: "sharing one model", sharedBriefly: "sharing one", whyNot: "use and adapting cost no less")
        }
    }

    private func headline(of comparison: CostComparison) -> Phrase {
        let names = names(comparison.quantity)
        let those: Phrase =
            count > 1
            ? "For \(slider: .grouped(count)) \(words: names.noun.many)" : "For one \(words: names.noun.one)"
        guard let fewest = comparison.fewest else {
            return "\(those) \(words: names.own) less, as for any number: \(words: names.whyNot)."
        }
        let shared = Phrase(words: names.shared)
        guard let ranges = ranges(comparison, names.noun.many) else {
            let first: Phrase = "\(fewest) \(words: names.noun.many) on"
            return switch comparison.verdict(count) {
            case .own: "\(those) \(words: names.own) less; from \(first), \(words: names.sharedBriefly) can cost less."
            default: "\(those) either can cost less: \(shared) can pay from \(first), depending on price."
            }
        }
        let open: Phrase = comparison.isOpen ? ", at up to \(comparison.pretraining.highEnd)," : ""
        let start: Phrase =
            switch comparison.verdict(count) {
            case .own: "\(those) \(words: names.own) less; \(words: names.sharedBriefly) takes over "
            case .even: "\(those) \(shared) can break even; it takes over "
            case .either: "\(those) either can cost less: \(words: names.sharedBriefly) takes over "
            case .shared: "\(those) \(shared)\(open) costs less; it takes over "
            }
        return ScaleExhibit.fitting(ranges.map { start + $0 + "." })
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
                "One more task: a model of its own for \(comparison.model.briefly), or adapting the one model\(adapting(comparison))"
            ],
            [
                "What their price of a model includes, courses do not say; no published price of one is known here"
            ],
        ].filter { !$0.isEmpty }
    }

    /// What adapting costs, as it goes on in a sentence: what is taught has a verb.
    private func adapting(_ comparison: CostComparison) -> Phrase {
        comparison.adapting.kind == .lesson && comparison.adapting.subject.plain.hasPrefix("goes")
            ? ", whose cost \(comparison.adapting.briefly)" : " for \(comparison.adapting.briefly)"
    }

    private func linesOfUsers(_ comparison: CostComparison) -> [[Phrase]] {
        let each = comparison.sharedCost(count)
        return [
            [
                "\(strong: "A user") here would otherwise train its own models: a company, a hospital; each pays \(each.briefly)"
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
            "\(strong: "A startup") with three tasks need not pretrain: it can rent a model and share its price with others (\(key: "d"))."
        case .hospital:
            "\(strong: "A hospital") with thirty tasks need not pretrain either: it can rent a model and share its price (\(key: "d"))."
        case .maker:
            "\(strong: "The maker") of a model serves more tasks than all these: what costs so much once is paid by all who use it (\(key: "d"))."
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
            "Courses name no upper end for a pretraining: one of more than \(comparison.pretraining.highEnd) takes more \(words: comparison.quantity == .tasks ? "tasks" : "users")"
    }

    /// Where what is taught and what is published differ.
    private var differs: Phrase {
        let published = PublishedCosts(.training, isOverSizes: false)
        guard let counts = published.models(upTo: published.axis.positions.last ?? 0),
            let taught = PublishedCosts.taught
        else { return "" }
        return
            "Most published costs are lower: \(counts.cheaper) of \(counts.all) models are below the taught \(taught.lowEnd); \(key: "[") and \(key: "]") put one in the chosen row"
    }

    private var taughtUsers: [Phrase] {
        guard let users = PretrainingCosts.lesson("l5/users"), let tasks = PretrainingCosts.lesson("l5/tasks") else {
            return []
        }
        return [
            "\(strong: "Courses say"): each company trained its own models; one model now serves \(users) over \(tasks)"
        ]
    }

    /// Whose the chosen assumption is; the rows say it of all.
    var provenanceOfComparison: [Phrase] {
        let figures = shownAssumptions.compactMap(assumptions.figure)
        let kinds = Figure.Kind.allCases.filter { kind in
            kind == .computed || figures.contains { $0.kind == kind }
        }
        let chosen = chosenAssumption.flatMap(assumptions.figure).map { "\($0.source)" as Phrase }
        return (chosen.map { [$0] } ?? []) + [.legend(of: kinds)]
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
        let table = drawAssumptions(on: &picture, in: frame)
        ComparisonPicture(
            comparison: comparison, axis: axis, count: count, knob: frame.axis.column(slider.shown(on: axis)),
            isLinear: isLinear, frame: frame.with(area: frame.area.inset(bottom: table + air)),
            hasZones: rows >= Self.rowsForZones
        ).draw(on: &picture)
    }

    /// Draws what is assumed at the foot of the picture, and returns its rows.
    @discardableResult
    func drawAssumptions(on picture: inout Picture, in frame: PanelFrame) -> Int {
        let rows = frame.area.rows
        let air = rows >= Self.rowsForAir ? 1 : 0
        let heading = rows >= Self.rowsForHeading ? 1 : 0
        let table = max(0, min(shownAssumptions.count + heading, rows - Self.fewestPictureRows - air))
        let area = Area(
            column: frame.area.column, row: frame.area.endRow - table, columns: frame.area.columns, rows: table)
        AssumptionTable(
            headings: ("what is assumed", "value", "whose"), rows: shownAssumptions.map(row), chosen: chosenRow
        ).draw(on: &picture, in: frame.with(area: area), hasHeading: heading > 0)
        return table
    }

    func row(_ assumption: Assumption) -> AssumptionTable.Row {
        guard let figure = assumptions.figure(assumption) else {
            return AssumptionTable.Row(names: assumption.names.map { Phrase(words: $0) }, values: ["—"], notes: [])
        }
        let model: Phrase = figure.subject.model.isEmpty ? "" : "\(name: figure.subject.model, of: figure), "
        let kind = Phrase(words: figure.kind.name, ink: figure.kind.ink)
        let notes: [Phrase] =
            switch figure.kind {
            case .lesson: ["\(model)what courses say", "\(model)\(kind)", "\(kind)"]
            case .chosen: ["\(model)\(figure.source)", "\(kind)"]
            case .published, .measured, .computed:
                [
                    "\(model)\(kind), \(figure.source)", "\(model)\(figure.source)", "\(model)\(kind)", "\(kind)",
                ]
            }
        return AssumptionTable.Row(
            names: assumption.names.map { Phrase(words: $0) },
            values: figure.amounts, notes: notes)
    }
}

extension Figure {
    /// Its value or range in wordings of falling length; of a published lower bound with the word for it.
    var amounts: [Phrase] {
        let over = kind == .published && subject.bound == "atLeast" ? "over " : ""
        return ["\(words: over)\(briefly)", "\(lowEnd)–\(highEnd)", "\(lowEnd)"]
    }
}
