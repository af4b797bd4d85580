import Cells
import Testing

@testable import Evidence
@testable import Scene

private func figure(_ parameters: Double, _ value: Double, _ unit: Evidence.Unit = .percent) -> Figure {
    var subject = Subject()
    subject.parameters = parameters
    subject.model = "Model"
    return Figure(kind: .published, literal: "\(value)", value: value, unit: unit, subject: subject, source: .program)
}

private func series(_ points: [(Double, Double)], _ unit: Evidence.Unit = .percent) -> Series {
    Series(
        id: "test", subject: Subject(), unit: unit, source: .program,
        figures: points.map { figure($0.0, $0.1, unit) })
}

private let axis = SliderAxis(
    name: "size", scale: .logarithmic(1...1e4), positions: [1, 10, 100, 1e3, 1e4], stops: [], ticks: [],
    text: SliderText.short)

/// Rows in which a column shows a dot.
private func dotRows(_ canvas: Canvas, column: Int) -> [Int] {
    (0..<canvas.size.rows).filter { row in
        guard let scalar = canvas[column, row].glyph?.base else { return false }
        return (0x2801...0x28FF).contains(scalar.value) || scalar == "•"
    }
}

@Test func theLineOfGuessingHasItsName() {
    for (chance, hasName) in [(25.0, true), (nil, false), (90, false)] {
        let plot = Plot(
            along: .parameters, .percent, range: 0...50,
            lines: [Plot.Line(series: series([(1, 30), (1e4, 45)]), ink: .blue)], chance: chance)
        let picture = drawn(60, 12) {
            plot.draw(
                on: &$0, in: $0.canvas.bounds, frame: AxisFrame(start: 8, end: 50), axis: axis, slider: Slider(1e4))
        }
        #expect(picture.canvas.text.contains("guessing") == hasName)
    }
}

@Test func aPlotHasOneUnit() {
    let fractions = series([(1, 0.1), (1e4, 0.6)], .fraction)
    let percents = series([(1, 20), (1e4, 60)])
    let bleu = series([(1, 20)], .bleu)
    let lines = [fractions, percents, bleu].map { Plot.Line(series: $0, ink: .blue) }
    let plot = Plot(
        along: .parameters, .fraction, range: 0...0.5, lines: lines,
        points: [.init(figure: figure(1, 3, .dollars), ink: .blue)])
    #expect(plot.lines.map(\.series) == [fractions, percents])
    #expect(plot.refused == [bleu] && plot.points.isEmpty)
    #expect(plot.values.range == 0...0.6)
    #expect(plot.values.value(of: percents.figures[1]) == 0.6)
    var picture = Picture(size: Size(columns: 40, rows: 13))
    plot.draw(
        on: &picture, in: picture.canvas.bounds, frame: AxisFrame(start: 8, end: 30), axis: axis, slider: Slider(1e4))
    #expect(picture.canvas.text.contains("60%") && !picture.canvas.text.contains("00%"))
    // Both series end at the same height.
    #expect(dotRows(picture.canvas, column: 30) == [0] || dotRows(picture.canvas, column: 30).count == 1)
}

