/// A panel, as the catalog lists it: its title, the key that opens it, what the keys do there, and how it is made.
public struct Panel: Sendable {
    /// The digit that opens it.
    public let digit: Int
    public let title: String
    /// One short word for it, for tabs where the titles have no room.
    let shortTitle: String
    /// What the keys do on this panel, in a word or two; keys without a word do nothing there.
    let words: [KeyGroup: String]
    /// The keys that the last line offers, the most useful ones first.
    let hints: [KeyGroup]
    let make: @Sendable () -> any Exhibit

    init(
        digit: Int, title: String, shortTitle: String, words: [KeyGroup: String], hints: [KeyGroup],
        make: @escaping @Sendable () -> any Exhibit
    ) {
        self.digit = digit
        self.title = title
        self.shortTitle = shortTitle
        self.words = words
        self.hints = hints
        self.make = make
    }
}

/// The catalog.
extension Panel: CaseIterable {
    /// Every panel, in the order of the story; a panel is its folder and its line here.
    public static let allCases: [Panel] = [
        .paradigms,
        .pretraining,
        .adaptation,
        .scale,
        .economics,
        .prompting,
        .challenges,
    ]

    /// The panel that opens where none is named.
    public static var opening: Panel { .scale }

    /// The panel that a person names by its digit or its title, in any case; nil for any other text.
    public init?(_ text: String) {
        let wanted = text.lowercased()
        guard let panel = Panel.allCases.first(where: { "\($0.digit)" == wanted || $0.title.lowercased() == wanted })
        else { return nil }
        self = panel
    }
}

extension Panel: Hashable {
    public static func == (first: Panel, second: Panel) -> Bool { first.digit == second.digit }

    public func hash(into hasher: inout Hasher) { hasher.combine(digit) }
}
