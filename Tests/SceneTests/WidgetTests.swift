import Cells
import Testing

@testable import Evidence
@testable import Scene

private func figure(_ parameters: Double, _ value: Double, task: String = "") -> Figure {
    var subject = Subject()
    subject.parameters = parameters
    subject.task = task
    return Figure(
        kind: .published, literal: "\(value)", value: value, unit: .percent, subject: subject, source: .program)
}

private let axis = SliderAxis(
    name: "size", scale: .logarithmic(1...1e4), positions: [1, 10, 100, 1e3, 1e4], stops: [1, 1e4],
    ticks: [(1, .short(1)), (100, .short(100)), (1e4, .short(1e4))], text: SliderText.short)

// MARK: - Strip

private func strip(_ points: [(Double, Double)], marks: [Figure] = [], threshold: Figure? = nil) -> Strip {
    Strip(
        name: "name", subtitles: ["a benchmark too long", "short"],
        series: Series(
            id: "test", subject: Subject(), unit: .percent, source: .program,
            figures: points.map { figure($0.0, $0.1) }),
        floor: 0, ceiling: 100, threshold: threshold, marks: marks, value: "end", isLit: true, ink: .blue)
}

private let frame = PanelFrame(
    area: Area(column: 0, row: 0, columns: 30, rows: 2), axis: AxisFrame(start: 12, end: 22), labelColumns: 12,
    valueColumns: 5)

private func stack(_ strips: [Strip], _ slider: Slider, rows: Int = 2) -> Picture {
    drawn(30, rows) { picture in
        var frame = frame
        frame.area = Area(column: 0, row: 0, columns: 30, rows: rows)
        StripStack(strips: strips, chosen: 0, axis: axis, along: .parameters, slider: slider)
            .draw(on: &picture, in: frame)
    }
}

@Test func aStripGrowsInEighthsUpToTheKnob() {
    let whole = stack([strip([(1, 0), (1e4, 100)])], Slider(1e4))
    #expect(rows(whole)[0].hasPrefix("▌● name") && rows(whole)[0].hasSuffix("▇"))
    #expect(rows(whole)[1].hasSuffix("█  end") && rows(whole)[1].contains("short"))
    let part = stack([strip([(1, 100), (1e4, 100)])], Slider(100))
    #expect(rows(part)[1].contains("██████⡀⡀⡀⡀⡀"))
    #expect(part.canvas[17, 1].style.foreground == .blue)
    var slider = Slider(1e4)
    slider.move(to: 1, on: axis, glide: false)
    let back = stack([strip([(1, 100), (1e4, 100)])], slider)
    #expect(back.canvas[20, 1].style.foreground == .blueDim && back.canvas[12, 1].style.foreground == .blue)
    let low = rows(stack([strip([(1, 0), (1e4, 0)])], Slider(1e4)))[1]
    #expect(low.contains(String(repeating: "▁", count: 11)), "what was measured as nothing is no gap")
}

@Test func aMarkIsSeenOnABarAndBesideIt() {
    let mark = figure(1e3, 0)
    for value in [0.0, 30, 60, 100] {
        let picture = stack([strip([(1, value), (1e4, value)], marks: [mark])], Slider(1e4))
        let column = frame.axis.column(axis.scale.fraction(of: 1e3))
        #expect(picture.canvas[column, 0].glyph == Glyph("▽"))
        #expect(picture.reference(at: Position(column: column, row: 0)) == .figure(mark))
        let style = picture.canvas[column, 0].style
        #expect(style == (value == 100 ? Style(.blue, on: .standard, .reverse) : Style(.violet)))
    }
}

@Test func aTraceHidesNoBar() {
    for value in [0.0, 5, 18, 35, 60, 82] {
        var both = strip([(1, value), (100, value), (1e4, value)])
        both.isSparse = true
        let bars = stack([both], Slider(1e4))
        both.trace = Strip.Trace(
            series: Series(
                id: "trace", subject: Subject(), unit: .percent, source: .program,
                figures: [1, 100, 1e4].map { figure($0, value) }), scale: both.scale)
        let picture = stack([both], Slider(1e4))
        for position in [1.0, 100, 1e4] {
            let column = frame.axis.column(axis.scale.fraction(of: position))
            for row in 0..<2 where bars.canvas[column, row].style.foreground == .blue {
                let cell = picture.canvas[column, row]
                #expect(cell.style.foreground == .blue || cell.style.background == .blue, "\(value) at \(position)")
            }
            let beside = min(max(0, column - 1), 29)...min(column + 1, 29)
            let hasDot = beside.contains { column in
                (0..<2).contains { picture.canvas[column, $0].style.foreground == .standard }
            }
            #expect(hasDot, "\(value) at \(position)")
        }
    }
}

