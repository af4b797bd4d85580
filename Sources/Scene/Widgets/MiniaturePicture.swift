import Cells
import Evidence

/// A miniature in an area of its own: rows with the main one among them, the axis with its knob, and what they show.
struct MiniaturePicture {
    let miniature: Miniature

    /// The columns that a track keeps before names and values have theirs.
    private static let fewestTrackColumns = 8
    private static let gap = 1
    private static let tallest = 4
    /// What a bar is made of: with air above it, so that it does not touch the next one.
    private static let bar = Blocks.column(Blocks.eighths - 2)
    /// From how many rows on the axis has one, and what the rows show.
    private static let rowsForAxis = 2
    private static let rowsForCaption = 4

    /// Where the parts of the rows stand.
    private struct Columns {
        var names: Area
        var track: AxisFrame
        var values: Area
    }

    func draw(on picture: inout Picture, in area: Area) {
        guard !area.isEmpty, area.columns > Self.fewestTrackColumns else { return }
        let columns = columns(for: Array(miniature.rows.indices), hasAxis: true, on: picture, in: area)
        var rest = area.rows
        let hasAxis = miniature.ground != nil && area.rows >= Self.rowsForAxis
        if hasAxis { rest -= 1 }
        let caption =
            !miniature.rows.isEmpty && area.rows >= Self.rowsForCaption
            ? picture.first(of: miniature.captions, fitting: area.columns) : nil
        if caption != nil { rest -= 1 }
        let division = StripStack.division(
            of: rest, among: miniature.rows.count, tallest: miniature.rows.contains(where: \.isStrip) ? Self.tallest : 1
        )
        // The main row, and where there is room the one after it.
        let after = division.visible > 1 ? 2 : 1
        let first = min(
            max(0, miniature.main - division.visible + after), max(0, miniature.rows.count - division.visible))
        for offset in 0..<min(division.visible, miniature.rows.count) {
            draw(
                first + offset, row: area.row + offset * division.pitch, height: division.height, columns,
                isMarked: division.visible > 1, on: &picture)
        }
        let used =
            miniature.rows.isEmpty
            ? 0 : (division.visible - 1) * division.pitch + division.height
        if hasAxis, let ground = miniature.ground {
            // A bar that does not stand over the axis has nothing to do with the knob.
            let last = miniature.rows[first..<min(first + division.visible, miniature.rows.count)].lastIndex(
                where: \.isStrip)
            let end = last.map { ($0 - first) * division.pitch + division.height } ?? 0
            drawKnobLine(ground, rows: area.row..<(area.row + end), columns, on: &picture)
            drawAxis(ground, row: area.row + used, columns, on: &picture)
        }
        if let caption {
            picture.draw(caption, in: area.inset(top: used + (hasAxis ? 1 : 0)).top(1), style: Style(.faint))
        }
    }

    /// The main row on one line: its curve and its value; false where it has not the room.
    func drawLine(on picture: inout Picture, in area: Area) {
        guard miniature.rows.indices.contains(miniature.main), area.columns > Self.fewestTrackColumns else { return }
        let columns = columns(for: [miniature.main], hasAxis: false, on: picture, in: area)
        draw(miniature.main, row: area.row, height: 1, columns, isMarked: false, on: &picture)
    }

    // MARK: - Places

    /// Names and values are as wide as the widest of them in the longest wordings that leave the track half of the
    /// columns.
    private func columns(for rows: [Int], hasAxis: Bool, on picture: Picture, in area: Area) -> Columns {
        let shown = rows.map { miniature.rows[$0] }
        let ground = hasAxis ? miniature.ground : nil
        let axisNames = ground.map { [Self.names(of: $0.axis)] } ?? []
        let axisValues = ground.map { [["\(slider: $0.axis.text($0.slider.value))"] as [Phrase]] } ?? []
        let names = shown.map(\.names) + axisNames
        let values = shown.map(\.values) + axisValues
        func widest(_ wordings: [[Phrase]], _ most: Int) -> Int {
            wordings.map { wording in
                wording.map(picture.width).first { $0 <= most } ?? wording.map(picture.width).min() ?? 0
            }.max() ?? 0
        }
        let most = max(0, area.columns / 2 - 2 * Self.gap)
        var valueColumns = min(widest(values, most / 2), area.columns)
        var nameColumns = min(widest(names, max(0, most - valueColumns)), area.columns)
        let fixed = 1 + 3 * Self.gap + Self.fewestTrackColumns
        if fixed + nameColumns + valueColumns > area.columns { nameColumns = 0 }
        if fixed + valueColumns > area.columns { valueColumns = 0 }
        let start = area.column + 1 + nameColumns + Self.gap
        let end = max(start, area.endColumn - valueColumns - Self.gap - 1)
        return Columns(
            names: Area(column: area.column + 1, row: area.row, columns: nameColumns, rows: 1),
            track: AxisFrame(start: start, end: end),
            values: Area(column: end + 1 + Self.gap, row: area.row, columns: valueColumns, rows: 1))
    }

