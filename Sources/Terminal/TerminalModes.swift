import CNcurses

/// The modes that ncurses does not set.
enum TerminalModes {
    /// Buttons, drags, coordinates of any size; and pasted text in brackets, so that it can be told from keys.
    private static let mouseOn = "\u{1B}[?1000h\u{1B}[?1002h\u{1B}[?1006h"
    private static let mouseOff = "\u{1B}[?1006l\u{1B}[?1002l\u{1B}[?1000l"
    private static let pasteOn = "\u{1B}[?2004h"
    private static let pasteOff = "\u{1B}[?2004l"

    static func on(_ capabilities: Capabilities) -> String {
        (capabilities.terminal.speaksXterm ? pasteOn : "") + (capabilities.usesMouse ? mouseOn : "")
    }

    static func off(_ capabilities: Capabilities) -> String {
        (capabilities.usesMouse ? mouseOff : "") + (capabilities.terminal.speaksXterm ? pasteOff : "")
    }

    static func write(_ text: String) {
        var text = text
        text.withUTF8 { bytes in
            // Only read, and only `count` bytes.
            UnsafeRawBufferPointer(bytes).withMemoryRebound(to: CChar.self) { output_write($0.baseAddress, $0.count) }
        }
    }
}
