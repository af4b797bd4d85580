import Foundation
import TestSupport
import Testing

/// A model that is trained on the screen, by keys and by the mouse.
@Suite(.serialized) struct LiveTests {
    @Test func trainPauseStepBackStopAndAsk() throws {
        let folder = try TemporaryFolder()
        let terminal = try TestTerminal(columns: 100, rows: 30)
        try terminal.run("clear; XDG_STATE_HOME='\(folder.path)' '\(Product.path)' 2; echo status $?.")
        try terminal.wait(for: "It begins as noise")
        // The smallest size, which is the quickest.
        try terminal.press("]")
        try terminal.wait(for: "XS: ")
        try terminal.press("t")
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
        let run = "\(folder.path)/tlviz/runs/XS-4096K-1"
        #expect(FileManager.default.fileExists(atPath: run + "/run.json"))
        try terminal.press("6")
        try terminal.wait(for: "at several ages")
        try terminal.press("]")
        try terminal.wait(for: "A prompt that asks a question")
        try terminal.wait(for: "dunmar")
        try terminal.press("d")
        try terminal.wait(for: "what your model writes")
        try terminal.press("q")
        try terminal.wait(for: "status 0.")
        // What was kept is a run like any other.
        #expect(try CommandResult.of([Product.path, "examine", run, "--items", "4"]).output.contains("translation"))
    }

    @Test func whoLeavesInTheMidstKeepsTheRun() throws {
        let folder = try TemporaryFolder()
        let terminal = try TestTerminal(columns: 80, rows: 24)
        try terminal.run("clear; XDG_STATE_HOME='\(folder.path)' '\(Product.path)' 2; echo status $?.")
        try terminal.wait(for: "It begins as noise")
        try terminal.press("]")
        try terminal.wait(for: "XS: ")
        try terminal.press("t")
        try terminal.wait(for: "It learns: step")
        try terminal.press("q")
        try terminal.wait(for: "status 0.")
        let run = "\(folder.path)/tlviz/runs/XS-4096K-1"
        #expect(FileManager.default.fileExists(atPath: run + "/run.json"))
        #expect(try CommandResult.of([Product.path, "examine", run, "--items", "4"]).output.contains("translation"))
    }
}
