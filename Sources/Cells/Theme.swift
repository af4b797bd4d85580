/// How many colours a terminal has.
public enum ColorDepth: Int, CaseIterable, Comparable, Sendable {
    case none, ansi8, ansi16, xterm256, truecolor

    public static func < (first: ColorDepth, second: ColorDepth) -> Bool { first.rawValue < second.rawValue }
}

/// A palette: what each ``Ink`` is in truecolor, in the 256-colour cube, and among the 16 named colours.
///
/// It is designed for 256 colours; truecolor is a refinement of the same hues. Hues that mean something are told apart by
/// eyes that lack red or green cones too, and all that words are written in stands out from the paper: the tests compute it.
public enum Theme: String, CaseIterable, Sendable {
    case dark, light, contrast

    /// One colour at each depth. `ansi` is 0…15; at eight colours 8…15 become 0…7 and bold.
    public struct Shade: Hashable, Sendable {
        public var red: UInt8
        public var green: UInt8
        public var blue: UInt8
        public var xterm: UInt8
        public var ansi: UInt8

        init(_ rgb: UInt32, _ xterm: UInt8, _ ansi: UInt8) {
            red = UInt8(rgb >> 16 & 255)
            green = UInt8(rgb >> 8 & 255)
            blue = UInt8(rgb & 255)
            self.xterm = xterm
            self.ansi = ansi
        }
    }

    /// The shade of an ink, or nil for ``Ink/standard``: there the terminal's own colour stays.
    public func shade(_ ink: Ink) -> Shade? {
        switch self {
        case .dark: Theme.dark(ink)
        case .light: Theme.light(ink)
        case .contrast: Theme.contrast(ink)
        }
    }

    /// The foreground and background that a picture outside a terminal is drawn with.
    public var paper: (foreground: Shade, background: Shade) {
        switch self {
        case .dark: (Shade(0xD5D8DA, 253, 7), Shade(0x14161C, 233, 0))
        case .light: (Shade(0x24292F, 235, 0), Shade(0xFBFBF8, 231, 15))
        case .contrast: (Shade(0xFFFFFF, 231, 15), Shade(0x000000, 16, 0))
        }
    }

    private static func dark(_ ink: Ink) -> Shade? {
        switch ink {
        case .standard: nil
        case .soft: Shade(0xA6ACB6, 248, 7)
        case .faint: Shade(0x858B97, 245, 8)
        case .rule: Shade(0x3A3F4A, 238, 8)
        case .accent: Shade(0x73F0F2, 87, 14)
        case .accentDim: Shade(0x2F6F73, 30, 6)
        case .amber: Shade(0xF1A946, 179, 11)
        case .amberDim: Shade(0x7A5C36, 94, 3)
        case .blue: Shade(0x83ADF0, 111, 12)
        case .blueDim: Shade(0x3B4F70, 60, 4)
        case .green: Shade(0x89D690, 121, 10)
        case .greenDim: Shade(0x41603F, 65, 2)
        case .slate: Shade(0xBCBCBC, 249, 7)
        case .slateDim: Shade(0x4C505C, 240, 8)
        case .rose: Shade(0xD56E64, 174, 9)
        case .roseDim: Shade(0x6F4444, 95, 1)
        case .violet: Shade(0xB96ABA, 135, 13)
        case .violetDim: Shade(0x5B4A75, 60, 5)
        case .chosen: Shade(0x20242E, 235, 0)
        }
    }

    private static func light(_ ink: Ink) -> Shade? {
        switch ink {
        case .standard: nil
        case .soft: Shade(0x57606A, 241, 8)
        case .faint: Shade(0x6A7078, 242, 8)
        case .rule: Shade(0xC4C9CF, 251, 7)
        case .accent: Shade(0x127A83, 24, 6)
        case .accentDim: Shade(0x8CC3C6, 116, 6)
        case .amber: Shade(0xA6600D, 130, 3)
        case .amberDim: Shade(0xD6B98C, 180, 3)
        case .blue: Shade(0x195193, 26, 4)
        case .blueDim: Shade(0xAFC3E6, 153, 12)
        case .green: Shade(0x07571F, 29, 2)
        case .greenDim: Shade(0xA9CFA8, 151, 10)
        case .slate: Shade(0x606060, 241, 8)
        case .slateDim: Shade(0xC2C6CE, 251, 7)
        case .rose: Shade(0xA5383F, 124, 1)
        case .roseDim: Shade(0xE2B3B3, 181, 9)
        case .violet: Shade(0x7F57CB, 53, 5)
        case .violetDim: Shade(0xC9B8E3, 183, 13)
        case .chosen: Shade(0xE9EEF2, 255, 15)
        }
    }

    private static func contrast(_ ink: Ink) -> Shade? {
        switch ink {
        case .standard: nil
        case .soft: Shade(0xE4E4E4, 254, 15)
        case .faint, .rule: Shade(0xBCBCBC, 250, 7)
        case .accent: Shade(0x42FFFF, 159, 14)
        case .accentDim: Shade(0x00AFAF, 37, 6)
        case .amber: Shade(0xFFD86A, 221, 11)
        case .amberDim: Shade(0xAF8700, 136, 3)
        case .blue: Shade(0x78CEFF, 153, 12)
        case .blueDim: Shade(0x5F87AF, 67, 4)
        case .green: Shade(0x00C21F, 121, 10)
        case .greenDim: Shade(0x5FAF5F, 71, 2)
        case .slate: Shade(0xC5C5C5, 251, 7)
        case .slateDim: Shade(0x8A8A8A, 245, 8)
        case .rose: Shade(0xF78986, 210, 9)
        case .roseDim: Shade(0xAF5F5F, 131, 1)
        case .violet: Shade(0xB786FF, 177, 13)
        case .violetDim: Shade(0x875FAF, 97, 5)
        case .chosen: Shade(0x303030, 236, 0)
        }
    }
}
