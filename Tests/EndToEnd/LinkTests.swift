import Foundation
import TestSupport
import Testing

/// The program at the end of a slow link, of one that is cut and taken up again, and of one that stands still.
@Suite(.serialized) struct LinkTests {
    private let panel = "4 Scale"

    /// Answers that are under way when the program ends, or stops, are not typed at the prompt.
    @Test(arguments: [0.05, 0.6], ["q", "\u{3}", "\u{1A}"]) func lateAnswersAreNotTyped(delay: Double, key: String)
        throws
    {
        let terminal = try BareTerminal(["bash", "--norc", "--noprofile", "-i"])
        terminal.answerDelay = delay
        try terminal.read(until: "P> ")
        // At once, while the first question is under way, and later, when only the last one is.
        for pause in [0, 0.3 + 2 * delay] {
            let start = terminal.output.count
            terminal.write("'\(Product.path)'\r")
            try terminal.read(until: panel, from: start)
            terminal.read(seconds: pause)
            let end = terminal.output.count
            terminal.write(key)
            try terminal.read(until: "P> ", from: end)
            terminal.read(seconds: 0.3 + 2 * delay)
            let prompt = terminal.text[
                (try #require(terminal.text.range(of: "P> ", options: .backwards))).lowerBound...]
            #expect(prompt == "P> ", "\(prompt.debugDescription)")
        }
    }

    @Test func aSignalInTheWaitDoesNotEndIt() throws {
        let terminal = try BareTerminal([Product.path])
        terminal.answerDelay = 0.6
        try terminal.read(until: panel)
        terminal.write("q")
        terminal.read(seconds: 0.1)
        terminal.resize(columns: 90, rows: 30)
        terminal.signal(SIGTERM)
        terminal.read(seconds: 0.1)
        terminal.signal(SIGUSR1)
        #expect(try terminal.end() == 0)
        // Whatever the terminal answered was read: the line discipline echoes nothing back.
        #expect(!terminal.text.suffix(60).contains("62;22"))
    }

    /// What a multiplexer sends when somebody attaches: the same size again, or Control-L.
    @Test func theSameSizeAgainAndControlLRepaint() throws {
        let terminal = try BareTerminal([Product.path])
        try terminal.read(until: panel)
        terminal.read(seconds: 0.3)
        for ask in [{ terminal.signal(SIGWINCH) }, { terminal.write("\u{C}") }, { terminal.write("\u{1B}[108;5u") }] {
            let start = terminal.output.count
            ask()
            try terminal.read(until: panel, from: start)
            try terminal.read(until: "\u{1B}[?1000h", from: start)
            terminal.read(seconds: 0.2)
        }
        terminal.write("q")
        #expect(try terminal.end() == 0)
    }

    @Test(arguments: [0, O_NONBLOCK]) func aTerminalThatReadsNoMoreCostsNothingAndIsGivenBack(flags: Int32) throws {
        let terminal = try BareTerminal([Product.path], columns: 200, rows: 60, flags: flags)
        try terminal.read(until: panel)
        terminal.read(seconds: 0.5)
        // Whole pictures until nothing more fits into the link, which nobody reads.
        for _ in 0..<60 {
            terminal.signal(SIGWINCH)
            usleep(20_000)
        }
        try terminal.wait(asleep: terminal.process)
        terminal.signal(SIGTERM)
        #expect(try terminal.end(isReading: false) == 143)
        terminal.read(seconds: 0.3)
        let last = terminal.text.suffix(200)
        #expect(last.contains("\u{1B}[?1000l") && last.contains("\u{1B}[?1049l"), "\(last.debugDescription)")
    }

    /// Somebody insists while the program waits in the middle of a picture: what it learned is kept.
    @Test(arguments: [0, 700_000] as [UInt32]) func aTerminalThatReadsNoMoreLosesNoTraining(pause: UInt32) throws {
        let folder = try TemporaryFolder()
        let terminal = try BareTerminal(
            [Product.path, "2"], columns: 200, rows: 60, environment: ["XDG_STATE_HOME": folder.path])
        try terminal.read(until: "It begins as noise")
        terminal.write("]")
        try terminal.read(until: "XS: ")
        terminal.write("t")
        try terminal.read(until: "words of reading")
        for _ in 0..<60 {
            terminal.signal(SIGWINCH)
            usleep(20_000)
        }
        let asked = Date()
        for number in [SIGTERM, SIGHUP, SIGINT] {
            terminal.signal(number)
            usleep(pause)
        }
        let status = try terminal.end(isReading: false)
        #expect([129, 130, 143].contains(status))
        let checkpoint = "\(folder.path)/tlviz/runs/XS-4096K-1/checkpoint.safetensors"
        let saved = try FileManager.default.attributesOfItem(atPath: checkpoint)[.modificationDate] as? Date
        #expect(try #require(saved) > asked)
        terminal.read(seconds: 0.3)
        #expect(terminal.text.suffix(200).contains("\u{1B}[?1049l"))
    }
}

extension BareTerminal {
    /// Waits, without reading, until a process sleeps; one that tries again and again never does.
    fileprivate func wait(asleep process: pid_t) throws {
        for _ in 0..<1000 {
            if (0..<20).allSatisfy({ _ in
                usleep(1000)
                return BareTerminal.state(of: process) == "S"
            }) {
                return
            }
        }
        throw NotSeen(description: "sleep")
    }
}
