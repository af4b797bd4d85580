import Foundation
import Testing

/// Each way out of the full screen leaves the terminal as it was.
@Suite(.serialized) struct WaysOut {
    /// A signal with the exit status that the shell sees.
    static let signals: [(name: String, status: Int)] = [
        ("INT", 130), ("TERM", 143), ("HUP", 129), ("QUIT", 131), ("USR1", 138), ("ILL", 132), ("TRAP", 133),
        ("ABRT", 134), ("BUS", 135), ("FPE", 136), ("SEGV", 139), ("PROF", 155), ("XFSZ", 153), ("XCPU", 152),
        ("VTALRM", 154), ("ALRM", 142), ("IO", 157), ("PWR", 158), ("STKFLT", 144), ("SYS", 159), ("RTMIN", 162),
        ("64", 192),
    ]

    @Test func theKeyQ() throws {
        let terminal = try started()
        try terminal.press("q")
        try expectAsFound(terminal, status: 0)
    }

    @Test func controlC() throws {
        let terminal = try started()
        try terminal.press("C-c")
        try expectAsFound(terminal, status: 130)
    }

    @Test(arguments: signals) func signal(name: String, status: Int) throws {
        let terminal = try started()
        try kill(terminal, name)
        try expectAsFound(terminal, status: status)
    }

    @Test func stoppingAndGoingOn() throws {
        let terminal = try started()
        try terminal.press("C-z")
        try terminal.wait(for: "Stopped")
        try expectGivenBack(terminal)
        try terminal.run("stty -g > stopped; cmp before stopped && echo same")
        try terminal.wait(for: "\nsame")
        try terminal.run("fg")
        try terminal.wait(until: "the panel again") { $0.contains("4 Scale") }
        #expect(try terminal.state("alternate_on") == "1")
        #expect(try terminal.state("mouse_any_flag") == "1")
        try terminal.press("q")
        try expectAsFound(terminal, status: 0)
    }

    @Test func theMouseIsQuietAfterTheEnd() throws {
        let terminal = try started()
        try terminal.send(Array("\u{1B}[<0;5;5M\u{1B}[<32;6;5M\u{1B}[<0;6;5mq\u{1B}[<0;9;9M".utf8))
        try expectAsFound(terminal, status: 0)
        #expect(try !terminal.screen().contains("9;9M"))
    }

    /// Starts the program from a shell that has noted the terminal's state, and waits for its first picture.
    private func started() throws -> TestTerminal {
        let terminal = try TestTerminal()
        try terminal.run("cd '\(terminal.folder.path)'; clear; echo what stood here; stty -g > before")
        try terminal.wait(for: "what stood here\n")
        try terminal.run("(echo $BASHPID > id; exec '\(Product.path)')")
        try terminal.wait(until: "the first panel") { $0.contains("4 Scale") }
        #expect(try terminal.state("alternate_on") == "1")
        return terminal
    }

    private func kill(_ terminal: TestTerminal, _ signal: String) throws {
        let text = try String(contentsOf: terminal.folder.appendingPathComponent("id"), encoding: .utf8)
        let result = try CommandResult.of(["kill", "-\(signal)", text.trimmingCharacters(in: .whitespacesAndNewlines)])
        #expect(result.status == 0, "\(result.error)")
    }

    private func expectGivenBack(_ terminal: TestTerminal) throws {
        #expect(try terminal.screen().contains("what stood here"))
        for (variable, value) in [
            "alternate_on": "0", "cursor_flag": "1", "mouse_any_flag": "0", "mouse_sgr_flag": "0",
            "keypad_cursor_flag": "0", "keypad_flag": "0", "insert_flag": "0",
        ] {
            let found = try terminal.state(variable)
            #expect(found == value, "\(variable)")
        }
    }

    private func expectAsFound(_ terminal: TestTerminal, status: Int) throws {
        try terminal.wait(until: "the end of the program") { _ in try terminal.state("alternate_on") == "0" }
        try expectGivenBack(terminal)
        // A line of its own: the shell drops the rest of a line whose program ends by an interrupt.
        try terminal.run("echo status $?.; stty -g > after")
        try terminal.wait(for: "status \(status).")
        // The shell's own line editor changes the state for as long as it waits: only files can be compared.
        try terminal.run("cmp before after && echo same")
        try terminal.wait(for: "\nsame")
    }
}
