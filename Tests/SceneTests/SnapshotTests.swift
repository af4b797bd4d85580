import Cells
import Foundation
import Testing

@testable import Scene

/// Pictures of every panel, kept as text in `Snapshots/` and reviewed like code.
///
/// `TLVIZ_RECORD_SNAPSHOTS=1 swift test --filter Snapshot` writes them anew.
private let isRecording = ProcessInfo.processInfo.environment["TLVIZ_RECORD_SNAPSHOTS"] != nil
private let folder = packageRoot.appendingPathComponent("Tests/SceneTests/Snapshots")
private let sizes = ["20x5", "60x18", "80x24", "100x30", "120x36", "200x60"]

private func compare(_ text: String, with name: String) throws {
    let file = folder.appendingPathComponent(name + ".txt")
    if isRecording {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try text.write(to: file, atomically: true, encoding: .utf8)
        return
    }
    let kept = try String(contentsOf: file, encoding: .utf8)
    guard kept != text else { return }
    let (old, new) = (
        kept.split(separator: "\n", omittingEmptySubsequences: false),
        text.split(separator: "\n", omittingEmptySubsequences: false)
    )
    let line = zip(old, new).enumerated().first { $0.element.0 != $0.element.1 }
    Issue.record(
        "\(name) differs from line \((line?.offset ?? min(old.count, new.count)) + 1):\n- \(line?.element.0 ?? "")\n+ \(line?.element.1 ?? "")"
    )
}

/// Panels and keys that together show every part of the lesson that these panels teach.
private let states: [(panel: Panel, name: String, keys: String)] = [
    (.scale, "opens", ""), (.scale, "ten-billion", "Space"), (.scale, "end", "End"),
    (.scale, "code", "Down Down Down Down"), (.scale, "zoom", "Enter"), (.scale, "figures", "Enter PageDown"),
    (.scale, "gpt3-zero-shot", "[ ["), (.scale, "both", "m"), (.scale, "sharp", "m m"), (.scale, "smooth", "m m m"),
    (.scale, "both-zoom", "m End Enter"), (.scale, "moves", "d*6"), (.scale, "moves-early", "d*6 [ [ ["),
    (.scale, "moves-facts", "d*6 Down*5"), (.scale, "moves-zoom", "d*6 Enter End"), (.scale, "little-world", "d*7"),
    (.scale, "little-world-end", "d*7 End"), (.scale, "little-world-both", "d*7 m End"),
    (.scale, "little-world-zoom", "d*7 End Enter"),
    (.scale, "open-models", "d d d d d Down Down Down End"), (.scale, "help", "?"), (.scale, "sources", "s"),
    (.scale, "overview", "0"), (.scale, "path", "p"), (.scale, "guess", "Home u"),
    (.pretraining, "overview", "End d End 0 Down"), (.scale, "large", "z"),
    (.pretraining, "large", "z End"), (.adaptation, "large", "z"), (.paradigms, "large", "z"),
    (.prompting, "large", "z"),
    (.scale, "tour-question", "G Space"), (.scale, "tour-left", "G Right"), (.scale, "tour-zoom", "G Space*17"),
    (.scale, "tour-help", "G ?"),
    (.pretraining, "opens", ""), (.pretraining, "sentences", "Space Space"), (.pretraining, "context", "Space*9"),
    (.pretraining, "end", "End"), (.pretraining, "reading", "w"),
    (.pretraining, "probabilities", "m Space*5"),
    (.pretraining, "measures", "Down*3 m m Space*6"), (.pretraining, "zoom", "Down Down End Enter"),
    (.pretraining, "inside-noise", "Enter i"), (.pretraining, "inside-words", "End Enter i"),
    (.pretraining, "inside-attention", "End Enter i i"), (.pretraining, "inside-weights", "End Enter i i i"),
    (.pretraining, "smallest", "] End"), (.pretraining, "pythia", "d"), (.pretraining, "pythia-stage", "d Space Space"),
    (.pretraining, "pythia-end", "d End"), (.pretraining, "pythia-smallest", "d [ [ [ [ End"),
    (.pretraining, "pythia-measures", "d m End"), (.pretraining, "pythia-zoom", "d End Enter"),
    (.economics, "opens", ""), (.economics, "hospital", "Space"), (.economics, "maker", "Space Space"),
    (.economics, "linear", "m Space"), (.economics, "yours", "Down + Space"),
    (.economics, "no-crossing", "Down Down ] ] +*10"), (.economics, "users", "d"),
    (.economics, "many-users", "d Space Space"), (.economics, "published", "d d"),
    (.economics, "published-sizes", "d d m Home"), (.economics, "prices", "d d ]"), (.economics, "meter", "d d d"),
    (.economics, "zoom", "Down Enter"), (.economics, "published-zoom", "d d Down*20 Enter"),
    (.economics, "meter-zoom", "d d d Enter"),
    (.prompting, "opens", ""), (.prompting, "guess", "Down*7 u"), (.prompting, "examples", "Down*7 Right Right"),
    (.prompting, "typing", "Enter text:x"),
    (.prompting, "sizes", "d [ [ [ [ ["), (.prompting, "looked-up", "c c"), (.prompting, "questions", "m"),
    (.paradigms, "opens", ""), (.paradigms, "guess", "u"), (.paradigms, "guess-worth", "m m u"),
    (.paradigms, "five", "Space Space Space Space"), (.paradigms, "end", "End"),
    (.paradigms, "cost", "m"), (.paradigms, "cost-level", "m Space"), (.paradigms, "cost-end", "m End"),
    (.paradigms, "worth", "m m"), (.paradigms, "worth-errors", "m m Down*7"), (.paradigms, "worth-zoom", "m m Enter"),
    (.paradigms, "race", "d"), (.paradigms, "race-many", "d Down Space Space Space"),
    (.paradigms, "race-zoom", "d Enter"), (.paradigms, "forgetting", "d m"),
    (.paradigms, "forgetting-less", "d m ]"), (.paradigms, "zoom", "Enter"),
    (.adaptation, "opens", ""), (.adaptation, "fewest", "Home"), (.adaptation, "end", "End"),
    (.adaptation, "fine-tune-walked", "Space Space Space"), (.adaptation, "prompt-walked", "Down Space Space Space"),
    (.adaptation, "rag-walked", "Down Down Space Space Space"), (.adaptation, "zoom", "Enter"),
    (.adaptation, "figures", "Enter PageDown"), (.adaptation, "tasks", "d"),
    (.adaptation, "tasks-failed-runs", "d ] End"), (.adaptation, "tasks-zoom", "d Enter"),
    (.adaptation, "medicine", "d d"), (.adaptation, "medicine-papers", "d d ] ]"),
    (.adaptation, "medicine-zoom", "d d Enter"), (.adaptation, "open-questions", "d d d"),
    (.challenges, "opens", ""), (.challenges, "case", "Enter Down Space Down*4 Space"),
    (.challenges, "case-wrong", "Enter Down Space Down*4 Space Enter"),
    (.challenges, "case-right", "Enter Space Down*6 Space Down Space Enter"),
    (.challenges, "guess", "Down Enter Right*3"),
    (.challenges, "guessed", "Down Enter Right*3 Enter"), (.challenges, "guessed-words", "Down Enter ] Left*6 Enter"),
    (.challenges, "guessed-labels", "Down Enter ] ] Enter"),
    (.challenges, "record", "Enter Space Enter Escape Down Enter Enter Escape"),
    (.challenges, "prompt", "Down Down Enter"), (.challenges, "prompt-hints", "Down Down Enter Space Space"),
    (.challenges, "prompt-typing", "Down Down Enter Enter text:x"),
    (.adaptation, "chooser", "c"), (.adaptation, "chosen", "c Space Down*3 Space Down Space"),
]

