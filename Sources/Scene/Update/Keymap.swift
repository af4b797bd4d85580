import Cells

/// The one table of keys: it dispatches them, and the help sheet, the last line of the screen and the README's list are
/// drawn from it.
public enum Keymap {
    public struct Binding: Sendable {
        public let keys: [Key]
        public let command: Command
        /// How the keys are written for a person.
        public let caption: String
        /// What they do, on any panel.
        public let meaning: String
        /// The group whose word says more of it on a panel.
        let group: KeyGroup?
        /// How the last line writes the keys of the group together.
        let groupCaption: String

        init(
            _ keys: [Key], _ command: Command, _ caption: String, _ meaning: String, _ group: KeyGroup? = nil,
            together groupCaption: String? = nil
        ) {
            self.keys = keys
            self.command = command
            self.caption = caption
            self.meaning = meaning
            self.group = group
            self.groupCaption = groupCaption ?? caption
        }

        /// What the keys do on a panel, in a word or two; empty where there is no more to say than ``meaning``.
        public func word(on panel: Panel) -> String { group.map(panel.word) ?? "" }
    }

    public static let bindings: [Binding] = [
        Binding([.left, .character("h")], .slideLeft, "←", "move the slider left", .slider, together: "←→"),
        Binding([.right, .character("l")], .slideRight, "→", "move the slider right", .slider, together: "←→"),
        Binding([.shiftLeft, .character("H")], .slideFarLeft, "⇧←", "a large step left"),
        Binding([.shiftRight, .character("L")], .slideFarRight, "⇧→", "a large step right"),
        Binding([.home], .slideToStart, "Home", "to the start of the slider"),
        Binding([.end], .slideToEnd, "End", "to the end of the slider"),
        Binding([.up, .character("k")], .rowUp, "↑", "choose the row above", .rows, together: "↑↓"),
        Binding([.down, .character("j")], .rowDown, "↓", "choose the row below", .rows, together: "↑↓"),
        Binding([.pageUp], .pageUp, "PageUp", "scroll up in a sheet"),
        Binding([.pageDown], .pageDown, "PageDown", "scroll down in a sheet"),
        Binding([.space], .step, "Space", "one step on", .step),
        Binding([.character("a")], .play, "a", "play, pause", .play),
        Binding([.character("t")], .train, "t", "train a model, stop it", .train),
        Binding([.character("m")], .measure, "m", "the other measure", .measure),
        Binding([.character("d")], .dataSet, "d", "the next data set", .dataSet),
        Binding([.character("[")], .previousVariant, "[", "the variant before", .variant, together: "[ or ]"),
        Binding([.character("]")], .nextVariant, "]", "the variant after", .variant, together: "[ or ]"),
        Binding([.character("-")], .decrease, "-", "less", .amount, together: "- +"),
        Binding([.character("+"), .character("=")], .increase, "+", "more", .amount, together: "- +"),
        Binding([.enter], .zoom, "Enter", "zoom: the chosen row with every figure", .zoom),
        Binding([.character("i")], .inside, "i", "look inside the model", .inside),
        Binding([.character("c")], .chooser, "c", "choose", .chooser),
        Binding([.character("w")], .reading, "w", "what it reads, a document of each kind", .reading),
        Binding([.character("G")], .tour, "G", "the tour: take it, leave it, return to it"),
        Binding([.backspace], .tourBack, "Backspace", "in the tour, one step back"),
        Binding([.tab], .nextPanel, "Tab", "the next panel"),
        Binding([.backTab], .previousPanel, "⇧Tab", "the panel before"),
        Binding([.character("0")], .overview, "0", "all panels at once"),
        Binding([.character("z")], .large, "z", "larger, for a projector, and back"),
        Binding([.character("?")], .help, "?", "these keys", .help),
        Binding([.character("s")], .sources, "s", "sources of what is on the screen", .sources),
        Binding([.character("g")], .glossary, "g", "the words on the screen, explained"),
        Binding([.character("p")], .path, "p", "your progress: what you have seen, what is left"),
        Binding([.character("u")], .guess, "u", "guess first: the headline asks"),
        Binding([.character("r")], .reset, "r", "put the panel back as it was"),
        Binding([.escape], .close, "Esc", "close what is open"),
        Binding([.character("q")], .quit, "q", "quit"),
    ]

    private static let commands: [Key: Command] = Dictionary(
        bindings.flatMap { binding in binding.keys.map { ($0, binding.command) } },
        uniquingKeysWith: { first, _ in first })

    /// What a key asks for, or nil where it means nothing.
    static func command(for key: Key, panels: [Panel]) -> Command? {
        if case .character(let character) = key, let digit = character.wholeNumberValue,
            let panel = panels.first(where: { $0.digit == digit })
        {
            return .show(panel)
        }
        return commands[key]
    }

    /// The bindings of a group's keys.
    static func bindings(of group: KeyGroup) -> [Binding] { bindings.filter { $0.command.group == group } }
}

extension Panel {
    /// What the keys of a group do on this panel; empty where they do nothing.
    func word(_ group: KeyGroup) -> String {
        switch group {
        case .help: "keys"
        case .sources: "sources"
        default: words[group] ?? ""
        }
    }
}
