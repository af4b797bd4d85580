import Cells
import Evidence

extension Scene {
    /// The picture at a size, from one cell upward.
    public func picture(size: Size, hasColor: Bool = true) -> Picture {
        var picture = unmarkedPicture(size: size, hasColor: hasColor)
        let layout = layout(of: size)
        // A sheet of text has words of its own, and the other ones cover what would explain them.
        if layout.form != .tooSmall, sheet == nil || sheet?.isZoom == true { picture.markWords(rows: layout.wordRows) }
        // From the back of a room a grey is not read.
        if isLarge, layout.form == .picture { picture.canvas.restyle { $0.strengthened } }
        return picture
    }

    /// Where everything stands, as the tour and a projector want it.
    func layout(of size: Size, hasColor: Bool = true) -> Layout {
        Layout(size, hasColor: hasColor, tourRows: tourRows(of: size), isLarge: isLarge)
    }

    /// The picture before the words of the glossary are marked on it.
    private func unmarkedPicture(size: Size, hasColor: Bool) -> Picture {
        let layout = layout(of: size, hasColor: hasColor)
        var picture: Picture
        if let sheet, layout.form != .tooSmall {
            picture = beneath.unmarkedPicture(size: size, hasColor: hasColor)
            draw(sheet, on: &picture, layout: layout)
            // What the tour offers depends on what is open.
            if layout.tour.rows > 0 { drawFoot(on: &picture, layout: layout) }
        } else {
            picture = Picture(
                size: size, hasColor: hasColor, isLarge: isLarge, isOnTour: walk?.isOnScript == true)
            switch layout.form {
            case .tooSmall: drawNeededSize(on: &picture)
            case .text: drawText(on: &picture)
            case .picture: drawPanel(on: &picture, layout: layout)
            }
        }
        if layout.form != .tooSmall {
            announcement?.draw(on: &picture, in: layout.form == .text ? picture.canvas.bounds.bottom(1) : layout.keys)
        }
        // A sheet that is cut off may have its focus beyond the last row.
        if let cursor = picture.cursor, !picture.canvas.bounds.contains(cursor) { picture.cursor = nil }
        return picture
    }

    private func drawNeededSize(on picture: inout Picture) {
        let needed = Layout.smallestText
        picture.draw("needs \(axis: .size(needed))", in: picture.canvas.bounds)
    }

    private func drawPanel(on picture: inout Picture, layout: Layout) {
        let exhibit = shownExhibit
        drawTabs(on: &picture, in: layout.tabs)
        drawHeadline(on: &picture, in: layout.headline)
        let sliding = exhibit.withSlider
        let frame = layout.frame(hasSlider: sliding != nil)
        let asked = askedGuess
        if asked?.showsPicture ?? true {
            exhibit.draw(on: &picture, in: frame)
        } else {
            exhibit.drawGiven(on: &picture, in: frame)
        }
        if let sliding {
            picture.drawSlider(sliding.slider, axis: sliding.axis, frame: frame.axis, in: layout.slider)
        }
        // What is said of the picture would tell the answer.
        if let asked {
            let place = layout.commentary
            let way = picture.first(of: asked.ways, fitting: place.columns, rows: place.rows) ?? ""
            picture.draw(way, in: place)
        } else if isLarge {
            // One line, where that is whole.
            if let first = exhibit.commentary(columns: layout.commentary.columns).first {
                picture.drawFirstFitting(
                    [picture.fitted(first, columns: layout.commentary.columns)], in: layout.commentary)
            }
        } else {
            drawLines(exhibit.commentary(columns: layout.commentary.columns), in: layout.commentary, on: &picture)
        }
        ProvenanceLine(pieces: exhibit.provenance).draw(on: &picture, in: layout.provenance)
        drawFoot(on: &picture, layout: layout)
        if asked == nil, let companion = layout.companion {
            exhibit.detail.draw(on: &picture, in: companion, slider: sliding)
        }
    }

    /// The tour on its script, else the keys.
    func drawFoot(on picture: inout Picture, layout: Layout) {
        if let walk, walk.isOnScript {
            picture.canvas.fill(layout.tour, background: .standard)
            TourBand.draw(
                walk, headlineColumns: sheet == nil || hasZoom ? layout.headline.columns : 0,
                endsAtEscape: sheet == nil, on: &picture,
                in: layout.tour)
        } else {
            picture.canvas.fill(layout.keys, background: .standard)
            drawKeys(on: &picture, in: layout.keys)
        }
    }

    /// The panel as it is seen: while its knob glides it shows what the knob has come to.
    var shownExhibit: any Exhibit { exhibit.withSlider?.onItsWay ?? exhibit }

    /// The sentence of the place that the knob comes from, until it arrives; above it, on the first screen, what the
    /// program is, where both have a line.
    private func drawHeadline(on picture: inout Picture, in area: Area) {
        if let said = headlineOfTour(columns: area.columns) {
            return Headline(phrase: said).draw(on: &picture, in: area)
        }
        let headline = askedGuess?.question ?? (exhibit.withSlider?.atOrigin ?? exhibit).headline
        var rest = area
        if let introduction = exhibit.introduction, rest.rows > 1,
            picture.width(of: introduction) <= rest.columns, picture.width(of: headline) <= rest.columns
        {
            picture.draw(introduction, in: rest.top(1), style: Style(.soft))
            rest = rest.inset(top: 1)
        }
        // While the knob is on its way the sentence is of where it comes from.
        let isOfBefore = exhibit.withSlider?.slider.isMoving ?? false
        Headline(phrase: headline, style: isOfBefore ? Style(.faint) : .bold).draw(on: &picture, in: rest)
    }

