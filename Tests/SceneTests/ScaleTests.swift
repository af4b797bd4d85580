import Cells
import Evidence
import Testing

@testable import Scene

@Test func everyAbilityOfTheLessonIsMeasuredInTheBest() {
    for ability in LessonAbility.allCases {
        #expect(ability.threshold != nil)
        #expect(ScaleDataSet.best.curve(ability, shots: .few) != nil)
    }
}

@Test func theValueAtTheRowsEndIsTheFigure() throws {
    var exhibit = ScaleExhibit()
    let curve = try #require(exhibit.curve(.translation))
    for figure in curve.series.figures {
        exhibit.slider.move(to: figure.subject.parameters ?? 0, on: exhibit.axis, glide: false)
        #expect(exhibit.value(curve.series).plain == figure.text)
    }
    exhibit.slider.move(to: 1e12, on: exhibit.axis, glide: false)
    #expect(exhibit.value(curve.series).plain == "not measured")
    exhibit.slider.move(to: 1e9, on: exhibit.axis, glide: false)
    #expect(exhibit.value(curve.series).plain.hasPrefix("≈"))
}

@Test(arguments: [Size(columns: 60, rows: 18), Size(columns: 100, rows: 30), Size(columns: 200, rows: 60)])
func lampsLightAtTheLessonsThreshold(size: Size) {
    for (stop, lit) in [(8e7, 0), (1e8, 1), (1e9, 2), (1e10, 4), (1e11, 7)] {
        var scene = Scene.after("", on: .scale, size: size)
        scene.slide(to: stop)
        let canvas = scene.picture(size: size).canvas
        let lamps = (0..<size.rows).map { canvas[1, $0] }.filter {
            $0.glyph == Glyph("●") || $0.glyph == Glyph("○")
        }
        #expect(lamps.count == LessonAbility.allCases.count)
        #expect(lamps.prefix(lit).allSatisfy { $0.glyph == Glyph("●") && $0.style.foreground == .amber })
        #expect(lamps.dropFirst(lit).allSatisfy { $0.glyph == Glyph("○") && $0.style.foreground == .faint })
    }
}

@Test func everyPairHasBothMeasuresOfTheSameModels() {
    #expect(MeasurePair.all.count == 7)
    for pair in MeasurePair.all {
        #expect(pair.sharp.series.figures.map(\.subject.model) == pair.smooth.series.figures.map(\.subject.model))
        #expect(pair.sharp.series.source == pair.smooth.series.source)
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

@Test func theNearestModelIsTheNearest() throws {
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
    for dataSet in ScaleDataSet.allCases {
        var exhibit = ScaleExhibit()
        exhibit.dataSet = dataSet
        for size in exhibit.axis.positions {
            let nearest = try #require(ScaleCosts.nearest(to: size))
            #expect(nearest.source.isComplete)
            // The tables differ in the last digits of some sizes; the model itself must be the nearest.
            let own = models.filter { $0.subject.model == nearest.subject.model }
                .compactMap { $0.subject.parameters.map { distance($0, size) } }.min()
            let best = models.compactMap { $0.subject.parameters.map { distance($0, size) } }.min()
            #expect(own == best, "\(nearest.subject.model) at \(size)")
            exhibit.slider.move(to: size, on: exhibit.axis, glide: false)
            let reading = exhibit.commentary(columns: 200).joined().map(\.plain)
            #expect(reading.contains { $0.hasPrefix("nearest: " + nearest.subject.model) })
        }
    }
    #expect(ScaleCosts.nearest(to: 1.75e11)?.subject.model == "GPT-3 175B")
}