@Test func aThresholdPunchesNoHoleInABar() {
    let threshold = Figure(
        kind: .lesson, literal: "1000", value: 1e3, unit: .parameters, subject: Subject(), source: .program)
    let column = frame.axis.column(axis.scale.fraction(of: threshold.value))
    for (value, hasBar) in [(0.0, [false, false]), (60, [false, true]), (100, [true, true])] {
        let strip = strip([(1, value), (1e4, value)], threshold: threshold)
        for hasColor in [true, false] {
            let picture = drawn(30, 2, hasColor: hasColor) { picture in
                StripStack(strips: [strip], chosen: 0, axis: axis, along: .parameters, slider: Slider(1e4))
                    .draw(on: &picture, in: frame)
            }
            for row in 0..<2 {
                let cell = picture.canvas[column, row]
                #expect(cell.glyph == Glyph("┃") && cell.style.foreground == .amber)
                #expect((cell.style.background == .blue) == (hasBar[row] && hasColor), "\(value), row \(row)")
                #expect(cell.style.attributes.contains(.reverse) == (hasBar[row] && !hasColor))
            }
        }
    }
}

@Test func aStackShowsAsManyStripsAsFitAndAlwaysTheChosenOne() {
    let strips = (0..<5).map { index in
        var strip = strip([(1, 50), (1e4, 50)])
        strip.name = Phrase(words: "row " + "abcde".map(String.init)[index])
        return strip
    }
    for chosen in 0..<5 {
        let picture = drawn(30, 3) { picture in
            var frame = frame
            frame.area = Area(column: 0, row: 0, columns: 30, rows: 3)
            StripStack(strips: strips, chosen: chosen, axis: axis, along: .parameters, slider: Slider(1))
                .draw(on: &picture, in: frame)
        }
        #expect(picture.hotspots.count == 3)
        #expect(picture.canvas.text.contains("row " + "abcde".map(String.init)[chosen]))
    }
}

// MARK: - Axis and slider

@Test func theSliderShowsKnobTicksAndValue() {
    let picture = drawn(30, 2) { picture in
        picture.drawSlider(
            Slider(100), axis: axis, frame: AxisFrame(start: 8, end: 28), in: picture.canvas.bounds)
    }
    #expect(rows(picture)[0] == " size   ┼━━━━━━━━━◆─────────┼")
    #expect(picture.canvas[18, 0].glyph == Glyph("◆") && picture.canvas[18, 0].style.foreground == .accent)
    #expect(picture.canvas[8, 0].glyph == Glyph("┼") && picture.canvas[28, 0].glyph == Glyph("┼"))
    #expect(rows(picture)[1] == "        1        100       10K")
    #expect(picture.reference(at: Position(column: 17, row: 1)) == .slider)
    #expect(picture.reference(at: Position(column: 8, row: 1)) == .axis)
    #expect(picture.cursor == Position(column: 18, row: 0) && picture.hotspots.count == 1)
    #expect(picture.firstUnaccountedDigit() == nil)
}

@Test func theKnobsValueTakesThePlaceOfTicksThatItTouches() {
    let near = drawn(30, 2) { picture in
        picture.drawSlider(Slider(130), axis: axis, frame: AxisFrame(start: 8, end: 28), in: picture.canvas.bounds)
    }
    #expect(rows(near)[1].contains("130"))
    #expect(!rows(near)[1].contains("100"))
}

@Test func labelsOfTicksNeverTouch() {
    for columns in 1...40 {
        let picture = drawn(columns, 1) { picture in
            picture.drawTickLabels(
                axis, frame: AxisFrame(start: 0, end: columns - 1), row: 0, in: picture.canvas.bounds)
        }
        let words = rows(picture)[0].split(separator: " ")
        #expect(words.allSatisfy { ["1", "100", "10K"].contains($0) }, "\(words)")
    }
}

// MARK: - Bar

@Test func aBarFillsToTheHalfOfACell() {
    func bar(_ fraction: Double, isHeavy: Bool = false) -> String {
        rows(
            drawn(6, 1) {
                ProgressBar(fraction: fraction, ink: .rose, isHeavy: isHeavy).draw(
                    on: &$0, column: 0, row: 0, columns: 6)
            })[0]
    }
    #expect(bar(0) == "──────" && bar(1) == "━━━━━━" && bar(0.5) == "━━━───")
    #expect(bar(0.25) == "━╸────" && bar(7) == "━━━━━━" && bar(-1) == "──────" && bar(.nan) == "")
    #expect(bar(1, isHeavy: true) == "▄▄▄▄▄▄")
}

