import CNcurses
import Cells
import Platform

/// How a run came to its end.
public enum Ending: Hashable, Sendable {
    /// The program said so.
    case ended
    /// A signal, Control-C's among them; or SIGHUP where the terminal went away.
    case signal(Int32)

    /// Ends the process as the signal would have ended it, so that the exit status says so (130 for Control-C);
    /// returns where nothing but the program itself ended the run. To be called last, when all else is put away.
    public func pass() {
        guard case .signal(let number) = self else { return }
        // The handlers from before the run are back; one that ignored the signal would have kept it from the loop,
        // except for SIGHUP, which a terminal that went away stands for.
        Platform.signal(number, SIG_DFL)
        raise(number)
    }
}

/// Runs a program on the full screen until it ends, and gives the terminal back as it was.
///
/// - Parameter wakeUp: What other threads signal when they have something for the program.
/// - Throws: Where standard input or output is no terminal, or the terminal cannot show a full screen. Nothing was
///   written to it then.
public func run<Program: TerminalProgram>(
    _ program: inout Program, options: TerminalOptions = TerminalOptions(),
    environment: TerminalEnvironment = .current, wakeUp: WakeUp? = nil
) throws(TerminalError) -> Ending {
    try Capabilities.requireTerminal()
    let capabilities = try Capabilities(options: options, environment: environment)
    let screen = try Screen(capabilities)
    var loop = Loop(
        screen: screen, decoder: InputDecoder(keys: capabilities.terminal.entry.keys), wakeUp: wakeUp)
    return loop.run(&program)
}

/// Waits, reads, asks the program, draws: one drawing at most for each time that it wakes, and no waking at rest.
struct Loop {
    private var screen: Screen
    private var decoder: InputDecoder
    private let wakeUp: WakeUp?
    private var ending: Ending?
    private var needsDrawing = true
    /// Milliseconds on the monotonic clock: the last frame's, and the last byte's.
    private var lastFrame = 0.0
    private var lastByte = 0.0

    /// Milliseconds between two frames of an animation.
    private static let frame = 1000.0 / 30
    /// Milliseconds to wait at the end for answers that are under way.
    private static let farewell = 200.0

    init(screen: Screen, decoder: InputDecoder, wakeUp: WakeUp?) {
        self.screen = screen
        self.decoder = decoder
        self.wakeUp = wakeUp
    }

    mutating func run<Program: TerminalProgram>(_ program: inout Program) -> Ending {
        give(.resize(screen.size), to: &program)
        if let isLight = screen.theme.isLight { give(.background(isLight: isLight), to: &program) }
        draw(program)
        screen.ask()
        lastFrame = Clock.now
        while ending == nil { turn(&program) }
        leave()
        return ending ?? .ended
    }

    private mutating func turn<Program: TerminalProgram>(_ program: inout Program) {
        let wasMoving = program.isMoving
        let ready = Poll.wait(
            [STDIN_FILENO, guard_pipe(), wakeUp?.descriptor ?? -1], milliseconds: wait(wasMoving))
        if ready[1] { takeSignals(&program) }
        if ready[0] { take(read(), for: &program) }
        if ready[2], ending == nil { wake(&program) }
        if let patience = decoder.patience, Clock.now - lastByte >= Double(patience) {
            give(decoder.settle(), to: &program)
        }
        if ending != nil { return }
        letTimePass(wasMoving, &program)
        if needsDrawing { draw(program) }
    }

    /// How many milliseconds to wait at most: until the next frame, or the end of a sequence that has begun; -1 for
    /// as long as nothing happens.
    private func wait(_ isMoving: Bool) -> Int32 {
        var deadlines: [Double] = []
        if isMoving { deadlines.append(lastFrame + Loop.frame) }
        if let patience = decoder.patience { deadlines.append(lastByte + Double(patience)) }
        guard let first = deadlines.min() else { return -1 }
        return Int32(max(0, first - Clock.now).rounded(.up))
    }