@Test func everyPlotOfEveryPanelTakesInAllThatItIsGiven() {
    for panel in Panel.allCases {
        for scene in plotScenes(panel) { #expect(scene.exhibit.detail.plot?.refused.isEmpty ?? true) }
    }
}

@Test(arguments: [
    ValueAxis(0...100, .percent), ValueAxis(0.2...0.63, .fraction),
    ValueAxis(1...1e6, .perplexity, isLogarithmic: true),
    ValueAxis(40...100, .percent), ValueAxis(1...180, .perplexity), ValueAxis(0...0, .bleu),
    ValueAxis(-3...20, .points),
    ValueAxis(1...4, .perplexity, isLogarithmic: true), ValueAxis(0.5...0.5, .brier),
])
func ticksStandAWholeNumberOfRowsApart(axis: ValueAxis) {
    for rows in 3...60 {
        let grid = axis.grid(rows: rows)
        #expect(grid.ticks.count >= 2 && grid.ticks.count <= 13, "\(axis) on \(rows)")
        let steps = zip(grid.ticks, grid.ticks.dropFirst()).map { $1.row - $0.row }
        #expect(Set(steps).count == 1 && steps[0] >= (rows > 4 ? 2 : 1), "\(axis) on \(rows)")
        for tick in grid.ticks {
            #expect(tick.row < rows && grid.row(of: tick.value) == rows - 1 - tick.row, "\(axis) on \(rows)")
        }
        // All values have room, and take more than a third of the height.
        let ends = [axis.range.lowerBound, axis.range.upperBound].map(grid.row)
        #expect(ends[0] < rows && ends[1] >= 0)
        if axis.range.lowerBound < axis.range.upperBound, rows > 6 {
            #expect(ends[0] - ends[1] >= rows / 3, "\(axis) on \(rows): \(ends)")
        }
        #expect(Set(grid.ticks.map { Number.onAxis($0.value, axis.unit) }).count == grid.ticks.count)
    }
}

@Test func aPlotRevealsUpToTheKnobAndKeepsWhatWasReachedDim() {
    let near = (0...8).map { (min(1e4, Logarithm.power10(Double($0) * 0.47)), Double($0) * 12.5) } + [(1e4, 100)]
    let line = Plot.Line(labels: ["Model"], series: series(near), ink: .blue)
    let plot = Plot(
        along: .parameters, .percent, range: 0...100, lines: [line],
        points: [.init(figure: figure(1e3, 10), labels: ["late"], ink: .rose)])
    let frame = AxisFrame(start: 8, end: 48)
    func drawn(_ slider: Slider) -> Picture {
        var picture = Picture(size: Size(columns: 60, rows: 11))
        plot.draw(on: &picture, in: picture.canvas.bounds, frame: frame, axis: axis, slider: slider)
        return picture
    }
    var slider = Slider(100)
    let half = drawn(slider)
    let knob = frame.column(0.5)
    for column in frame.start...frame.end {
        #expect(dotRows(half.canvas, column: column).isEmpty == (column > knob), "column \(column)")
    }
    #expect(half.canvas.text.contains("Model") && !half.canvas.text.contains("late"))
    slider.move(to: 1e4, on: axis, glide: false)
    slider.move(to: 10, on: axis, glide: false)
    let back = drawn(slider)
    let last = dotRows(back.canvas, column: frame.end)
    #expect(last.count == 1 && back.canvas[frame.end, last[0]].style.foreground == .blueDim)
    #expect(back.canvas.text.contains("late"))
    #expect(drawn(Slider(0.1)).canvas.text.contains("●") == false)
}

@Test func labelsOfLinesThatEndLevelStandInTheOrderOfTheirValues() {
    let frame = AxisFrame(start: 8, end: 48)
    func names(_ ends: [Double], rows: Int) -> [String] {
        let names = "abcdefgh".map(String.init)
        let lines = zip(names, ends).map { name, end in
            Plot.Line(labels: [Phrase(words: name)], series: series([(1, 20), (1e4, end)]), ink: .blue)
        }
        let plot = Plot(along: .parameters, .percent, range: 0...100, lines: lines)
        var picture = Picture(size: Size(columns: 60, rows: rows))
        plot.draw(on: &picture, in: picture.canvas.bounds, frame: frame, axis: axis, slider: Slider(1e4))
        return (0..<rows).compactMap { row in
            let name = picture.canvas.text(row: row).last.map(String.init) ?? ""
            return names.contains(name) ? name : nil
        }
    }
    for rows in 8...30 {
        #expect(names([50, 50.4, 50.2, 50.6, 50.1], rows: rows) == ["d", "b", "c", "e", "a"], "\(rows) rows")
        #expect(names([50, 50, 50, 50, 50], rows: rows) == ["a", "b", "c", "d", "e"], "\(rows) rows")
        #expect(names([10, 50, 90, 50.1], rows: rows) == ["c", "d", "b", "a"], "\(rows) rows")
    }
}

@Test func namesOfLinesBearNoLetterOfAKind() {
    let name: Phrase = "\(name: "Model", of: figure(1, 20))"
    let plot = Plot(
        along: .parameters, .percent, range: 0...100,
        lines: [Plot.Line(labels: [name], series: series([(1, 20), (1e4, 60)]), ink: .blue)],
        points: [.init(figure: figure(1, 80), labels: [name], ink: .blue)])
    var picture = Picture(size: Size(columns: 60, rows: 9), hasColor: false)
    plot.draw(
        on: &picture, in: picture.canvas.bounds, frame: AxisFrame(start: 8, end: 48), axis: axis, slider: Slider(1e4))
    #expect(picture.canvas.text.split(separator: "Model").count == 3 && !picture.canvas.text.contains("["))
}

@Test func aNameStandsBeyondAThresholdButNotBeyondAnotherPoint() {
    let frame = AxisFrame(start: 2, end: 42)
    func row(others: [Double]) -> String {
        let named = Plot.Point(figure: figure(1e3, 50), labels: ["a long name of it"], ink: .blue)
        // A dot in every row but that of the point leaves the name no other place.
        let wall = stride(from: 0.0, through: 100, by: 2).filter { abs($0 - 50) > 4 }
            .flatMap { value in [10, 50, 200, 1e3, 3e3].map { (position: $0, value: value) } }
        let points = wall.map { Plot.Point(figure: figure($0.position, $0.value), ink: .blue) }
        let beside = others.map { Plot.Point(figure: figure($0, 50), ink: .blue) }
        let plot = Plot(
            along: .parameters, .percent, range: 0...100, points: [named] + points + beside,
            thresholds: [figure(1, 794)])
        var picture = Picture(size: Size(columns: 46, rows: 21))
        plot.draw(on: &picture, in: picture.canvas.bounds, frame: frame, axis: axis, slider: Slider(1e4))
        return picture.canvas.text(row: 10)
    }
    #expect(row(others: []).contains("a long name of it ┊●"))
    #expect(!row(others: [600]).contains("name"))
}

@Test func aPlotBeforeItsFirstPointSaysWhereThatStands() {
    let plot = Plot(
        along: .parameters, .percent, range: 0...100,
        lines: [Plot.Line(labels: ["Model"], series: series([(1e3, 20), (1e4, 60)]), ink: .blue)])
    func drawn(_ place: Double, columns: Int) -> String {
        var picture = Picture(size: Size(columns: columns, rows: 9))
        plot.draw(
            on: &picture, in: picture.canvas.bounds, frame: AxisFrame(start: 8, end: columns - 12), axis: axis,
            slider: Slider(place))
        #expect(picture.firstUnaccountedDigit() == nil)
        return picture.canvas.text
    }
    #expect(drawn(10, columns: 120).contains("nothing measured up to here; the first stands at 1K"))
    #expect(drawn(10, columns: 60).contains(" the first stands at 1K"))
    #expect(!drawn(1e3, columns: 120).contains("first") && !drawn(1e4, columns: 120).contains("first"))
}

@Test(arguments: Panel.allCases.filter { $0 != .prompting }) func noZoomIsEmpty(panel: Panel) throws {
    for text in ["60x18", "80x24", "200x60"] {
        let size = try #require(Size(text))
        for keys in ["", "d", "d d", "Home", "d Home", "End"] {
            let scene = Scene.after(keys + " Enter", on: panel, size: size)
            let area = Layout(size).frame(hasSlider: true).area
            let canvas = scene.picture(size: size).canvas
            let rows = (area.row..<area.endRow).map { canvas.text(row: $0) }.joined()
            if canvas.text.contains("cannot be shown") { continue }
            let shows = rows.unicodeScalars.contains { $0 == "●" || $0 == "○" || (0x2801...0x28FF).contains($0.value) }
            #expect(shows || rows.contains("first ") || rows.contains("labels"), "\(text) \(keys)")
        }
    }
}

/// Scenes that show every plot that a person can reach, with the knob at several places.
private func plotScenes(_ panel: Panel) -> [Scene] {
    var scenes: [Scene] = []
    for dataSet in 0..<6 {
        for variant in 0..<3 {
            for measure in 0..<3 {
                let keys = [("d", dataSet), ("]", variant), ("m", measure)].map {
                    Array(repeating: $0, count: $1).joined(separator: " ")
                }
                var scene = Scene.after(keys.joined(separator: " "), on: panel)
                for row in 0..<scene.rowCount {
                    _ = scene.apply(.command(.choose(row)))
                    for fraction in [0.0, 0.4, 1.0] {
                        _ = scene.apply(.command(.slideTo(fraction)))
                        scene.settle()
                        scenes.append(scene)
                    }
                }
            }
        }
        if panel == .paradigms || panel == .prompting || panel == .pretraining && dataSet == 1 { break }
    }
    return scenes
}

@Test(arguments: Panel.allCases) func noLabelCoversWhatIsDrawn(panel: Panel) {
    let sizes = ["60x18", "80x24", "100x30", "120x36", "200x60"].compactMap(Size.init)
    var labels = 0
    // Every fourth scene: they meet each data set and row with one place of the knob or another.
    for (index, scene) in plotScenes(panel).enumerated() where index % 4 == 0 {
        let exhibit = scene.exhibit
        guard let plot = exhibit.detail.plot, let sliding = exhibit.withSlider else { continue }
        var bare = Plot(
            along: plot.along, plot.values.unit, range: plot.values.range, isLogarithmic: plot.values.isLogarithmic,
            lines: plot.lines.map {
                Plot.Line(series: $0.series, ink: $0.ink, isFocus: $0.isFocus, isDashed: $0.isDashed)
            },
            points: plot.points.map { Plot.Point(figure: $0.figure, ink: $0.ink, isSmall: $0.isSmall) },
            chance: plot.chance, thresholds: plot.thresholds)
        bare.writtenUnit = plot.writtenUnit
        // Every size with every fifth scene, so that all are met in turn.
        for size in [sizes[index / 4 % sizes.count]] {
            let frame = Layout(size).frame(hasSlider: true)
            var (full, data) = (Picture(size: size), Picture(size: size))
            plot.draw(on: &full, in: frame.area, frame: frame.axis, axis: sliding.axis, slider: sliding.slider)
            bare.draw(on: &data, in: frame.area, frame: frame.axis, axis: sliding.axis, slider: sliding.slider)
            for row in 0..<size.rows {
                for column in 0..<size.columns where data.canvas[column, row].glyph != .space {
                    // The name of the line of guessing is a label too, and gives way to others.
                    if "guessing".unicodeScalars.contains(where: { Glyph($0) == data.canvas[column, row].glyph }) {
                        continue
                    }
                    #expect(
                        full.canvas[column, row].glyph == data.canvas[column, row].glyph,
                        "\(full.canvas.text(row: row))")
                }
            }
            if full.canvas != data.canvas { labels += 1 }
        }
    }
    #expect([.paradigms, .prompting, .economics, .challenges].contains(panel) || labels > 20, "\(labels)")
}
