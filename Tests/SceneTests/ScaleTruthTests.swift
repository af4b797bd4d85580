import Cells
import Testing

@testable import Evidence
@testable import Scene

/// What the panel of scale says, held against the figures that it says it of.
@Suite struct ScaleTruthTests {
    /// Every row of every data set and measure, the knob at every third place.
    private func everyPlace(where isMeant: (ScaleExhibit) -> Bool, _ look: (ScaleExhibit) -> Void) {
        for var scene in Scene.states(of: .scale) where scene.sheet == nil {
            guard let exhibit = scene.exhibit as? ScaleExhibit, isMeant(exhibit) else { continue }
            for row in 0..<scene.rowCount {
                _ = scene.apply(.command(.choose(row)))
                for (index, position) in scene.positions.enumerated() where index % 3 == row % 3 {
                    scene.slide(to: position)
                    if let exhibit = scene.exhibit as? ScaleExhibit { look(exhibit) }
                }
            }
        }
    }

    /// Whether a score is within three errors of what guessing gets, or under it.
    private func isNoBetterThanGuessing(_ figure: Figure) -> Bool {
        guard let chance = figure.subject.chance, chance > 0, figure.value > 0 else { return false }
        let isPercent = figure.unit == .percent
        let (value, guess) = (figure.value / (isPercent ? 100 : 1), chance / (isPercent ? 100 : 1))
        let error = Double(figure.subject.items).map { 3 * (guess * (1 - guess) / $0).squareRoot() } ?? 0.05
        return value <= guess + error
    }

    @Test func noScoreNearGuessingIsToldAsAnAbility() {
        var near = 0
        everyPlace(where: { $0.view == .abilities && $0.dataSet.isOfFamilies }) { exhibit in
            let figure: Figure? =
                switch exhibit.curve(exhibit.ability)?.series.sparseReading(at: exhibit.slider.value) {
                case .there(let figure, isMeasured: true), .before(let figure), .beyond(let figure): figure
                case .gap(let low, let high): [low, high].first(where: isNoBetterThanGuessing)
                default: nil
                }
            guard let figure, isNoBetterThanGuessing(figure) else { return }
            near += 1
            let text = exhibit.headline.plain
            #expect(["luck", "worse than guessing", "not above guessing"].contains(where: text.contains), "\(text)")
            #expect(text.contains("(guessing"), "\(text)")
        }
        #expect(near > 20)
    }

    /// Where one chooses among answers, guessing gets something, which the table carries.
    @Test func whereOneChoosesGuessingIsKnown() throws {
        for ability in [LessonAbility.questionAnswering, .translation, .reasoning, .code] {
            let curve = try #require(ScaleDataSet.bigG.curve(ability, shots: .few))
            #expect(try #require(curve.series.subject.chance) > 0.1)
        }
    }

    @Test func aRiseIsToldAsTheFiguresHaveIt() throws {
        let counted = ["without a fall", "with one fall", "with two falls"]
        for row in MeasurePair.published.indices {
            let headline = Scene.after("m", on: .scale).after(row).exhibit.headline.plain
            let pair = MeasurePair.published[row]
            let values = pair.sharp.series.figures.map { pair.sharp.scale.fraction(of: $0.value) }
            let steps = zip(values, values.dropFirst()).map { $1 - $0 }
            if let said = counted.firstIndex(where: headline.contains) {
                #expect(steps.count { $0 < 0 } == said, "\(headline)")
            }
            #expect(!headline.hasPrefix("Not a jump") || steps.allSatisfy { $0 < 0.15 }, "\(headline)")
            if pair.sharp.series.figures.allSatisfy(isNoBetterThanGuessing) {
                #expect(headline.contains("near guessing"), "\(headline)")
            }
        }
        #expect(Scene.after("m", on: .scale).after(0).exhibit.headline.plain.contains("with two falls"))
    }

    /// A jump of the little world is told with the runs of both sizes, from the lowest to the highest.
    @Test func whatRunsOfOneSizeDifferByIsSaid() throws {
        let scene = Scene.after("d*7 m", on: .scale)
        var jumps = 0
        for row in 0..<scene.rowCount {
            let exhibit = try #require(scene.after(row).exhibit as? ScaleExhibit)
            let text = exhibit.headline.plain
            guard !text.hasPrefix("Not a jump"), let step = exhibit.ladder.pair(exhibit.ability)?.step else { continue }
            jumps += 1
            for figure in [step.sharp.before, step.sharp.after] {
                let parameters = try #require(figure.subject.parameters)
                guard let range = exhibit.ladder.range(exhibit.ability, at: parameters) else { continue }
                #expect(text.contains("\(range.low.text) to \(range.high.text) at "), "\(text)")
            }
        }
        #expect(jumps > 3)
    }

