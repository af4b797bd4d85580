import Cells
import Testing

@testable import Evidence
@testable import Scene

extension ParadigmsTests {
    @Test func costIsTheTaughtRangeTimesTheModels() throws {
        let taught = try #require(Archive.lesson.series("l5/model-cost")?.figures.first)
        #expect(taught.low == 50_000 && taught.high == 500_000)
        for count in [1.0, 3, 20, 7_000] {
            let cost = try #require(ParadigmsCost(models: count))
            #expect(cost.models.low == 50_000 * count && cost.models.high == 500_000 * count)
        }
        #expect(ParadigmsTotals.cost(tasks: 20)?.text == "$1M to $10M")
    }

    @Test func pretrainingPaysWhereTheTaughtPricesSay() throws {
        for count in ParadigmsCost.axis.positions {
            let cost = try #require(ParadigmsCost(models: count))
            #expect(cost.fewest.value == 20 && cost.most.value == 2_000)
            #expect(cost.fewest.derivation?.formula == .breakEven && cost.fewest.derivation?.inputs.count == 2)
            let (low, high) = (50_000 * count, 500_000 * count)
            let expected: ParadigmsCost.Verdict =
                high < 1e7 ? .models : high == 1e7 ? .even : low > 1e8 ? .pretraining : .either
            #expect(cost.verdict == expected, "\(count)")
        }
        #expect(ParadigmsCost.axis.positions.contains(20) && ParadigmsCost.axis.positions.contains(2_000))
        #expect(ParadigmsCost.axis.positions.allSatisfy { $0 == $0.rounded() })
    }

    @Test func theHeadlineOfCostSaysWhichSideIsCheaper() {
        func headline(_ keys: String) -> String { Scene.after("m " + keys, on: .paradigms).exhibit.headline.plain }
        #expect(
            headline("")
                == "Courses price 3 models at $150K to $1.5M: less than one pretraining, $10M to more than $100M.")
        #expect(headline("Space").contains("$1M to $10M: at most as much as the cheapest pretraining, $10M."))
        #expect(headline("Space Right").contains("either can be cheaper"))
        #expect(headline("End").contains("more than a pretraining of up to $100M."))
        #expect(headline("Home").hasPrefix("Courses price a model for one task at $50K to $500K"))
    }

    @Test func thePictureOfCostHasOneScaleBeneathAndNamesBothAxes() throws {
        for size in ["60x18", "80x24", "100x30", "120x36", "200x60"].compactMap(Size.init) {
            for keys in ["m", "m Space", "m End", "m Home"] {
                let text = Scene.after(keys, on: .paradigms, size: size).picture(size: size).canvas.text
                let lines = text.split(separator: "\n").map(String.init)
                #expect(text.contains("dollars") && lines.contains { $0.hasPrefix(" models ") }, "\(size) \(keys)")
                #expect(text.contains("░ one pretraining") && text.contains("▒ models"), "\(size) \(keys)")
                #expect(text.contains("▓ both can cost that"), "\(size) \(keys)")
                // The ends of both prices stand beside the bands.
                #expect(text.contains("$10M–$100M+") || text.contains("$10M to $100M+"), "\(size) \(keys)")
                #expect(lines.contains { $0.contains(" 20 ") && $0.contains("2,000") }, "\(size) \(keys)")
            }
        }
    }

    @Test func aPricesBandsMeetFromTwentyModelsToTwoThousand() throws {
        let size = Size(columns: 200, rows: 60)
        for (count, meets) in [(10.0, false), (100, true), (1_000, true), (7_000, false)] {
            var scene = Scene.after("m", on: .paradigms, size: size)
            scene.slide(to: count)
            let picture = scene.picture(size: size)
            let axis = Layout(size).frame(hasSlider: true).axis
            let column = axis.column(ParadigmsCost.axis.scale.fraction(of: count)) + 1
            let glyphs = (6..<50).compactMap { picture.canvas[column, $0].glyph }
            #expect(glyphs.contains(Glyph("▓")) == meets, "\(count)")
        }
    }

    @Test func aLargePictureHasThePromptsToComeWhereNoneIsAskedYet() {
        let size = Size(columns: 200, rows: 60)
        let text = Scene.after("", on: .paradigms, size: size).picture(size: size).canvas.text
        #expect(text.contains("“Translate this into French.”"))
        #expect(text.contains("“Is this comment rude?”"))
    }

    @Test func aRowIsFreeBeneathTheHeadlineWhereThereIsRoom() {
        for keys in ["m", "m Space Right", "d", "d m", "d m ]"] {
            for size in ["100x30", "120x36", "200x60"].compactMap(Size.init) {
                let picture = Scene.after(keys, on: .paradigms, size: size).picture(size: size)
                let text = (4..<6).map { picture.canvas.text(row: $0).prefix(90) }
                #expect(text.contains { $0.allSatisfy { $0 == " " } }, "\(keys) at \(size)")
                #expect(picture.canvas.text(row: 6).contains { $0 != " " }, "\(keys) at \(size)")
            }
        }
    }
}
