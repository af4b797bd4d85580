import Engine
import Evidence
import TinyLM

/// What is said of a run as a whole.
struct RunWords {
    private let description: RunDescription
    private let path: String

    init(_ description: RunDescription, _ path: String) {
        self.description = description
        self.path = path
    }

    /// What is trained.
    func headline(threads: Int) -> String {
        let name = description.size.map { "size \($0.rawValue), " } ?? ""
        return "\(name)\(Number.short(Double(description.shape.parameterCount))) parameters, seed \(description.seed), "
            + "\(description.recipe.steps) steps, \(threads) thread\(threads == 1 ? "" : "s"), in \(path)\n"
    }

    /// That the run has all its steps, and what can be done with it.
    var finished: String {
        let prompt = RunVocabulary.samplePrompt(isWorld: description.tokenizer == .world)
        return "this run is finished; choose another --output, --seed or --tokens for a new one\n" + hints(prompt)
    }

    /// Commands that can be typed as they stand.
    func hints(_ prompt: String) -> String {
        "tlviz examine \(path.quotedForShell(isFile: true)) examines it\n"
            + "tlviz generate \(path.quotedForShell(isFile: true)) --prompt \(prompt.quotedForShell()) lets it write\n"
    }

    /// How the training goes on after a stop.
    var continuation: String { "tlviz train --output \(path.quotedForShell(isFile: true)) goes on" }
}

extension String {
    /// The text as one word of a shell's command line; a file whose name begins with a dash is not an option then.
    func quotedForShell(isFile: Bool = false) -> String {
        let text = isFile && hasPrefix("-") ? "./" + self : self
        let isPlain = text.utf8.allSatisfy { byte in
            byte >= 0x80 || UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte
                || UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte | 0x20 || "-_./,:+@%=".utf8.contains(byte)
        }
        let isOdd = text.unicodeScalars.contains {
            $0.value < 0x20 || (0x7F..<0xA0).contains($0.value) || FileName.shown($0) != nil
        }
        if isPlain, !isOdd, !text.isEmpty { return text }
        guard isOdd else {
            return "'" + text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''") + "'"
        }
        // Bytes that a terminal does not show are written by their number, as bash, zsh and ksh read them.
        let bytes = FileName.bytes(text).map { byte in
            switch byte {
            case UInt8(ascii: "'"), UInt8(ascii: "\\"): "\\" + String(Unicode.Scalar(byte))
            case 0x20..<0x7F: String(Unicode.Scalar(byte))
            default: "\\x" + (byte < 16 ? "0" : "") + String(byte, radix: 16)
            }
        }
        return "$'" + bytes.joined() + "'"
    }
}