    @Test func aSizeOfTheLittleWorldIsAllItsRuns() {
        everyPlace(where: { $0.view == .abilities && $0.dataSet == .littleWorld }) { exhibit in
            guard
                case .there(let figure, isMeasured: true) = exhibit.ladder.pair(exhibit.ability)?.sharp.series
                    .sparseReading(at: exhibit.slider.value)
            else { return }
            let text = exhibit.headline.plain
            #expect(text.contains("three runs of"), "\(text)")
            if let range = exhibit.ladder.range(exhibit.ability, at: figure.subject.parameters ?? 0) {
                #expect(text.contains("\(range.low.text) to \(range.high.text)"), "\(text)")
            }
        }
    }

    /// Models have their plain names, not those of files.
    @Test func noModelHasAFilesName() {
        let tables = [Archive.openmodels, Archive.mirage, Archive.bigbench, Archive.thresholds]
        let parts: Set = ["deduped", "hf", "base", "pile", "FP8", "Meta", "v0.1", "xl"]
        for figure in tables.flatMap({ table in table.identifiers.compactMap(table.series) }).flatMap(\.figures) {
            let name = figure.subject.model
            #expect(!name.contains("_") && !figure.subject.task.contains("_"), "\(name), \(figure.subject.task)")
            #expect(parts.isDisjoint(with: name.split(separator: "-").map(String.init)), "\(name)")
            #expect(name.first?.isLowercase != true || name.hasPrefix("phi-"), "\(name)")
        }
    }

    /// What stands over a plot or a table is in words, not in the names of a table's columns.
    @Test func noFieldsNameIsACaption() {
        everyPlace(where: { _ in true }) { exhibit in
            let detail = exhibit.detail
            for text in [detail.title.plain] + detail.tables.map(\.heading.plain) {
                let words = Set(text.split { " :,".contains($0) }.map(String.init))
                #expect(!text.contains("_") && words.isDisjoint(with: ["acc", "em", "f1", "f1a", "ppl"]), "\(text)")
            }
        }
    }

    @Test func aSizeThatTheNameSaysIsNotSaidAgain() {
        for dataSet in ScaleDataSet.allCases where dataSet.isOfFamilies {
            var exhibit = ScaleExhibit()
            exhibit.dataSet = dataSet
            for size in exhibit.axis.positions {
                exhibit.slider.move(to: size, on: exhibit.axis, glide: false)
                let name = exhibit.commentary(columns: 200).flatMap { $0 }.first { $0.plain.hasPrefix("Nearest") }
                let pieces = name?.plain.split(separator: ",") ?? []
                let last = pieces.first?.split(separator: " ").last ?? ""
                let saysIt = last.last.map { "MBT".contains($0) } ?? false && Double(last.dropLast()) != nil
                #expect(pieces.count == (saysIt ? 1 : 2), "\(name?.plain ?? "")")
            }
        }
    }

    /// The bar of a row is the earliest model carried anywhere that has the score, and its marks are the tables' figures.
    @Test func theBarIsWhereItWasFirstReached() throws {
        let gpt3 = try #require(Archive.gpt3.series("gpt3/arc-challenge/few")?.figures.last)
        let bar = try #require(ThresholdMoves.marks(.science, until: "2030").first)
        #expect(bar.value == gpt3.value && bar.subject.model == "GPT-3 175B" && bar.subject.year == "2020-05")
        #expect(bar.subject.shots == gpt3.subject.shots)
        for (row, table) in [
            (ThresholdMoves.Row.exams, "open/mmlu"), (.science, "open/arc-c"), (.problems, "open/gsm8k"),
        ] {
            let open = try #require(Archive.openmodels.series(table)).figures
            for figure in ThresholdMoves.figures(row, until: "2030") where figure.source.key == "obs-bench" {
                let same = open.first { $0.subject.model == figure.subject.model }
                let value = try #require(same?.value, "\(figure.subject.model)")
                #expect(abs(value * 100 - figure.value) < 0.006, "\(figure.subject.model)")
            }
        }
    }

    @Test func howOpenModelsAreAskedIsSaid() throws {
        let scene = Scene.after("d*5", on: .scale)
        for ability in LessonAbility.allCases {
            let exhibit = try #require(scene.after(ability.rawValue).exhibit as? ScaleExhibit)
            let all = exhibit.commentary(columns: 200).flatMap { $0 }.map(\.plain)
            #expect(!all.contains { $0.contains("No score") })
            let isCarried = exhibit.dataSet.points(ability) != nil
            #expect(all.contains { $0.hasPrefix("How it is asked.") && $0.contains("prompt") } == isCarried)
        }
    }

    /// What the panel's surprising fact says of all pairs.
    @Test func mostPairsDoNotJumpAndOneDoesByBothMeasures() throws {
        let verdicts = try MeasurePair.published.map { try #require($0.step).verdict }
        #expect(verdicts.count { $0 == .both } == 1)
        let still: Set<MeasurePair.Verdict> = [.neither, .still, .sharpIsStill]
        #expect(verdicts.count { still.contains($0) } * 2 > verdicts.count)
    }
}

extension Scene {
    /// The scene with another row chosen.
    fileprivate func after(_ row: Int) -> Scene {
        var scene = self
        _ = scene.apply(.command(.choose(row)))
        return scene
    }
}
