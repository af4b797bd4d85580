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
        /// What they do on a panel, in a word or two; empty where they do nothing there.
        public let onPanel: @Sendable (Panel) -> String

        init(
            _ keys: [Key], _ command: Command, _ caption: String, _ meaning: String,
            onPanel: @escaping @Sendable (Panel) -> String = { _ in "" }
        ) {
            self.keys = keys
            self.command = command
            self.caption = caption
            self.meaning = meaning
            self.onPanel = onPanel
        }
    }

    public static let bindings: [Binding] = [
        Binding([.left, .character("h")], .slideLeft, "←", "move the slider left") { $0.sliderName },
        Binding([.right, .character("l")], .slideRight, "→", "move the slider right") { $0.sliderName },
        Binding([.shiftLeft, .character("H")], .slideFarLeft, "⇧←", "a large step left"),
        Binding([.shiftRight, .character("L")], .slideFarRight, "⇧→", "a large step right"),
        Binding([.home], .slideToStart, "Home", "to the start of the slider"),
        Binding([.end], .slideToEnd, "End", "to the end of the slider"),
        Binding([.up, .character("k")], .rowUp, "↑", "choose the row above") { $0.rowName },
        Binding([.down, .character("j")], .rowDown, "↓", "choose the row below") { $0.rowName },
        Binding([.pageUp], .pageUp, "PageUp", "scroll up in a sheet"),
        Binding([.pageDown], .pageDown, "PageDown", "scroll down in a sheet"),
        Binding([.space], .step, "Space", "the next step") { $0.stepName },
        Binding([.character("a")], .play, "a", "play, pause") { $0 == .pretraining ? "play" : "" },
        Binding([.character("m")], .measure, "m", "the other measure") { $0.measureName },
        Binding([.character("d")], .dataSet, "d", "the next data set") { $0.dataSetName },
        Binding([.character("[")], .previousVariant, "[", "the variant before") { $0.variantName },
        Binding([.character("]")], .nextVariant, "]", "the variant after") { $0.variantName },
        Binding([.enter], .zoom, "Enter", "zoom the chosen row: its plot, every figure, full sources") { _ in "zoom" },
        Binding([.character("c")], .chooser, "c", "which path for my case") {
            $0 == .adaptation ? "choose for my case" : ""
        },
        Binding([.tab], .nextPanel, "Tab", "the next panel"),
        Binding([.backTab], .previousPanel, "⇧Tab", "the panel before"),
        Binding([.character("0")], .overview, "0", "all panels at once"),
        Binding([.character("?")], .help, "?", "these keys") { _ in "keys" },
        Binding([.character("s")], .sources, "s", "sources of what is on the screen") { _ in "sources" },
        Binding([.character("r")], .reset, "r", "put the panel back as it was"),
        Binding([.escape], .close, "Esc", "close what is open"),
        Binding([.character("q")], .quit, "q", "quit"),
    ]

    private static let commands: [Key: Command] = Dictionary(
        bindings.flatMap { binding in binding.keys.map { ($0, binding.command) } },
        uniquingKeysWith: { first, _ in first })

    /// What a key asks for, or nil where it means nothing.
    public static func action(for key: Key) -> Action? {
        if case .character(let character) = key, let digit = character.wholeNumberValue,
            let panel = Panel(rawValue: digit)
        {
            return .show(panel)
        }
        return commands[key].map(Action.command)
    }

    /// The keys that the last line of a panel offers, at most five.
    static func hints(for panel: Panel) -> [(caption: String, meaning: String)] {
        let offered: [Command] =
            switch panel {
            case .paradigms: [.step, .slideRight, .measure, .zoom]
            case .pretraining: [.step, .slideRight, .nextVariant, .zoom]
            case .adaptation: [.step, .slideRight, .dataSet, .chooser]
            case .scale: [.slideRight, .step, .dataSet, .zoom]
            }
        return (offered + [.help]).compactMap { command in
            guard let binding = bindings.first(where: { $0.command == command }) else { return nil }
            let caption =
                switch command {
                case .slideRight: "←→"
                case .nextVariant: "[ ]"
                default: binding.caption
                }
            return (caption, binding.onPanel(panel))
        }
    }
}

extension Panel {
    /// What the slider counts.
    var sliderName: String {
        switch self {
        case .paradigms: "tasks"
        case .pretraining: "tokens read"
        case .adaptation: "labelled examples"
        case .scale: "parameters"
        }
    }

    var rowName: String {
        switch self {
        case .paradigms, .pretraining: "task"
        case .adaptation: "path"
        case .scale: "ability"
        }
    }

    var stepName: String {
        switch self {
        case .paradigms: "train the next task"
        case .pretraining: "next stage"
        case .adaptation: "next step"
        case .scale: "next stop"
        }
    }

    var measureName: String {
        switch self {
        case .paradigms: "measure"
        case .pretraining, .scale: "sharp, smooth"
        case .adaptation: "mean, best"
        }
    }

    var dataSetName: String {
        switch self {
        case .adaptation: "data set"
        case .scale: "data"
        case .paradigms, .pretraining: ""
        }
    }

    var variantName: String {
        switch self {
        case .pretraining: "size of the model"
        case .scale: "shots"
        case .adaptation: "task"
        case .paradigms: ""
        }
    }
}
