import Foundation
import Testing

/// The built program in a real terminal, as a person uses it.
@Suite(.serialized) struct Walk {
    private func opened(columns: Int = 100, rows: Int = 30, _ environment: [String: String] = [:]) throws
        -> TestTerminal
    {
        let terminal = try TestTerminal(columns: columns, rows: rows)
        let settings = environment.map { "\($0.key)='\($0.value)'" }.sorted().joined(separator: " ")
        try terminal.run("clear; env \(settings) '\(Product.path)'; echo status $?.")
        try terminal.wait(for: "4 Scale")
        return terminal
    }

    @Test func fromPanelToPanelByTheReadmesKeys() throws {
        let terminal = try opened()
        try terminal.wait(for: "At 1B, between sizes, GPT-3 scores")
        try terminal.press("Right")
        try terminal.wait(until: "a larger model") { !$0.contains("At 1B ") && $0.contains("translating French") }
        try terminal.press("Space")
        try terminal.wait(for: "At 10B")
        try terminal.press("Enter")
        try terminal.wait(for: "every figure and source")
        try terminal.press("Escape")
        try terminal.wait(until: "the strips again") { $0.contains("basic grammar") }
        for (key, words) in [("1", "tasks"), ("2", "words read"), ("3", "labels"), ("4", "parameters")] {
            try terminal.press(key)
            try terminal.wait(for: words)
        }
        try terminal.press("?")
        try terminal.wait(for: "move the slider left")
        try terminal.press("Escape")
        // A key at once after Escape is one with Alt.
        try terminal.wait(until: "the panel again") { !$0.contains("move the slider left") }
        try terminal.press("s")
        try terminal.wait(for: "Sources of what is on the screen")
        try terminal.press("q")
        try terminal.wait(for: "status 0.")
    }

    /// The panel asks the engine, whose threads answer and wake the screen.
    @Test func whatIsRecordedIsAskedForAndShown() throws {
        let terminal = try opened()
        try terminal.press("2")
        try terminal.wait(for: "It begins as noise")
        try terminal.press("End")
        try terminal.wait(for: "words one model writes")
        try terminal.press("q")
        try terminal.wait(for: "status 0.")
    }

    @Test func theScreenFollowsTheTerminalsSize() throws {
        let terminal = try opened()
        try terminal.resize(columns: 60, rows: 18)
        try terminal.wait(until: "the small form") { $0.contains("1 Tasks 2 Train 3 Adapt") }
        try terminal.resize(columns: 30, rows: 8)
        try terminal.wait(for: "↓ more")
        try terminal.resize(columns: 12, rows: 3)
        try terminal.wait(for: "needs 20x5")
        try terminal.resize(columns: 120, rows: 36)
        try terminal.wait(for: "2 Pretraining")
        try terminal.press("q")
        try terminal.wait(for: "status 0.")
    }

    @Test func theMouseDragsTheSliderAndOpensASource() throws {
        let terminal = try opened()
        let screen = try terminal.screen().split(separator: "\n", omittingEmptySubsequences: false)
        let row = try #require(screen.firstIndex { $0.contains("◆") }) + 1
        let column =
            try #require(
                screen[row - 1].firstIndex(of: "◆").map {
                    screen[row - 1].distance(from: screen[row - 1].startIndex, to: $0)
                }) + 1
        try terminal.send(
            Array("\u{1B}[<0;\(column);\(row)M\u{1B}[<32;\(column + 20);\(row)M\u{1B}[<0;\(column + 20);\(row)m".utf8))
        try terminal.wait(until: "the knob moved") { !$0.contains("At 1B ") }
        try terminal.send(Array("\u{1B}[<0;5;1M\u{1B}[<0;5;1m".utf8))
        try terminal.wait(for: "tasks")
        try terminal.press("q")
        try terminal.wait(for: "status 0.")
    }

    @Test func anUnknownLocaleStillShowsBars() throws {
        for locale in ["", "xx_YY.UTF-8"] {
            let terminal = try opened(["LANG": locale, "LC_ALL": locale])
            #expect(try terminal.screen().contains("●"))
            try terminal.press("q")
            try terminal.wait(for: "status 0.")
        }
    }

    @Test func thePlainLocaleGetsASCII() throws {
        let terminal = try opened(["LC_ALL": "C"])
        #expect(try terminal.screen().utf8.allSatisfy { $0 < 0x80 })
        try terminal.press("q")
        try terminal.wait(for: "status 0.")
    }

    @Test(arguments: [
        "xterm", "xterm-256color", "screen", "screen-256color", "linux", "vt100", "vt220", "rxvt", "ansi",
        "xterm-ghostty",
    ])
    func terminalsOfManyNames(name: String) throws {
        let terminal = try opened(["TERM": name])
        try terminal.press("q")
        try terminal.wait(for: "status 0.")
    }
}

