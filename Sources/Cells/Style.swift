/// A colour by its name in the palette; a ``Theme`` says what it looks like at each colour depth.
///
/// The names are hues, not meanings: what a hue means is decided once, by the module that draws.
public enum Ink: UInt8, CaseIterable, Sendable {
    /// The terminal's own foreground or background.
    case standard
    case soft, faint, rule
    case accent, accentDim
    case amber, amberDim
    case blue, blueDim
    case green, greenDim
    case slate, slateDim
    case rose, roseDim
    case violet, violetDim
    /// The background of the chosen row.
    case chosen

    /// The quieter shade of the same hue, for what was passed and is not under the knob any more.
    public var dim: Ink {
        switch self {
        case .accent: .accentDim
        case .amber: .amberDim
        case .blue: .blueDim
        case .green: .greenDim
        case .slate: .slateDim
        case .rose: .roseDim
        case .violet: .violetDim
        case .standard: .soft
        case .soft: .faint
        default: self
        }
    }
}

/// How a cell looks: foreground, background and attributes.
public struct Style: Hashable, Sendable {
    public struct Attributes: OptionSet, Hashable, Sendable {
        public let rawValue: UInt8
        public init(rawValue: UInt8) { self.rawValue = rawValue }
        public static let bold = Attributes(rawValue: 1)
        public static let underline = Attributes(rawValue: 2)
        public static let reverse = Attributes(rawValue: 4)
    }

    public var foreground: Ink
    public var background: Ink
    public var attributes: Attributes

    public init(_ foreground: Ink = .standard, on background: Ink = .standard, _ attributes: Attributes = []) {
        self.foreground = foreground
        self.background = background
        self.attributes = attributes
    }

    public static let plain = Style()
    public static let bold = Style(.standard, on: .standard, .bold)

    /// The same style with the foreground in its quieter shade.
    public var dim: Style { Style(foreground.dim, on: background, attributes.subtracting(.bold)) }
}
