import Foundation
import Testing

/// The tour in a real terminal, with its notes in another one.
@Suite(.serialized) struct TourWalk {
    @Test func byKeysAloneToItsEndWhileTheNotesFollow() throws {
        let screen = try TestTerminal(columns: 80, rows: 24)
        let notes = try TestTerminal(columns: 90, rows: 40)
        let state = screen.folder.appendingPathComponent("state").path
        try notes.run("clear; XDG_STATE_HOME='\(state)' '\(Product.path)' tour --notes")
        try notes.wait(for: "No tour runs now")
        try screen.run("clear; XDG_STATE_HOME='\(state)' '\(Product.path)' tour; echo status $?.")
        try screen.wait(for: "stop 1 of ")
        let text = try screen.screen()
        let after = try #require(text.range(of: "stop 1 of "))
        let count = try #require(Int(text[after.upperBound...].prefix { $0.isNumber }))
        #expect(count >= 14)
        try notes.wait(for: "1 of \(count)")
        try notes.wait(for: "Question:")
        for stop in 1...count {
            try screen.wait(for: "stop \(stop) of \(count)")
            try screen.wait(for: "the question")
            if stop == 2 {
                try notes.wait(for: "2 of \(count)")
                // Any other key plays, and G returns.
                try screen.wait(for: "its surprise")
                try screen.press("Right")
                try screen.wait(for: "G returns to the tour (stop 2 of \(count))")
                try screen.press("G")
                try screen.wait(for: "the question")
            }
            try screen.press("Space")
            try screen.wait(until: "the question") { $0.contains("Space the answer") || $0.contains("Space watch") }
            if try screen.screen().contains("Space watch") {
                try screen.press("Space")
                try screen.wait(for: "Space the answer")
                // The stop that trains: it is trained, and not shown from the record.
                if stop == 5 { try screen.wait(for: "2 Train●") }
            }
            try screen.press("Space")
            try screen.wait(for: stop == count ? "the end" : "next stop")
            try screen.press("Space")
        }
        // What is left lies over the panel, and closes.
        try screen.wait(for: "Your progress: what you have seen")
        try screen.press("Escape")
        try screen.wait(until: "the panel alone") { !$0.contains("Your path") && $0.contains("? keys") }
        try notes.wait(for: "No tour runs now")
        #expect(!FileManager.default.fileExists(atPath: state + "/tlviz/tour.txt"))
        // A shell leaves the rest of a line out after Control-C.
        try notes.press("C-c")
        try notes.run("echo status $?.")
        try notes.wait(for: "status 130.")
        try screen.press("q")
        try screen.wait(for: "status 0.")
    }

    @Test func aTeachersOwnIsTakenOrRefusedInALine() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = folder.appendingPathComponent("mine.txt").path
        let text = """
            tour: Mine
            stop: Only one
            minutes: 2
            panel: Scale
            says: A slider.
            asks: Where is it?
            then: End
            answer: There.
            notes: Look.
            """
        try text.write(toFile: file, atomically: true, encoding: .utf8)
        let good = try CommandResult.of([Product.path, "tour", file, "--check"])
        #expect(good.status == 0 && good.output == "Mine: 1 stop, 2 minutes\n" && good.error.isEmpty)
        #expect(
            try CommandResult.of([Product.path, "tour", file, "--notes", "--all"]).output.contains("Answer: There."))
        let terminal = try TestTerminal()
        try terminal.run("clear; XDG_STATE_HOME='\(folder.path)' '\(Product.path)' tour '\(file)'; echo status $?.")
        try terminal.wait(for: "stop 1 of 1 · Only one")
        try terminal.press("Escape")
        try terminal.wait(until: "the keys") { $0.contains("? keys") && !$0.contains("Only one") }
        try terminal.press("q")
        try terminal.wait(for: "status 0.")
        try text.replacing("panel: Scale", with: "panel: 9").replacing("then: End", with: "then: End End")
            .write(toFile: file, atomically: true, encoding: .utf8)
        for (arguments, lines) in [(["tour", file], 1), (["tour", file, "--check"], 1)] {
            let bad = try CommandResult.of([Product.path] + arguments)
            #expect(bad.status == 65 && bad.output.isEmpty)
            #expect(bad.error.hasPrefix("tlviz: \(file):4: there is no panel “9”"), "\(bad.error)")
            #expect(bad.error.filter { $0 == "\n" }.count == lines)
        }
        let late = try CommandResult.of([Product.path, "tour", "--stop", "99"])
        #expect(late.status == 64 && late.error.contains("--stop 99: the tour has the stops 1 to"))
        // What is printed is a tour, to be changed.
        try CommandResult.of([Product.path, "tour", "--print"]).output
            .write(toFile: file, atomically: true, encoding: .utf8)
        #expect(try CommandResult.of([Product.path, "tour", file, "--check"]).status == 0)
        let both = try CommandResult.of([Product.path, "tour", file, "--notes"])
        #expect(both.status == 64 && both.error.contains("leave the file out"))
        #expect(try CommandResult.of([Product.path, "tour", folder.path + "/none"]).status == 66)
    }
}
