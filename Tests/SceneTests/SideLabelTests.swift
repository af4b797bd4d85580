import Cells
import Evidence
import Testing

@testable import Scene

/// The values and names at the right of panel 3's plots: each on the row of its line or led to it.
@Suite struct SideLabelTests {
    private static let sizes = ["60x18", "80x24", "100x30", "120x36", "160x45", "200x60"].compactMap(Size.init)

    /// Labels over rows, drawn alone beside an axis of twenty columns.
    private static func picture(_ lines: [Int], rows: Int, reached: Int = 9) -> (Picture, SideLabels) {
        let entries = lines.enumerated().map { index, line in
            SideLabels.Entry(
                row: line, height: Double(-line), wordings: ["line \(words: "abcdefgh".map(String.init)[index])"],
                ink: .rose, end: 9)
        }
        let labels = SideLabels(entries, in: 0..<rows)
        return (
            drawn(34, rows) { labels.draw(on: &$0, in: $0.canvas.bounds, axisEnd: 19, reached: reached) }, labels
        )
    }

    @Test func aLabelThatHasItsLinesRowStandsThereAndOthersAreLed() {
        let straight = rows(Self.picture([0, 2], rows: 3).0)
        #expect(straight == ["          ────────── line a", "", "          ────────── line b"])
        let together = rows(Self.picture([0, 0, 1], rows: 4).0)
        #expect(
            together == [
                "          ─────────┬ line a", "          ────────╮╰ line b", "                  ╰─ line c", "",
            ])
        let upward = rows(Self.picture([2, 2, 2], rows: 3).0)
        #expect(upward[0].hasSuffix("╭ line a") && upward[1].hasSuffix("├ line b") && upward[2].hasSuffix("┴ line c"))
    }

    /// Whatever the rows of the lines: labels keep their order, stand on rows of their own, and no two leaders share a cell.
    @Test func noLeaderCrossesAnother() {
        for code in 0..<1296 {
            let lines = [code % 6, code / 6 % 6, code / 36 % 6, code / 216].sorted()
            for height in [6, 7] {
                let placed = Self.picture(lines, rows: height).1.placed
                #expect(zip(placed, placed.dropFirst()).allSatisfy { $0.row < $1.row })
                var owner: [Position: Int] = [:]
                for label in placed where label.lane > 0 {
                    let line = label.entry.row
                    for row in min(line, label.row)...max(line, label.row) {
                        let cell = Position(column: -label.lane, row: row)
                        #expect(owner[cell, default: line] == line, "\(lines)")
                        owner[cell] = line
                    }
                }
                // From its lane to the words nothing else stands in the row of a label.
                for label in placed {
                    for lane in 1..<max(1, label.lane) {
                        #expect(owner[Position(column: -lane, row: label.row)] == nil, "\(lines)")
                    }
                    #expect(label.lane > 0 || label.row == label.entry.row)
                }
            }
        }
    }

    /// Every place of the slider, of the clinic and of every published task by both measures.
    @Test(arguments: sizes) func everyNameIsWholeAndOnItsLinesRowOrLedThere(size: Size) throws {
        var scenes = [Scene.after("", on: .adaptation, size: size)]
        for task in 0..<LearningTask.allCases.count {
            let keys = "d" + String(repeating: " ]", count: task)
            scenes += [
                Scene.after(keys, on: .adaptation, size: size), Scene.after(keys + " m", on: .adaptation, size: size),
            ]
        }
        for var scene in scenes {
            for position in scene.positions {
                scene.slide(to: position)
                scene.settle()
                let exhibit = try #require(scene.exhibit as? AdaptationExhibit)
                let frame = Layout(size).frame(hasSlider: true)
                var picture = Picture(size: size)
                exhibit.draw(on: &picture, in: frame)
                let (entries, ground) = try #require(exhibit.labels(in: frame))
                let labels = SideLabels(entries, in: ground.place.row..<ground.place.endRow)
                let columns = labels.columns(
                    axisEnd: frame.axis.end, reached: ground.reached, end: frame.area.endColumn, on: picture)
                #expect(labels.placed.count == entries.count, "\(position) \(size)")
                for label in labels.placed {
                    let text = picture.canvas.text(row: label.row)
                    #expect(
                        label.entry.wordings.contains { text.hasSuffix(" " + $0.plain) || text.hasSuffix($0.plain) },
                        "\(size) \(position): \(text)")
                    #expect((ground.place.row..<ground.place.endRow).contains(label.row))
                    guard label.entry.end != nil, label.row != label.entry.row else { continue }
                    let lane = columns.lanes.upperBound - label.lane
                    for row in min(label.row, label.entry.row)...max(label.row, label.entry.row) {
                        let glyph = picture.canvas[lane, row].glyph
                        #expect(
                            "╮╯╭╰├┤┬┴┼│─".unicodeScalars.contains { Glyph($0) == glyph }, "\(size) \(position): \(text)"
                        )
                    }
                }
            }
        }
    }

    /// Where no colour tells the kind, a letter does, and the names keep their room.
    @Test func withoutColourEveryValueKeepsItsName() {
        for size in [Size(columns: 60, rows: 18), Size(columns: 80, rows: 24), Size(columns: 100, rows: 30)] {
            let clinic = Scene.after("", on: .adaptation, size: size).picture(size: size, hasColor: false)
            for names in [["tuned"], ["remedy"], ["scratch", "noise"]] {
                let rows = (0..<size.rows).map { clinic.canvas.text(row: $0) }
                let named = rows.filter { row in names.contains { row.hasSuffix($0) } }
                #expect(named.contains { $0.contains("%[M]") }, "\(size) \(names)")
            }
            let scale = Scene.after("", on: .scale, size: size).picture(size: size, hasColor: false)
            #expect(scale.canvas.text.contains("≈1.7 points[C]"), "\(size)")
        }
    }
}

extension AdaptationExhibit {
    /// What stands at the right of the panel's plot, and where the plot is drawn.
    fileprivate func labels(in frame: PanelFrame) -> (entries: [SideLabels.Entry], ground: Plot.Ground)? {
        let isClinic = dataSet == .clinic
        let story = isClinic ? ExampleStep.allCases.count : waysInWords.count
        let area = AdaptationLayout(rows: frame.area.rows, story: story).areas(in: frame.area).plot
        let plot = isClinic ? clinicPlot(hasNames: false) : publishedPlot(hasNames: false)
        return Plot.Ground(plot, in: area, frame: frame.axis, axis: axis, slider: slider).map { ground in
            (isClinic ? clinicLabels(ground) : publishedLabels(ground), ground)
        }
    }
}
