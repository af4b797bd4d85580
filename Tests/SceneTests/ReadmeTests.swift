import Cells
import Foundation
import Testing

@testable import Scene

/// The README's keys and pictures are drawn by the program; `TLVIZ_RECORD_SNAPSHOTS=1` writes them anew.
private let isRecording = ProcessInfo.processInfo.environment["TLVIZ_RECORD_SNAPSHOTS"] != nil

private func between(_ start: String, _ end: String, in text: String) -> Range<String.Index>? {
    guard let first = text.range(of: start), let last = text.range(of: end, range: first.upperBound..<text.endIndex)
    else { return nil }
    return first.upperBound..<last.lowerBound
}

private var keyTable: String {
    let rows = Keymap.bindings.map { binding -> String in
        let names = ([binding.caption] + binding.keys.dropFirst().map(\.name)).map { "`\($0)`" }.joined(separator: " ")
        let panels = Panel.allCases.compactMap { panel -> String? in
            let meaning = binding.word(on: panel)
            return meaning.isEmpty ? nil : "\(panel.digit) \(meaning)"
        }
        let same = Set(Panel.allCases.map(binding.word)).count == 1
        return "| \(names) | \(binding.meaning) | \(same ? "" : panels.joined(separator: ", ")) |"
    }
    let digits = Panel.allCases.map { "`\($0.digit)`" }.joined(separator: " ")
    return "\n| key | meaning | on the panels |\n| --- | --- | --- |\n| \(digits) | go to a panel | |\n"
        + rows.joined(separator: "\n") + "\n"
}

@Test func theReadmeListsTheKeysOfTheKeymap() throws {
    let file = packageRoot.appendingPathComponent("README.md")
    var text = try String(contentsOf: file, encoding: .utf8)
    let range = try #require(between("<!-- keys -->", "<!-- end of keys -->", in: text))
    if isRecording {
        text.replaceSubrange(range, with: keyTable)
        try text.write(to: file, atomically: true, encoding: .utf8)
    } else {
        #expect(text[range] == keyTable)
    }
}

/// The film at the README's top is what the program's own keys show.
@Test func theReadmesFilmIsThePanels() throws {
    let size = Size(columns: 100, rows: 30)
    var runtime = Runtime(Scene(panel: .pretraining), answerer: TestAnswerer.ofTheRecord)
    runtime.apply(.resize(size))
    runtime.play(try KeyScript("a"), goesOn: true)
    let svg = runtime.film(size: size, seconds: 30).svg(theme: .dark)
    let file = packageRoot.appendingPathComponent("Assets/pictures/film.svg")
    if isRecording {
        try svg.write(to: file, atomically: true, encoding: .utf8)
    } else {
        #expect(try String(contentsOf: file, encoding: .utf8) == svg)
    }
    #expect(svg.utf8.count < 1_000_000 && !runtime.scene.isMoving)
}

@Test(arguments: Panel.allCases) func theReadmesPictureIsThePanels(panel: Panel) throws {
    let keys: [Panel: String] = [
        .scale: "Space", .paradigms: "Space Space Space Space", .pretraining: "Space*9", .adaptation: "",
        .prompting: "", .economics: "Space",
    ]
    let size = Size(columns: 100, rows: 30)
    let scene = Scene.after(keys[panel] ?? "", on: panel, size: size)
    let svg = scene.picture(size: size).canvas.svg(theme: .dark)
    let file = packageRoot.appendingPathComponent("Assets/pictures/\(panel.title.lowercased()).svg")
    if isRecording {
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try svg.write(to: file, atomically: true, encoding: .utf8)
    } else {
        #expect(try String(contentsOf: file, encoding: .utf8) == svg)
    }
    let readme = try String(contentsOf: packageRoot.appendingPathComponent("README.md"), encoding: .utf8)
    #expect(readme.contains("Assets/pictures/\(panel.title.lowercased()).svg"))
}
