import Cells

/// The mouse does what keys do, where the focus is.
extension Scene {
    /// What a motion of the mouse asks for, over what was drawn last.
    mutating func command(for pointer: Pointer, over map: TouchMap) -> Command? {
        switch pointer.motion {
        case .wheelUp: return wheel(isUp: true)
        case .wheelDown: return wheel(isUp: false)
        case .release:
            isDraggingSlider = false
            return nil
        case .drag:
            guard isDraggingSlider, let area = map.slider else { return nil }
            return .slideTo(fraction(of: pointer.position, along: area))
        case .press: return press(pointer.position, over: map)
        }
    }

    /// The wheel moves the slider where one is seen; lines and rows of text where not.
    private func wheel(isUp: Bool) -> Command {
        let showsSlider: Bool =
            switch sheet {
            case .help, .sources, .glossary, .path, .reading, .overview, .chooser: false
            case .zoom(let zoom): !isText && zoom.scroll == Scroll()
            case nil: !isText
            }
        guard showsSlider, exhibit.withSlider != nil else {
            if case .zoom = sheet { return isUp ? .pageUp : .pageDown }
            return isUp ? .rowUp : .rowDown
        }
        return isUp ? .slideRight : .slideLeft
    }

    private mutating func press(_ position: Position, over map: TouchMap) -> Command? {
        let hotspot = map.hotspot(at: position)
        if let hotspot, hotspot.target == .slider {
            isDraggingSlider = true
            return .slideTo(fraction(of: position, along: hotspot.area))
        }
        // A word that is explained may be a part of a figure's text, such as the name of its unit.
        if case .command(.openWord(let word)) = hotspot?.target { return .openWord(word) }
        switch map.reference(at: position) {
        case .figure(let figure): return .openSource(figure.source)
        case .source(let source): return .openSource(source)
        case .axis, .slider, .key, .typed, .written, .nextWord, .read, .folder, .failure, nil: break
        }
        if case .command(let command) = hotspot?.target { return command }
        return nil
    }

    private func fraction(of position: Position, along area: Area) -> Double {
        min(1, max(0, Double(position.column - area.column) / Double(max(1, area.columns - 1))))
    }
}
