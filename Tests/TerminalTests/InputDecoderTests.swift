import Cells
import Testing
import TestSupport

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
        ("\u{1B}[3~", .delete), ("\u{1}", .control("a")), ("\u{1F}", .control("_")), ("\u{1B}q", .alt("q")),
        ("\u{1B}é", .alt("é")), ("\u{1B}Q", .alt("Q")), ("\u{1B}O", .alt("O")), ("\u{1B}[", .alt("[")),
        ("\u{1B}[6~", .pageDown), ("\u{1B}OM", .enter), ("\u{1B}Oq", .character("1")), ("\u{1B}Ok", .character("+")),
    ]) func keys(bytes: String, key: Key) { #expect(events(bytes) == [.key(key)]) }

    @Test(arguments: [
        "\u{1B}[15~", "\u{1B}[[A", "\u{1B}[2~", "\u{1B}[99999999999999999999A", "\u{1B}[?25h", "\u{1B}[200;1x",
        "\u{1B}P1$r0m\u{1B}\\", "\u{1B}]52;c;q\u{7}", "\u{1B}_Gq\u{1B}\\", "\0", "\u{1B} ", "\u{1B}\r", "\u{1B}\u{7F}",
        "\u{1B}]11;nonsense\u{7}",
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
        #expect(events("\u{1B}\u{1B}[D") == [.key(.escape), .key(.left)])
        #expect(events("\u{1B}[1\u{1B}[D") == [.key(.left)])
    }

    @Test func terminfoComesFirst() {
        let keys: [[UInt8]: TerminfoKey] = [Array("\u{1B}[A".utf8): .kend, Array("\u{1B}A".utf8): .kcuu1]
        #expect(events("\u{1B}[A\u{1B}A", keys: keys) == [.key(.end), .key(.up)])
    }

    /// The newer forms: kitty's protocol and modifyOtherKeys.
    @Test(arguments: [
        ("[99;5u", Key.control("c")), ("[67;6u", .control("c")), ("[27;5;99~", .control("c")),
        ("[108;5u", .control("l")),
        ("[27u", .escape), ("[27;1u", .escape), ("[27;1:1u", .escape), ("[27;1;27~", .escape), ("[91;5u", .escape),
        ("[113u", .character("q")), ("[233u", .character("é")), ("[113;65u", .character("q")),
        ("[113;3u", .alt("q")), ("[27;3;113~", .alt("q")), ("[97;2u", .character("A")), ("[97:65;2u", .character("A")),
        ("[47:63;2u", .character("?")), ("[27;2;63~", .character("?")), ("[13u", .enter), ("[13;2u", .enter),
        ("[9u", .tab), ("[9;2u", .backTab), ("[127u", .backspace), ("[32u", .space), ("[32;2u", .space),
        ("[105;5u", .tab), ("[109;5u", .enter), ("[57417u", .left), ("[57418;2u", .shiftRight), ("[57426u", .delete),
        ("[57404u", .character("5")), ("[57414u", .enter), ("[1;1:2A", .up), ("[1;2:1D", .shiftLeft),
    ]) func keyReports(bytes: String, key: Key) { #expect(events("\u{1B}" + bytes) == [.key(key)]) }

    @Test(arguments: [
        "[113;9u", "[113;7u", "[32;5u", "[32;3u", "[57358u", "[57441;2u", "[1114112u", "[55296u", "[0u", "[113;1:3u",
        "[1;1:3A", "[3;1:3~", "[27;5;1114112~", "[;u", "[:u", "[113;:u", "[27;5~",
    ]) func reportsWithoutMeaningAreDropped(bytes: String) {
        let found = events("\u{1B}" + bytes)
        // A modifier that is left out is none.
        #expect(bytes == "[113;:u" ? found == [.key(.character("q"))] : found == [])
    }

    @Test func pastedTextIsNoKey() {
        let paste = "a\u{1B}[200~q\u{1B}[D\u{1B}]11;\u{1B}[201b\u{3}日\r\nx\ty\u{9B}\u{1B}[201~z"
        let wanted: [TerminalEvent] = [
            .key(.character("a")), .paste("q[D]11;[201b日 x y"), .key(.character("z")),
        ]
        #expect(events(paste) == wanted)
        var decoder = InputDecoder()
        #expect(paste.utf8.flatMap { decoder.feed([$0]) } == wanted)
    }

    @Test func aLongPasteIsCut() {
        var decoder = InputDecoder()
        #expect(decoder.feed("\u{1B}[200~".utf8) == [])
        for _ in 0..<100 { #expect(decoder.feed(String(repeating: "é", count: 1000).utf8) == []) }
        guard case .paste(let text)? = decoder.feed("\u{1B}[201~".utf8).first else {
            Issue.record("no paste")
            return
        }
        #expect(text == String(repeating: "é", count: PastedText.longest / 2))
    }

    @Test func aPasteMayPause() {
        var decoder = InputDecoder()
        #expect(decoder.feed("\u{1B}[200~w".utf8) == [])
        #expect((decoder.patience ?? 0) >= 5000)
        #expect(decoder.feed("q\u{1B}[201~".utf8) == [.paste("wq")])
    }

    @Test func aPasteWithoutEndEnds() {
        var decoder = InputDecoder()
        #expect(decoder.feed("\u{1B}[200~never".utf8) == [])
        #expect(decoder.patience != nil)
        #expect(decoder.settle() == [])
        #expect(decoder.feed("q".utf8) == [.key(.character("q"))])
    }

    /// The loop settles an Escape that has stood alone for a while; its rest comes all the same.
    @Test(
        arguments: [
            ("[<35;1;1M", nil), ("[1;2D", .key(.shiftLeft)), ("OA", .key(.up)), ("[200~wq\u{1B}[201~", .paste("wq")),
            ("]11;rgb:00/00/00\u{7}", .background(BackgroundColor(red: 0, green: 0, blue: 0))),
            ("[?62;22c", .attributes),
        ] as [(String, TerminalEvent?)]) func aLateRestIsNoKey(rest: String, event: TerminalEvent?)
    {
        var decoder = InputDecoder()
        #expect(decoder.feed([Byte.escape]) == [])
        #expect(decoder.settle() == [.key(.escape)])
        #expect(decoder.patience != nil)
        #expect(decoder.feed(rest.utf8) == (event.map { [$0] } ?? []))
        #expect(decoder.feed("q".utf8) == [.key(.character("q"))])
        // In single bytes too.
        decoder = InputDecoder()
        _ = decoder.feed([Byte.escape]) + decoder.settle()
        #expect(rest.utf8.flatMap { decoder.feed([$0]) } == (event.map { [$0] } ?? []))
    }

    @Test(arguments: ["q", "3", "[", "]", "O", "é", "[q", "]]"]) func keysAfterEscapeAreKeys(text: String) {
        var decoder = InputDecoder()
        _ = decoder.feed([Byte.escape]) + decoder.settle()
        #expect(decoder.feed(text.utf8) + decoder.settle() == text.map { .key(.character($0)) })
        #expect(decoder.patience == nil)
        // Later on no rest is expected any more.
        _ = decoder.feed([Byte.escape]) + decoder.settle() + decoder.settle()
        #expect(decoder.patience == nil)
        #expect(decoder.feed("[".utf8) == [.key(.character("["))])
    }

    /// However a sequence is cut, and however long its pieces take within the decoder's patience, it acts as if whole.
    @Test(arguments: ["\u{1B}[<35;1;1M", "\u{1B}[3~", "\u{1B}]11;rgb:1/1/1\u{1B}\\", "\u{1B}[99;6u", "\u{1B}Oq"])
    func anyCutInASequenceIsWaitedFor(sequence: String) {
        let bytes = Array(sequence.utf8)
        for cut in 1..<bytes.count {
            var decoder = InputDecoder()
            #expect(decoder.feed(bytes[..<cut]) == [])
            #expect((decoder.patience ?? 0) >= (cut == 1 ? 50 : 1000))
            #expect(decoder.feed(bytes[cut...]) == events(sequence), "cut after \(cut)")
        }
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
