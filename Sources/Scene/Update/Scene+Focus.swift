import Cells

/// What has the focus: a sheet of its own, else the text field that a person types in, on the panel or in its zoom, else
/// the panel.
extension Scene {
    /// The panel whose text field takes the keys; nil where another sheet than its zoom lies over it or no field has the
    /// focus.
    var focusedPanel: (any HasTextField)? {
        guard sheet == nil || sheet?.isZoom == true, let typing = exhibit.withTextField, typing.textField.isFocused
        else { return nil }
        return typing
    }

    /// Whether the zoom of the panel is open, under a sheet of text or not.
    var hasZoom: Bool { sheets.contains(where: \.isZoom) }

    /// Whether a command does something where the focus is. Keys and the mouse are carried out, help and the last line
    /// drawn by this one decision.
    func answers(_ command: Command) -> Bool {
        if let isAnswered = tourAnswers(command) { return isAnswered }
        switch command {
        case .quit, .help, .sources, .openSource, .glossary, .openWord, .overview, .path: return true
        case .guess: return sheet == nil && (guessing.isOn || exhibit.guess != nil)
        case .close: return sheet != nil || exhibit.hasWayBack
        case .large: return !isText
        case .show(let panel): return panels.contains(panel) && (panel != self.panel || sheet != nil)
        case .nextPanel, .previousPanel: return panels.count > 1
        default: break
        }
        // What is looked into is shown in the zoom.
        guard let sheet else { return command != .inside && panelAnswers(command) }
        switch sheet {
        case .reading where command == .reading: return true
        case .help, .sources, .glossary, .path, .reading:
            return sheet.scroll?.canMove(command, limit: scrollLimit) ?? false
        case .overview(let overview):
            return command == .zoom || overview.moved(command, count: panels.count, grid: overviewGrid) != overview
        case .chooser(let line):
            switch command {
            case .step, .zoom, .chooser: return true
            case .press(let line): return Chooser.Need(rawValue: line) != nil
            case .reset: return chooser != Chooser()
            default: return line.moved(command) != line
            }
        case .zoom(let zoom):
            switch command {
            case .zoom: return true
            case _ where command.scrolls(isText: isText): return zoom.scroll.canMove(command, limit: scrollLimit)
            default: return panelAnswers(command)
            }
        }
    }

    private func panelAnswers(_ command: Command) -> Bool {
        switch command {
        case _ where command.scrolls(isText: isText): return textScroll.canMove(command, limit: scrollLimit)
        case .reset:
            return !exhibit.isEqual(to: exhibit.keptOnReset(in: made(panel))) || textScroll != Scroll()
                || exhibit.opensChooser && chooser != Chooser()
        default: break
        }
        if case .press = command {
            return (exhibit.withTextField != nil || exhibit.takesEnter) && exhibit.answers(command)
        }
        guard let group = command.group, !panel.word(group).isEmpty else { return false }
        switch group {
        case .rows:
            guard let listing = exhibit.withRows, let row = row(after: command, in: listing) else { return false }
            return row != listing.chosenRow
        case .slider:
            guard let sliding = exhibit.withSlider else {
                return exhibit.takesSideways && exhibit.answers(command)
            }
            guard let position = position(after: command, on: sliding) else { return false }
            return position != sliding.slider.value
        case .zoom: return !exhibit.takesEnter || exhibit.answers(command)
        case .chooser: return exhibit.opensChooser || exhibit.answers(command)
        case .reading: return !exhibit.reading.isEmpty
        case .step, .play, .train, .measure, .dataSet, .variant, .amount, .inside: return exhibit.answers(command)
        case .help, .sources: return true
        }
    }

    /// Whether the panel stands as scrolled text, for want of room.
    var isText: Bool { Layout(size).form != .picture }

    /// The row that a command chooses; nil where there is none.
    func row(after command: Command, in listing: any HasRows) -> Int? {
        guard listing.rowCount > 0 else { return nil }
        let wanted: Int? =
            switch command {
            case .rowUp: listing.chosenRow - 1
            case .rowDown: listing.chosenRow + 1
            case .choose(let row): row
            default: nil
            }
        return wanted.map { min(max(0, $0), listing.rowCount - 1) }
    }

    /// Where a command takes the slider.
    func position(after command: Command, on sliding: any HasSlider) -> Double? {
        let axis = sliding.axis
        let value = sliding.slider.value
        return switch command {
        case .slideLeft: axis.position(after: value, by: -1)
        case .slideRight: axis.position(after: value, by: 1)
        case .slideFarLeft: axis.position(after: value, by: -Command.largeStep)
        case .slideFarRight: axis.position(after: value, by: Command.largeStep)
        case .slideToStart: axis.positions.first
        case .slideToEnd: axis.positions.last
        case .slideTo(let fraction): axis.position(nearest: fraction)
        default: nil
        }
    }
}

extension Command {
    /// Positions of the slider in a large step: half a decade.
    static let largeStep = 6

    /// Whether it scrolls: the page keys always, up and down where there is nothing but text.
    func scrolls(isText: Bool) -> Bool {
        switch self {
        case .pageUp, .pageDown: true
        case .rowUp, .rowDown: isText
        default: false
        }
    }

    /// Whether the knob glides to where the command takes it.
    var glides: Bool {
        switch self {
        case .slideFarLeft, .slideFarRight, .slideToStart, .slideToEnd: true
        default: false
        }
    }
}
