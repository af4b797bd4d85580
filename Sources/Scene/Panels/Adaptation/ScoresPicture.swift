import Cells
import Evidence

/// Published scores as points on one axis, a path after the other; over those of medicine the range that is taught.
struct ScoresPicture: Sendable {
    var shown: AdaptationCase
    var chosen: AdaptationPath
    var slider: Slider

    /// The rows of a path that are shown, the lines of each, and how the paths are parted.
    private struct Arrangement {
        var rows: Int
        /// One; with its source two, and with air after it three.
        var lines: Int
        var air: Int
        var height: Int
    }

    /// The rows that the picture takes of so many.
    func height(of rows: Int) -> Int { arrangement(rows).height }

    /// As many rows of each path as fit beneath its name, and air between the paths where some is left.
    private func arrangement(_ available: Int) -> Arrangement {
        let counts = AdaptationPath.allCases.map { shown.rows($0).count }
        func height(_ most: Int) -> Int { counts.reduce(0) { $0 + 1 + min($1, most) } }
        let most = max(1, counts.max() ?? 1)
        let rows = (1...most).last { height($0) <= available } ?? 1
        let air = height(rows) + counts.count - 1 <= available ? 1 : 0
        func whole(_ lines: Int) -> Int {
            counts.reduce(0) { $0 + 1 + min($1, rows) * lines } + air * (counts.count - 1)
        }
        let lines = [3, 2].first { rows == most && whole($0) + Self.rowsBeneath <= available } ?? 1
        return Arrangement(rows: rows, lines: lines, air: air, height: whole(lines))
    }

    /// Rows that stay for what stands beneath, where there are sources beside the models.
    private static let rowsBeneath = 6

    func draw(on picture: inout Picture, in frame: PanelFrame) {
        let arrangement = arrangement(frame.area.rows)
        let area = frame.area.top(arrangement.height)
        let knob = frame.axis.column(shown.axis.scale.fraction(of: slider.value))
        for row in area.row..<area.endRow {
            picture.put(Glyph("│"), column: knob, row: row, style: Style(.accentDim))
        }
        var rows = RowCursor(area: area)
        for path in AdaptationPath.allCases {
            let group = rows.take(1 + min(shown.rows(path).count, arrangement.rows) * arrangement.lines)
            rows.skip(arrangement.air)
            draw(path, lines: arrangement.lines, on: &picture, in: frame.with(area: group))
        }
    }

    private func draw(_ path: AdaptationPath, lines: Int, on picture: inout Picture, in frame: PanelFrame) {
        guard frame.area.rows > 0 else { return }
        drawName(path, on: &picture, in: frame)
        drawTaught(path, on: &picture, in: frame)
        let all = shown.rows(path)
        if all.isEmpty {
            let taught = shown.isMedical ? AdaptationCase.taught(path)?.low : nil
            let end = taught.map { column(of: $0, frame) } ?? frame.axis.end
            picture.drawFirstFitting(
                ["no score of it is known here", "none known here", "none here"],
                in: Area(
                    column: frame.axis.start, row: frame.area.row, columns: end - frame.axis.start - 1, rows: 1),
                style: Style(.faint))
        }
        for (offset, row) in all.prefix((frame.area.rows - 1) / lines).enumerated() {
            let place = frame.area.row + 1 + offset * lines
            draw(row, on: &picture, row: place, in: frame)
            if lines > 1 { drawSource(of: row, on: &picture, row: place + 1, in: frame) }
        }
        picture.hotspots.append(Hotspot(area: frame.area, target: .command(.choose(path.rawValue))))
    }

    private func drawName(_ path: AdaptationPath, on picture: inout Picture, in frame: PanelFrame) {
        let isChosen = path == chosen
        let place = frame.area.top(1)
        if isChosen { picture.put(Glyph("▌"), column: place.column, row: place.row, style: Style(path.ink)) }
        let name = Phrase(words: path.name, ink: path.ink, isBold: true)
        let label = Area(column: place.column + 1, row: place.row, columns: frame.labelColumns - 2, rows: 1)
        picture.draw(name, in: label, style: Style(path.ink))
        let isTuned = shown.rows(path).contains { $0.how == AdaptationCase.tunedToo }
        let motto = isTuned ? AdaptationPath.fineTune.motto : path.motto
        picture.drawFirstFitting(
            [Phrase(words: motto)], in: label.inset(left: picture.width(of: name) + 2), style: Style(.faint))
    }

