import Cells
import CNcurses
import Platform

/// The open screen, from taking the terminal to giving it back.
struct Screen: LoopDevice {
    private let capabilities: Capabilities
    private let wakeUp: WakeUp?
    private var painter: Painter
    private var theme: ThemeChoice
    private var cursor: Position?
    /// The terminal may be in other modes than it should be.
    private var needsModes = false

    /// Takes the terminal.
    init(_ capabilities: Capabilities, wakeUp: WakeUp?) throws(TerminalError) {
        let name = capabilities.terminal.used
        guard guard_raise() else { throw .outOfReach(name: capabilities.terminal.asked) }
        let restore = Array(TerminalModes.off(capabilities).utf8) + capabilities.terminal.entry.restore
        let isPrepared = restore.withUnsafeBytes { bytes in
            // Only read, and only `count` bytes; the guard keeps a copy.
            guard_prepare(bytes.baseAddress?.assumingMemoryBound(to: CChar.self), bytes.count)
        }
        output_block()
        guard isPrepared, screen_open(name) else {
            guard_lower()
            throw .outOfReach(name: capabilities.terminal.asked)
        }
        self.capabilities = capabilities
        self.wakeUp = wakeUp
        theme = capabilities.theme(answer: nil)
        painter = Painter(
            look: capabilities.look(of: theme), depth: capabilities.colorDepth, ascii: capabilities.isASCII)
        TerminalModes.write(TerminalModes.on(capabilities))
    }

    var size: Size { Size(columns: Int(screen_columns()), rows: Int(screen_rows())) }
    var isLight: Bool? { theme.isLight }
    var usesMouse: Bool { capabilities.usesMouse }
    var isInForeground: Bool { job_is_foreground() }
    var isOrphan: Bool { job_is_orphan() }
    var hasRoom: Bool { output_has_room(0) }

    var now: Double {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return Double(time.tv_sec) * 1000 + Double(time.tv_nsec) / 1_000_000
    }
}

// MARK: Waiting and reading

extension Screen {
    func wait(for wanted: Readiness, milliseconds: Int32) -> Readiness {
        let descriptors = [
            wanted.contains(.input) ? STDIN_FILENO : -1, wanted.contains(.signals) ? guard_pipe() : -1,
            wanted.contains(.wakeUp) ? wakeUp?.descriptor ?? -1 : -1,
        ]
        let room = wanted.contains(.room) ? STDOUT_FILENO : -1
        let ready = Poll.wait(descriptors, room: room, milliseconds: milliseconds)
        return zip(ready, [Readiness.input, .signals, .wakeUp, .room]).reduce(into: []) { found, entry in
            if entry.0 { found.insert(entry.1) }
        }
    }

    func input() -> [UInt8]? { Poll.read(STDIN_FILENO) }
    func signals() -> [Int32] { (Poll.read(guard_pipe()) ?? []).map(Int32.init) }
    func takeWakeUp() { wakeUp?.take() }
}

// MARK: Drawing

extension Screen {
    mutating func paint(_ picture: (canvas: Canvas, cursor: Position?)) {
        // Whoever shares the terminal may have changed that at any time.
        output_block()
        if needsModes { TerminalModes.write(TerminalModes.on(capabilities)) }
        needsModes = false
        cursor = picture.cursor
        painter.paint(picture.canvas, cursor: cursor)
    }

    func fit() -> Bool { screen_fit() }

    mutating func forget() {
        screen_forget()
        needsModes = true
    }
}

// MARK: Questions

extension Screen {
    /// Asks for the background and the width of a character, and then what the terminal is: nearly every terminal
    /// answers that, so whatever else it has to say has come by then.
    mutating func ask() -> Bool {
        guard capabilities.asksBackground || capabilities.asksWidth else { return false }
        TerminalModes.write(
            (capabilities.asksBackground ? TerminalQuestion.background : "")
                + (capabilities.asksWidth ? TerminalQuestion.width : "") + TerminalQuestion.attributes)
        if capabilities.asksWidth {
            screen_rewrite(0)
            painter.update(cursor: cursor)
        }
        return true
    }

    func askAgain() { TerminalModes.write(TerminalQuestion.attributes) }

    func expectAnswers(until due: Double?) { guard_expect(due.map { Int64($0) } ?? 0) }

    mutating func follow(_ background: BackgroundColor) -> Bool {
        let before = painter.look
        theme = capabilities.theme(answer: background)
        painter.look = capabilities.look(of: theme)
        return painter.look != before
    }

    /// Where an ambiguous character takes two cells, only ASCII stands where it should.
    mutating func follow(cursor: Position) -> Bool {
        guard capabilities.asksWidth, !painter.ascii, TerminalQuestion.isWide(cursor) == true else { return false }
        painter.ascii = true
        return true
    }
}

// MARK: Stopping and ending

extension Screen {
    func send(_ signal: Int32) { job_send(signal) }
    func answerRequest() { guard_answer() }
    func fallSilent() { TerminalModes.write(TerminalModes.off(capabilities)) }

    mutating func stop() -> Place {
        screen_leave()
        return takeBack(guard_stop())
    }

    mutating func resume() -> Place { takeBack(job_await_foreground()) }

    private mutating func takeBack(_ place: job_place) -> Place {
        switch place {
        case JOB_FOREGROUND:
            screen_return()
            needsModes = true
            return .foreground
        case JOB_ENDING: return .ending
        default: return .lost
        }
    }

    func close(isAway: Bool) {
        // ncurses would wait for ever for a terminal that reads no more.
        if isAway || !output_has_room(1000) {
            guard_restore()
            screen_discard()
        } else {
            screen_close()
        }
        guard_lower()
    }
}
