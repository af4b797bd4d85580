import Cells
import Testing

@testable import Terminal

@Suite struct InputDecoderTests {
    private func events(_ text: String, keys: [[UInt8]: TerminfoKey] = [:]) -> [TerminalEvent] {
        var decoder = InputDecoder(keys: keys)
        return decoder.feed(Array(text.utf8)) + decoder.settle()
    }

    @Test(arguments: [
        ("a", Key.character("a")), ("é", .character("é")), ("日", .character("日")), (" ", .space), ("\r", .enter),
        ("\n", .enter), ("\t", .tab), ("\u{7F}", .backspace), ("\u{8}", .backspace), ("\u{1B}", .escape),
        ("\u{1B}[A", .up), ("\u{1B}OA", .up), ("\u{1B}[D", .left), ("\u{1B}OD", .left), ("\u{1B}[1;2D", .shiftLeft),
        ("\u{1B}[1;2C", .shiftRight), ("\u{1B}[1;5C", .shiftRight), ("\u{1B}[1;3C", .right), ("\u{1B}[d", .shiftLeft),
        ("\u{1B}O2C", .shiftRight), ("\u{1B}[Z", .backTab), ("\u{1B}[H", .home), ("\u{1B}[1~", .home),
        ("\u{1B}[7~", .home), ("\u{1B}OH", .home), ("\u{1B}[F", .end), ("\u{1B}[4~", .end), ("\u{1B}[5~", .pageUp),
        ("\u{1B}[6~", .pageDown), ("\u{1B}OM", .enter), ("\u{1B}Oq", .character("1")), ("\u{1B}Ok", .character("+")),
    ]) func keys(bytes: String, key: Key) { #expect(events(bytes) == [.key(key)]) }

    @Test(arguments: [
        "\u{1B}[15~", "\u{1B}[[A", "\u{1B}[3~", "\u{1B}[99999999999999999999A", "\u{1B}[?25h", "\u{1B}[200;1u",
        "\u{1B}P1$r0m\u{1B}\\", "\u{1B}]52;c;q\u{7}", "\u{1B}_Gq\u{1B}\\", "\u{1}", "\u{1B}]11;nonsense\u{7}",
        "\u{1B}[<0;1M", "\u{1B}[<;;M", "\u{1B}[<0;0;1M", "\u{1B}[<3;1;1M", "\u{1B}[<99999;1;1M", "\u{1B}[12",
        "\u{1B}]11;",
    ]) func nonsenseIsDropped(bytes: String) { #expect(events(bytes) == []) }

    @Test func brokenUTF8IsDropped() {
        var decoder = InputDecoder()
        #expect(
            decoder.feed([0xFF, 0xC3, 0x61, 0x80, 0xED, 0xA0, 0x80, 0xF4, 0xBF, 0xBF, 0xBF, 0x62]) == [
                .key(.character("a")), .key(.character("b")),
            ])
    }

    @Test func escapeBeforeAnotherKey() {
        #expect(events("\u{1B}q") == [.key(.escape), .key(.character("q"))])
        #expect(events("\u{1B}\u{1B}[D") == [.key(.escape), .key(.left)])
        #expect(events("\u{1B}O") == [.key(.escape), .key(.character("O"))])
        #expect(events("\u{1B}[1\u{1B}[D") == [.key(.left)])
    }

    @Test func terminfoComesFirst() {
        let keys: [[UInt8]: TerminfoKey] = [Array("\u{1B}[A".utf8): .kend, Array("\u{1B}A".utf8): .kcuu1]
        #expect(events("\u{1B}[A\u{1B}A", keys: keys) == [.key(.end), .key(.up)])
    }

    @Test func pastedTextIsNoKey() {
        let paste = "a\u{1B}[200~q\u{1B}[D\u{1B}]11;\u{1B}[201b\u{3}日\u{1B}[201~z"
        let wanted: [TerminalEvent] = [.key(.character("a")), .key(.character("z"))]
        #expect(events(paste) == wanted)
        var decoder = InputDecoder()
        #expect(paste.utf8.flatMap { decoder.feed([$0]) } == wanted)
    }

    @Test func aPasteWithoutEndEnds() {
        var decoder = InputDecoder()
        #expect(decoder.feed("\u{1B}[200~never".utf8) == [])
        #expect(decoder.patience == 1000)
        #expect(decoder.settle() == [])
        #expect(decoder.feed("q".utf8) == [.key(.character("q"))])
    }

    @Test func anEndlessStringIsNoKey() {
        var decoder = InputDecoder()
        #expect(decoder.feed("\u{1B}P".utf8) == [])
        for _ in 0..<200 { #expect(decoder.feed("qqqqqqqqqqqqqqqq".utf8) == []) }
        #expect(decoder.pending.count < 600)
        #expect(decoder.feed("q\u{1B}\\z".utf8) == [.key(.character("z"))])
    }

    @Test func answers() {
        #expect(events("\u{1B}[?1;2;4c") == [.attributes])
        let white = BackgroundColor(red: 1, green: 1, blue: 1)
        #expect(events("\u{1B}]11;rgb:ffff/ffff/ffff\u{1B}\\\u{1B}[?62c") == [.background(white), .attributes])
        #expect(events("\u{1B}]11;rgb:ff/ff/ff\u{7}") == [.background(white)])
    }

    @Test func mouse() {
        let place = Position(column: 9, row: 4)
        let wanted: [(String, Pointer.Motion)] = [
            ("\u{1B}[<0;10;5M", .press), ("\u{1B}[<32;10;5M", .drag), ("\u{1B}[<0;10;5m", .release),
            ("\u{1B}[<64;10;5M", .wheelUp), ("\u{1B}[<65;10;5M", .wheelDown), ("\u{1B}[<4;10;5M", .press),
            ("\u{1B}[M *%", .press), ("\u{1B}[M#*%", .release), ("\u{1B}[M`*%", .wheelUp), ("\u{1B}[M@*%", .drag),
        ]
        for (bytes, motion) in wanted {
            #expect(events(bytes) == [.pointer(Pointer(motion, at: place))], "\(bytes.utf8)")
        }
        #expect(events("\u{1B}[<2;10;5M") == [])
        #expect(events("\u{1B}[<66;10;5M") == [])
    }

    @Test(arguments: 0..<40) func piecesMakeNoDifference(round: UInt64) {
        let seed = UInt64.random(in: 0...UInt64.max) &+ round
        var generator = SeededGenerator(seed: seed)
        let parts = [
            "\u{1B}[<0;10;5M", "a", "é", "日", "\u{1B}[1;2D", "\u{1B}OA", "\u{1B}]11;rgb:00/00/00\u{7}", "\u{1B}[?1c",
            "\u{1B}[200~xy\u{1B}[201~", "\r", "\u{1B}[15~", "\u{1B}[M !!",
        ]
        let bytes = (0..<60).flatMap { _ in Array((parts.randomElement(using: &generator) ?? "").utf8) }
        var whole = InputDecoder()
        let wanted = whole.feed(bytes)
        var pieces = InputDecoder()
        var found: [TerminalEvent] = []
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = Int.random(in: 1...7, using: &generator)
            found += pieces.feed(rest.prefix(count))
            rest = rest.dropFirst(count)
        }
        #expect(found == wanted, "seed \(seed)")
    }

    @Test(arguments: 0..<20) func anyBytesAreTaken(round: UInt64) {
        let seed = UInt64.random(in: 0...UInt64.max) &+ round
        var generator = SeededGenerator(seed: seed)
        let frequent = Array("\u{1B}\u{1B}[]O<;M~mP01259?c\\\u{7}".utf8)
        var decoder = InputDecoder()
        for _ in 0..<5000 {
            let bytes = (0..<Int.random(in: 0...6, using: &generator)).map { _ in
                Bool.random(using: &generator)
                    ? frequent.randomElement(using: &generator) ?? 0 : UInt8.random(in: 0...255, using: &generator)
            }
            for case .pointer(let pointer) in decoder.feed(bytes) {
                #expect(pointer.position.column >= 0 && pointer.position.row >= 0, "seed \(seed)")
            }
            #expect(decoder.pending.count <= 600, "seed \(seed)")
        }
        _ = decoder.settle()
        #expect(decoder.feed("q".utf8) == [.key(.character("q"))], "seed \(seed)")
    }
}
