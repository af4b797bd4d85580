import Cells
import Scene
import Terminal

/// The scene as the terminal's loop runs it: inputs become actions.
struct FullScreen: TerminalProgram {
    private var runtime: Runtime
    private let hasColor: Bool

    /// - Parameter wakeUp: Signalled where the scene has an answer to take.
    init(scene: Scene, hasColor: Bool, wakeUp: WakeUp) {
        runtime = Runtime(scene, answerer: EngineAnswerer { wakeUp.signal() })
        self.hasColor = hasColor
    }

    var isMoving: Bool { runtime.scene.isMoving }

    mutating func handle(_ input: Input) -> Verdict {
        switch input {
        case .key(let key): runtime.apply(.key(key))
        case .paste(let text): runtime.apply(.paste(text))
        case .pointer(let pointer): runtime.follow(pointer)
        case .resize(let size): runtime.apply(.resize(size))
        case .background: break
        }
        return runtime.hasEnded ? .end : .proceed
    }

    mutating func wake() -> Verdict {
        runtime.takeAnswers()
        return runtime.hasEnded ? .end : .proceed
    }

    /// To be called when the screen is given back: what is trained is saved.
    mutating func end() { runtime.end() }

    mutating func advance(seconds: Double) { runtime.apply(.tick(seconds: seconds)) }

    mutating func picture(size: Size) -> (canvas: Canvas, cursor: Position?) {
        let picture = runtime.picture(size: size, hasColor: hasColor)
        return (picture.canvas, picture.cursor)
    }
}
