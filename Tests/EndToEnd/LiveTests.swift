import Foundation
import TestSupport
import Testing

/// A model that is trained on the screen, by keys and by the mouse.
@Suite(.serialized) struct LiveTests {
    /// A terminal in which a model of the smallest size, which is the quickest, is about to be trained.
    private func opened(columns: Int, rows: Int, _ folder: TemporaryFolder) throws -> TestTerminal {
        let terminal = try TestTerminal(columns: columns, rows: rows)
        try terminal.run("clear; XDG_STATE_HOME='\(folder.path)' '\(Product.path)' 2; echo status $?.")
        try terminal.wait(for: "It begins as noise")
        try terminal.press("]")
        try terminal.wait(for: "XS: ")
        try terminal.press("t")
        return terminal
    }

    /// Whether the run that was kept is one that the command line takes.
    private func checkRun(in folder: TemporaryFolder) throws {
        let run = "\(folder.path)/tlviz/runs/XS-4096K-1"
        #expect(FileManager.default.fileExists(atPath: run + "/run.json"))
        #expect(try CommandResult.of([Product.path, "examine", run, "--items", "4"]).output.contains("translation"))
    }

    /// A ladder of sizes, a fine-tuning and a race, each begun and stopped by its key on its panel.
    @Test func everyPanelThatTrainsDoesSoHere() throws {
        let folder = try TemporaryFolder()
        let terminal = try TestTerminal(columns: 100, rows: 30)
        try terminal.run("clear; XDG_STATE_HOME='\(folder.path)' '\(Product.path)'; echo status $?.")
        try terminal.wait(for: "4 Scale")
        for _ in 0..<7 { try terminal.press("d") }
        try terminal.wait(for: "the middle one of three runs")
        try terminal.press("t")
        try terminal.wait(for: "It learns, size XS: step")
        try terminal.press("t")
        try terminal.wait(for: "Stopped at size XS")
        #expect(FileManager.default.fileExists(atPath: "\(folder.path)/tlviz/runs/XS-4096K-1/run.json"))
        try terminal.press("3")
        try terminal.wait(for: "name the illness")
        try terminal.press("t")
        try terminal.wait(for: "here and now")
        try terminal.press("1")
        try terminal.press("d")
        try terminal.wait(for: "pretrained, fine-tuned")
        try terminal.press("t")
        try terminal.wait(until: "a first result") { $0.contains("% here") }
        try terminal.press("t")
        try terminal.press("g")
        try terminal.wait(for: "Words on the screen")
        try terminal.press("Escape")
        try terminal.wait(for: "pretrained, fine-tuned")
        try terminal.press("q")
        try terminal.wait(for: "status 0.")
    }

    @Test func trainPauseStepBackStopAndAsk() throws {
        let folder = try TemporaryFolder()
        let terminal = try opened(columns: 100, rows: 30, folder)
        try terminal.wait(for: "It reads")
        try terminal.wait(until: "a first report") { $0.contains("words of reading") }
        try terminal.press("Space")
        try terminal.wait(for: "Paused: step")
        try terminal.press("Home")
        try terminal.wait(for: "It begins as noise")
        try terminal.press("Space")
        try terminal.wait(for: "It learns: step")
        // It goes on behind another panel, whose tab says so.
        try terminal.press("1")
        try terminal.wait(for: "2 Pretraining●")
        try terminal.press("2")
        try terminal.wait(for: "It learns: step")
        try terminal.press("t")
        try terminal.wait(for: "Stopped, and kept in")
        try terminal.press("6")
        try terminal.wait(for: "at several ages")
        try terminal.wait(for: "A prompt that asks a question")
        try terminal.wait(for: "dunmar")
        // An example in front, a looked-up sentence, a drawn word: the last is asked of the model itself.
        try terminal.wait(for: "new questions")
        try terminal.press("Right")
        try terminal.wait(for: "After 1 example in the prompt")
        try terminal.press("c")
        try terminal.wait(for: "book : tolu lives in")
        try terminal.press("+")
        try terminal.wait(for: "Temperature 0.5")
        try terminal.press("d")
        try terminal.wait(for: "models of several sizes")
        try terminal.press("d")
        try terminal.wait(for: "what your models write")
        try terminal.press("q")
        try terminal.wait(for: "status 0.")
        try checkRun(in: folder)
    }

    @Test func theSameByTheMouse() throws {
        let folder = try TemporaryFolder()
        let terminal = try TestTerminal(columns: 100, rows: 30)
        try terminal.run("clear; XDG_STATE_HOME='\(folder.path)' '\(Product.path)'; echo status $?.")
        try terminal.wait(for: "2 Pret")
        try terminal.click(on: "2 Pret")
        try terminal.wait(for: "It begins as noise")
        try terminal.click(on: "t train one")
        try terminal.wait(until: "a first report") { $0.contains("words of reading") }
        try terminal.click(on: "Space pause")
        try terminal.wait(for: "Paused: step")
        try terminal.click(on: "Space go on")
        try terminal.wait(for: "It learns: step")
        try terminal.click(on: "t stop")
        try terminal.wait(for: "Stopped, and kept in")
        try terminal.click(on: "6 Prom")
        // The models write before the words come.
        try terminal.wait(for: "kesh")
        try terminal.click(on: "kesh")
        try terminal.wait(for: "live ? A : kesh")
        try terminal.press("q")
        try terminal.wait(for: "status 0.")
    }

    @Test func whoLeavesInTheMidstKeepsTheRun() throws {
        let folder = try TemporaryFolder()
        let terminal = try opened(columns: 80, rows: 24, folder)
        try terminal.wait(for: "It learns: step")
        try terminal.press("q")
        try terminal.wait(for: "status 0.")
        try checkRun(in: folder)
    }

    /// A signal that ends the program ends the training too, and what it learned is kept.
    @Test(arguments: [SIGTERM, SIGHUP]) func aSignalKeepsTheRun(signal: Int32) throws {
        let folder = try TemporaryFolder()
        let terminal = try BareTerminal([Product.path, "2"], environment: ["XDG_STATE_HOME": folder.path])
        let reports = "\(folder.path)/tlviz/runs/XS-4096K-1/reports.jsonl"
        func reportCount() -> Int {
            (try? String(contentsOfFile: reports, encoding: .utf8))?.split(separator: "\n").count ?? 0
        }
        // The record comes first: its sizes are what the key goes through.
        terminal.read(seconds: 3)
        terminal.write("]t")
        for _ in 0..<150 where reportCount() < 3 { terminal.read(seconds: 0.2) }
        #expect(reportCount() >= 3)
        terminal.signal(signal)
        #expect(try terminal.end() == 128 + signal)
        try checkRun(in: folder)
    }

    /// Where nothing can be kept, the screen says so in the line of the system, and goes on.
    @Test func aFolderThatCanNotBeMadeIsSaid() throws {
        let terminal = try TestTerminal(columns: 100, rows: 30)
        try terminal.run("clear; XDG_STATE_HOME=/dev/null '\(Product.path)' 2; echo status $?.")
        try terminal.wait(for: "It begins as noise")
        try terminal.press("t")
        try terminal.wait(for: "/dev/null/tlviz")
        try terminal.press("q")
        try terminal.wait(for: "status 0.")
    }
}
