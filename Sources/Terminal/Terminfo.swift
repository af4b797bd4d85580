import CNcurses

/// What a terminfo entry says, as far as it matters here.
struct TerminfoEntry: Hashable, Sendable {
    var colors = 0
    /// Colours are RGB values and not places in a palette.
    var isDirectColor = false
    var movesCursor = true
    var clears = true
    var hasAlternateScreen = true
    var hidesCursor = true
    /// It has a mouse, which only terminals that follow xterm have.
    var hasMouse = true
    /// Output is typed over, or the terminal is a printer.
    var isPaper = false
    /// What its keys send, by the sequence.
    var keys: [[UInt8]: TerminfoKey] = [:]
    /// What gives the terminal back: colours, key mode, cursor, alternate screen.
    var restore: [UInt8] = []

    /// Why a full screen is impossible, or nil.
    var lack: String? {
        if isPaper { return "prints on paper" }
        if !movesCursor { return "cannot move its cursor" }
        if !clears { return "cannot clear its screen" }
        return nil
    }
}

/// A key that terminfo knows, named as its capability is.
enum TerminfoKey: String, CaseIterable, Sendable {
    case kcuu1, kcud1, kcub1, kcuf1, khome, kend, kpp, knp, kcbt, kbs, kent, kdch1, kLFT, kRIT, kri, kind, kHOM, kEND
}

extension TerminfoEntry {
    /// Reads the entry of a terminal, or nil where terminfo has none. Not while a screen is open.
    static func read(_ name: String) -> TerminfoEntry? {
        // A name is one file's name: nothing else is looked up, whatever the environment says.
        guard !name.isEmpty, name.utf8.count < 128, name.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F && $0 != 0x2F })
        else { return nil }
        guard terminfo_open(name) else { return nil }
        defer { terminfo_close() }
        var entry = TerminfoEntry()
        entry.colors = max(0, Int(terminfo_number("colors")))
        entry.isDirectColor = hasRGB() && entry.colors > 256
        entry.movesCursor = has("cup")
        entry.clears = has("clear")
        entry.hasAlternateScreen = has("smcup")
        entry.hidesCursor = has("civis")
        entry.hasMouse = has("kmous") || has("XM")
        entry.isPaper = terminfo_flag("hc") || terminfo_flag("os")
        for key in TerminfoKey.allCases {
            let sequence = expand(key.rawValue)
            if sequence.count > 1 { entry.keys[sequence] = key }
        }
        entry.restore = ["sgr0", "op", "rmkx", "cnorm", "rmcup"].flatMap(expand)
        return entry
    }

    private static func has(_ name: String) -> Bool { terminfo_string(name) != nil }

    /// The flag of direct colour comes as a boolean, a number of bits or a string of bits.
    private static func hasRGB() -> Bool { terminfo_flag("RGB") || terminfo_number("RGB") > 0 || has("RGB") }

    private static func expand(_ name: String) -> [UInt8] {
        [UInt8](unsafeUninitializedCapacity: 256) { buffer, count in
            let bytes = UnsafeMutableRawBufferPointer(buffer)
            // The callee writes at most 256 bytes and returns how many, so all `count` bytes are initialised.
            count = Int(terminfo_expand(name, bytes.bindMemory(to: CChar.self).baseAddress, 256))
        }
    }
}
