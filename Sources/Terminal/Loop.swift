import Cells
import CNcurses
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
/// - Parameters:
///   - capabilities: Of the terminal that standard input and output are.
///   - wakeUp: What other threads signal when they have something for the program.
/// - Throws: Where standard input or output is no terminal, or the terminal cannot show a full screen. Nothing was
///   written to it then.
public func run<Program: TerminalProgram>(
    _ program: inout Program, on capabilities: Capabilities, wakeUp: WakeUp? = nil
) throws(TerminalError) -> Ending {
    try Capabilities.requireTerminal()
    // Before any signal is handled: what stops or ends a program in the background does so here too.
    guard job_await_foreground() == JOB_FOREGROUND else { throw .notInForeground }
    let screen = try Screen(capabilities, wakeUp: wakeUp)
    var loop = Loop(device: screen, decoder: InputDecoder(keys: capabilities.terminal.entry.keys))
    return loop.run(&program)
}

/// Waits, reads, asks the program, draws: one drawing at most for each time that it wakes, and no waking at rest.
struct Loop<Device: LoopDevice> {
    private(set) var device: Device
    private var decoder: InputDecoder
    private var questions = Questions()
    private var ending: Ending?
    private var needsDrawing = true
    /// The terminal is gone and neither answers nor takes anything.
    private var isGone = false
    /// The terminal is somebody else's, and only what this program has done to it may be undone.
    private var isAway = false
    /// When the last frame was drawn, and when the last byte came, on the device's clock.
    private var lastFrame = 0.0
    private var lastByte = 0.0

    /// Milliseconds between two frames of an animation.
    private static var frame: Double { 1000.0 / 30 }

    init(device: Device, decoder: InputDecoder) {
        self.device = device
        self.decoder = decoder
    }

    mutating func run<Program: TerminalProgram>(_ program: inout Program) -> Ending {
        give(.resize(device.size), to: &program)
        if let isLight = device.isLight { give(.background(isLight: isLight), to: &program) }
        draw(&program)
        if device.ask() { expectAnswers() }
        lastFrame = device.now
        while ending == nil { turn(&program) }
        leave()
        return ending ?? .ended
    }

    private mutating func turn<Program: TerminalProgram>(_ program: inout Program) {
        let wasMoving = program.isMoving
        // What is still to be drawn waits for the terminal to take it, and moves on then.
        let wanted: Readiness = needsDrawing ? [.input, .signals, .wakeUp, .room] : [.input, .signals, .wakeUp]
        let ready = device.wait(for: wanted, milliseconds: wait(wasMoving && !needsDrawing))
        if ready.contains(.signals) { takeSignals(&program) }
        if ready.contains(.input), ending == nil { take(read(), for: &program) }
        if ready.contains(.wakeUp), ending == nil { wake(&program) }
        if let patience = decoder.patience, device.now - lastByte >= Double(patience) {
            give(decoder.settle(), to: &program)
        }
        if ending != nil { return }
        letTimePass(wasMoving, &program)
        if needsDrawing, device.hasRoom { draw(&program) }
    }

    /// How many milliseconds to wait at most: until the next frame, or the end of a sequence that has begun; -1 for
    /// as long as nothing happens.
    private func wait(_ isMoving: Bool) -> Int32 {
        var deadlines: [Double] = []
        if isMoving { deadlines.append(lastFrame + Self.frame) }
        if let patience = decoder.patience { deadlines.append(lastByte + Double(patience)) }
        guard let first = deadlines.min() else { return -1 }
        return Int32(max(0, first - device.now).rounded(.up))
    }

    private mutating func letTimePass<Program: TerminalProgram>(_ wasMoving: Bool, _ program: inout Program) {
        let now = device.now
        // What begins to move now has not been moving while the loop slept.
        guard wasMoving else {
            lastFrame = now
            return
        }
        guard now - lastFrame >= Self.frame || needsDrawing else { return }
        program.advance(seconds: min(now - lastFrame, 100) / 1000)
        lastFrame = now
        needsDrawing = true
    }

    private mutating func draw<Program: TerminalProgram>(_ program: inout Program) {
        needsDrawing = false
        device.paint(program.picture(size: device.size))
    }
}

// MARK: What comes in

extension Loop {
    private mutating func read() -> [UInt8] {
        guard let bytes = device.input() else {
            isGone = true
            ending = ending ?? .signal(SIGHUP)
            return []
        }
        if !bytes.isEmpty { lastByte = device.now }
        return bytes
    }

    private mutating func take<Program: TerminalProgram>(_ bytes: [UInt8], for program: inout Program) {
        if !bytes.isEmpty { give(decoder.feed(bytes), to: &program) }
    }