/// What the program says where it cannot do what is asked.
@Suite struct Refusals {
    static let cases: [(arguments: [String], status: Int32, words: String)] = [
        (["render", "chemistry"], 64, "there is no panel"),
        (["render", "4", "--size", "0x0"], 64, "--size"), (["render", "4", "--size", "100000x100000"], 64, "--size"),
        (["render", "4", "--keys", "Foo"], 64, "is no key"), (["render", "4", "--keys", "wait:x"], 64, "is no time"),
        (["render", "4", "--format", "pdf"], 64, "pdf"), (["render", "4", "--color", "pink"], 64, "--color"),
        (["render", "4", "--theme", "pink"], 64, "--theme"), (["read", "--width", "3"], 64, "--width"),
        (["render", "4", "--output", "/nonexistent/folder/x.svg"], 73, "cannot be written"),
        (["--nonsense"], 64, "nonsense"),
        (["chemistry"], 64, "there is no panel"), ([], 64, "tlviz read"),
    ]

    @Test(arguments: cases.indices) func oneLineThatSaysHowToMendIt(index: Int) throws {
        let (arguments, status, words) = Refusals.cases[index]
        let result = try CommandResult.of([Product.path] + arguments)
        #expect(result.status == status)
        #expect(result.error.contains(words))
        #expect(result.error.hasPrefix("tlviz: ") && result.error.hasSuffix("\n"))
        #expect(result.error.filter { $0 == "\n" }.count == 1, "\(result.error)")
        #expect(result.output.isEmpty)
    }

    @Test(arguments: ["dumb", "no-such-terminal"]) func terminalsThatCanNot(name: String) throws {
        let terminal = try TestTerminal()
        try terminal.run("env TERM=\(name) '\(Product.path)'; echo status $?.")
        try terminal.wait(for: "status 69.")
        #expect(try terminal.screen().replacingOccurrences(of: "\n", with: "").contains("tlviz read"))
    }

    @Test func aPictureIsWrittenWholeOrNotAtAll() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = folder.appendingPathComponent("scale.svg")
        let result = try CommandResult.of([Product.path, "render", "scale", "--format", "svg", "--output", file.path])
        #expect(result.status == 0 && result.output.isEmpty)
        #expect(try String(contentsOf: file, encoding: .utf8).hasSuffix("</svg>\n"))
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["scale.svg"])
    }
}

/// The commands that need no terminal.
@Suite struct Commands {
    @Test func renderAndTheScreenGiveTheSamePicture() throws {
        let terminal = try TestTerminal()
        try terminal.run("'\(Product.path)'")
        try terminal.wait(for: "4 Scale")
        try terminal.press("End")
        try terminal.wait(for: "The largest GPT-3 here")
        // In so many words, since the tests may run where the environment forbids colours.
        let rendered = try CommandResult.of(
            [Product.path, "render", "4", "--size", "100x30", "--keys", "End", "--color", "256"]
        ).output
        let trimmed = { (text: String) in
            text.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
        }
        try terminal.wait(until: "the rendered picture") { trimmed($0) == trimmed(rendered) }
        try terminal.press("q")
    }

    @Test func sourcesInThreeForms() throws {
        let csv = try CommandResult.of([Product.path, "sources", "--format", "csv"]).output
        #expect(
            csv.hasPrefix(
                "kind,model,parameters,tokensSeen,shots,task,metric,value,unit,source,low,high,standardError,items,seed,step\n"
            ))
        let json = try CommandResult.of([Product.path, "sources", "--format", "json"]).output
        let object = try #require(try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
        let figures = try #require(object["figures"] as? [[String: Any]])
        #expect(figures.count > 9000 && csv.split(separator: "\n").count == figures.count + 1)
        #expect(try CommandResult.of([Product.path, "sources"]).output.contains("arxiv.org"))
    }

    @Test func readSpeaksInSentences() throws {
        for panel in ["1", "2", "3", "4", "paradigms"] {
            let text = try CommandResult.of([Product.path, "read", panel]).output
            #expect(text.count > 500)
            #expect(!text.contains("\u{1B}"))
        }
    }

    @Test func theBenchmarkIsJSON() throws {
        let quick = ["benchmark", "--format", "json", "--seconds", "0.01", "--repeats", "10"]
        let text = try CommandResult.of([Product.path] + quick).output
        let object = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
        let frames = try #require(object["frames"] as? [String: Any])
        for name in [
            "firstFrame", "keyToFrame", "keyWhileTraining", "keyToNewPanel", "unchangedPicture", "pictureScale",
        ] {
            #expect(frames[name] is [String: Any], "\(name)")
        }
    }
}
