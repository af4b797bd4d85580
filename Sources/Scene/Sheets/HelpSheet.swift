import Cells
import Evidence

/// The keys that do something on what it lies over, and what the colours mean.
struct HelpSheet: Hashable, Sendable {
    var scroll = Scroll()

    /// Keys, and what they do.
    struct Entry: Sendable {
        var keys: Phrase
        var meaning: Phrase
    }

    /// From how many columns on the keys stand in two columns, the gap between these, and between keys and meanings.
    private static let columnsForTwo = 92
    private static let gap = 3
    private static let keyGap = 2
    /// A column is not wider, so that the eye finds the other one.
    private static let mostColumns = 64
    /// Fewer columns than these for a meaning would break it too often: it follows its keys then.
    private static let fewestMeaningColumns = 20

    func lines(in scene: Scene) -> (_ columns: Int) -> [Phrase] {
        { columns in
            [Phrase("Keys").bold] + HelpSheet.laidOut(entries(in: scene), columns: columns)
                + ["", Phrase("Every number has a kind and a source").bold]
                + HelpSheet.listed(kinds, columns: columns) + words.wrapped(columns)
        }
    }

    /// The keys come from the very table that dispatches them, by the very decision that carries them out.
    func entries(in scene: Scene) -> [Entry] {
        let digits = scene.panels.filter { scene.answers(.show($0)) }.map { panel -> Phrase in
            "\(key: "\(panel.digit)")"
        }
        let panels = Entry(keys: Phrase.joined(digits, by: "\u{A0}"), meaning: "go to a panel")
        return (digits.isEmpty ? [] : [panels])
            + scene.answeredBindings.map { binding in
                let names = [binding.caption] + binding.keys.dropFirst().map(\.name)
                return Entry(
                    keys: Phrase.joined(names.map { name in "\(key: name)" }, by: "\u{A0}"),
                    meaning: meaning(of: binding, in: scene))
            }
    }

    private func meaning(of binding: Keymap.Binding, in scene: Scene) -> Phrase {
        if scene.hasTourFocus, let walk = scene.walk {
            switch binding.command {
            case .step: return "the tour goes on: \(words: TourBand.wordOfSpace(walk))"
            case .close: return "end the tour"
            case .tour: return "leave the tour, and play; once more returns to it"
            default: break
            }
        }
        let word = binding.group.flatMap { scene.exhibit.word($0) } ?? binding.word(on: scene.panel)
        // Where a person types, Enter has nothing to zoom.
        if binding.command == .zoom, scene.exhibit.withTextField != nil { return "\(words: word)" }
        if word.isEmpty || binding.meaning.contains(word) { return "\(words: binding.meaning)" }
        return isWholeMeaning(word, of: binding)
            ? "\(words: word)" : "\(words: binding.meaning): \(words: word)"
    }

    /// Whether what the keys do on a panel says all, so that the general meaning would say something else.
    private func isWholeMeaning(_ word: String, of binding: Keymap.Binding) -> Bool {
        switch binding.command {
        case .zoom, .chooser: true
        case .dataSet: word.hasPrefix("next")
        default: false
        }
    }

    /// The entries one under another.
    private static func listed(_ entries: [Entry], columns: Int) -> [Phrase] {
        let keyColumns = (entries.map(\.keys.width).max() ?? 0) + keyGap
        return entries.flatMap { lines(of: $0, keyColumns: keyColumns, columns: columns) }
    }

    /// The entries in two columns where there is room.
    private static func laidOut(_ entries: [Entry], columns: Int) -> [Phrase] {
        guard columns >= columnsForTwo else { return listed(entries, columns: columns) }
        let keyColumns = (entries.map(\.keys.width).max() ?? 0) + keyGap
        let half = min((columns - gap) / 2, mostColumns)
        let all = entries.map { lines(of: $0, keyColumns: keyColumns, columns: half) }
        let total = all.reduce(0) { $0 + $1.count }
        var left: [Phrase] = []
        var rest = all[...]
        while left.count < (total + 1) / 2, let next = rest.popFirst() { left += next }
        let right = rest.flatMap { $0 }
        return left.indices.map { row in
            right.indices.contains(row) ? left[row].padded(half + gap) + right[row] : left[row]
        }
    }

    private static func lines(of entry: Entry, keyColumns: Int, columns: Int) -> [Phrase] {
        guard columns - keyColumns >= fewestMeaningColumns else {
            return (entry.keys + "\u{A0} " + entry.meaning).wrapped(columns)
        }
        return entry.meaning.wrapped(columns - keyColumns).enumerated().map { index, line in
            (index == 0 ? entry.keys : "").padded(keyColumns) + line
        }
    }

    private var kinds: [Entry] {
        Figure.Kind.allCases.map { kind in
            Entry(
                keys: Phrase(words: "● \(kind.name)\u{A0}(\(kind.mark))", ink: kind.ink),
                meaning: "\(words: kind.explanation)")
        }
    }

    private var words: Phrase { "A word that is underlined is explained: \(key: "g"), or a click on it." }
}

extension Scene {
    /// The bindings whose keys do something here.
    var answeredBindings: [Keymap.Binding] { Keymap.bindings.filter { answers($0.command) } }
}

extension Figure.Kind {
    var explanation: String {
        switch self {
        case .lesson: "what courses on the subject teach"
        case .published: "measured by others, with paper, table, model and metric"
        case .measured: "measured by this program, on this machine or as recorded"
        case .computed: "follows from the others by a formula that the sources show"
        case .chosen: "an assumption that you chose yourself"
        }
    }
}
