import Cells
import Evidence

/// What happens to the scene.
public enum Action: Hashable, Sendable {
    /// A key: it goes to the open sheet, else to the text field that has the focus, else to the panel.
    case key(Key)
    /// Text that was pasted; only a text field takes it.
    case paste(String)
    /// The mouse, over what was drawn last.
    case pointer(Pointer, over: TouchMap)
    case command(Command)
    /// An answer to a question that a panel asked.
    case answered(QuestionID, Answer)
    /// The scene comes on the screen.
    case appear
    /// Time passes, for what is animated.
    case tick(seconds: Double)
    /// Something is to be said of how progress is kept.
    case notice(KeepingNotice)
    /// The size of the screen, for how far a sheet can scroll.
    case resize(Size)
}

/// What a key or a press of the mouse asks for.
public enum Command: Hashable, Sendable {
    case slideLeft, slideRight, slideFarLeft, slideFarRight, slideToStart, slideToEnd
    case rowUp, rowDown, pageUp, pageDown
    case step, play, train, measure, dataSet, previousVariant, nextVariant
    case decrease, increase
    case zoom, inside, chooser, reading, help, sources, glossary, path, guess, reset, overview, large
    case nextPanel, previousPanel, quit, close
    /// The tour begins, is left for a while, or goes on; and within it one step back.
    case tour, tourBack
    case show(Panel)
    /// The slider goes to a fraction of its axis, 0…1.
    case slideTo(Double)
    /// A row of the panel is chosen, by its index.
    case choose(Int)
    /// A line of the open sheet is pressed, by its index.
    case press(line: Int)
    /// The sources open at one of them.
    case openSource(Source)
    /// The glossary opens at one of its words.
    case openWord(String)
}

/// Commands that a panel has one word for.
enum KeyGroup: Hashable, Sendable {
    case slider, rows, step, play, train, measure, dataSet, variant, amount, zoom, inside, chooser, reading,
        help, sources
}

extension Command {
    /// The group whose word a panel has to have for the command to mean something there; nil where it means the same
    /// on every panel.
    var group: KeyGroup? {
        switch self {
        case .slideLeft, .slideRight, .slideFarLeft, .slideFarRight, .slideToStart, .slideToEnd, .slideTo: .slider
        case .rowUp, .rowDown, .choose: .rows
        case .step: .step
        case .play: .play
        case .train: .train
        case .measure: .measure
        case .dataSet: .dataSet
        case .previousVariant, .nextVariant: .variant
        case .decrease, .increase: .amount
        case .zoom: .zoom
        case .inside: .inside
        case .chooser: .chooser
        case .reading: .reading
        case .help: .help
        case .sources, .openSource: .sources
        case .pageUp, .pageDown, .glossary, .openWord, .path, .guess, .reset, .overview, .large, .nextPanel,
            .previousPanel,
            .quit, .close, .show, .press, .tour, .tourBack:
            nil
        }
    }
}
