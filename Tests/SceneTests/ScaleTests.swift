import Cells
import Testing

@testable import Evidence
@testable import Scene

@Test func everyAbilityThatIsTaughtIsMeasuredInAFamily() {
    for ability in LessonAbility.allCases {
        #expect(ability.threshold != nil)
        #expect(ScaleDataSet.best.curve(ability, shots: .few) != nil)
    }
}

@Test func theValueAtTheRowsEndIsTheFigureOrTheLastMeasuredOne() throws {
    var exhibit = ScaleExhibit()
    let curve = try #require(exhibit.curve(.questionAnswering))
    for figure in curve.series.figures {
        exhibit.slider.move(to: figure.subject.parameters ?? 0, on: exhibit.axis, glide: false)
        #expect(exhibit.value(curve.series).long.plain == figure.text)
    }
    exhibit.slider.move(to: 1e12, on: exhibit.axis, glide: false)
    #expect(exhibit.value(curve.series).long.plain == "71.2% at 175B")
    exhibit.slider.move(to: 1e9, on: exhibit.axis, glide: false)
    #expect(exhibit.value(curve.series).long.plain.hasPrefix("≈"))
    exhibit.slider.move(to: 1e11, on: exhibit.axis, glide: false)
    #expect(exhibit.value(curve.series).long.plain == "57.5% at 13B", "nothing lies within a factor of three")
    exhibit.slider.move(to: 1e7, on: exhibit.axis, glide: false)
    #expect(exhibit.value(curve.series).long.plain == "data from 125M")
}

@Test(arguments: [Size(columns: 60, rows: 18), Size(columns: 100, rows: 30), Size(columns: 200, rows: 60)])
func lampsLightWhereItIsTaught(size: Size) {
    for (stop, lit) in [(8e7, 0), (1e8, 1), (1e9, 2), (1e10, 4), (1e11, 7)] {
        var scene = Scene.after("", on: .scale, size: size)
        scene.slide(to: stop)
        scene.settle()
        let canvas = scene.picture(size: size).canvas
        let lamps = (0..<size.rows).map { canvas[1, $0] }.filter {
            $0.glyph == Glyph("●") || $0.glyph == Glyph("○")
        }
        #expect(lamps.count == LessonAbility.allCases.count)
        #expect(lamps.prefix(lit).allSatisfy { $0.glyph == Glyph("●") && $0.style.foreground == .amber })
        #expect(lamps.dropFirst(lit).allSatisfy { $0.glyph == Glyph("○") && $0.style.foreground == .faint })
    }
}

@Test func noCurveJoinsTwoSourcesOrMetrics() {
    for dataSet in ScaleDataSet.allCases {
        for ability in LessonAbility.allCases {
            guard let curve = dataSet.curve(ability, shots: .few) else { continue }
            #expect(Set(curve.series.figures.map(\.source)).count == 1)
            #expect(Set(curve.series.figures.map(\.subject.metric)).count == 1)
            #expect(Set(curve.series.figures.map(\.subject.family)).count == 1)
        }
    }
}

