import Cells
import Evidence

/// Three tasks of the little world, each with two runners from guessing toward the best possible: a model of its own from
/// random weights, and the pretrained model, trained on the same labels.
extension ParadigmsExhibit {
    func drawRace(on picture: inout Picture, in frame: PanelFrame) {
        var rows = RowCursor(area: frame.area)
        drawRaceLegend(on: &picture, in: rows.take(1), frame: frame)
        drawScale(on: &picture, in: rows.take(1), frame: frame)
        let results = raceResults
        let height = RaceLayout(rows: frame.area.rows - 2, tasks: results.count)
        for (index, result) in results.enumerated() {
            draw(result, index: index, on: &picture, in: rows.take(height.task), height: height, frame: frame)
            rows.skip(height.gap)
        }
        let left = frame.area.endRow - rows.row
        guard left >= ParadigmsExhibit.fewestRowsOfLoss, let loss = lossOfChosenTask else { return }
        var below = frame
        below.area = frame.area.bottom(left)
        drawLoss(loss, chosen: nil, on: &picture, in: below)
    }

    /// From so many rows that are left on, the race shows beneath what the fine-tuning took from the model.
    private static let fewestRowsOfLoss = 12

    /// What the marks are, or what is trained just now and how far it is.
    private func drawRaceLegend(on picture: inout Picture, in place: Area, frame: PanelFrame) {
        guard !place.isEmpty else { return }
        let room = place.inset(left: 1, right: 1)
        if let lane = live?.lane, let live = shownLive {
            let words: [Phrase] = [
                "\(strong: "running here"): \(words: live.progressWord), \(words: lane.start.words) to \(words: lane.task.doing)",
                "\(strong: "running here"): \(words: live.progressWord), \(words: lane.start.brief)",
                "\(strong: "running"): \(words: live.progressWord)",
            ]
            let bar = max(10, place.columns / 5)
            if picture.drawFirstFitting(words, in: room.inset(right: bar + 2)) {
                ProgressBar(fraction: live.progress, ink: .green).draw(
                    on: &picture, column: room.endColumn - bar, row: place.row, columns: bar)
            }
            return
        }
        picture.drawFirstFitting(raceMarks, in: room, style: Style(.soft))
    }

    /// What the marks are, the longest form first; each of them names all.
    var raceMarks: [Phrase] {
        let (own, one) = (Phrase(words: "○", ink: .green), Phrase(words: "●", ink: .green))
        return [
            "\(own) from scratch: random weights\u{A0} \(one) pretrained\u{A0} ├ ┤ lowest, highest draw of labels\u{A0} ┊ guessing\u{A0} ┃ best possible",
            "\(own) from scratch\u{A0} \(one) pretrained\u{A0} ├ ┤ lowest, highest draw\u{A0} ┊ guessing\u{A0} ┃ best",
            "\(own) from scratch\u{A0} \(one) pretrained\u{A0} ├┤ draws\u{A0} ┊ guessing\u{A0} ┃ best",
        ]
    }

    private func drawScale(on picture: inout Picture, in place: Area, frame: PanelFrame) {
        guard !place.isEmpty else { return }
        let scale = SliderAxis(
            name: "right", scale: .linear(0...1), positions: [], stops: [],
            ticks: [0, 0.25, 0.5, 0.75, 1].map { ($0, .value($0, .fraction)) }, text: SliderText.short)
        picture.drawFirstFitting(
            ["answers that are right", "right answers"], in: frame.labelArea(row: place.row), style: Style(.faint))
        picture.drawTickLabels(
            scale, frame: frame.axis, row: place.row,
            in: Area(column: frame.axis.start, row: place.row, columns: frame.axis.columns + 2, rows: 1))
    }

    private func draw(
        _ result: RaceResult, index: Int, on picture: inout Picture, in area: Area, height: RaceLayout,
        frame: PanelFrame
    ) {
        guard !area.isEmpty else { return }
        let isChosen = chosenRow == index
        if isChosen {
            for row in area.row..<area.endRow {
                picture.put(Glyph("▌"), column: area.column, row: row, style: Style(.accent))
            }
        }
        var rows = RowCursor(area: area)
        let style = isChosen ? Style(.accent, on: .standard, .bold) : .plain
        let names = result.task.names.map { Phrase(words: $0) }
        if height.hasName {
            let row = rows.take(1).row
            picture.drawFirstFitting(names, in: frame.labelArea(row: row), style: style)
            picture.drawFirstFitting(
                [Phrase(words: result.task.example), Phrase(words: result.task.note)],
                in: Area(
                    column: frame.axis.start, row: row, columns: frame.area.endColumn - frame.axis.start - 1, rows: 1),
                style: Style(.faint))
        }
        for start in RaceStart.allCases {
            let row = rows.take(1).row
            guard row < area.endRow else { break }
            if height.hasName {
                picture.drawFirstFitting(start.names, in: frame.labelArea(row: row), style: Style(.soft))
            } else if start == .random {
                picture.drawFirstFitting(names, in: frame.labelArea(row: row), style: style)
            }
            drawLane(result, start, on: &picture, row: row, frame: frame)
        }
        if height.hasVerdict {
            let row = rows.take(1).row
            picture.drawFirstFitting(
                [verdict(result)],
                in: Area(
                    column: frame.axis.start, row: row, columns: frame.area.endColumn - frame.axis.start - 1, rows: 1),
                style: Style(.soft))
        }
        picture.hotspots.append(Hotspot(area: area, target: .command(.choose(index))))
    }

