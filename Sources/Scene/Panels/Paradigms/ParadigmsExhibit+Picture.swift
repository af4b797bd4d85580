import Cells
import Evidence

extension ParadigmsExhibit {
    func draw(on picture: inout Picture, in frame: PanelFrame) {
        let layout = ParadigmsLayout(
            frame, taskCount: ParadigmsTask.all.count, evidenceCount: ParadigmsEvidence.all.count)
        var rest = frame.area
        drawOldWay(on: &picture, in: &rest, layout: layout)
        if layout.gaps > 1 { rest = rest.inset(top: 1) }
        drawToday(on: &picture, in: &rest, layout: layout)
        if layout.totals > 0 {
            if layout.gaps > 2 { rest = rest.inset(top: 1) }
            drawTotals(on: &picture, in: rest.top(layout.totals))
            rest = rest.inset(top: layout.totals)
        }
        if layout.gaps > 0 { rest = rest.inset(top: 1) }
        drawEvidence(on: &picture, in: &rest, layout: layout)
    }

    // MARK: - Around 2015

    private func drawOldWay(on picture: inout Picture, in rest: inout Area, layout: ParadigmsLayout) {
        let total: Phrase = layout.totals > 0 ? "" : oldTotal
        drawHeading(oldHeadings, end: total, on: &picture, in: rest.top(1))
        rest = rest.inset(top: 1)
        let window = taskWindow(rows: layout.tasks)
        if !window.hidden.isEmpty, layout.tasks > 0 {
            drawHidden(window.hidden, on: &picture, in: rest.top(1), layout: layout)
            rest = rest.inset(top: 1)
        }
        for index in window.shown {
            drawTask(index, on: &picture, in: rest.top(1), layout: layout)
            rest = rest.inset(top: 1)
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

    private func drawTask(_ index: Int, on picture: inout Picture, in place: Area, layout: ParadigmsLayout) {
        guard !place.isEmpty, ParadigmsTask.all.indices.contains(index) else { return }
        let task = ParadigmsTask.all[index]
        let isReached = index < taskCount
        let isChosen = isReached && choice == .task(index)
        drawName(
            Phrase(words: task.name), isChosen: isChosen, style: isReached ? .plain : Style(.faint),
            on: &picture,
            in: place, layout: layout)
        let isKept = !isReached && Double(index) < slider.reached
        let fraction = training?.task == index ? training?.fraction ?? 1 : isReached || isKept ? 1 : 0
        ProgressBar(fraction: fraction, ink: isReached ? .rose : .roseDim).draw(
            on: &picture, column: layout.bar.start, row: place.row, columns: layout.bar.columns)
        if training?.task == index {
            drawValue(["training…"], on: &picture, row: place.row, layout: layout)
        } else if isReached {
            drawValue(values(of: task), on: &picture, row: place.row, layout: layout)
        }
        if isReached { picture.hotspots.append(Hotspot(area: place, target: .command(.choose(index)))) }
    }

    /// The tasks without a row: how many, a small full bar for each, and what they take together.
    private func drawHidden(_ hidden: [Int], on picture: inout Picture, in place: Area, layout: ParadigmsLayout) {
        guard !place.isEmpty else { return }
        let figures = hidden.filter(ParadigmsTask.all.indices.contains).map { ParadigmsTask.all[$0].labels }
        let count = ParadigmsTotals.count(figures)
        drawName("and \(count) more", isChosen: false, style: Style(.soft), on: &picture, in: place, layout: layout)
        ProgressBar.drawMany(
            figures.count, ink: .rose, on: &picture, column: layout.bar.start, row: place.row,
            columns: layout.bar.columns)
        drawValue(totalForms(figures), on: &picture, row: place.row, layout: layout)
    }

    private func drawName(
        _ name: Phrase, isChosen: Bool, style: Style, on picture: inout Picture, in place: Area, layout: ParadigmsLayout
    ) {
        if isChosen { picture.put(Glyph("▌"), column: place.column, row: place.row, style: Style(.accent)) }
        let columns = layout.bar.start - place.column - 3
        picture.draw(
            name, in: Area(column: place.column + 2, row: place.row, columns: columns, rows: 1),
            style: isChosen ? Style(.accent, on: .standard, [.bold, .underline]) : style)
    }

    private func drawValue(_ forms: [Phrase], on picture: inout Picture, row: Int, layout: ParadigmsLayout) {
        guard let value = picture.first(of: forms, fitting: layout.values.columns) else { return }
        let place = Area(column: layout.values.column, row: row, columns: layout.values.columns, rows: 1)
        picture.draw(value, in: place, style: Style(.soft))
    }

    /// The longest heading that leaves room for what stands at its end; the end goes where even the shortest does not.
    private func drawHeading(_ forms: [Phrase], end: Phrase, on picture: inout Picture, in place: Area) {
        let room = place.inset(left: 1, right: 1)
        let width = picture.width(of: end)
        if width > 0, let heading = picture.first(of: forms, fitting: room.columns - width - 2) {
            picture.draw(heading, in: room)
            picture.draw(end, in: room, style: Style(.soft), alignment: .right)
        } else if let heading = picture.first(of: forms, fitting: room.columns) {
            picture.draw(heading, in: room)
        }
    }

    // MARK: - Today

    private func drawToday(on picture: inout Picture, in rest: inout Area, layout: ParadigmsLayout) {
        drawHeading(todayHeadings, end: layout.totals > 0 ? "" : todayTotal, on: &picture, in: rest.top(1))
        rest = rest.inset(top: 1)
        drawPretraining(on: &picture, in: rest.top(1), layout: layout)
        rest = rest.inset(top: 1)
        let place = rest.top(layout.answers).inset(left: 2, right: 1)
        picture.draw(answers(on: picture, columns: place.columns, rows: place.rows), in: place)
        rest = rest.inset(top: layout.answers)
        if layout.prompt > 0 {
            drawPrompt(on: &picture, in: rest.top(1), layout: layout)
            rest = rest.inset(top: 1)
        }
    }

    private func drawPretraining(on picture: inout Picture, in place: Area, layout: ParadigmsLayout) {
        guard !place.isEmpty else { return }
        drawName("pretraining, once", isChosen: false, style: .plain, on: &picture, in: place, layout: layout)
        ProgressBar(fraction: 1, ink: .accent, isHeavy: true).draw(
            on: &picture, column: layout.bar.start, row: place.row, columns: layout.bar.columns)
        drawValue(pretrainingValues, on: &picture, row: place.row, layout: layout)
    }

    private static let answered = Phrase(words: "✓\u{A0}", ink: .accent)

    /// What the old way trained, answered: the newest as far as they fit whole, and how many are left.
    private func answers(on picture: Picture, columns: Int, rows: Int) -> Phrase {
        let names = tasks.enumerated().map { index, task -> Phrase in
            let name = task.name.split(separator: " ").joined(separator: "\u{A0}")
            let isChosen = choice == .task(index)
            return ParadigmsExhibit.answered
                + Phrase(words: name, ink: isChosen ? .accent : nil, isBold: index == taskCount - 1)
        }
        var best: Phrase = ""
        for shown in 1...max(1, names.count) {
            var pieces = Array(names.suffix(shown))
            let hidden = taskFigures.prefix(max(0, names.count - shown))
            if !hidden.isEmpty {
                pieces.insert(
                    ParadigmsExhibit.answered + "\(ParadigmsTotals.count(Array(hidden)))\u{A0}more", at: 0)
            }
            let line = Phrase.joined(pieces, by: "  ")
            if picture.rows(of: line, columns: columns) > rows { break }
            best = line
        }
        return best
    }

    /// What one writes today for the chosen task, and that it needs nothing else.
    private func drawPrompt(on picture: inout Picture, in place: Area, layout: ParadigmsLayout) {
        guard !place.isEmpty, ParadigmsTask.all.indices.contains(chosenTask) else { return }
        let task = ParadigmsTask.all[chosenTask]
        picture.put(Glyph("▸"), column: place.column, row: place.row, style: Style(.accent))
        let prompt = Phrase(words: "“\(task.prompt)”", ink: .accent)
        let room = Area(
            column: layout.bar.start, row: place.row, columns: place.endColumn - layout.bar.start - 1, rows: 1)
        guard prompt.width <= room.columns else {
            picture.draw(prompt, in: place.inset(left: 2))
            return
        }
        drawName(
            Phrase(words: task.name), isChosen: false, style: Style(.soft), on: &picture, in: place,
            layout: layout)
        picture.draw(prompt, in: room)
        if prompt.width < layout.values.column - layout.bar.start {
            drawValue(promptValues, on: &picture, row: place.row, layout: layout)
        }
    }

    // MARK: - Totals

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
                let isMeasured = index == measureColumn
                let style: Style =
                    row > 0 ? .plain : isMeasured ? Style(.standard, on: .standard, .underline) : Style(.faint)
                picture.draw(cell, in: area, style: style)
                column += widths[index] + gap
            }
        }
    }

    // MARK: - Evidence

    private func drawEvidence(on picture: inout Picture, in rest: inout Area, layout: ParadigmsLayout) {
        drawEvidenceHeading(on: &picture, in: rest.top(1), layout: layout)
        rest = rest.inset(top: 1)
        let all = ParadigmsEvidence.all
        var first = 0
        if case .evidence(let index) = choice { first = max(0, index - layout.evidence + 1) }
        for index in first..<min(all.count, first + layout.evidence) {
            drawEvidence(index, on: &picture, in: rest.top(1), layout: layout)
            rest = rest.inset(top: 1)
        }
    }

    /// The scale that all dots share stands in the heading: nought and a hundred over its ends.
    private func drawEvidenceHeading(on picture: inout Picture, in place: Area, layout: ParadigmsLayout) {
        guard !place.isEmpty else { return }
        let name = Area(
            column: place.column + 1, row: place.row, columns: layout.bar.start - place.column - 2, rows: 1)
        let bar = Area(column: layout.bar.start, row: place.row, columns: layout.bar.columns, rows: 1)
        picture.draw("\(axis: .short(JoinedDots.scale.lowerBound))", in: bar, style: Style(.faint))
        picture.draw("\(axis: .short(JoinedDots.scale.upperBound))", in: bar, style: Style(.faint), alignment: .right)
        let inner = bar.inset(left: 2, right: 4)
        let from = Phrase(words: "○", ink: .rose)
        let to = Phrase(words: "●", ink: .accent)
        let forms: [Phrase] = ["\(from) from scratch \(to) pretrained", "\(from) scratch \(to) pretrained"]
        let title: Phrase = "\(strong: "Is it worth it? Scores")"
        if let legend = picture.first(of: forms, fitting: inner.columns) {
            picture.draw(legend, in: inner.inset(left: (inner.columns - legend.width) / 2), style: Style(.soft))
            if title.width <= name.columns { picture.draw(title, in: name) }
        } else if let legend = picture.first(of: forms, fitting: name.columns) {
            picture.draw(legend, in: name, style: Style(.soft))
        }
        drawValue(["better →"], on: &picture, row: place.row, layout: layout)
    }

    private func drawEvidence(_ index: Int, on picture: inout Picture, in place: Area, layout: ParadigmsLayout) {
        guard !place.isEmpty else { return }
        let item = ParadigmsEvidence.all[index]
        drawName(
            item.name, isChosen: choice == .evidence(index), style: .plain, on: &picture, in: place, layout: layout)
        item.dots.draw(on: &picture, column: layout.bar.start, row: place.row, columns: layout.bar.columns)
        drawValue(item.values, on: &picture, row: place.row, layout: layout)
        picture.hotspots.append(Hotspot(area: place, target: .command(.choose(taskCount + index))))
    }
}
