import Cells
import Evidence

/// Many roots, each a data set of labels that feeds a model of one task, against one trunk that branches into prompts.
extension ParadigmsExhibit {
    func draw(on picture: inout Picture, in frame: PanelFrame) {
        let frame = airy(frame)
        switch view {
        case .labels: drawRoots(on: &picture, in: frame)
        case .cost: drawCost(on: &picture, in: frame)
        case .worth: drawWorth(on: &picture, in: frame)
        case .race: drawRace(on: &picture, in: frame)
        case .forgetting: drawForgetting(on: &picture, in: frame)
        }
    }

    /// The frame without its first row where a headline that takes two lines would touch the picture: where there is room
    /// for that, and the screen leaves none itself.
    private func airy(_ frame: PanelFrame) -> PanelFrame {
        guard view != .labels, view != .worth, frame.area.row <= ParadigmsExhibit.rowBeneathHeadline,
            frame.area.rows >= ParadigmsExhibit.fewestRowsWithAir
        else { return frame }
        return frame.with(area: frame.area.inset(top: 1))
    }

    /// The row of a picture that stands right beneath two rows of tabs and two of headline, and from how many rows on it
    /// can spare one.
    private static let rowBeneathHeadline = 4
    private static let fewestRowsWithAir = 18

    private func drawRoots(on picture: inout Picture, in frame: PanelFrame) {
        let quoted = ParadigmsTask.all.map { CellWidth.of($0.prompt) + 2 }.max() ?? 0
        let layout = ParadigmsLayout(frame, taskCount: ParadigmsTask.all.count, nameColumns: quoted)
        let window = taskWindow(rows: layout.tasks)
        var rest = RowCursor(area: frame.area)
        drawHeading(oldHeadings, marked("▣", .rose, oldModels), on: &picture, in: rest.take(1), layout: layout)
        let isSummedUp = !window.hidden.isEmpty && layout.tasks > 0
        if isSummedUp { drawHidden(window.hidden, on: &picture, in: rest.take(1), layout: layout) }
        for index in window.shown { drawRoot(of: index, on: &picture, in: rest.take(1), layout: layout) }
        rest.skip(layout.tasks - window.shown.count - (isSummedUp ? 1 : 0))
        drawAxis(on: &picture, in: rest.take(1), layout: layout)
        if layout.hasBetween {
            if layout.gaps > 1 { rest.skip(1) }
            picture.drawFirstFitting(yearsBetween, in: rest.take(1).inset(left: 1, right: 1))
        }
        if layout.gaps > 0 { rest.skip(1) }
        drawHeading(todayHeadings, marked("■", .violet, todayModel), on: &picture, in: rest.take(1), layout: layout)
        drawBranches(window, on: &picture, in: rest.take(layout.prompts), layout: layout)
        if layout.totals > 0 {
            rest.skip(1)
            drawTotals(on: &picture, in: rest.take(layout.totals))
        }
    }

    /// Which tasks have rows: the newest ones, or those around an older one that is chosen, and one to come where there
    /// is room for it; the trained ones without a row are summed up in one.
    func taskWindow(rows: Int) -> (hidden: [Int], shown: Range<Int>) {
        let all = ParadigmsTask.all.count
        guard rows > 0, all > 0 else { return (Array(0..<taskCount), 0..<0) }
        if all <= rows || taskCount <= rows, chosenTask < rows { return ([], 0..<min(all, rows)) }
        let visible = max(1, rows - 1)
        let end = min(all, visible >= 4 ? taskCount + 1 : taskCount)
        let first = min(max(0, end - visible), chosenTask)
        let shown = first..<min(end, first + visible)
        return ((0..<taskCount).filter { !shown.contains($0) }, shown)
    }

    /// What stands over the left part of the picture, and what over its right.
    private func drawHeading(
        _ left: [Phrase], _ right: [Phrase], on picture: inout Picture, in place: Area, layout: ParadigmsLayout
    ) {
        guard !place.isEmpty else { return }
        let room = Area(
            column: place.column + 1, row: place.row, columns: layout.names.column - place.column - 3, rows: 1)
        picture.drawFirstFitting(left, in: room)
        picture.drawFirstFitting(right, in: names(row: place.row, layout), style: Style(.soft))
    }

    /// Wordings after the mark that stands beneath for what they name.
    private func marked(_ mark: String, _ ink: Ink, _ wordings: [Phrase]) -> [Phrase] {
        wordings.map { "\(Phrase(words: mark, ink: ink)) " + $0 }
    }

    private func names(row: Int, _ layout: ParadigmsLayout) -> Area {
        Area(column: layout.names.column, row: row, columns: layout.names.columns, rows: 1)
    }

    private func labels(row: Int, _ layout: ParadigmsLayout) -> Area {
        Area(column: layout.labels.column, row: row, columns: layout.labels.columns, rows: 1)
    }

    // MARK: - Roots