@Test func theNearestModelIsTheNearestAndHasItsOwnNumbers() throws {
    // Every model of the tables of costs that was trained whole, and not only fine-tuned.
    let fineTuned = ["Alpaca", "Vicuna", "Meditron", "BERT fine-tuning"]
    let models = ["costs/usd/", "costs/hours/"].flatMap(Archive.costs.identifiers).compactMap(Archive.costs.series)
        .flatMap(\.figures).filter { figure in
            figure.subject.parameters != nil && !fineTuned.contains { figure.subject.model.hasPrefix($0) }
        }
    #expect(models.count > 40)
    func distance(_ parameters: Double, _ size: Double) -> Double {
        abs(Logarithm.base10(parameters) - Logarithm.base10(size))
    }
    for dataSet in ScaleDataSet.allCases where dataSet.isOfFamilies {
        var exhibit = ScaleExhibit()
        exhibit.dataSet = dataSet
        for size in exhibit.axis.positions {
            let nearest = try #require(ScaleCosts.nearest(to: size))
            let name = nearest.cost.subject.model
            #expect(nearest.cost.source.isComplete)
            for own in [nearest.tokens, nearest.operations].compactMap({ $0 }) { #expect(own.subject.model == name) }
            // The tables differ in the last digits of some sizes; the model itself must be the nearest.
            let own = models.filter { $0.subject.model == name }
                .compactMap { $0.subject.parameters.map { distance($0, size) } }.min()
            let best = models.compactMap { $0.subject.parameters.map { distance($0, size) } }.min()
            #expect(own == best, "\(name) at \(size)")
            exhibit.slider.move(to: size, on: exhibit.axis, glide: false)
            let lines = exhibit.commentary(columns: 200)
            let line = try #require(lines.first { $0.first?.plain.hasPrefix("Nearest real model: " + name) ?? false })
            // What the knob's size would take by a formula stands in a line of its own.
            #expect(!line.contains { $0.plain.contains("compute-optimal") })
        }
    }
    #expect(ScaleCosts.nearest(to: 1.75e11)?.cost.subject.model == "GPT-3 175B")
}

// MARK: - Two measures

@Test func everyPairHasBothMeasuresOfTheSameModels() {
    #expect(MeasurePair.published.count == 7)
    for pair in MeasurePair.published {
        #expect(pair.sharp.series.figures.map(\.subject.model) == pair.smooth.series.figures.map(\.subject.model))
        #expect(pair.sharp.series.source == pair.smooth.series.source)
        #expect(pair.smooth.isLessBetter == (pair.smooth.series.subject.higherIsBetter == false))
    }
}

/// A pair whose measures have these values at sizes a little apart.
private func pair(sharp: [Double], smooth: [Double]) -> MeasurePair {
    func series(_ values: [Double]) -> Series {
        Series(
            id: "test", subject: Subject(), unit: .fraction, source: .program,
            figures: values.enumerated().map { index, value in
                var subject = Subject()
                subject.parameters = Double(index + 1)
                return Figure(
                    kind: .published, literal: "\(value)", value: value, unit: .fraction, subject: subject,
                    source: .program)
            })
    }
    let scale = StripScale(floor: 0, ceiling: 1)
    return MeasurePair(
        name: "test", asks: [], family: "", sharp: .init(series: series(sharp), metric: "", scale: scale),
        smooth: .init(series: series(smooth), metric: "", scale: scale))
}

@Test func theFlipSaysWhoseLeapItIs() {
    func verdict(_ sharp: [Double], _ smooth: [Double]) -> MeasurePair.Verdict? {
        pair(sharp: sharp, smooth: smooth).step?.verdict
    }
    #expect(verdict([0, 0, 0.1, 0.9], [0.1, 0.4, 0.7, 0.9]) == .onlySharp)
    #expect(verdict([0, 0, 0.1, 0.9], [0.1, 0.1, 0.2, 0.9]) == .both)
    #expect(verdict([0.1, 0.3, 0.5, 0.7], [0.1, 0.3, 0.5, 0.7]) == .neither)
    #expect(verdict([0.2, 0.21, 0.2, 0.22], [0.1, 0.3, 0.5, 0.7]) == .sharpIsStill)
    #expect(verdict([0.2, 0.21, 0.2, 0.22], [0.1, 0.1, 0.1, 0.15]) == .still)
    #expect(verdict([0, 0, 0.1, 0.9], [0, 0, 0.01, 0.07]) == .smoothIsStill)
    #expect(verdict([0.5], [0.5]) == nil)
    let step = pair(sharp: [0, 0, 0.1, 0.9], smooth: [0.1, 0.4, 0.7, 0.9]).step
    #expect(step?.sharp.before.value == 0.1 && step?.sharp.after.value == 0.9 && step?.smooth.before.value == 0.7)
}

@Test func theLastWordMovesByBothMeasures() throws {
    let lambada = try #require(MeasurePair.published.first { $0.name == "the last word" })
    #expect(lambada.step?.verdict != .onlySharp)
}

// MARK: - The bar moves

@Test func aMarkIsSmallerThanTheOneBeforeAndReachesTheBar() throws {
    let last = try #require(ThresholdMoves.years.last)
    for row in ThresholdMoves.Row.allCases where row.isOfABar {
        let marks = ThresholdMoves.marks(row, until: last)
        let bar = try #require(marks.first)
        #expect(marks.count > 1)
        for (earlier, later) in zip(marks, marks.dropFirst()) {
            #expect(later.value >= bar.value && later.subject.year >= earlier.subject.year)
            #expect(try #require(later.subject.parameters) < (try #require(earlier.subject.parameters)))
        }
    }
    let exams = ThresholdMoves.marks(.exams, until: last)
    #expect(exams.first?.subject.model == "GPT-3 175B" && exams.last?.subject.parameters == 5e8)
    #expect(ThresholdMoves.marks(.exams, until: "2022").count == 1)
}

@Test func theYearsAreWalkedAndTheCautionStandsInTheSameView() throws {
    for keys in ["d*6", "d*6 [", "d*6 [ [ Down", "d*6 Down Down"] {
        let scene = Scene.after(keys, on: .scale)
        #expect(scene.picture(size: Size(columns: 100, rows: 30)).canvas.text.contains("Beware"))
    }
    let first = Scene.after("d*6 [*9", on: .scale)
    #expect(first.exhibit.headline.plain.hasPrefix("In 2020 a model of 175B parameters gets 43.9%"))
    let last = Scene.after("d*6 [*9 ]*9", on: .scale)
    #expect(last.exhibit.headline.plain.contains("took 175B parameters in 2020, 500M in 2024"))
}

// MARK: - The little world

@Test func theLittleWorldsLadderHasEverySizeWithThreeSeeds() throws {
    let scene = Scene.after("d*7", on: .scale)
    let exhibit = try #require(scene.exhibit as? ScaleExhibit)
    #expect(exhibit.ladder.rungs.map(\.model) == LiveTraining.sizes)
    for rung in exhibit.ladder.rungs { #expect(rung.examinations.count == 3) }
    for ability in LessonAbility.allCases {
        let pair = try #require(exhibit.ladder.pair(ability))
        for figure in pair.sharp.series.figures {
            #expect(figure.kind == .measured)
            // The one that is shown is one of the three, with none or one on either side.
            let all = exhibit.ladder.seeds(ability).flatMap(\.figures)
                .filter { $0.subject.parameters == figure.subject.parameters }.map(\.value)
            #expect(all.count == 3 && figure.value == all.sorted()[1])
        }
    }
    #expect(exhibit.slider.value == exhibit.ladder.sizes.first)
}

@Test func aLadderTakesWhatItIsGivenOnceASeed() throws {
    let recorded = try #require(Scene.after("d*7", on: .scale).exhibit as? ScaleExhibit).ladder
    let rung = try #require(recorded.rungs.last)
    let results = try #require(rung.examinations[1])
    var ladder = SizeLadder()
    ladder.add([], model: "L", parameters: rung.parameters, seed: 1)
    #expect(ladder.rungs.isEmpty)
    ladder.add(results, model: "L", parameters: rung.parameters, seed: 1)
    ladder.add(results, model: "L", parameters: rung.parameters, seed: 1)
    #expect(ladder.rungs.count == 1 && ladder.seeds(.grammar).count == 1)
    #expect(ladder.range(.grammar, at: rung.parameters.value) == nil)
}

@Test func theLadderIsTrainedFromTheSmallestSizeOn() throws {
    var answerer = TestAnswerer.ofTheRecord
    answerer.isPatient = true
    var runtime = Runtime(Scene(panel: .scale), answerer: answerer)
    runtime.play(try KeyScript("d*7 t"))
    func trained() -> [String] {
        answerer.log.asked.compactMap { if case .train(let request) = $0.question { request.size } else { nil } }
    }
    #expect(trained() == ["XS"])
    #expect(runtime.scene.exhibit.isTraining)
    let id = try #require(answerer.log.asked.last { if case .train = $0.question { true } else { false } }?.id)
    let history = try #require(Record.history(of: "XS-4.1M-1"))
    runtime.apply(.answered(id, .history(history)))
    runtime.apply(.answered(id, .finished))
    let examination = try #require(
        answerer.log.asked.last { if case .examine = $0.question { true } else { false } }?.id)
    runtime.apply(.answered(examination, .abilities(try #require(history.points.last).results)))
    #expect(trained() == ["XS", "XS16"])
    let exhibit = try #require(runtime.scene.exhibit as? ScaleExhibit)
    #expect(exhibit.ladder.rungs.map(\.model) == ["XS"])
    // What is recorded stands behind, and Space pauses what is trained.
    runtime.play(try KeyScript("Space"))
    #expect(answerer.log.paused.count == 1 && !runtime.scene.exhibit.isTraining)
    runtime.play(try KeyScript("t"))
    #expect(answerer.log.cancelled.count == 1 && trained().count == 2)
}

// MARK: - Motion

@Test func theKnobComesFromTheSmallestSizeOnceAndRevealsNothingBefore() throws {
    let size = Size(columns: 100, rows: 30)
    var scene = Scene(panel: .scale)
    _ = scene.apply(.appear)
    #expect(scene.isMoving)
    let first = scene.picture(size: size)
    #expect(!first.canvas.text.contains("▃") && first.canvas.text.contains("Transfer learning"))
    for _ in 0..<70 { _ = scene.apply(.tick(seconds: 1.0 / 30)) }
    #expect(!scene.isMoving && scene.slider.value == 1e9)
    _ = scene.apply(.appear)
    #expect(!scene.isMoving)
    _ = scene.apply(.command(.slideRight))
    #expect(!scene.picture(size: size).canvas.text.contains("Transfer learning"))
}

@Test func aJumpShowsOnItsWayOnlyWhatItHasComeTo() throws {
    let size = Size(columns: 100, rows: 30)
    var scene = Scene.after("Home", on: .scale)
    let start = scene.picture(size: size)
    let headline = scene.exhibit.headline
    _ = scene.apply(.command(.slideToEnd))
    let first = scene.picture(size: size)
    #expect(first.canvas.text == start.canvas.text, "the first frame is the last one of rest")
    _ = scene.apply(.tick(seconds: 0.3))
    let middle = scene.picture(size: size).canvas
    #expect(middle.text.contains(headline.plain.prefix(20)), "the sentence changes on arrival")
    #expect(middle.text != start.canvas.text && middle.text.contains("≈"))
    for _ in 0..<60 { _ = scene.apply(.tick(seconds: 1.0 / 30)) }
    #expect(scene.picture(size: size).canvas.text.contains("71.2% at 175B"))
}

@Test func theWalkGoesOverEveryPlaceAndEnds() throws {
    var scene = Scene.after("Home", on: .scale)
    _ = scene.apply(.command(.play))
    var places: Set = [try #require(scene.positions.first)]
    for _ in 0..<1200 where scene.isMoving {
        _ = scene.apply(.tick(seconds: 1.0 / 30))
        places.insert(scene.slider.value)
    }
    #expect(!scene.isMoving && scene.slider.value == 1e12)
    #expect(places.isSuperset(of: scene.positions))
}