    /// A runner on its track. What runs or ran here stands before the record, which then is faint.
    private func drawLane(
        _ result: RaceResult, _ start: RaceStart, on picture: inout Picture, row: Int, frame: PanelFrame
    ) {
        func column(_ value: Double) -> Int { frame.axis.column(min(1, max(0, value))) }
        for place in frame.axis.start...frame.axis.end {
            picture.put(Glyph("·"), column: place, row: row, style: Style(.rule))
        }
        // What runs stands before these, where both have one cell.
        for (glyph, level) in [("┊", result.curves.chance), ("┃", result.curves.best)] as [(Unicode.Scalar, Figure)] {
            picture.put(
                Glyph(glyph), column: column(level.value), row: row, style: Style(.soft), reference: .figure(level))
        }
        let recorded = result.accuracy(start)
        let here = shownLive?.accuracy(result.task, start)
        if let recorded {
            let isMain = shownLive == nil
            if isMain {
                drawWay(to: recorded, start, from: column(result.curves.chance.value), column, on: &picture, row: row)
            }
            picture.put(
                Glyph(start == .random ? "○" : "●"), column: column(recorded.mean.value), row: row,
                style: Style(isMain ? .green : .faint), reference: .figure(recorded.mean))
        }
        if let here {
            let (from, to) = (column(result.curves.chance.value), column(here.value))
            for place in min(from, to)..<max(from, to) where place != from {
                picture.put(
                    Glyph(start == .random ? "─" : "━"), column: place, row: row, style: Style(.green))
            }
            picture.put(
                Glyph(start == .random ? "○" : "●"), column: to, row: row, style: Style(.green, on: .standard, .bold),
                reference: .figure(here))
        }
        picture.drawFirstFitting(
            laneValues(result, start), in: frame.valueArea(row: row), style: Style(.soft))
    }

    /// The way from guessing to the mean, and how far the draws reach to both sides of it.
    private func drawWay(
        to accuracy: Accuracy, _ start: RaceStart, from chance: Int, _ column: (Double) -> Int,
        on picture: inout Picture, row: Int
    ) {
        let mean = column(accuracy.mean.value)
        for place in min(chance, mean)..<max(chance, mean) where place != chance {
            picture.put(Glyph(start == .random ? "─" : "━"), column: place, row: row, style: Style(.green))
        }
        let values = accuracy.draws.map(\.value)
        guard let low = values.min().map(column), let high = values.max().map(column) else { return }
        for place in low...max(low, high) where place > mean {
            picture.put(Glyph("─"), column: place, row: row, style: Style(.greenDim))
        }
        if low < mean { picture.put(Glyph("├"), column: low, row: row, style: Style(.green)) }
        if high > mean { picture.put(Glyph("┤"), column: high, row: row, style: Style(.green)) }
    }

    private func laneValues(_ result: RaceResult, _ start: RaceStart) -> [Phrase] {
        if let live = shownLive {
            if let here = live.accuracy(result.task, start) {
                let isNow = live.lane == LiveRace.Lane(task: result.task, start: start)
                return isNow ? ["\(here) so far", "\(here)"] : ["\(here) here", "\(here)"]
            }
            return [live.isAtWork ? "waits" : "not run"]
        }
        guard let accuracy = result.accuracy(start) else { return ["no run"] }
        return ["\(accuracy.mean)"]
    }
}

/// How a task of the race shares its rows.
struct RaceLayout: Hashable, Sendable {
    /// Rows of a task, and of air after it.
    let task: Int
    let gap: Int
    let hasName: Bool
    let hasVerdict: Bool

    /// The two runners alone; air after them; the name and an example before; what came of it after.
    init(rows: Int, tasks: Int) {
        let share = (rows + 1) / max(1, tasks)
        hasVerdict = share >= 5
        hasName = share >= 4
        gap = share >= 3 ? 1 : 0
        task = 2 + (hasName ? 1 : 0) + (hasVerdict ? 1 : 0)
    }
}

extension RaceStart {
    /// What a row is, the longest form first.
    var names: [Phrase] {
        switch self {
        case .random: ["from scratch", "scratch"]
        case .pretrained: ["pretrained, fine-tuned", "pretrained"]
        }
    }

    /// Who is trained.
    var words: String {
        switch self {
        case .random: "random weights learn"
        case .pretrained: "the pretrained model learns"
        }
    }

    var brief: String { self == .random ? "random weights" : "pretrained" }
}

extension LiveRace {
    /// Which of the lanes is run.
    var progressWord: String {
        let places = ["first", "second", "third", "fourth", "fifth", "sixth"]
        return places[min(finishedCount, places.count - 1)] + " of six"
    }
}