    private mutating func give<Program: TerminalProgram>(_ events: [TerminalEvent], to program: inout Program) {
        for event in events where ending == nil {
            switch event {
            // Keys that are the terminal's own, where it sends them in another form.
            case .key(.control("c")): device.send(SIGINT)
            case .key(.control("\\")): device.send(SIGQUIT)
            case .key(.control("z")): device.send(SIGTSTP)
            case .key(.control("l")): repaint()
            case .key(let key): give(.key(key), to: &program)
            case .paste(let text): give(.paste(text), to: &program)
            case .pointer(let pointer): give(.pointer(pointer), to: &program)
            case .attributes: takeAnswer()
            case .cursor(let position): if device.follow(cursor: position) { repaint() }
            case .background(let color):
                if device.follow(color) { needsDrawing = true }
                give(.background(isLight: color.isLight), to: &program)
            }
        }
    }

    private mutating func give<Program: TerminalProgram>(_ input: Input, to program: inout Program) {
        needsDrawing = true
        if program.handle(input) == .end { ending = .ended }
    }

    private mutating func repaint() {
        device.forget()
        needsDrawing = true
    }

    private mutating func wake<Program: TerminalProgram>(_ program: inout Program) {
        device.takeWakeUp()
        needsDrawing = true
        if program.wake() == .end { ending = .ended }
    }

    private mutating func takeSignals<Program: TerminalProgram>(_ program: inout Program) {
        let numbers = device.signals()
        if takeRequest(numbers) { return }
        // Going on after a stop of our own is part of it; after any other, the shell has had the terminal.
        if numbers.contains(SIGTSTP) {
            stop(&program)
        } else if numbers.contains(SIGCONT) {
            if device.isOrphan {
                // Whoever ran the shell takes the terminal now.
                isAway = true
                ending = .signal(SIGHUP)
            } else {
                goOn(device.resume(), &program)
            }
        } else if numbers.contains(SIGWINCH) {
            // The same size again is how a multiplexer says that somebody looks at an empty screen.
            if !device.fit() { device.forget() }
            give(.resize(device.size), to: &program)
        }
    }

    /// Takes the first request to end among signals, if there is one.
    private mutating func takeRequest(_ numbers: [Int32]) -> Bool {
        guard let number = numbers.first(where: signals_end) else { return false }
        device.answerRequest()
        if ending == nil { ending = .signal(number) }
        return true
    }
}

// MARK: What goes out

extension Loop {
    private mutating func expectAnswers() {
        questions.ask(at: device.now)
        device.expectAnswers(until: questions.due)
    }

    private mutating func takeAnswer() {
        questions.answer(at: device.now)
        device.expectAnswers(until: nil)
    }

    private mutating func stop<Program: TerminalProgram>(_ program: inout Program) {
        fallSilent()
        if ending == nil { goOn(device.stop(), &program) }
    }

    private mutating func goOn<Program: TerminalProgram>(_ place: Place, _ program: inout Program) {
        let isRequested = takeRequest(device.signals())
        guard place == .foreground else {
            isAway = true
            ending = ending ?? .signal(SIGHUP)
            return
        }
        lastFrame = device.now
        if !isRequested { give(.resize(device.size), to: &program) }
    }

    private mutating func leave() {
        if !device.isInForeground { isAway = true }
        if !isAway { fallSilent() }
        device.close(isAway: isAway)
    }

    /// Lets the terminal send nothing more, and takes in what is under way: answers and reports of the mouse would
    /// reach the shell as if they had been typed.
    private mutating func fallSilent() {
        // A terminal that went away, or that takes nothing, is not asked.
        guard !isGone, device.hasRoom else { return }
        device.fallSilent()
        awaitAnswers()
        // A terminal that answers answers one more question, after which no report comes.
        guard !isGone, questions.hasAnswered, device.usesMouse else { return }
        device.askAgain()
        expectAnswers()
        awaitAnswers()
    }

    private mutating func awaitAnswers() {
        while let due = questions.due, !isGone {
            let rest = due - device.now
            guard rest > 0 else {
                questions.giveUp()
                device.expectAnswers(until: nil)
                return
            }
            let ready = device.wait(for: [.input, .signals], milliseconds: Int32(rest.rounded(.up)))
            // A request to end is taken but does not end the wait; a new size is asked for when it is needed.
            if ready.contains(.signals) { _ = takeRequest(device.signals()) }
            guard ready.contains(.input) else { continue }
            if decoder.feed(read()).contains(.attributes) { takeAnswer() }
        }
    }
}