@Test(arguments: states.indices) func snapshot(index: Int) throws {
    let state = states[index]
    var text = ""
    for name in sizes {
        let size = try #require(Size(name))
        let scene = Scene.after(state.keys, on: state.panel, size: size)
        let picture = scene.picture(size: size)
        #expect(picture.canvas.firstFault() == nil)
        text += "=== \(name)\n" + picture.canvas.text
    }
    try compare(text, with: "\(state.panel.title.lowercased())-\(state.name)")
}

@Test(arguments: [("live", 1_048_576.0, ""), ("live-paused", 102_400, "Space"), ("live-stopped", 2_097_152, "t")])
func snapshotOfTraining(name: String, tokens: Double, keys: String) throws {
    var text = ""
    for name in sizes {
        let size = try #require(Size(name))
        text += "=== \(name)\n" + (try LiveRun.scene(tokens, size: size, then: keys)).picture(size: size).canvas.text
    }
    try compare(text, with: "pretraining-\(name)")
}

@Test(arguments: [("race-running", 2), ("race-run", 6)]) func snapshotOfRace(name: String, finished: Int) throws {
    var text = ""
    for name in sizes {
        let size = try #require(Size(name))
        text += "=== \(name)\n" + (try RaceRun.scene(finished: finished, size: size)).picture(size: size).canvas.text
    }
    try compare(text, with: "paradigms-\(name)")
}

@Test(arguments: Panel.allCases) func snapshotOfLooks(panel: Panel) throws {
    let size = Size(columns: 80, rows: 24)
    let scene = Scene.after("", on: panel, size: size)
    let canvas = scene.picture(size: size).canvas
    let plain = scene.picture(size: size, hasColor: false).canvas
    var text = "=== ascii\n" + canvas.asciified().text + "=== no colour\n" + plain.ansi(theme: .dark, depth: .none)
    for depth in ColorDepth.allCases where depth != .none {
        text += "=== \(depth)\n" + canvas.ansi(theme: .dark, depth: depth)
    }
    for theme in [Theme.light, .contrast] { text += "=== \(theme)\n" + canvas.ansi(theme: theme, depth: .xterm256) }
    try compare(text.replacing("\u{1B}", with: "␛"), with: "\(panel.title.lowercased())-looks")
}

@Test(arguments: Panel.allCases) func snapshotOfNarration(panel: Panel) throws {
    try compare(Scene.after("", on: panel).narration(columns: 80), with: "\(panel.title.lowercased())-read")
}

@Test func snapshotOfPythiasNarration() throws {
    let scene = Scene.after("d Space Space Space", on: .pretraining)
    try compare(scene.narration(columns: 80), with: "pretraining-pythia-read")
}
