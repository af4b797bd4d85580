import Cells
import Evidence
import Testing
import TestSupport

@testable import Scene

@Suite struct EconomicsTests {
    private static let sizes = ["60x18", "80x24", "100x30", "120x36", "200x60"].compactMap(Size.init)

    private func exhibit(_ keys: String, size: Size = Size(columns: 100, rows: 30)) throws -> EconomicsExhibit {
        try #require(Scene.after(keys, on: .economics, size: size).exhibit as? EconomicsExhibit)
    }

    /// Assumptions of a person that pressed all kinds of keys.
    private func assumptions(_ random: inout SeededGenerator) -> Assumptions {
        var assumptions = Assumptions()
        for assumption in Assumption.allCases {
            assumptions.changeOption(assumption, by: random.below(12))
            for _ in 0..<random.below(12) { assumptions.change(assumption, by: random.below(2) == 0 ? -1 : 1) }
            if random.below(3) == 0 { for _ in 0..<9 { assumptions.change(assumption, by: 1) } }
        }
        return assumptions
    }

    @Test func theTaughtPricesSayWhatPanelOneSays() throws {
        let comparison = try #require(CostComparison(Assumptions(), over: .tasks))
        for count in EconomicsAxes.tasks(isLinear: false, caption: "").positions + ParadigmsCost.axis.positions {
            let other = try #require(ParadigmsCost(models: count))
            #expect(comparison.ownCost(count) == other.models)
            #expect(comparison.fewest?.value == other.fewest.value && comparison.most?.value == other.most.value)
            let verdict: CostComparison.Verdict =
                switch other.verdict {
                case .models: .own
                case .even: .even
                case .either: .either
                case .pretraining: .shared
                }
            #expect(comparison.verdict(count) == verdict, "\(count)")
        }
    }

