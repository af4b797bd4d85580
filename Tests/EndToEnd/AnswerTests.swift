import Testing

/// What the terminal answers, and when it does.
@Suite(.serialized) struct AnswerTests {
    /// The accent of each theme among 256 colours.
    private let dark = "38;5;87m"
    private let light = "38;5;24m"

    @Test func theThemeFollowsTheBackground() throws {
        let terminal = try TestTerminal()
        try terminal.run("clear; TERM=screen-256color '\(Product.path)'; echo status $?.")
        try terminal.wait(until: "the first panel") { $0.contains("4 Scale") }
        #expect(try terminal.screen(styled: true).contains(dark))
        try terminal.send(Array("\u{1B}]11;rgb:ffff/ffff/ffff\u{1B}\\\u{1B}[?1;2c".utf8))
        try terminal.wait(until: "the light theme") { _ in
            let styled = try terminal.screen(styled: true)
            return styled.contains(light) && !styled.contains(dark)
        }
        try terminal.press("q")
        try terminal.wait(for: "status 0.")
    }

    @Test func bytesWithoutSenseAndPastedTextAreNoKeys() throws {
        let terminal = try TestTerminal()
        try terminal.run("clear; '\(Product.path)'; echo status $?.")
        try terminal.wait(until: "the first panel") { $0.contains("4 Scale") }
        let before = try terminal.screen()
        try terminal.send(Array("\u{1B}[200~q3q\u{1B}[201~\u{1B}[99;q\u{1B}Pq\u{1B}\\\u{1B}]52;c;q\u{7}".utf8))
        try terminal.send([0xFF, 0xC3, 0x80, 0xF5])
        // The next panel comes only after all of that was read.
        try terminal.press("2")
        try terminal.wait(until: "another panel") { $0 != before }
        #expect(try !terminal.screen().contains("status"))
        try terminal.press("q")
        try terminal.wait(for: "status 0.")
    }
}
