import Foundation
import Testing

/// Shells, stops, backgrounds and ends of others.
@Suite(.serialized) struct JobControlTests {
    private let panel = "4 Scale"

    private func shell() throws -> BareTerminal {
        let terminal = try BareTerminal(["bash", "--norc", "--noprofile", "-i"])
        try terminal.read(until: "P> ")
        return terminal
    }

    /// Starts the program in the shell and returns its process.
    private func started(in terminal: BareTerminal, _ line: String = "'\(Product.path)'") throws -> pid_t {
        let start = terminal.output.count
        terminal.write(line + "\r")
        try terminal.read(until: panel, from: start)
        terminal.read(seconds: 0.3)
        return try #require(BareTerminal.children(of: terminal.process).last)
    }

    private func stop(_ process: pid_t, in terminal: BareTerminal) throws {
        terminal.write("\u{1A}")
        try terminal.wait(for: process, state: "T")
        try terminal.read(until: "a prompt") { $0.hasSuffix("P> ") }
    }

    @Test(arguments: ["TERM", "HUP", "INT", "USR1"]) func aRequestToEndWhileSuspendedIsTaken(signal: String) throws {
        let terminal = try shell()
        let process = try started(in: terminal)
        try stop(process, in: terminal)
        let start = terminal.output.count
        terminal.write("kill -\(signal) %1; kill -CONT %1\r")
        try terminal.wait(for: process, state: nil)
        terminal.read(seconds: 0.2)
        // The shell has the terminal: nothing was drawn on it.
        let after = String(decoding: terminal.output[start...], as: UTF8.self)
        #expect(!after.contains(panel) && !after.contains("\u{1B}[?1049"))
    }

    @Test func goingOnInTheBackgroundStopsAgain() throws {
        let terminal = try shell()
        let process = try started(in: terminal)
        try stop(process, in: terminal)
        let start = terminal.output.count
        terminal.write("bg\r")
        terminal.read(seconds: 0.3)
        try terminal.wait(for: process, state: "T")
        #expect(!String(decoding: terminal.output[start...], as: UTF8.self).contains(panel))
        terminal.write("fg\r")
        try terminal.read(until: panel, from: start)
        kill(process, SIGTERM)
        try terminal.wait(for: process, state: nil)
    }

    @Test func whoeverLosesTheirShellEnds() throws {
        for isStopped in [false, true] {
            let terminal = try shell()
            // A shell in the shell, so that the terminal outlives the one that is lost.
            terminal.write("PS1='Q> ' bash --norc --noprofile -i\r")
            // The line that was typed has it too.
            try terminal.read(until: "the prompt of the second shell") { $0.hasSuffix("Q> ") }
            let inner = try #require(BareTerminal.children(of: terminal.process).last)
            let start = terminal.output.count
            terminal.write("'\(Product.path)'\r")
            try terminal.read(until: panel, from: start)
            terminal.read(seconds: 0.3)
            let process = try #require(BareTerminal.children(of: inner).last)
            if isStopped {
                terminal.write("\u{1A}")
                try terminal.wait(for: process, state: "T")
            }
            kill(inner, SIGKILL)
            try terminal.wait(for: process, state: nil)
        }
    }

    @Test func startedWithoutTheTerminalItEndsWhenItIsAsked() throws {
        let terminal = try BareTerminal(["sh", "-c", "timeout 1 '\(Product.path)'; echo ENDED $?."])
        try terminal.read(until: "ENDED 124.")
        #expect(!terminal.text.contains(panel))
    }

    @Test func startedInTheBackgroundItWaitsForTheForeground() throws {
        let terminal = try shell()
        terminal.write("'\(Product.path)' &\r")
        terminal.read(seconds: 0.3)
        let process = try #require(BareTerminal.children(of: terminal.process).last)
        try terminal.wait(for: process, state: "T")
        let start = terminal.output.count
        terminal.write("fg\r")
        try terminal.read(until: panel, from: start)
        terminal.write("q")
        try terminal.wait(for: process, state: nil)
    }

    @Test func ignoredSignalsStayIgnored() throws {
        let terminal = try BareTerminal(["sh", "-c", "trap '' HUP TERM USR1 TSTP; exec '\(Product.path)'"])
        try terminal.read(until: panel)
        for signal in [SIGHUP, SIGTERM, SIGUSR1, SIGTSTP] { terminal.signal(signal) }
        terminal.read(seconds: 0.3)
        let start = terminal.output.count
        terminal.write("?")
        try terminal.read(until: "something drawn", from: start) { !$0.isEmpty }
        terminal.write("q")
        #expect(try terminal.end() == 0)
    }

    @Test(arguments: ["\u{3}", "\u{1B}[99;5u", "\u{1B}[27;5;99~"]) func controlCInEachForm(key: String) throws {
        let terminal = try BareTerminal([Product.path])
        try terminal.read(until: panel)
        terminal.write(key)
        #expect(try terminal.end() == 130)
    }

    @Test func anImpossibleSizeIsCut() throws {
        let terminal = try BareTerminal([Product.path])
        try terminal.read(until: panel)
        for (columns, rows) in [(40_000, 24), (80, 40_000), (1, 1), (80, 24)] {
            terminal.resize(columns: columns, rows: rows)
            terminal.read(seconds: 0.5)
        }
        terminal.write("q")
        #expect(try terminal.end() == 0)
    }

    /// A serial line knows no size; what the environment says may be anything.
    @Test(arguments: [
        (40_000, 24, "", ""), (0, 0, "40000", "24"), (0, 0, "-5", "x"), (0, 0, "99999999999999999999", "30"),
    ])
    func anImpossibleSizeAtTheStartIsCut(columns: Int, rows: Int, environment: String, lines: String) throws {
        let variables = environment.isEmpty ? [:] : ["COLUMNS": environment, "LINES": lines]
        let terminal = try BareTerminal([Product.path], columns: columns, rows: rows, environment: variables)
        try terminal.read(until: panel)
        terminal.write("q")
        #expect(try terminal.end() == 0)
    }
}
