import Foundation

/// A pseudo terminal whose other end the test holds: it sees every byte, answers questions when it wants to, and may
/// read nothing at all.
final class BareTerminal {
    /// What did not come within the time.
    struct NotSeen: Error, CustomStringConvertible {
        var description: String
    }

    let process: pid_t
    private let controller: Int32
    /// Everything that was read.
    private(set) var output: [UInt8] = []
    /// How many seconds an answer takes; nil answers nothing.
    var answerDelay: Double? = 0
    /// What the terminal says when it is asked where the cursor is, after an ambiguous character.
    var cursorAnswer: String?

    /// Where the program keeps its state: what the person who runs the tests has kept is neither read nor written.
    private let state = FileManager.default.temporaryDirectory.appendingPathComponent("tlviz-\(UUID().uuidString)")
    private var answers: [(due: Date, text: String)] = []
    private var answered = 0
    private var status: Int32?

    /// Starts a program, found through PATH, as the leader of a session of its own on the terminal.
    ///
    /// - Parameter flags: What else the program's descriptors are opened with, such as `O_NONBLOCK`.
    init(
        _ arguments: [String], columns: Int = 80, rows: Int = 24, environment: [String: String] = [:], flags: Int32 = 0
    ) throws {
        controller = open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC)
        var unlocked: Int32 = 0
        var number: UInt32 = 0
        // TIOCSPTLCK and TIOCGPTN
        guard controller >= 0, ioctl(controller, 0x4004_5431, &unlocked) == 0,
            ioctl(controller, 0x8004_5430, &number) == 0
        else { throw NotSeen(description: "a pseudo terminal") }
        Self.resize(controller, columns, rows)
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        // The first terminal that the leader of a session opens becomes its own.
        posix_spawn_file_actions_addopen(&actions, 0, "/dev/pts/\(number)", O_RDWR | flags, 0)
        posix_spawn_file_actions_adddup2(&actions, 0, 1)
        posix_spawn_file_actions_adddup2(&actions, 0, 2)
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        var none = sigset_t()
        sigemptyset(&none)
        posix_spawnattr_setsigmask(&attributes, &none)
        // POSIX_SPAWN_SETSID is 0x80 and not imported.
        posix_spawnattr_setflags(&attributes, 0x80 | Int16(POSIX_SPAWN_SETSIGMASK))
        var settings = ProcessInfo.processInfo.environment.filter {
            !["LC_ALL", "LC_CTYPE", "COLORTERM", "NO_COLOR", "COLORFGBG", "LINES", "COLUMNS"].contains($0.key)
        }
        settings.merge([
            "TERM": "xterm-256color", "LANG": "C.UTF-8", "PS1": "P> ", "SWIFT_BACKTRACE": "enable=no",
            "XDG_STATE_HOME": state.path,
        ]) { $1 }
        settings.merge(environment) { $1 }
        var words = Self.copies(arguments)
        var variables = Self.copies(settings.map { "\($0.key)=\($0.value)" })
        defer { (words + variables).forEach { free($0) } }
        var started: pid_t = 0
        guard posix_spawnp(&started, arguments[0], &actions, &attributes, &words, &variables) == 0 else {
            throw NotSeen(description: arguments[0])
        }
        process = started
    }

    deinit {
        if status == nil {
            kill(process, SIGKILL)
            waitpid(process, nil, 0)
        }
        close(controller)
        try? FileManager.default.removeItem(at: state)
    }

    private static func copies(_ texts: [String]) -> [UnsafeMutablePointer<CChar>?] {
        var copies: [UnsafeMutablePointer<CChar>?] = []
        for text in texts { copies.append(strdup(text)) }
        copies.append(nil)
        return copies
    }

    private static func resize(_ controller: Int32, _ columns: Int, _ rows: Int) {
        var size = winsize()
        size.ws_col = UInt16(columns)
        size.ws_row = UInt16(rows)
        _ = ioctl(controller, UInt(TIOCSWINSZ), &size)
    }

    func resize(columns: Int, rows: Int) { Self.resize(controller, columns, rows) }

    var text: String { String(decoding: output, as: UTF8.self) }

    func write(_ text: String) {
        let bytes = Array(text.utf8)
        _ = bytes.withUnsafeBytes { Foundation.write(controller, $0.baseAddress, $0.count) }
    }

    func signal(_ number: Int32) { kill(process, number) }

    /// Reads and answers until the output that came after a place is as it should be.
    func read(until wanted: String, from start: Int = 0, seconds: Double = 20, _ isRight: (String) -> Bool) throws {
        let deadline = Date(timeIntervalSinceNow: seconds)
        while !isRight(String(decoding: output[start...], as: UTF8.self)) {
            guard Date() < deadline else {
                throw NotSeen(description: "not seen: \(wanted)\n--- after:\n\(text.debugDescription.suffix(2000))")
            }
            step()
        }
    }

    func read(until wanted: String, from start: Int = 0) throws {
        try read(until: wanted, from: start) { $0.contains(wanted) }
    }

    /// Reads for a while, as somebody who does nothing.
    func read(seconds: Double) {
        let end = Date(timeIntervalSinceNow: seconds)
        while Date() < end { step() }
    }

    /// Reads and answers until the program has ended; its status as a shell says it.
    func end(isReading: Bool = true) throws -> Int32 {
        let deadline = Date(timeIntervalSinceNow: 30)
        while status == nil {
            var raw: Int32 = 0
            if waitpid(process, &raw, WNOHANG) == process {
                status = raw & 0x7F == 0 ? raw >> 8 & 0xFF : 128 + (raw & 0x7F)
                break
            }
            guard Date() < deadline else { throw NotSeen(description: "the end; \(text.debugDescription.suffix(500))") }
            if isReading { step() } else { usleep(10_000) }
        }
        if let delay = answerDelay { read(seconds: 0.05 + delay) }
        return status ?? -1
    }

    /// Waits for at most a hundredth of a second, reads what there is, and answers what is due.
    private func step() {
        while let first = answers.first, first.due <= Date() {
            answers.removeFirst()
            write(first.text)
        }
        var descriptor = pollfd(fd: controller, events: Int16(POLLIN), revents: 0)
        guard poll(&descriptor, 1, 10) > 0, descriptor.revents & Int16(POLLIN) != 0 else {
            if descriptor.revents != 0 { usleep(10_000) }
            return
        }
        var buffer = [UInt8](repeating: 0, count: 65536)
        let count = buffer.withUnsafeMutableBytes { Foundation.read(controller, $0.baseAddress, $0.count) }
        guard count > 0 else { return }
        output += buffer[..<count]
        note()
    }

    /// Finds the questions in what was not looked at yet.
    private func note() {
        let questions = [
            (Array("\u{1B}]11;?".utf8), "\u{1B}]11;rgb:0000/0000/0000\u{1B}\\"),
            (Array("\u{1B}[6n".utf8), cursorAnswer), (Array("\u{1B}[c".utf8), "\u{1B}[?62;22c"),
        ]
        while answered < output.count {
            let rest = output[answered...]
            if let (question, answer) = questions.first(where: { rest.starts(with: $0.0) }) {
                answered += question.count
                guard let delay = answerDelay, let answer else { continue }
                answers.append((Date(timeIntervalSinceNow: delay), answer))
            } else if rest.count < 5, questions.contains(where: { $0.0.starts(with: rest) }) {
                // The rest of the question is still to come.
                return
            } else {
                answered += 1
            }
        }
    }

    /// The state of a process as the kernel writes it: `S`, `T`, `R`; nil where it is gone.
    static func state(of process: pid_t) -> Character? {
        guard let text = try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8) else { return nil }
        let state = text.split(separator: ")").last?.first { $0 != " " }
        return state == "Z" ? nil : state
    }

    /// The children of a process, in the order of their start.
    static func children(of process: pid_t) -> [pid_t] {
        let text = try? String(contentsOfFile: "/proc/\(process)/task/\(process)/children", encoding: .utf8)
        return (text ?? "").split(separator: " ").compactMap { pid_t($0) }
    }

    /// Waits, reading, until a process is in a state; nil is gone.
    func wait(for process: pid_t, state: Character?, seconds: Double = 20) throws {
        let deadline = Date(timeIntervalSinceNow: seconds)
        while Self.state(of: process) != state {
            guard Date() < deadline else {
                throw NotSeen(description: "state \(state ?? "-") of \(process): \(Self.state(of: process) ?? "-")")
            }
            step()
        }
    }
}
