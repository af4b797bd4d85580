import Cells

/// The colour behind the text: what the terminal answers when it is asked, or what the environment tells.
struct BackgroundColor: Hashable, Sendable {
    /// Each from 0 to 1.
    var red: Double
    var green: Double
    var blue: Double

    /// Whether dark text is easier to read on it; luma by Rec. 601, as terminals and editors do.
    var isLight: Bool { 0.299 * red + 0.587 * green + 0.114 * blue > 0.5 }

    init(red: Double, green: Double, blue: Double) {
        self.red = red
        self.green = green
        self.blue = blue
    }

    /// A colour as X11 writes it: `rgb:f/f/f` to `rgb:ffff/ffff/ffff`, `rgba:…` with an alpha, `#fff` to `#ffffffffffff`.
    init?(_ text: String) {
        let parts: [Substring]
        if text.hasPrefix("rgb:") || text.hasPrefix("rgba:") {
            let values = text[text.index(after: text.firstIndex(of: ":") ?? text.startIndex)...]
            parts = values.split(separator: "/", omittingEmptySubsequences: false)
            guard parts.count == (text.hasPrefix("rgba:") ? 4 : 3) else { return nil }
        } else if text.hasPrefix("#"), text.utf8.count > 3, (text.utf8.count - 1) % 3 == 0 {
            let digits = text.dropFirst()
            guard digits.utf8.count == digits.count else { return nil }
            let each = digits.count / 3
            parts = [digits.prefix(each), digits.dropFirst(each).prefix(each), digits.suffix(each)]
        } else {
            return nil
        }
        let values = parts.compactMap(Self.fraction)
        guard values.count == parts.count else { return nil }
        self.init(red: values[0], green: values[1], blue: values[2])
    }

    /// One to four hexadecimal digits as a part of the largest number with so many digits.
    private static func fraction(_ digits: Substring) -> Double? {
        guard (1...4).contains(digits.utf8.count), digits.utf8.allSatisfy({ isHexadecimal($0) }),
            let value = Int(digits, radix: 16)
        else { return nil }
        return Double(value) / Double(1 << (4 * digits.utf8.count) - 1)
    }

    private static func isHexadecimal(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "f"),
            UInt8(ascii: "A")...UInt8(ascii: "F"):
            true
        default: false
        }
    }
}

/// Which theme is drawn with, and why.
struct ThemeChoice: Hashable, Sendable {
    var theme: Theme
    /// Whether the background is light; nil where nobody said.
    var isLight: Bool?
    /// A sentence for the person.
    var reason: String

    /// Whether the theme brings its own paper: the colours of high contrast can be read on no other, those of light and dark
    /// only on a background that agrees with them. As long as the terminal may still tell its background, that stays.
    func bringsPaper(mayBeTold: Bool) -> Bool {
        if theme == .contrast { return true }
        guard let isLight else { return !mayBeTold }
        return isLight != (theme == .light)
    }

    /// Chooses by what the person asked for, what the terminal answered, and `COLORFGBG`, in this order.
    static func choose(asked: Theme?, answer: BackgroundColor?, colorFgBg: String?) -> ThemeChoice {
        let told = answer?.isLight ?? colorFgBg.flatMap(isLight(colorFgBg:))
        if let asked { return ThemeChoice(theme: asked, isLight: told, reason: "asked for") }
        guard let told else { return ThemeChoice(theme: .dark, isLight: nil, reason: "the background is not known") }
        let source = answer == nil ? "COLORFGBG says so" : "the terminal's background is \(told ? "light" : "dark")"
        return ThemeChoice(theme: told ? .light : .dark, isLight: told, reason: source)
    }

    /// Whether `COLORFGBG` (`15;0`, `0;default;15`) tells of a light background: its last number is a place among the
    /// sixteen colours, of which 7 and 9 to 15 are light.
    static func isLight(colorFgBg: String) -> Bool? {
        let fields = colorFgBg.split(separator: ";", omittingEmptySubsequences: false)
        guard fields.count > 1, let last = fields.last, let index = Int(last), (0...15).contains(index) else {
            return nil
        }
        return index == 7 || index > 8
    }
}