    private mutating func letTimePass<Program: TerminalProgram>(_ wasMoving: Bool, _ program: inout Program) {
        let now = Clock.now
        // What begins to move now has not been moving while the loop slept.
        guard wasMoving else {
            lastFrame = now
            return
        }
        guard now - lastFrame >= Loop.frame || needsDrawing else { return }
        program.advance(seconds: min(now - lastFrame, 100) / 1000)
        lastFrame = now
        needsDrawing = true
    }

    private mutating func draw<Program: TerminalProgram>(_ program: Program) {
        needsDrawing = false
        screen.paint(program.picture(size: screen.size))
    }
}

// MARK: What comes in

extension Loop {
    private mutating func read() -> [UInt8] {
        guard let bytes = Poll.read(STDIN_FILENO) else {
            ending = .signal(SIGHUP)
            return []
        }
        if !bytes.isEmpty { lastByte = Clock.now }
        return bytes
    }

    private mutating func take<Program: TerminalProgram>(_ bytes: [UInt8], for program: inout Program) {
        if !bytes.isEmpty { give(decoder.feed(bytes), to: &program) }
    }

    private mutating func give<Program: TerminalProgram>(_ events: [TerminalEvent], to program: inout Program) {
        for event in events where ending == nil {
            switch event {
            case .key(.control("c")): ending = .signal(SIGINT)
            case .key(.control("\\")): ending = .signal(SIGQUIT)
            case .key(.control("l")):
                screen_forget()
                needsDrawing = true
            case .key(.control("z")): suspend(&program)
            case .key(let key): give(.key(key), to: &program)
            case .paste(let text): give(.paste(text), to: &program)
            case .pointer(let pointer): give(.pointer(pointer), to: &program)
            case .attributes: screen.answered()
            case .background(let color):
                if screen.follow(color) { needsDrawing = true }
                give(.background(isLight: color.isLight), to: &program)
            }
        }
    }

    private mutating func give<Program: TerminalProgram>(_ input: Input, to program: inout Program) {
        needsDrawing = true
        if program.handle(input) == .end { ending = .ended }
    }

    private mutating func wake<Program: TerminalProgram>(_ program: inout Program) {
        wakeUp?.take()
        needsDrawing = true
        if program.wake() == .end { ending = .ended }
    }

    private mutating func takeSignals<Program: TerminalProgram>(_ program: inout Program) {
        let numbers = (Poll.read(guard_pipe()) ?? []).map(Int32.init)
        if let number = numbers.first(where: guard_ends) {
            ending = .signal(number)
            return
        }
        // Going on after a stop of our own is part of it; after any other, the shell has had the terminal.
        if numbers.contains(SIGTSTP) {
            suspend(&program)
            return
        } else if numbers.contains(SIGCONT) {
            screen.resume()
        } else if screen_fit() == false {
            return
        }
        lastFrame = Clock.now
        give(.resize(screen.size), to: &program)
    }

    private mutating func suspend<Program: TerminalProgram>(_ program: inout Program) {
        screen.suspend()
        _ = Poll.read(guard_pipe())
        lastFrame = Clock.now
        give(.resize(screen.size), to: &program)
    }

    /// Gives the terminal back. Answers and mouse reports that are still under way are taken in before: they would
    /// reach the shell as if they had been typed.
    private mutating func leave() {
        // A terminal that went away answers no more, so it is not asked.
        var isAnswering = true
        if case .signal(SIGHUP) = ending { isAnswering = false }
        let deadline = Clock.now + Loop.farewell
        var isWaiting = screen.quiet(asking: isAnswering)
        while isWaiting {
            let rest = deadline - Clock.now
            guard rest > 0, Poll.wait([STDIN_FILENO], milliseconds: Int32(rest.rounded(.up)))[0],
                let bytes = Poll.read(STDIN_FILENO)
            else { break }
            isWaiting = !decoder.feed(bytes).contains(.attributes)
        }
        screen.close()
    }
}
