import Foundation
import Testing

/// What the full screen keeps of a person, and what it says where it cannot.
@Suite(.serialized) struct StateTests {
    private func opened(_ terminal: TestTerminal, _ options: String = "", state: String? = nil) throws {
        let folder = state ?? terminal.folder.path + "/own"
        try terminal.run("clear; XDG_STATE_HOME='\(folder)' '\(Product.path)' \(options); echo status $?.")
        try terminal.wait(for: "4 Scale")
    }

    private func close(_ terminal: TestTerminal) throws {
        try terminal.press("q")
        try terminal.wait(for: "status 0.")
    }

    private func file(_ terminal: TestTerminal) -> URL {
        terminal.folder.appendingPathComponent("own/tlviz/progress.json")
    }

    @Test func whatWasSeenIsKnownAtTheNextStart() throws {
        let terminal = try TestTerminal()
        try opened(terminal)
        try terminal.press("p")
        try terminal.wait(for: "1 Paradigms · not opened yet")
        try terminal.wait(for: "4 Scale · opened")
        try terminal.press("1")
        try terminal.wait(for: "Until 2018")
        try terminal.press("d")
        try terminal.wait(for: "With 130 labels")
        try terminal.press("End")
        try terminal.wait(for: "With 3,100 labels")
        try close(terminal)
        let text = try String(contentsOf: file(terminal), encoding: .utf8)
        #expect(text.contains("\"paradigms\"") && text.contains("\"scale\"") && text.contains("surprisesSeen"))
        try opened(terminal)
        try terminal.press("p")
        try terminal.wait(for: "1 Paradigms · opened")
        try terminal.wait(for: "Pretraining stands in for labels")
        try terminal.wait(for: "2 Pretraining · not opened yet")
        try close(terminal)
        let names = try FileManager.default.contentsOfDirectory(atPath: file(terminal).deletingLastPathComponent().path)
        #expect(names == ["progress.json"])
    }

    /// One of each of the three challenges, by keys alone, and the program started again.
    @Test func whatWasSolvedIsKnownAtTheNextStart() throws {
        let terminal = try TestTerminal(columns: 100, rows: 30)
        try opened(terminal)
        try terminal.press("7")
        try terminal.wait(for: "0 of 18 cases")
        try terminal.press("Enter")
        try terminal.wait(for: "The youth club")
        for key in ["Space", "Enter"] { try terminal.press(key) }
        try terminal.wait(for: "Right, prompt")
        try terminal.press("Escape")
        try terminal.wait(for: "You have solved")
        for key in ["Down", "Enter"] { try terminal.press(key) }
        try terminal.wait(for: "three-digit sums")
        for key in ["Right", "Right", "Right", "Right", "Enter"] { try terminal.press(key) }
        try terminal.wait(for: "Solved, near enough")
        try terminal.press("Escape")
        try terminal.wait(for: "1 of 8 guesses")
        for key in ["Down", "Enter"] { try terminal.press(key) }
        try terminal.wait(for: "First see it fail")
        try terminal.press("Enter")
        try terminal.press("Enter")
        try terminal.wait(for: "the bar is three in four")
        try terminal.press("Enter")
        try terminal.press("Home")
        try terminal.type("vell : ")
        try terminal.press("Enter")
        try terminal.wait(for: "not one weight has moved")
        // An escape and a letter at once would be another key.
        try terminal.press("Escape")
        try terminal.wait(for: "You have solved 1 of 18 cases")
        try close(terminal)
        try opened(terminal)
        try terminal.press("7")
        for solved in ["1 of 18 cases", "1 of 8 guesses", "1 of 5 prompts"] { try terminal.wait(for: solved) }
        try close(terminal)
    }

    @Test func withoutStateNothingIsKept() throws {
        let terminal = try TestTerminal()
        try opened(terminal, "--no-state")
        try terminal.press("1")
        try terminal.wait(for: "Until 2018")
        try terminal.press("p")
        try terminal.wait(for: "1 Paradigms · opened")
        try close(terminal)
        #expect(!FileManager.default.fileExists(atPath: terminal.folder.appendingPathComponent("own").path))
    }

    @Test func aDamagedFileIsSetAsideAndSaid() throws {
        let terminal = try TestTerminal()
        let file = file(terminal)
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try "half a fi".write(to: file, atomically: false, encoding: .utf8)
        let told = try CommandResult.of(
            [Product.path, "doctor"], environment: ["XDG_STATE_HOME": terminal.folder.path + "/own"])
        #expect(told.output.contains("damaged"))
        try opened(terminal)
        try terminal.wait(for: "Progress begins anew")
        try terminal.press("Right")
        try terminal.wait(until: "the keys again") { !$0.contains("Progress begins anew") && $0.contains("? keys") }
        try close(terminal)
        #expect(try String(contentsOf: URL(fileURLWithPath: file.path + ".damaged-1"), encoding: .utf8) == "half a fi")
        #expect(try String(contentsOf: file, encoding: .utf8).contains("\"scale\""))
    }

    @Test func whereNothingCanBeWrittenTheProgramGoesOn() throws {
        let terminal = try TestTerminal()
        try opened(terminal, state: "/dev/null")
        try terminal.wait(for: "Progress is not kept")
        try terminal.press("1")
        try terminal.wait(for: "Until 2018")
        try close(terminal)
    }

    @Test func aClassGuessesFirst() throws {
        let terminal = try TestTerminal()
        try opened(terminal, "--guess")
        try terminal.wait(for: "Does translation come at one size")
        #expect(try !terminal.screen().contains("translating French"))
        try terminal.press("u")
        try terminal.wait(for: "translating French")
        try terminal.press("1")
        try terminal.wait(for: "How many labelled examples")
        try terminal.press("End")
        try terminal.wait(for: "Until 2018")
        try close(terminal)
    }
}
