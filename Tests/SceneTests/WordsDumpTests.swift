import Cells
import Evidence
import Foundation
import Testing

@testable import Scene

/// Every sentence that the panels and sheets can show, checked one by one. Where `TLVIZ_WORDS_FILE` names a file, each is
/// written there once, with the place where it was met first; sentences that differ in their numbers alone count as one.
@Suite struct WordsDumpTests {
    /// Words that say more than is known, and why they may stand here: the little world is this program's own, and what
    /// its training leaves out is known; what is taught speaks for itself.
    private static let known = [
        "training never", "it never stood", "are never", "is never", "some never", "subjects never", "facts never",
        "topics never", "words never", "model never saw", "never asked before",
    ]
    private static let tooMuch: Set<String> = ["nobody", "never"]

    @Test func everySentenceIsWellMade() throws {
        let file = ProcessInfo.processInfo.environment["TLVIZ_WORDS_FILE"]
        var dump = WordsDump(stride: file == nil ? 20 : 5)
        for panel in Panel.allCases { dump.walk(panel) }
        dump.walk(.carried)
        let faults = dump.sentences.flatMap { sentence, place in
            Self.faults(of: sentence).map { "\($0), \(place): \(sentence)" }
        }
        #expect(faults.isEmpty, "\(faults.count) sentences, such as\n\(faults.prefix(12).joined(separator: "\n"))")
        #expect(dump.sentences.count > 300)
        guard let file else { return }
        let text = dump.sentences.map { "\($0.place)\t\($0.sentence)\n" }.joined()
        try text.write(toFile: file, atomically: true, encoding: .utf8)
    }

    private static func faults(of sentence: String) -> [String] {
        var found: [String] = []
        let words = sentence.split { $0 == " " || $0 == "\u{A0}" }.map(String.init)
        for (first, second) in zip(words, words.dropFirst()) {
            if first == second, first.contains(where: \.isLetter) { found.append("“\(first)” twice") }
            let ends =
                first.count > 1 && first.hasSuffix(".")
                && first.dropLast().allSatisfy { $0.isLetter || $0.isNumber || $0 == "%" }
            let isAbbreviation = ["al.", "etc.", "vs."].contains(first)
            if ends, !isAbbreviation, second.first?.isLowercase == true { found.append("small after a full stop") }
        }
        if ["  ", " ,", " ;"].contains(where: sentence.contains) { found.append("a blank too many") }
        let text = sentence.lowercased()
        if !tooMuch.isDisjoint(with: text.split { !$0.isLetter }.map(String.init)) || text.contains("no one "),
            !known.contains(where: sentence.contains)
        {
            found.append("more than is known")
        }
        return found
    }
}

/// Sentences and where each was met first.
private struct WordsDump {
    private(set) var sentences: [(sentence: String, place: String)] = []
    private var seen: Set<String> = []
    /// Of so many places of the slider one is met, in each row another.
    private let stride: Int

    init(stride: Int) { self.stride = stride }

    mutating func walk(_ panel: Panel) {
        for (number, var scene) in Scene.states(of: panel).enumerated() {
            for row in 0..<max(1, scene.rowCount) {
                _ = scene.apply(.command(.choose(row)))
                let positions = scene.positions.isEmpty ? [.nan] : scene.positions
                let first = row * 7 % min(stride, positions.count)
                for index in Swift.stride(from: first, to: positions.count, by: stride) {
                    scene.slide(to: positions[index])
                    take(
                        scene, "\(panel.title), state \(number), row \(row), place \(index)", isWhole: index == first)
                }
            }
            for sheet in ["?", "g", "p"] {
                let lines = Scene.after(sheet, scene, size: Size(columns: 200, rows: 60))
                take(sheetLines(of: lines), "\(panel.title), sheet \(sheet)")
            }
        }
    }

    mutating func walk(_ tour: Tour) {
        for stop in tour.stops { take([stop.says, stop.asks, stop.answer], "tour, \(stop.title)") }
    }

    private func sheetLines(of scene: Scene) -> [Phrase] {
        switch scene.sheet {
        case .help(let help): help.entries(in: scene.beneath).map(\.meaning)
        case .path: Panel.allCases.compactMap { $0.make().surprise }.flatMap { [$0.sentence, $0.place] }
        case .glossary: Glossary.carried.entries.map(\.paragraph)
        default: []
        }
    }

    /// - Parameter isWhole: Whether the zoom and the form to be read are taken too, which are long.
    private mutating func take(_ scene: Scene, _ place: String, isWhole: Bool) {
        let exhibit = scene.exhibit
        take([exhibit.headline], place + ", headline")
        take(exhibit.guess.map { [$0.question] + $0.ways } ?? [], place + ", guess")
        take(exhibit.commentary(columns: 100).flatMap { $0 }, place + ", commentary")
        take(exhibit.provenance, place + ", provenance")
        guard isWhole else { return }
        take([exhibit.detail.title] + exhibit.detail.about + exhibit.detail.tables.flatMap(phrases), place + ", zoom")
        for paragraph in exhibit.narration + exhibit.reading {
            switch paragraph {
            case .heading(let phrase), .text(let phrase): take([phrase], place + ", read")
            case .table(let table): take(phrases(of: table), place + ", read")
            }
        }
    }

    private func phrases(of table: Table) -> [Phrase] { [table.heading] + table.columns + table.rows.flatMap { $0 } }

    private mutating func take(_ phrases: [Phrase], _ place: String) {
        for phrase in phrases {
            let text = phrase.own
            guard text.contains(where: \.isLetter) else { continue }
            if seen.insert(text.replacing(/[0-9][0-9.,]*[KMBT%]?/, with: "#")).inserted {
                sentences.append((text, place))
            }
        }
    }
}

extension Phrase {
    /// The program's own words: what a model reads or writes, or a person typed, is `[…]`.
    fileprivate var own: String {
        runs.reduce(into: "") { text, run in
            switch run.reference {
            case .typed, .written, .nextWord, .read: text += "[…]"
            default: text += run.text
            }
        }
    }
}