    private func drawRoot(of index: Int, on picture: inout Picture, in place: Area, layout: ParadigmsLayout) {
        guard !place.isEmpty, ParadigmsTask.all.indices.contains(index) else { return }
        let task = ParadigmsTask.all[index]
        let isReached = index < taskCount
        let isChosen = isReached && chosenTask == index
        let isKept = !isReached && Double(index) < reachedTasks
        let ink: Ink = isReached ? .rose : .roseDim
        if isChosen { picture.put(Glyph("▌"), column: place.column, row: place.row, style: Style(.accent)) }
        let growth = training?.task == index ? training?.fraction ?? 1 : 1
        if isReached {
            drawLabels(of: task, on: &picture, row: place.row, layout: layout)
        } else {
            picture.draw("not yet", in: labels(row: place.row, layout), style: Style(.faint))
        }
        drawRoot(
            isReached || isKept ? LabelScale.fraction(of: task.labels.value) * growth : nil, ink: ink, on: &picture,
            row: place.row, layout: layout)
        drawModel(isReached && growth >= 1, isKnown: isReached, on: &picture, row: place.row, layout: layout)
        picture.draw(
            Phrase(words: task.name), in: names(row: place.row, layout),
            style: isChosen
                ? Style(.accent, on: .standard, .bold) : Style(isReached ? .standard : .faint))
        if isReached { picture.hotspots.append(Hotspot(area: place, target: .command(.choose(index)))) }
    }

    /// The number of labels stands right, what is counted after it as far as there is room.
    private func drawLabels(of task: ParadigmsTask, on picture: inout Picture, row: Int, layout: ParadigmsLayout) {
        let number: Phrase = "\(task.labels)"
        let missing = max(0, ParadigmsExhibit.numberColumns - picture.width(of: number))
        let place = labels(row: row, layout).inset(left: min(missing, layout.labels.columns))
        let unit = task.labels.subject.unitName
        let short = unit.split(separator: " ").last.map(String.init) ?? unit
        picture.drawFirstFitting(
            ["\(number) \(words: unit)", "\(number) \(words: short)", number], in: place, style: Style(.soft))
    }

    /// Columns of the longest number of labels.
    private static let numberColumns = 7

    /// A root as long as its labels are many, and the thin line that leads on to its model; nil draws an empty track.
    private func drawRoot(
        _ fraction: Double?, ink: Ink, on picture: inout Picture, row: Int, layout: ParadigmsLayout
    ) {
        let bar = layout.bar
        // Ticks that stand near each other would be no help.
        let hasTicks = bar.columns >= ParadigmsExhibit.columnsForTicks
        let ticks = Set(hasTicks ? LabelScale.ticks.map { bar.column(LabelScale.fraction(of: $0)) } : [])
        let halves = fraction.map { max(1, Int(($0 * Double(bar.columns * 2)).rounded())) } ?? 0
        for column in bar.start...bar.end {
            let offset = (column - bar.start) * 2
            let isFull = offset + 1 < halves
            let isTick = ticks.contains(column)
            let glyph: Unicode.Scalar =
                if isFull { "━" } else if offset < halves { "╸" } else if isTick { "┼" } else {
                    fraction == nil ? "·" : "─"
                }
            picture.put(
                Glyph(glyph), column: column, row: row, style: Style(isFull || offset < halves ? ink : .rule))
        }
    }

    private static let columnsForTicks = 24

    private func drawModel(
        _ isTrained: Bool, isKnown: Bool, on picture: inout Picture, row: Int, layout: ParadigmsLayout
    ) {
        let line = Style(isTrained ? .rose : .rule)
        picture.put(Glyph(isKnown ? "▸" : "·"), column: layout.bar.end + 1, row: row, style: line)
        picture.put(Glyph(isTrained ? "▣" : "□"), column: layout.box, row: row, style: line)
        picture.put(Glyph(isKnown ? "─" : "·"), column: layout.fork, row: row, style: line)
        picture.put(Glyph(isKnown ? "▸" : "·"), column: layout.fork + 1, row: row, style: line)
    }

    /// The tasks without a row: what they take together, a model for each as far as there is room, and how many they are.
    private func drawHidden(_ hidden: [Int], on picture: inout Picture, in place: Area, layout: ParadigmsLayout) {
        guard !place.isEmpty else { return }
        let figures = hidden.filter(ParadigmsTask.all.indices.contains).map { ParadigmsTask.all[$0].labels }
        let sum: Phrase = "\(ParadigmsTotals.labels(figures))"
        let missing = max(0, ParadigmsExhibit.numberColumns - picture.width(of: sum))
        picture.drawFirstFitting(
            ["\(sum) labelled examples", "\(sum) labels", sum],
            in: labels(row: place.row, layout).inset(left: min(missing, layout.labels.columns)), style: Style(.soft))
        let boxes = min(figures.count, max(1, (layout.box - layout.bar.start) / 2 + 1))
        for box in 0..<boxes {
            picture.put(Glyph("▣"), column: layout.box - 2 * box, row: place.row, style: Style(.rose))
        }
        picture.draw(
            "and \(ParadigmsTotals.count(figures)) more", in: names(row: place.row, layout), style: Style(.soft))
    }