    /// The range that is taught, as a bracket over the rows of its path.
    private func drawTaught(_ path: AdaptationPath, on picture: inout Picture, in frame: PanelFrame) {
        guard shown.isMedical, let taught = AdaptationCase.taught(path), let low = taught.low, let high = taught.high
        else { return }
        let (first, last) = (column(of: low, frame), column(of: high, frame))
        for column in first...max(first, last) {
            let glyph: Glyph = column == first ? Glyph("┣") : column == last ? Glyph("┫") : Glyph("━")
            picture.put(
                glyph, column: column, row: frame.area.row, style: Style(.amber), reference: .figure(taught))
        }
        for row in frame.area.row + 1..<max(frame.area.row + 1, frame.area.endRow) {
            for column in [first, last] {
                picture.put(Glyph("┊"), column: column, row: row, style: Style(.amberDim))
            }
        }
        picture.drawFirstFitting(
            ["\(taught) " + Phrase("taught").inked(.amber), "\(taught)", "\(taught.dashed)"],
            in: frame.valueArea(row: frame.area.row))
    }

    private func column(of score: Double, _ frame: PanelFrame) -> Int {
        frame.axis.column(shown.axis.scale.fraction(of: score))
    }

    /// Whose score it is, beneath the model's name.
    private func drawSource(
        of row: AdaptationCase.Row, on picture: inout Picture, row place: Int, in frame: PanelFrame
    ) {
        guard let source = row.figures.first?.source else { return }
        picture.drawFirstFitting(
            ["\(source)", "\("\(source.authors) \(source.year)", of: source)"],
            in: Area(column: frame.area.column + 2, row: place, columns: frame.labelColumns - 3, rows: 1),
            style: Style(.faint))
    }

    /// A model's score as a point; where better prompts took it from one to another, both with a line between.
    private func draw(_ row: AdaptationCase.Row, on picture: inout Picture, row place: Int, in frame: PanelFrame) {
        guard let first = row.figures.first, let last = row.figures.last else { return }
        let isAtKnob = row.isAt(slider.value)
        let label = Area(column: frame.area.column + 2, row: place, columns: frame.labelColumns - 3, rows: 1)
        picture.drawFirstFitting(
            row.names, in: label, style: isAtKnob ? Style(.accent, on: .standard, .bold) : Style(.soft))
        let ends = (column(of: first.value, frame), column(of: last.value, frame))
        for column in min(ends.0, ends.1)...max(ends.0, ends.1) {
            picture.put(Glyph("━"), column: column, row: place, style: Style(.blue), reference: .figure(first))
        }
        for figure in row.figures {
            picture.put(
                Glyph("●"), column: column(of: figure.value, frame), row: place, style: Style(.blue),
                reference: .figure(figure))
        }
        let value = Phrase.joined(row.figures.map { "\($0)" }, by: " to ")
        picture.drawFirstFitting([value, "\(last)"], in: frame.valueArea(row: place))
    }
}

/// In the zoom the points have all rows, over the columns that they have in the panel.
extension ScoresPicture: DetailPicture {
    func draw(on picture: inout Picture, in area: Area) {
        var frame = Layout(picture.canvas.size, isLarge: picture.isLarge).frame(hasSlider: true)
        frame.area = Area(column: frame.area.column, row: area.row, columns: frame.area.columns, rows: area.rows)
        draw(on: &picture, in: frame)
    }
}

extension AdaptationCase.Row {
    /// The model and how it was asked, longest first.
    var names: [Phrase] {
        guard let figure = figures.first else { return [] }
        return [
            "\(name: model, of: figure), \(name: how, of: figure)",
            "\(name: short, of: figure), \(name: how, of: figure)",
            "\(name: model, of: figure)", "\(name: short, of: figure)",
        ]
            // Of authors their names alone, where the year has no room.
            + (model.split(separator: " ").last.map { $0.allSatisfy(\.isNumber) } ?? false
                ? ["\(name: model.split(separator: " ").dropLast().joined(separator: " "), of: figure)"] : [])
    }

    /// The model's name without its date, and without its size where nothing else bears a number.
    private var short: String {
        if let date = model.firstRange(of: "-32") { return String(model[..<date.lowerBound]) }
        guard let size = model.firstRange(of: " 70B") else { return model }
        let rest = String(model[..<size.lowerBound])
        return Accounting.hasDigit(rest) ? model : rest
    }
}

extension AdaptationExhibit {
    /// Points on one axis, and beneath them what an exam is not and what is taught to be best.
    func drawScores(on picture: inout Picture, in frame: PanelFrame) {
        let scores = ScoresPicture(shown: shownCase, chosen: path, slider: slider)
        let height = scores.height(of: frame.area.rows)
        scores.draw(on: &picture, in: frame)
        var rest = frame.area.inset(left: 1, top: height, right: 1)
        if rest.rows > closingLines.count { rest = rest.inset(top: 1) }
        for wordings in closingLines {
            let fitting = wordings.first { picture.rows(of: $0, columns: rest.columns) <= rest.rows }
            guard let fitting else { continue }
            rest = rest.inset(top: picture.draw(fitting, in: rest, style: Style(.soft)))
        }
    }
}