    @Test func fromTheFewestOnOneModelCanPayAndFromTheMostOnItDoes() {
        var random = SeededGenerator(seed: printedSeed(of: "economics"))
        var crossed = 0
        for _ in 0..<400 {
            let assumptions = assumptions(&random)
            for quantity in [CostComparison.Quantity.tasks, .users] {
                guard let comparison = CostComparison(assumptions, over: quantity) else {
                    Issue.record("no comparison")
                    return
                }
                func near(_ first: Double, _ second: Double) -> Bool {
                    abs(first - second) <= 1e-12 * max(first, second)
                }
                func canPay(_ count: Double) -> Bool {
                    let (own, shared) = (comparison.own(count).upperBound, comparison.shared(count).lowerBound)
                    return shared <= own || near(shared, own)
                }
                func pays(_ count: Double) -> Bool {
                    let (own, shared) = (comparison.own(count).lowerBound, comparison.shared(count).upperBound)
                    return shared <= own || near(shared, own)
                }
                for (figure, holds) in [(comparison.fewest, canPay), (comparison.most, pays)] {
                    if let count = figure?.value {
                        crossed += 1
                        #expect(holds(count) && holds(count * 2) && count == count.rounded())
                        let before = count - 1
                        #expect(before < 1 || count > 1e6 || !holds(before), "\(quantity) \(count)")
                    } else {
                        for count in [1.0, 1e4, 1e9, 1e15] {
                            let (own, shared) = (comparison.own(count), comparison.shared(count))
                            #expect(!holds(count) || near(own.upperBound, shared.lowerBound) || count > 1e9)
                        }
                    }
                }
                if let fewest = comparison.fewest, let most = comparison.most { #expect(fewest.value <= most.value) }
            }
        }
        #expect(crossed > 400)
    }

    /// The costs are reckoned here anew, from the figures alone.
    @Test func theHeadlineSaysWhichCostsLessWhateverIsAssumed() throws {
        var random = SeededGenerator(seed: printedSeed(of: "economics"))
        var seen: Set<String> = []
        for _ in 0..<60 {
            var scene = Scene.after(random.below(2) == 0 ? "" : "m", on: .economics)
            for _ in 0..<random.below(30) {
                let commands: [Command] = [
                    .rowDown, .rowUp, .increase, .increase, .decrease, .nextVariant, .previousVariant,
                ]
                _ = scene.apply(.command(commands[random.below(commands.count)]))
            }
            let positions = scene.positions
            for place in stride(from: random.below(3), to: positions.count, by: 3) {
                scene.slide(to: positions[place])
                scene.settle()
                let exhibit = try #require(scene.exhibit as? EconomicsExhibit)
                let figures = try [Assumption.model, .pretraining, .adapting].map {
                    try #require(exhibit.assumptions.figure($0)).range
                }
                let count = scene.slider.value
                let own = (low: figures[0].lowerBound * count, high: figures[0].upperBound * count)
                let all = (
                    low: figures[1].lowerBound + figures[2].lowerBound * count,
                    high: figures[1].upperBound + figures[2].upperBound * count
                )
                let text = exhibit.headline.plain
                let isOwn = text.contains(count > 1 ? "a model each costs less" : "its own model costs less")
                let isAll = text.contains(" costs less; it takes over")
                #expect(isOwn == (own.high < all.low * (1 - 1e-9)), "\(text)")
                #expect(isAll == (own.low > all.high * (1 + 1e-9)), "\(text)")
                seen.insert(isOwn ? "own" : isAll ? "all" : "either")
                for size in Self.sizes {
                    let area = Layout(size).headline
                    #expect(exhibit.headline.lines(columns: area.columns).count <= 2, "\(size): \(text)")
                }
            }
        }
        #expect(seen == ["own", "all", "either"])
    }

    @Test func whereAdaptingCostsAsMuchAsAModelTheLinesDoNotCross() throws {
        let exhibit = try exhibit("Down Down ] ] + + + + + + + + + +")
        let comparison = try #require(exhibit.comparison)
        #expect(exhibit.assumptions.figure(.adapting)?.value == 5_120_000.0)
        #expect(comparison.fewest == nil && comparison.most == nil)
        #expect(exhibit.headline.plain.contains("as for any number"))
        for (key, words) in [("Home", "its own model costs less"), ("End", "a model each costs less")] {
            #expect(try self.exhibit("Down Down ] ] +*10 " + key).headline.plain.contains(words))
        }
    }

    @Test func aChangedAssumptionIsThePersonsOwn() throws {
        let size = Size(columns: 100, rows: 30)
        let scene = Scene.after("Down +", on: .economics, size: size)
        let exhibit = try #require(scene.exhibit as? EconomicsExhibit)
        let figure = try #require(exhibit.assumptions.figure(.pretraining))
        #expect(figure.kind == .chosen && figure.source == .chosen && figure.kind.name == "yours")
        #expect(figure.range == 2e7...2e8 && figure.derivation?.inputs.first == exhibit.assumptions.base(.pretraining))
        #expect(exhibit.comparison?.fewest?.derivation?.inputs.contains(figure) == true)
        #expect(exhibit.headline.plain.contains("takes over at 40 to 4,000 tasks"))
        let picture = scene.picture(size: size)
        let row = try #require((0..<30).first { picture.canvas.text(row: $0).contains("chosen by you") })
        #expect(picture.canvas.text(row: row).contains("$20M to $200M"))
        let cells = (0..<100).filter { picture.reference(at: Position(column: $0, row: row)) == .figure(figure) }
        #expect(!cells.isEmpty && cells.allSatisfy { picture.canvas[$0, row].style.foreground == .accent })
        #expect(picture.sources.contains(.chosen))
        #expect(scene.picture(size: size, hasColor: false).canvas.text.contains("$20M to $200M[Y]"))
        #expect(scene.narration(columns: 100).contains("$20M to $200M[Y]"))
        let back = Scene.after("r", scene, size: size)
        #expect(back.exhibit.isEqual(to: Panel.economics.make()) || back.exhibit.headline.plain.contains("20 to 2,000"))
    }

    @Test func anExampleIsNotSaidToBeThePersonsChoice() throws {
        for keys in ["d", "d Space", "d Space Space"] {
            let figure = try #require(try exhibit(keys).assumptions.figure(.tasksOfUser))
            #expect(figure.source == .example && figure.kind == .chosen)
        }
        #expect(try exhibit("d Down*3 +").assumptions.figure(.tasksOfUser)?.source == .chosen)
    }

    @Test func theCasesGoRound() throws {
        #expect(try exhibit("").slider.value == 3 && exhibit("Space").slider.value == 30)
        #expect(try exhibit("Space Space").slider.value == 3_000 && exhibit("Space Space Space").slider.value == 3)
        #expect(try exhibit("d Space Space").slider.value == 1_000_000)
        #expect(try exhibit("d Space Space Space Space").assumptions.figure(.tasksOfUser)?.value == 30)
    }

    @Test func everyFigureThatCanStandThereIsDrawnWhole() throws {
        for view in ["", "d", "d m", "d d d"] {
            let start = try exhibit(view)
            for (row, assumption) in start.shownAssumptions.enumerated() {
                for option in 0..<max(1, assumption.options.count) {
                    for change in ["", "+", "+*10", "- - - - -"] {
                        let down = start.view == .meter ? [] : Array(repeating: "Down", count: row)
                        let next = Array(repeating: "]", count: option)
                        let keys = ([view] + down + next + [change]).joined(separator: " ")
                        let size = Self.sizes[(row + option + change.count) % Self.sizes.count]
                        let scene = Scene.after(keys, on: .economics, size: size)
                        let exhibit = try #require(scene.exhibit as? EconomicsExhibit)
                        let picture = scene.picture(size: size)
                        #expect(picture.firstUnaccountedDigit() == nil && picture.canvas.firstFault() == nil, "\(keys)")
                        let lines = exhibit.headline.lines(columns: Layout(size).headline.columns)
                        #expect(lines.count <= 2, "\(keys): \(exhibit.headline.plain)")
                        guard let figure = exhibit.assumptions.figure(assumption), start.view != .meter else {
                            continue
                        }
                        let isSeen = picture.seenReferences.contains(.figure(figure))
                        #expect(isSeen, "\(keys) at \(size): \(figure.text)")
                    }
                }
            }
        }
    }

    // MARK: - Published

    @Test func whatIsCountedIsWhatIsCarried() throws {
        let figures = Archive.costs.identifiers(under: "costs/usd/").compactMap { Archive.costs.series($0) }
            .flatMap(\.figures)
            .filter { !["alpaca", "vicuna"].contains($0.source.key) && $0.subject.model != "Meditron 70B" }
        for year in 2018...2024 {
            let known = figures.filter { (Int($0.subject.year) ?? 0) <= year }
            let models = Set(known.map(\.subject.model))
            let cheap = models.filter { model in known.allSatisfy { $0.subject.model != model || $0.value < 1e7 } }
            var scene = Scene.after("d d", on: .economics)
            scene.slide(to: Double(year))
            scene.settle()
            let words =
                switch (cheap.count, models.count) {
                case (1, 1): "The one model up to \(year): its final run cost less"
                case (2, 2): "Both models up to \(year): their final runs cost less"
                default: "The final runs of \(cheap.count) of \(models.count) models up to \(year) cost less"
                }
            #expect(scene.exhibit.headline.plain.hasPrefix(words), "\(scene.exhibit.headline.plain)")
        }
        #expect(PublishedCosts(.training, isOverSizes: false).entries.count == figures.count)
    }

    @Test func theChosenCostIsSeenAndOnlyWhatWasReached() throws {
        let size = Size(columns: 120, rows: 36)
        for keys in ["d d", "d d m", "d d ]"] {
            var scene = Scene.after(keys, on: .economics, size: size)
            for row in 0..<scene.rowCount {
                _ = scene.apply(.command(.choose(row)))
                let exhibit = try #require(scene.exhibit as? EconomicsExhibit)
                let entry = try #require(exhibit.chosenEntry)
                let marks = marked(scene.picture(size: size), entry.figure)
                #expect(marks.contains(.accent), "\(keys), row \(row): \(entry.model)")
            }
            scene = Scene.after(keys + " Home", on: .economics, size: size)
            _ = scene.apply(.command(.reset))
        }
        var scene = Scene(panel: .economics)
        scene = Scene.after("d d ] Home", scene, size: size)
        let last = try #require((scene.exhibit as? EconomicsExhibit)?.published.entries.last)
        // What was seen once stays dim.
        #expect(marked(scene.picture(size: size), last.figure) == [.blueDim])
    }

    /// The inks of the marks of a figure on the picture.
    private func marked(_ picture: Picture, _ figure: Figure) -> Set<Ink> {
        var inks: Set<Ink> = []
        let marks = Set("●○◇▲".unicodeScalars.map { Glyph($0) })
        for row in 0..<picture.canvas.size.rows {
            for column in 0..<picture.canvas.size.columns {
                guard let glyph = picture.canvas[column, row].glyph, marks.contains(glyph),
                    picture.reference(at: Position(column: column, row: row)) == .figure(figure)
                else { continue }
                inks.insert(picture.canvas[column, row].style.foreground)
            }
        }
        return inks
    }

    @Test func onlyWhatItsAuthorsDoubtHasABar() {
        for entry in PublishedCosts(.training, isOverSizes: false).entries {
            #expect((entry.doubt != nil) == (entry.figure.source.key == "epoch-amortized"))
            if let doubt = entry.doubt {
                #expect(doubt.lowerBound * 2 == entry.figure.value && doubt.upperBound == entry.figure.value * 2)
            }
        }
    }

    @Test func thePricesAreThoseOfTheirLists() throws {
        let prices = try #require(Archive.prices.series("prices/written")).figures
        #expect(prices.count == 17 && prices.allSatisfy { $0.kind == .published && $0.unit == .dollars })
        #expect(prices.first?.value == 80 && prices.first?.subject.year == "2020")
        let headline = try exhibit("d d ]").headline.plain
        #expect(
            headline
                == "A million tokens cost $80 in 2020; the lowest list price up to 2025, of another model, is $0.6.")
        #expect(try exhibit("d d ] Home").headline.plain.contains("the oldest list price"))
    }
}
