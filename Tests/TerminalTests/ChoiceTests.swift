import Cells
import Testing

@testable import Terminal

@Suite struct LocaleChoiceTests {
    private func choose(_ name: String?, installed: [String: String] = ["C.UTF-8": "UTF-8"]) -> LocaleChoice {
        LocaleChoice.choose(requested: name.map { ("LANG", $0) }) { name in
            name == "C" || name == "POSIX" ? "ANSI_X3.4-1968" : installed[name]
        }
    }

    @Test func whatIsInstalledIsUsed() {
        let choice = choose("de_DE.UTF-8", installed: ["de_DE.UTF-8": "UTF-8", "C.UTF-8": "UTF-8"])
        #expect(choice.name == "de_DE.UTF-8" && choice.isUTF8)
    }

    @Test(arguments: [nil, "fr_FR.UTF-8", "xx", "fr_FR.utf8@euro"]) func whatIsMissingBecomesUTF8(name: String?) {
        let choice = choose(name)
        #expect(choice.name == "C.UTF-8" && choice.isUTF8, "\(choice.reason)")
    }

    @Test(arguments: ["C", "POSIX", "de_DE.ISO-8859-1", "ja_JP.eucJP"]) func whatIsNotUTF8IsASCII(name: String) {
        #expect(!choose(name).isUTF8)
    }

    @Test func anInstalledOtherCodesetIsASCII() {
        #expect(!choose("de_DE", installed: ["de_DE": "ISO-8859-1", "C.UTF-8": "UTF-8"]).isUTF8)
    }

    @Test func noUTF8AtAllIsASCII() { #expect(!choose(nil, installed: [:]).isUTF8) }
}

@Suite struct TerminalChoiceTests {
    private func choose(_ name: String?, known: [String: TerminfoEntry]) throws -> TerminalChoice {
        try TerminalChoice.choose(name) { known[$0] }
    }

    private let known = ["xterm-256color": TerminfoEntry(colors: 256), "screen": TerminfoEntry(colors: 8)]

    @Test(arguments: [
        "xterm-kitty", "xterm-ghostty", "ghostty", "alacritty", "alacritty-direct", "foot", "foot-extra", "wezterm",
        "contour", "rio", "kitty", "st-256color", "st", "rxvt-unicode-256color",
    ]) func namesLikeXterm(name: String) throws {
        let choice = try choose(name, known: known)
        #expect(choice.used == "xterm-256color" && choice.asked == name && choice.reason.contains(name))
    }

    @Test func tmuxIsLikeScreen() throws { #expect(try choose("tmux-256color", known: known).used == "screen") }

    @Test func whatTerminfoKnowsIsUsed() throws { #expect(try choose("screen", known: known).used == "screen") }

    @Test func errors() {
        #expect(throws: TerminalError.noName) { try choose(nil, known: known) }
        #expect(throws: TerminalError.noName) { try choose("", known: known) }
        #expect(throws: TerminalError.unknown(name: "nonsense")) { try choose("nonsense", known: known) }
        #expect(throws: TerminalError.tooPoor(name: "dumb", lack: "cannot move its cursor")) {
            try choose("dumb", known: ["dumb": TerminfoEntry(movesCursor: false)])
        }
    }

    @Test func messagesAreOneHarmlessLine() {
        let error = TerminalError.unknown(name: "a\u{1B}[2J\nb" + String(repeating: "x", count: 999))
        #expect(error.description.count < 250)
        #expect(error.description.unicodeScalars.allSatisfy { $0.value >= 0x20 })
        #expect(error.description.contains("TERM=xterm-256color tlviz"))
    }

    @Test func namesThatAreNoFileNameAreUnknown() {
        for name in ["", "../etc/passwd", "x/y", "a b", "\u{1B}", "é", String(repeating: "x", count: 5000)] {
            #expect(TerminfoEntry.read(name) == nil)
        }
    }

    @Test func theConsoleIsNotAsked() throws {
        let console = try choose("linux", known: ["linux": TerminfoEntry(colors: 8)])
        #expect(!console.speaksXterm && !console.showsBlocks)
        #expect(try choose("screen", known: known).speaksXterm)
    }
}

@Suite struct ColorChoiceTests {
    private func choose(
        _ asked: ColorDepth? = nil, colors: Int, isDirect: Bool = false, noColor: String? = nil,
        colorTerm: String? = nil
    ) -> ColorDepth {
        var environment = TerminalEnvironment()
        environment.noColor = noColor
        environment.colorTerm = colorTerm
        return ColorChoice.choose(asked: asked, environment: environment, colors: colors, isDirect: isDirect).depth
    }

    @Test func terminfoDecides() {
        #expect(choose(colors: 0) == .none)
        #expect(choose(colors: 2) == .none)
        #expect(choose(colors: 8) == .ansi8)
        #expect(choose(colors: 16) == .ansi16)
        #expect(choose(colors: 88) == .ansi16)
        #expect(choose(colors: 256) == .xterm256)
        #expect(choose(colors: 1 << 24, isDirect: true) == .truecolor)
        #expect(choose(colors: 256, colorTerm: "truecolor") == .xterm256)
    }

    @Test func noColorCountsUnlessEmptyOrOverruled() {
        #expect(choose(colors: 256, noColor: "1") == .none)
        #expect(choose(colors: 256, noColor: "") == .xterm256)
        #expect(choose(.ansi16, colors: 256, noColor: "1") == .ansi16)
    }

    @Test func nothingIsAskedOfATerminalThatItLacks() {
        #expect(choose(.truecolor, colors: 256) == .xterm256)
        #expect(choose(.xterm256, colors: 8) == .ansi8)
        #expect(choose(ColorDepth.none, colors: 256) == .none)
        #expect(choose(.xterm256, colors: 1 << 24, isDirect: true) == .truecolor)
    }
}
