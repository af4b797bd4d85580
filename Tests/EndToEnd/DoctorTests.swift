import Testing

/// What the terminal is found to be, and what follows from it.
@Suite(.serialized) struct DoctorTests {
    @Test(arguments: ["", "dumb", "nonsense"]) func itTellsWhyThereIsNoFullScreen(name: String) throws {
        let result = try CommandResult.of([Product.path, "doctor"], environment: ["TERM": name])
        #expect(result.status == 0 && result.error.isEmpty)
        #expect(result.output.contains("no full screen") && result.output.contains("TERM=xterm-256color"))
        #expect(result.output.contains("locale"))
    }

    @Test(arguments: [("\u{1B}[5;3R", "two cells"), ("\u{1B}[5;2R", "one cell")])
    func itAsksHowWideCharactersAre(answer: String, words: String) throws {
        let terminal = try BareTerminal([Product.path, "doctor"])
        terminal.cursorAnswer = answer
        #expect(try terminal.end() == 0)
        #expect(terminal.text.contains(words))
        #expect(terminal.text.contains("the terminal's background is dark"))
        // What was asked is answered by nobody but the terminal: nothing of it is left on the screen.
        #expect(!terminal.text.contains("62;22"))
    }

    @Test func itDoesNotWaitForEver() throws {
        let terminal = try BareTerminal([Product.path, "doctor"])
        terminal.answerDelay = nil
        #expect(try terminal.end() == 0)
        #expect(terminal.text.contains("not known"))
    }

    @Test func whereCharactersAreWideOnlyASCIIIsDrawn() throws {
        let terminal = try BareTerminal([Product.path])
        terminal.cursorAnswer = "\u{1B}[1;3R"
        try terminal.read(until: "\u{1B}[6n")
        let start = terminal.output.count
        try terminal.read(until: "\u{1B}[2J", from: start)
        terminal.read(seconds: 0.5)
        // The corner is written again first, as it was; from the whole repaint on, everything is ASCII.
        let painted = String(decoding: terminal.output[start...], as: UTF8.self)
        let repainted = painted[(painted.range(of: "\u{1B}[2J")?.lowerBound ?? painted.startIndex)...]
        #expect(repainted.contains("4 Scale") && repainted.utf8.allSatisfy { $0 < 0x80 })
        terminal.write("q")
        #expect(try terminal.end() == 0)
    }
}
