import Platform
import TinyLM

/// A terminal without a screen, in which a program runs as a person would run it: what it writes is read here, and what
/// is written here it reads as typed.
final class PseudoTerminal {
    private let controller: Int32
    private(set) var process: pid_t = 0

    /// Starts a program with a terminal of a size of its own; of the environment it has what a terminal needs, and
    /// `variables`.
    init(
        running path: String, arguments: [String] = [], variables: [String] = [], columns: Int, rows: Int
    ) throws(CommandError) {
        controller = open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC)
        var unlocked: Int32 = 0
        var number: UInt32 = 0
        var size = winsize()
        size.ws_col = UInt16(clamping: columns)
        size.ws_row = UInt16(clamping: rows)
        guard controller >= 0, ioctl(controller, 0x4004_5431, &unlocked) == 0,  // TIOCSPTLCK
            ioctl(controller, 0x8004_5430, &number) == 0,  // TIOCGPTN
            ioctl(controller, UInt(TIOCSWINSZ), &size) == 0
        else {
            throw CommandError("no pseudo terminal could be opened; tlviz benchmark needs /dev/ptmx", exitCode: 71)
        }
        guard spawn(path, arguments, variables, on: "/dev/pts/\(number)") else {
            throw CommandError("\(path) could not be started for the measurement", exitCode: 71)
        }
    }

    deinit {
        end()
        if controller >= 0 { close(controller) }
    }

    /// Asks the program to end, and waits for it.
    func end() {
        guard process > 0 else { return }
        kill(process, SIGTERM)
        // What it still writes has to go somewhere, or it would wait for that.
        _ = output(quietMilliseconds: 300)
        var status: Int32 = 0
        waitpid(process, &status, 0)
        process = 0
    }

    /// POSIX_SPAWN_SETSID, which Swift does not import from glibc and musl.
    private static let newSession: Int16 = 0x80

    private func spawn(_ path: String, _ arguments: [String], _ variables: [String], on device: String) -> Bool {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        // The first terminal that the leader of a new session opens becomes its own.
        posix_spawn_file_actions_addopen(&actions, 0, device, O_RDWR, 0)
        posix_spawn_file_actions_adddup2(&actions, 0, 1)
        posix_spawn_file_actions_adddup2(&actions, 0, 2)
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        posix_spawnattr_setflags(&attributes, PseudoTerminal.newSession)
        var list = PseudoTerminal.copies([path] + arguments)
        var environment = PseudoTerminal.copies(["TERM=xterm-256color", "LANG=C.UTF-8"] + variables)
        defer {
            for pointer in list + environment { free(pointer) }
        }
        return posix_spawn(&process, path, &actions, &attributes, &list, &environment) == 0
    }

    /// Texts as C has them, with the null pointer that ends the list; to be freed.
    private static func copies(_ texts: [String]) -> [UnsafeMutablePointer<CChar>?] {
        var copies: [UnsafeMutablePointer<CChar>?] = []
        for text in texts { copies.append(strdup(text)) }
        copies.append(nil)
        return copies
    }

    func write(_ text: String) {
        _ = SystemCall.writeAll(Array(text.utf8), to: controller)
    }

    /// What the program writes until it has been quiet for some milliseconds, and when the last byte came.
    func output(quietMilliseconds: Int32) -> (bytes: [UInt8], last: ContinuousClock.Instant?) {
        var bytes: [UInt8] = []
        var last: ContinuousClock.Instant?
        var buffer = [UInt8](repeating: 0, count: 65536)
        while wait(quietMilliseconds) {
            let count = buffer.withUnsafeMutableBytes { systemRead(controller, $0.baseAddress, $0.count) }
            guard count > 0 else { break }
            last = .now
            bytes += buffer[..<count]
        }
        return (bytes, last)
    }

    /// What the program writes up to some bytes, and when they came; nil where they do not come within five seconds.
    func time(of sequence: String) -> ContinuousClock.Instant? {
        let wanted = Array(sequence.utf8)
        var seen: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 65536)
        while wait(5000) {
            let count = buffer.withUnsafeMutableBytes { systemRead(controller, $0.baseAddress, $0.count) }
            guard count > 0 else { return nil }
            let now = ContinuousClock.now
            let before = max(0, seen.count - wanted.count)
            seen += buffer[..<count]
            if seen[before...].indices.contains(where: { seen[$0...].starts(with: wanted) }) { return now }
        }
        return nil
    }

    private func wait(_ milliseconds: Int32) -> Bool {
        var descriptor = pollfd(fd: controller, events: Int16(POLLIN), revents: 0)
        return poll(&descriptor, 1, milliseconds) > 0 && descriptor.revents & Int16(POLLIN) != 0
    }

    /// A number of `/proc/PID/status`, such as `VmRSS` (KB) or `voluntary_ctxt_switches`.
    func status(_ name: String) -> Int? {
        let file = open("/proc/\(process)/status", O_RDONLY)
        guard file >= 0 else { return nil }
        defer { close(file) }
        var buffer = [UInt8](repeating: 0, count: 8192)
        let count = buffer.withUnsafeMutableBytes { systemRead(file, $0.baseAddress, $0.count) }
        guard count > 0 else { return nil }
        for line in String(decoding: buffer[..<count], as: UTF8.self).split(separator: "\n")
        where line.hasPrefix(name + ":") {
            return line.split(whereSeparator: { $0 == " " || $0 == "\t" }).dropFirst().first.flatMap { Int($0) }
        }
        return nil
    }
}

private func systemRead(_ descriptor: Int32, _ bytes: UnsafeMutableRawPointer?, _ count: Int) -> Int {
    read(descriptor, bytes, count)
}
