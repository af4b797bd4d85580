import Cells
import Testing
import TestSupport

@testable import Terminal

@Suite struct BackgroundTests {
    @Test(arguments: [
        ("rgb:ffff/ffff/ffff", true), ("rgb:0000/0000/0000", false), ("rgb:f/f/f", true), ("rgb:1c/1e/26", false),
        ("rgb:fd/f6/e3", true), ("rgb:000/2b2/363", false), ("rgba:ff/ff/ff/80", true), ("#fff", true),
        ("#101010", false),
        ("#ffffffff0000", true), ("#000000000fff", false),
    ]) func colors(text: String, isLight: Bool) { #expect(BackgroundColor(text)?.isLight == isLight) }

    @Test(arguments: [
        "", "rgb:", "rgb:ff/ff", "rgb:ff/ff/ff/ff", "rgb:fffff/0/0", "rgb:-1/0/0", "rgb:+1/0/0", "rgb:g/0/0", "rgb://",
        "#", "#ff", "#ffff", "#ééé", "#éé", "red", "rgba:1/2/3", "rgb:ff/ff/ff ",
    ]) func nonsense(text: String) { #expect(BackgroundColor(text) == nil) }

    @Test func anyTextIsTaken() {
        let seed = UInt64.random(in: 0...UInt64.max)
        var generator = SeededGenerator(seed: seed)
        let letters = Array("rgba:#/0fFé;")
        for _ in 0..<20000 {
            let count = Int.random(in: 0...12, using: &generator)
            let text = String((0..<count).map { _ in letters.randomElement(using: &generator) ?? "0" })
            guard let color = BackgroundColor(text) else { continue }
            #expect((0...1).contains(color.red) && (0...1).contains(color.blue), "seed \(seed): \(text)")
        }
    }

    @Test(
        arguments: [
            ("15;0", false), ("0;15", true), ("0;default;15", true), ("7;8", false), ("0;7", true), ("0;default", nil),
            ("15", nil), ("", nil), ("0;16", nil), ("0;-1", nil), (";", nil),
        ] as [(String, Bool?)]) func colorFgBg(text: String, isLight: Bool?)
    {
        #expect(ThemeChoice.isLight(colorFgBg: text) == isLight)
    }

    @Test func theme() {
        let white = BackgroundColor(red: 1, green: 1, blue: 1)
        #expect(ThemeChoice.choose(asked: nil, answer: nil, colorFgBg: nil).theme == .dark)
        #expect(ThemeChoice.choose(asked: nil, answer: nil, colorFgBg: "0;15").theme == .light)
        #expect(ThemeChoice.choose(asked: nil, answer: white, colorFgBg: "15;0").theme == .light)
        #expect(ThemeChoice.choose(asked: .contrast, answer: white, colorFgBg: nil).theme == .contrast)
        #expect(ThemeChoice.choose(asked: .dark, answer: white, colorFgBg: nil).isLight == true)
    }
}

@Suite struct PaletteTests {
    @Test(arguments: Theme.allCases, ColorDepth.allCases) func numbersFitTheDepth(theme: Theme, depth: ColorDepth) {
        let most: [ColorDepth: Int32] = [.none: -1, .ansi8: 7, .ansi16: 15, .xterm256: 255, .truecolor: 0xFFFFFF]
        let palette = Palette(theme: theme, depth: depth, hasDefaults: true)
        for foreground in Ink.allCases {
            for background in Ink.allCases {
                let pair = palette.pair(foreground, on: background)
                let allowed = -1...(most[depth] ?? -1)
                #expect(allowed.contains(pair.foreground) && allowed.contains(pair.background))
                #expect(!pair.isBold || depth == .ansi8)
            }
        }
    }

    @Test func eightColorsBecomeSixteenByBold() {
        let palette = Palette(theme: .dark, depth: .ansi8, hasDefaults: true)
        #expect(palette.pair(.accent, on: .standard) == Palette.Pair(foreground: 6, background: -1, isBold: true))
        // Bright black would be black on black.
        #expect(palette.pair(.faint, on: .standard) == Palette.Pair(foreground: -1, background: -1))
    }

    @Test func withoutDefaultColorsItIsWhiteOnBlack() {
        let palette = Palette(theme: .dark, depth: .ansi8, hasDefaults: false)
        #expect(palette.pair(.standard, on: .standard) == Palette.Pair(foreground: 7, background: 0))
    }

    @Test func contrastBringsItsPaper() {
        let palette = Palette(theme: .contrast, depth: .xterm256, hasDefaults: true, bringsPaper: true)
        #expect(palette.pair(.standard, on: .standard) == Palette.Pair(foreground: 231, background: 16))
    }

    @Test(
        arguments: [
            (.contrast, false, false, true), (.contrast, nil, true, true), (.dark, false, false, false),
            (.dark, true, false, true), (.dark, nil, false, true), (.dark, nil, true, false),
            (.light, true, false, false), (.light, false, true, true), (.light, nil, false, true),
        ] as [(Theme, Bool?, Bool, Bool)])
    func paperIsBroughtWhereTheTerminalsIsNotKnownToAgree(theme: Theme, isLight: Bool?, mayBeTold: Bool, brings: Bool) {
        let choice = ThemeChoice(theme: theme, isLight: isLight, reason: "")
        #expect(choice.bringsPaper(mayBeTold: mayBeTold) == brings)
    }
}