    private func drawAxis(on picture: inout Picture, in place: Area, layout: ParadigmsLayout) {
        guard !place.isEmpty else { return }
        picture.drawFirstFitting(
            ["labels of a task, log scale", "log scale", "labels"], in: labels(row: place.row, layout),
            style: Style(.faint))
        picture.drawTickLabels(
            LabelScale.axis(in: layout.bar), frame: layout.bar, row: place.row,
            in: Area(column: layout.bar.start, row: place.row, columns: layout.box - layout.bar.start, rows: 1))
    }

    // MARK: - Trunk

    private func drawBranches(
        _ window: (hidden: [Int], shown: Range<Int>), on picture: inout Picture, in area: Area, layout: ParadigmsLayout
    ) {
        guard !area.isEmpty else { return }
        for column in layout.bar.start...layout.bar.end {
            picture.put(Glyph("█"), column: column, row: area.row, style: Style(.violet))
        }
        picture.put(Glyph("▸"), column: layout.bar.end + 1, row: area.row, style: Style(.violet))
        picture.put(Glyph("■"), column: layout.box, row: area.row, style: Style(.violet))
        drawTrunkWords(on: &picture, in: area, layout: layout)
        var prompts: [Phrase] = []
        var tasks: [Int?] = []
        if !window.hidden.isEmpty {
            let hidden = window.hidden.filter(ParadigmsTask.all.indices.contains).map { ParadigmsTask.all[$0].labels }
            prompts.append("and \(ParadigmsTotals.count(hidden)) more prompts")
            tasks.append(nil)
        }
        for index in window.shown where index < taskCount {
            prompts.append(Phrase(words: "“\(ParadigmsTask.all[index].prompt)”"))
            tasks.append(index)
        }
        let count = min(prompts.count, area.rows)
        for (offset, prompt) in prompts.prefix(count).enumerated() {
            let row = area.row + offset
            if offset == 0 { picture.put(Glyph("━"), column: layout.box + 1, row: row, style: Style(.violet)) }
            let glyph: Unicode.Scalar =
                count == 1 ? "━" : offset == 0 ? "┳" : offset == count - 1 ? "┗" : "┣"
            picture.put(Glyph(glyph), column: layout.fork, row: row, style: Style(.violet))
            picture.put(Glyph("▸"), column: layout.fork + 1, row: row, style: Style(.violet))
            let isChosen = tasks[offset] == chosenTask
            picture.draw(
                prompt, in: names(row: row, layout),
                style: isChosen ? Style(.accent, on: .standard, .bold) : tasks[offset] == nil ? Style(.soft) : .plain)
            guard let task = tasks[offset] else { continue }
            let place = Area(
                column: layout.fork, row: row, columns: layout.names.endColumn - layout.fork, rows: 1)
            picture.hotspots.append(Hotspot(area: place, target: .command(.choose(task))))
        }
        if count < area.rows {
            picture.drawFirstFitting(oneMore, in: names(row: area.row + count, layout), style: Style(.faint))
            drawPromptsToCome(window.shown, on: &picture, in: area.inset(top: count + 1), layout: layout)
        }
    }

    /// What the one model can be asked for the tasks that have no model of their own yet.
    private func drawPromptsToCome(
        _ shown: Range<Int>, on picture: inout Picture, in area: Area, layout: ParadigmsLayout
    ) {
        let tasks = shown.filter { $0 >= taskCount && ParadigmsTask.all.indices.contains($0) }
        for (offset, index) in tasks.prefix(area.rows).enumerated() {
            picture.draw(
                Phrase(words: "“\(ParadigmsTask.all[index].prompt)”"), in: names(row: area.row + offset, layout),
                style: Style(.faint))
        }
    }

    /// What the trunk is, at its left and beneath it.
    private func drawTrunkWords(on picture: inout Picture, in area: Area, layout: ParadigmsLayout) {
        for (offset, forms) in trunkWords.enumerated() where offset < area.rows {
            let room = labels(row: area.row + offset, layout)
            // Beneath the trunk its own columns are free.
            let more = offset == 0 ? 0 : layout.bar.columns
            picture.drawFirstFitting(
                forms, in: Area(column: room.column, row: room.row, columns: room.columns + more, rows: 1),
                style: Style(.soft))
        }
    }

    // MARK: - What one task more takes

    private func drawTotals(on picture: inout Picture, in place: Area) {
        let rows = totalRows
        let widths = rows[0].indices.map { column in
            rows.reduce(0) { max($0, picture.width(of: $1[column])) }
        }
        let spare = place.columns - 2 - widths.reduce(0, +)
        let gap = min(4, max(2, spare / max(1, widths.count - 1)))
        for (row, cells) in rows.enumerated() where row < place.rows {
            var column = place.column + 1
            for (index, cell) in cells.enumerated() {
                guard column + widths[index] < place.endColumn else { break }
                let area = Area(column: column, row: place.row + row, columns: widths[index], rows: 1)
                picture.draw(cell, in: area, style: row > 0 ? .plain : Style(.faint))
                column += widths[index] + gap
            }
        }
    }
}
