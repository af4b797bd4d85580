import Cells
import Scene
import Terminal

/// The scene as the terminal's loop runs it: inputs become actions.
struct FullScreen: TerminalProgram {
    private var runtime: Runtime
    private let hasColor: Bool

    /// - Parameters:
    ///   - kept: What is kept of the person, and where.
    ///   - wakeUp: Signalled where the scene has an answer to take.
    init(scene: Scene, kept: KeptProgress, hasColor: Bool, wakeUp: WakeUp) {
        let notice = TourNotice.standard
        runtime = Runtime(
            scene, answerer: EngineAnswerer { wakeUp.signal() },
            keeper: kept.file.map { FileKeeper($0, base: kept.base) { wakeUp.signal() } }
        ) { notice?.tell($0) }
        if let notice = kept.notice { runtime.apply(.notice(notice)) }
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

extension FullScreen {
    /// Shows a panel until the person leaves, and gives the terminal back as it was. Ends the process where a signal did.
    ///
    /// - Parameters:
    ///   - tour: The tour that can be taken; the program's own where it is left out.
    ///   - startsTour: Whether it begins at once.
    ///   - firstStop: The place of the stop at which it begins, counted from zero.
    ///
    /// Throws where there is no terminal that can show it.
    static func open(
        _ panel: Panel, _ look: Look, tour: Tour? = nil, startsTour: Bool = false, firstStop: Int = 0
    ) throws(CommandError) {
        do throws(TerminalError) {
            // When the screen is given back and what is trained is saved.
            try show(look) { progress in
                Scene(
                    panel: panel, reducesMotion: look.reducesMotion, tour: tour, startsTour: startsTour,
                    firstStop: firstStop, trainsModels: true, progress: progress, guesses: look.guesses,
                    isLarge: look.isLarge)
            }.pass()
        } catch {
            throw CommandError(error)
        }
    }

    /// - Parameter scene: Makes the scene of what the person has seen.
    private static func show(
        _ look: Look, _ scene: (LearningProgress?) -> Scene
    ) throws(TerminalError) -> Ending {
        try Capabilities.requireTerminal()
        let capabilities = try Capabilities(options: look.terminal)
        let wakeUp = try WakeUp()
        let kept = look.keepsProgress ? KeptProgress.open(.standard) : .none
        var program = FullScreen(
            scene: scene(kept.progress), kept: kept, hasColor: capabilities.colorDepth != .none, wakeUp: wakeUp)
        defer { program.end() }
        return try Terminal.run(&program, on: capabilities, wakeUp: wakeUp)
    }
}

extension CommandError {
    /// Why there is no full screen, in the terminal's own words.
    init(_ error: TerminalError) { self.init(error.description, exitCode: error.status) }
}
