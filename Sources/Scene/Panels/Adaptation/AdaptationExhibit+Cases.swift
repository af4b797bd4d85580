import Cells
import Evidence

/// The worked case: what the lesson claims for each path beside what was published.
extension AdaptationExhibit {
    /// From how many rows on the table has air, and the closing lines stand in full, beside so many other rows; else they
    /// are two short ones from so many rows on.
    private static let rowsForCaseAir = 12
    private static let rowsBesideClosing = 7
    private static let rowsForShortClosing = 9
    /// A path has at most so many rows where the paths have air between them, and a plot takes at least so many.
    private static let rowsBetweenAir = 2
    private static let rowsForPlot = 10

    func drawCase(on picture: inout Picture, in frame: PanelFrame) {
        let area = frame.area.inset(right: 1)
        let columns = CaseColumns(area: area, isMedical: shownCase.isMedical)
        let closing = closingLines
        let width = area.columns - 2
        let closingRows = closing.reduce(0) { $0 + $1.lines(columns: width).count }
        let isRoomy = area.rows >= AdaptationExhibit.rowsForCaseAir
        let isFull = area.rows >= AdaptationExhibit.rowsBesideClosing + closingRows
        let below =
            isFull
            ? closingRows + (isRoomy ? 1 : 0)
            : area.rows >= AdaptationExhibit.rowsForShortClosing ? shortClosingLines.count : 0
        drawCaseHeader(on: &picture, columns: columns, row: area.row, in: area)
        let top = area.row + (isRoomy ? 2 : 1)
        let free = area.endRow - top - below
        guard free > 0 else { return }
        let most = AdaptationPath.allCases.map { shownCase.rows($0).count }.max() ?? 1
        let paths = AdaptationPath.allCases.count
        let gap = free >= paths * (min(most, AdaptationExhibit.rowsBetweenAir) + 1) ? 1 : 0
        let rows = max(1, min(most, (free + gap) / paths - gap))
        var row = top
        for path in AdaptationPath.allCases where row < area.endRow {
            draw(
                path, on: &picture, columns: columns,
                in: Area(column: area.column, row: row, columns: area.columns, rows: rows))
            row += rows + gap
        }
        drawClosing(isFull ? closing : shortClosingLines, rows: below, from: row, on: &picture, in: area)
        let rest = Area(
            column: frame.area.column, row: row + below + 1, columns: frame.area.columns,
            rows: frame.area.endRow - row - below - 2)
        if shownCase.isMedical, row + below < frame.area.endRow {
            drawLessonRange(on: &picture, row: frame.area.endRow - 1, in: frame.area, frame: frame.axis)
        }
        if rest.rows >= AdaptationExhibit.rowsForPlot { drawCasePlot(on: &picture, in: rest, frame: frame) }
    }

    private func drawClosing(_ lines: [Phrase], rows: Int, from row: Int, on picture: inout Picture, in area: Area) {
        var rest = Area(
            column: area.column + 1, row: row, columns: area.columns - 2, rows: min(rows, area.endRow - row))
        for line in lines where line.lines(columns: rest.columns).count <= rest.rows {
            rest = rest.inset(top: picture.draw(line, in: rest, style: Style(.soft)))
        }
    }

    /// Where the columns of the table begin.
    private struct CaseColumns {
        var path: Int
        var lesson: Int
        var published: Int

        /// From how many columns on names and claims stand in full, and how wide they are then and before.
        private static let columnsForFull = 76
        private static let pathColumns = (full: 14, short: 11)
        private static let lessonColumns = (full: 19, short: 11)

        init(area: Area, isMedical: Bool) {
            let isFull = area.columns >= CaseColumns.columnsForFull
            path = area.column + 1
            lesson = path + (isFull ? CaseColumns.pathColumns.full : CaseColumns.pathColumns.short)
            let claims = isFull ? CaseColumns.lessonColumns.full : CaseColumns.lessonColumns.short
            published = isMedical ? lesson + claims : lesson
        }
    }

    private func drawCaseHeader(on picture: inout Picture, columns: CaseColumns, row: Int, in area: Area) {
        let place = { (column: Int, end: Int) in
            Area(column: column, row: row, columns: end - column - 1, rows: 1)
        }
        if shownCase.isMedical {
            picture.drawFirstFitting(
                [Phrase("lesson: diagnosis").inked(.amber), Phrase("lesson").inked(.amber)],
                in: Area(column: columns.lesson, row: row, columns: columns.published - columns.lesson, rows: 1))
        }
        picture.drawFirstFitting(
            [
                Phrase("published: \(words: shownCase.name)").inked(.blue),
                Phrase("\(words: shownCase.name)").inked(.blue),
                Phrase("published").inked(.blue),
            ], in: place(columns.published, area.endColumn))
    }

