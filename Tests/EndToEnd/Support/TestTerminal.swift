import Foundation

/// A real terminal for one test: tmux on a socket of its own, with bash in it.
///
/// Nothing sleeps for a fixed time: the ``wait(for:)`` family polls for what should be on the screen.
final class TestTerminal: Sendable {
    private let socket = "tlviz-test-\(UUID().uuidString)"
    /// A folder that lives as long as the terminal.
    let folder: URL

    /// What the screen showed when a wait ended in vain.
    struct NotSeen: Error, CustomStringConvertible {
        var wanted: String
        var screen: String
        var description: String { "not seen: \(wanted)\n--- the screen:\n\(screen)" }
    }

    /// Opens the terminal, with the prompt `$ ` and the environment changed as told.
    init(columns: Int = 100, rows: Int = 30, environment: [String: String] = [:]) throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent(socket)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        // What the person who runs the tests has kept is neither read nor written.
        var told = [
            "TERM": "tmux-256color", "LANG": "C.UTF-8", "PS1": "$ ", "SWIFT_BACKTRACE": "enable=no",
            "XDG_STATE_HOME": folder.appendingPathComponent("state").path,
        ]
        told.merge(environment) { $1 }
        let assignments = told.map { "\($0.key)=\($0.value)" }.sorted()
        // What the machine that runs the tests says of its own terminal must not count.
        let unset = ["LC_ALL", "LC_CTYPE", "COLORTERM", "NO_COLOR", "COLORFGBG"].flatMap { ["-u", $0] }
        try tmux(
            ["new-session", "-d", "-x", "\(columns)", "-y", "\(rows)", "env"] + unset + assignments
                + ["bash", "--norc", "--noprofile", "-i"])
        try wait(until: "a prompt") { $0.hasPrefix("$") }
        try run("ulimit -c 0; clear")
        try wait(until: "an empty screen") { !$0.contains("ulimit") }
    }

    deinit {
        _ = try? tmux(["kill-server"])
        try? FileManager.default.removeItem(at: folder)
    }

    /// Runs a command of tmux on this terminal's server and returns what it printed.
    @discardableResult
    func tmux(_ arguments: [String]) throws -> String {
        let result = try CommandResult.of(["tmux", "-L", socket, "-f", "/dev/null"] + arguments)
        if result.status != 0 { throw NotSeen(wanted: arguments.joined(separator: " "), screen: result.error) }
        return result.output
    }

    /// Presses keys, by tmux's names: `Right`, `S-Right`, `C-c`, `Enter`, `a`.
    func press(_ keys: String...) throws { try tmux(["send-keys"] + keys) }

    /// Types text as it stands.
    func type(_ text: String) throws { try tmux(["send-keys", "-l", "--", text]) }

    /// Sends bytes as the terminal itself would, such as a mouse report.
    func send(_ bytes: [UInt8]) throws { try tmux(["send-keys", "-H"] + bytes.map { String($0, radix: 16) }) }

    /// Presses the mouse on a text of the screen, and releases it.
    func click(on text: String) throws {
        let lines = try screen().split(separator: "\n", omittingEmptySubsequences: false)
        for (row, line) in lines.enumerated() {
            guard let range = line.range(of: text) else { continue }
            let column = line.distance(from: line.startIndex, to: range.lowerBound) + 2
            try send(Array("\u{1B}[<0;\(column);\(row + 1)M\u{1B}[<0;\(column);\(row + 1)m".utf8))
            return
        }
        throw NotSeen(wanted: text, screen: try screen())
    }

    /// Types a command line for the shell.
    func run(_ line: String) throws {
        try type(line)
        try press("Enter")
    }

    func resize(columns: Int, rows: Int) throws { try tmux(["resize-window", "-x", "\(columns)", "-y", "\(rows)"]) }

    /// The screen as text; with `styled`, as text with SGR sequences.
    func screen(styled: Bool = false) throws -> String { try tmux(["capture-pane", "-p"] + (styled ? ["-e"] : [])) }

    /// A variable of tmux, such as `alternate_on`, `cursor_flag`, `mouse_any_flag`, `cursor_x`.
    func state(_ variable: String) throws -> String {
        let text = try tmux(["display-message", "-p", "#{\(variable)}"])
        return text.trimmingCharacters(in: .newlines)
    }

    /// Waits until a text is on the screen.
    func wait(for text: String, seconds: Double = 10) throws {
        try wait(until: text, seconds: seconds) { $0.contains(text) }
    }

    /// Waits until the screen is as it should be.
    func wait(until wanted: String, seconds: Double = 10, _ isRight: (String) throws -> Bool) throws {
        let deadline = Date(timeIntervalSinceNow: seconds)
        while true {
            let screen = try screen()
            if try isRight(screen) { return }
            if Date() > deadline { throw NotSeen(wanted: wanted, screen: screen) }
            usleep(10_000)
        }
    }
}