    /// The axis's name, and its last word.
    private static func names(of axis: SliderAxis) -> [Phrase] {
        let last = axis.name.split(separator: " ").last.map(String.init) ?? axis.name
        return [Phrase(words: axis.name), Phrase(words: last)]
    }

    private func at(_ row: Int, _ area: Area) -> Area {
        Area(column: area.column, row: row, columns: area.columns, rows: 1)
    }

    // MARK: - Rows

    private func draw(
        _ index: Int, row: Int, height: Int, _ columns: Columns, isMarked: Bool, on picture: inout Picture
    ) {
        let content = miniature.rows[index]
        let bottom = row + height - 1
        let isMain = isMarked && index == miniature.main
        picture.drawFirstFitting(
            content.names, in: at(bottom, columns.names), style: Style(isMain ? .standard : .soft))
        switch content.mark {
        case .strip(let strip): draw(strip, row: row, height: height, columns.track, on: &picture)
        case .bar(let range, let ink): drawBar(range, ink, row: bottom, columns.track, on: &picture)
        case .words(let phrase):
            picture.drawFirstFitting(
                [phrase],
                in: Area(column: columns.track.start, row: bottom, columns: columns.track.columns, rows: 1))
        case .empty: break
        }
        picture.drawFirstFitting(content.values, in: at(bottom, columns.values), style: Style(.soft))
    }

    private func draw(_ strip: Strip, row: Int, height: Int, _ track: AxisFrame, on picture: inout Picture) {
        guard let ground = miniature.ground else { return }
        let frame = PanelFrame(
            area: Area(column: track.start, row: row, columns: track.columns, rows: height), axis: track,
            labelColumns: 0, valueColumns: 0)
        StripTrack(
            strip: strip, row: row, height: height, axis: ground.axis, along: ground.along, slider: ground.slider
        ).draw(on: &picture, in: frame)
    }

    private func drawBar(
        _ range: ClosedRange<Double>, _ ink: Ink, row: Int, _ track: AxisFrame, on picture: inout Picture
    ) {
        let all = Double(track.columns)
        let part = Int((range.lowerBound * all).rounded())..<Int((range.upperBound * all).rounded())
        for column in 0..<track.columns {
            let isIn = part.contains(column)
            let glyph = isIn ? picture.bar(Self.bar, ink) : StripTrack.foot
            picture.put(glyph, column: track.start + column, row: row, style: Style(isIn ? ink : .rule))
        }
    }

    // MARK: - Axis

    private func drawKnobLine(
        _ ground: Miniature.Ground, rows: Range<Int>, _ columns: Columns, on picture: inout Picture
    ) {
        let knob = columns.track.column(ground.slider.shown(on: ground.axis))
        for row in rows where picture.isBlank(column: knob, row: row) {
            picture.put(Glyph("│"), column: knob, row: row, style: Style(.accentDim))
        }
    }

    private func drawAxis(_ ground: Miniature.Ground, row: Int, _ columns: Columns, on picture: inout Picture) {
        let knob = columns.track.column(ground.slider.shown(on: ground.axis))
        for column in columns.track.start...columns.track.end {
            let glyph: Glyph = column == knob ? Glyph("◆") : column < knob ? Glyph("━") : Glyph("─")
            picture.put(
                glyph, column: column, row: row, style: Style(column <= knob ? .accent : .rule), reference: .slider)
        }
        picture.drawFirstFitting(Self.names(of: ground.axis), in: at(row, columns.names), style: Style(.soft))
        picture.drawFirstFitting(
            ["\(slider: ground.axis.text(ground.slider.value))"], in: at(row, columns.values))
    }
}

extension Picture {
    /// A part of a bar; where no colour tells whose figures it shows, its fill does.
    fileprivate func bar(_ glyph: Glyph, _ ink: Ink) -> Glyph {
        guard !hasColor else { return glyph }
        return ink == Figure.Kind.measured.ink ? Glyph("▓") : ink == Figure.Kind.computed.ink ? Glyph("▒") : glyph
    }
}
