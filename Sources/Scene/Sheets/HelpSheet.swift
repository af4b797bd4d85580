import Cells
import Evidence

/// The keys that do something on what it lies over, and what the colours mean.
struct HelpSheet: Hashable, Sendable {
    var scroll = Scroll()

    /// The keys come from the very table that dispatches them, by the very decision that carries them out.
    func lines(in scene: Scene) -> (_ columns: Int) -> [Phrase] {
        { columns in
            let digits = scene.panels.filter { scene.answers(.show($0)) }.map { panel -> [Phrase] in
                ["\(key: "\(panel.digit)")", "", "go to \(words: panel.title)"]
            }
            let keys = scene.answeredBindings.map { binding -> [Phrase] in
                let letters = binding.keys.dropFirst().map(\.name).joined(separator: " ")
                return ["\(key: binding.caption)", "\(key: letters)", meaning(of: binding, in: scene)]
            }
            return Table(heading: "Keys", columns: ["", "", ""], rows: digits + keys).lines(columns: columns)
                + ["", Phrase("Every number has a kind and a source").bold] + colours.flatMap { $0.wrapped(columns) }
        }
    }

    private func meaning(of binding: Keymap.Binding, in scene: Scene) -> Phrase {
        let word = binding.group.flatMap { scene.exhibit.word($0) } ?? binding.word(on: scene.panel)
        // Where a person types, Enter has nothing to zoom.
        if binding.command == .zoom, scene.exhibit.withTextField != nil { return "\(words: word)" }
        return word.isEmpty || binding.meaning.contains(word)
            ? "\(words: binding.meaning)" : "\(words: binding.meaning): \(words: word)"
    }

    private var colours: [Phrase] {
        Figure.Kind.allCases.map { kind in
            Phrase(words: "● \(kind.rawValue) (\(kind.mark))  ", ink: kind.ink)
                + "\(words: kind.explanation)"
        }
    }
}

extension Scene {
    /// The bindings whose keys do something here.
    var answeredBindings: [Keymap.Binding] { Keymap.bindings.filter { answers($0.command) } }
}

extension Figure.Kind {
    var explanation: String {
        switch self {
        case .lesson: "claimed by the lesson that this program teaches"
        case .published: "measured by others, with paper, table, model and metric"
        case .measured: "measured by this program"
        case .computed: "follows from the others by a formula that the zoom shows"
        }
    }
}
