/// The panels, in the order of the story; the raw value is the digit that opens one.
public enum Panel: Int, CaseIterable, Sendable {
    case paradigms = 1
    case pretraining, adaptation, scale

    public var title: String {
        switch self {
        case .paradigms: "Paradigms"
        case .pretraining: "Pretraining"
        case .adaptation: "Adaptation"
        case .scale: "Scale"
        }
    }

    /// The panel that a person names by its digit or its title, in any case; nil for any other text.
    public init?(_ text: String) {
        let wanted = text.lowercased()
        guard
            let panel = Panel.allCases.first(where: { String($0.rawValue) == wanted || $0.title.lowercased() == wanted }
            )
        else { return nil }
        self = panel
    }
}