@Test func manyBarsAreAllThereOrNone() {
    func many(_ count: Int) -> String {
        rows(
            drawn(9, 1) { ProgressBar.drawMany(count, ink: .rose, on: &$0, column: 0, row: 0, columns: 9) })[0]
    }
    #expect(many(1) == "━━━━" && many(2) == "━━━━ ━━━━" && many(5) == "━ ━ ━ ━ ━" && many(6) == "" && many(0) == "")
}

// MARK: - Table

@Test func aTableStandsInColumnsOrInPairs() {
    let score = figure(7, 12.5, task: "sums")
    let table = Table(heading: "Head", columns: ["who", "score"], rows: [["ann", "\(score)"], ["bo", "—"]])
    #expect(
        table.lines(columns: 20).map(\.plain) == [
            "Head", "who\u{A0}\u{A0}score", "ann\u{A0}\u{A0}12.5%", "bo\u{A0}\u{A0}\u{A0}—\u{A0}\u{A0}\u{A0}\u{A0}",
        ])
    #expect(table.lines(columns: 9).map(\.plain) == ["Head", "who ann,", "score", "12.5%", "who bo,", "score —"])
    let picture = drawn(20, 3) { picture in
        for (row, line) in table.lines(columns: 20).prefix(3).enumerated() {
            picture.draw(line, in: Area(column: 0, row: row, columns: 20, rows: 1))
        }
    }
    #expect(rows(picture) == ["Head", "who  score", "ann  12.5%"])
    #expect(picture.reference(at: Position(column: 5, row: 2)) == .figure(score))
}

// MARK: - Headline and provenance

@Test func aHeadlineTakesItsRowsInBoldAndNoMore() {
    let picture = drawn(12, 3) { picture in
        Headline(phrase: "One sentence that is too long for it").draw(
            on: &picture, in: Area(column: 1, row: 0, columns: 11, rows: 2))
    }
    #expect(rows(picture) == [" One", " sentence …", ""])
    #expect(picture.canvas[1, 0].style.attributes.contains(.bold))
}

@Test func aProvenanceLineLosesWholePiecesFromItsEnd() {
    func line(_ columns: Int) -> String {
        rows(
            drawn(40, 1) {
                ProvenanceLine(pieces: ["first piece", "second", "third"])
                    .draw(on: &$0, in: Area(column: 0, row: 0, columns: columns, rows: 1))
            })[0]
    }
    #expect(line(40) == "first piece · second · third" && line(28) == "first piece · second · third")
    #expect(line(27) == "first piece · second" && line(11) == "first piece" && line(8) == "first …")
}

// MARK: - Whole canvases

@Test(arguments: [Size(columns: 1, rows: 1), Size(columns: 3, rows: 2), Size(columns: 9, rows: 4)])
func noWidgetDrawsOutsideATinyCanvas(size: Size) {
    _ = drawn(size.columns, size.rows) { picture in
        let bounds = picture.canvas.bounds
        let frame = AxisFrame(start: 2, end: 30)
        picture.drawSlider(Slider(100), axis: axis, frame: frame, in: bounds)
        let series = Series(
            id: "test", subject: Subject(), unit: .percent, source: .program, figures: [figure(1, 2), figure(1e4, 90)])
        let line = Plot.Line(labels: ["name"], series: series, ink: .blue)
        Plot(along: .parameters, .percent, range: 0...100, lines: [line])
            .draw(
                on: &picture, in: Area(column: 0, row: -2, columns: 40, rows: 12), frame: frame, axis: axis,
                slider: Slider(1e4))
        ChoiceList(count: 9, chosen: 4).draw(on: &picture, in: bounds) { _ in "日本語" }
        Headline(phrase: "日本語").draw(on: &picture, in: bounds)
        ProvenanceLine(pieces: ["x", "y"]).draw(on: &picture, in: bounds)
        ProgressBar(fraction: 0.5, ink: .rose).draw(on: &picture, column: -2, row: 0, columns: 50)
        StripStack(
            strips: [strip([(1, 10), (1e4, 90)])], chosen: 0, axis: axis, along: .parameters, slider: Slider(1e4)
        )
        .draw(on: &picture, in: tinyFrame(bounds))
    }
}

private func tinyFrame(_ area: Area) -> PanelFrame {
    PanelFrame(area: area, axis: AxisFrame(start: 4, end: 12), labelColumns: 4, valueColumns: 3)
}
