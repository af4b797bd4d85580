import Cells
import Evidence
import Scene
import Terminal

/// The scene as the terminal's loop runs it: inputs become actions, the mouse through what was drawn.
struct FullScreen: TerminalProgram {
    private var scene: Scene
    private var size = Size(columns: 80, rows: 24)
    private var isDraggingSlider = false
    private let hasColor: Bool

    init(scene: Scene, hasColor: Bool) {
        self.scene = scene
        self.hasColor = hasColor
    }

    var isMoving: Bool { scene.isMoving }

    mutating func handle(_ input: Input) -> Verdict {
        switch input {
        case .key(let key): return Keymap.action(for: key).map { perform($0) } ?? .proceed
        case .pointer(let pointer): return follow(pointer)
        case .resize(let size):
            self.size = size
            return perform(.resize(size))
        case .paste, .background: return .proceed
        }
    }

    mutating func advance(seconds: Double) { _ = scene.apply(.tick(seconds: seconds)) }

    func picture(size: Size) -> (canvas: Canvas, cursor: Position?) {
        let picture = scene.picture(size: size, hasColor: hasColor)
        return (picture.canvas, picture.cursor)
    }

    private mutating func perform(_ action: Action) -> Verdict {
        scene.apply(action).contains(.quit) ? .end : .proceed
    }

    private mutating func follow(_ pointer: Pointer) -> Verdict {
        switch pointer.motion {
        case .wheelUp: return perform(.command(scene.overlay == nil ? .slideRight : .rowUp))
        case .wheelDown: return perform(.command(scene.overlay == nil ? .slideLeft : .rowDown))
        case .release:
            isDraggingSlider = false
            return .proceed
        case .press, .drag: return press(pointer)
        }
    }

    private mutating func press(_ pointer: Pointer) -> Verdict {
        let picture = scene.picture(size: size, hasColor: hasColor)
        if pointer.motion == .drag {
            guard isDraggingSlider, let slider = picture.hotspots.first(where: { $0.target == .slider }) else {
                return .proceed
            }
            return slide(to: pointer.position.column, along: slider.area)
        }
        let hotspot = picture.hotspot(at: pointer.position)
        if let hotspot, hotspot.target == .slider {
            isDraggingSlider = true
            return slide(to: pointer.position.column, along: hotspot.area)
        }
        if case .figure(let figure) = picture.reference(at: pointer.position) {
            return perform(.openSource(figure.source))
        }
        if case .source(let source) = picture.reference(at: pointer.position) { return perform(.openSource(source)) }
        if case .action(let action) = hotspot?.target { return perform(action) }
        return .proceed
    }

    private mutating func slide(to column: Int, along area: Area) -> Verdict {
        let share = Double(column - area.column) / Double(max(1, area.columns - 1))
        return perform(.slideTo(min(1, max(0, share))))
    }
}