    private func draw(
        _ path: AdaptationPath, on picture: inout Picture, columns: CaseColumns, in area: Area
    ) {
        let isChosen = path == self.path
        picture.draw(
            Phrase(words: (isChosen ? "▌" : "\u{A0}") + path.name, ink: path.ink, isBold: true),
            in: Area(column: columns.path - 1, row: area.row, columns: columns.lesson - columns.path, rows: 1),
            style: Style(path.ink, on: .standard, isChosen ? .underline : []))
        if area.rows > 1 {
            picture.drawFirstFitting(
                [
                    "\(words: path == .fineTune ? "weights move" : "no weight moves")",
                    "\(words: path == .fineTune ? "they move" : "none moves")",
                ],
                in: Area(column: columns.path, row: area.row + 1, columns: columns.lesson - columns.path - 1, rows: 1),
                style: Style(.faint))
        }
        if shownCase.isMedical, let claim = AdaptationCase.lesson(path) {
            picture.drawFirstFitting(
                ["\(claim)", "\(claim.dashed)"],
                in: Area(
                    column: columns.lesson, row: area.row, columns: columns.published - columns.lesson - 1, rows: 1))
        }
        let rows = shownCase.rows(path)
        let place = Area(
            column: columns.published, row: area.row, columns: area.endColumn - columns.published, rows: area.rows)
        if rows.isEmpty {
            picture.drawFirstFitting(
                ["nothing published here for this path", "nothing published"], in: place, style: Style(.faint))
        }
        for (offset, row) in rows.prefix(area.rows).enumerated() {
            draw(row, on: &picture, in: place.inset(top: offset).top(1))
        }
        picture.hotspots.append(Hotspot(area: area, target: .command(.choose(path.rawValue))))
    }

    /// A published result; dim where it took more labelled examples than the knob has reached.
    private func draw(_ row: AdaptationCase.Row, on picture: inout Picture, in area: Area) {
        let isReached = slider.value.reaches(row.labels ?? 0)
        let wordings = row.wordings
        let phrases = isReached ? wordings : wordings.map { $0.inked(.blueDim) }
        picture.drawFirstFitting(phrases, in: area, style: Style(isReached ? .soft : .faint))
    }

    /// The fine-tuned results whose labels were published, over the slider's axis.
    private func drawCasePlot(on picture: inout Picture, in area: Area, frame: PanelFrame) {
        guard let plot = casePlot else { return }
        picture.draw(
            "fine-tuned results at their number of labelled examples; prompts and RAG need none",
            in: area.inset(left: 1).top(1), style: Style(.faint))
        plot.draw(on: &picture, in: area.inset(top: 1), frame: frame.axis, axis: axis, slider: slider)
    }

    var casePlot: Plot? {
        let points = shownCase.rows(.fineTune).filter { $0.labels != nil }
        guard !points.isEmpty else { return nil }
        return Plot(
            along: .labelledExamples, .percent, range: AdaptationCase.scores,
            points: points.flatMap { row in
                row.figures.map {
                    Plot.Point(
                        figure: $0, labels: ["\(name: row.model, of: $0)"],
                        ink: AdaptationPath.fineTune.ink)
                }
            })
    }

    /// The recommendation, and why exams are not the lesson's task.
    private var closingLines: [Phrase] {
        shownCase.isMedical ? [recommendation, notTheSameTask] : [shownCase.question]
    }

    /// The same, a row each.
    private var shortClosingLines: [Phrase] {
        guard shownCase.isMedical else { return [] }
        return [
            "The lesson: " + Phrase("\("RAG with fine-tuning", of: Source.named("lesson-L7"))").inked(.amber) + ".",
            "An exam is no diagnosis: claims differ, none is refuted.",
        ]
    }

    var recommendation: Phrase {
        let source = Source.named("lesson-L7")
        return Phrase(
            "The lesson: \("RAG with fine-tuning: RAG for freshness and checkable sources, fine-tuning for terms and format.", of: source)"
        ).inked(.amber)
    }

    var notTheSameTask: Phrase {
        "Not the same task: an exam lists the answers to choose from, the lesson's case goes from symptoms to a diagnosis. So the claims differ; none is refuted."
    }
}

extension AdaptationCase.Row {
    /// The result in words of falling length; each names value and model, and the exam as long as it fits.
    var wordings: [Phrase] {
        guard let figure = figures.first else { return [] }
        let value = Phrase.joined(figures.map { "\($0)" }, by: " to ")
        let model: Phrase = "\(name: model, of: figure)"
        let exam: Phrase = "\(name: exam, of: figure)"
        let task = figure.subject.task
        let shortExam: Phrase =
            "\(name: task.firstRange(of: " (").map { String(task[..<$0.lowerBound]) } ?? task, of: figure)"
        let way: Phrase = "\(words: how)"
        let labels: Phrase? = figure.exactPlace(along: .labelledExamples).map { "\(name: $0) labels" }
        let full = labels.map { ["\(value) \(model), \(exam), \(way), \($0)" as Phrase] } ?? []
        return full + [
            "\(value) \(model), \(exam), \(way)", "\(value) \(model), \(exam)", "\(value) \(model), \(shortExam)",
            "\(value) \(model)", value,
        ]
    }
}