    /// Draws lines one under another as far as there is room; one that does not fit whole is left out where it is not
    /// the first.
    private func drawLines(_ lines: [[Phrase]], in area: Area, on picture: inout Picture) {
        var rest = area
        for (index, pieces) in lines.enumerated() {
            let phrase = picture.fitted(pieces, columns: rest.columns)
            if index > 0, picture.rows(of: phrase, columns: rest.columns) > rest.rows { continue }
            rest = rest.inset(top: picture.draw(phrase, in: rest, style: index == 0 ? .plain : Style(.soft)))
            if rest.rows == 0 { break }
        }
    }

    /// Keys that do something here, at most five, and the words; what does not fit whole is left out from the end, but not
    /// the last, which lead to the rest.
    func drawKeys(on picture: inout Picture, in area: Area) {
        if let typing = focusedPanel { return drawTypingKeys(typing.textField, on: &picture, in: area) }
        var hints = hints
        if panel == .opening, let first = panels.first, picture.canvas.size.rows >= Scene.rowsForStory {
            hints.insert(("\(key: "\(first.digit)") the story from its beginning", .show(first)), at: 0)
        }
        if guessing.isOn { hints.insert(("\(key: "u") \(words: wordOfGuess)", .guess), at: 0) }
        if let walk {
            hints.insert(("\(key: "G") returns to the tour (stop \(axis: walk.place))", .tour), at: 0)
        }
        while hints.count > Scene.mostHints { hints.remove(at: hints.count - 2) }
        // The last ones lead to the rest: to the words that are underlined, where there is room, and to all keys.
        var leading = 1
        if picture.canvas.size.columns >= Scene.columnsForWords {
            hints.insert(("\(key: "g") words", .glossary), at: hints.count - leading)
            leading += 1
        }
        let gap = 3
        while hints.count > leading, hints.reduce(0, { $0 + $1.phrase.width + gap }) - gap > area.columns {
            hints.remove(at: hints.count - leading - 1)
        }
        var column = area.column
        for hint in hints {
            let width = hint.phrase.width
            let place = Area(column: column, row: area.row, columns: width, rows: 1)
            picture.draw(hint.phrase, in: place, style: Style(.soft))
            picture.hotspots.append(Hotspot(area: place, target: .command(hint.command)))
            column += width + gap
        }
    }

    /// While a person types, every other key is text.
    private func drawTypingKeys(_ field: TextField, on picture: inout Picture, in area: Area) {
        let words: [Phrase] =
            field.words.isEmpty ? [] : ["\(key: "Tab") goes on with the word"]
        let keys = ["\(key: "Enter") ask", "\(key: "Esc") leave"] + words + ["\(key: "↑↓") what was asked before"]
        picture.draw(picture.fitted(keys, columns: area.columns), in: area, style: Style(.soft))
    }

    private static let mostHints = 5
    /// From how many columns on the last line offers the words, beside the other hints.
    private static let columnsForWords = 100
    /// From how many rows on the panel that opens offers the story from its beginning.
    private static let rowsForStory = 24

    /// The keys that the panel offers and that do something now, and those that lead to all others; a press on them is
    /// theirs.
    private var hints: [(phrase: Phrase, command: Command)] {
        var offered: Set<String> = []
        return (panel.hints + [.help]).compactMap { group in
            let bindings = Keymap.bindings(of: group)
            // Of two directions the way on.
            guard let first = bindings.first,
                let pressed = bindings.filter({ $0.group != nil }).last(where: { answers($0.command) })
            else {
                return nil
            }
            let word = exhibit.word(group) ?? panel.word(group)
            // What two keys both do is offered once.
            guard offered.insert(word).inserted else { return nil }
            return ("\(key: first.groupCaption) \(words: word)", pressed.command)
        }
    }

    // MARK: - Text form

    private func drawText(on picture: inout Picture) {
        let area = picture.canvas.bounds
        let lines = textLines(columns: area.columns)
        let place = area.inset(top: 1)
        let limit = max(0, lines.count - place.rows)
        let first = textScroll.first(limit: limit)
        let more: [Phrase] = first < limit ? ["\(key: "↓") more"] : limit > 0 ? ["\(key: "↑") back"] : []
        let title = picture.fitted(
            ["\(strong: panel.title)"] + more + ["\(key: "?") keys"], columns: area.columns)
        picture.draw(title, in: area.top(1), style: Style(.accent))
        draw(lines, from: first, in: place, on: &picture)
    }

    /// How many rows the text form can be scrolled down on a screen of some size.
    func textScrollLimit(columns: Int, rows: Int) -> Int { max(0, textLines(columns: columns).count - (rows - 1)) }

    /// Draws lines, from one of them on, as many as there are rows.
    func draw(_ lines: [Phrase], from first: Int, in area: Area, on picture: inout Picture) {
        for (row, line) in lines.dropFirst(first).prefix(area.rows).enumerated() {
            picture.draw(line, in: Area(column: area.column, row: area.row + row, columns: area.columns, rows: 1))
        }
    }

    private func textLines(columns: Int) -> [Phrase] {
        if let asked = askedGuess {
            return (tourParagraphs(latest: true) + [.text(asked.question), .text(asked.ways[0])]).flatMap {
                $0.lines(columns: columns)
            }
        }
        return (tourParagraphs(latest: true) + exhibit.narration).flatMap { $0.lines(columns: columns) }
    }
}

extension Style {
    /// The same style as it is read from afar: words in grey as plain ones.
    fileprivate var strengthened: Style {
        var style = self
        if foreground == .soft { style.foreground = .standard }
        if foreground == .faint { style.foreground = .soft }
        return style
    }
}
