import Cells

/// Keys written as words, as `--keys` takes them: `4 Right*5 Space wait:0.5`.
public struct KeyScript: Hashable, Sendable {
    enum Step: Hashable, Sendable {
        case key(Key)
        case wait(seconds: Double)
    }

    /// What is wrong with a word, and how to mend it.
    public struct Fault: Error, CustomStringConvertible {
        public let description: String
    }

    let steps: [Step]

    /// No keys.
    init() { steps = [] }

    private static let longestWait = 600.0
    private static let mostRepetitions = 10_000

    /// Reads the words: a key's name or character, `Name*5` for a key pressed again and again, `text:…` for what is
    /// typed, `wait:0.5` for seconds.
    public init(_ text: String) throws(Fault) {
        var steps: [Step] = []
        for word in text.split(separator: " ") {
            if let typed = word.rest(after: "text:") {
                steps += try KeyScript.typed(typed)
            } else if let seconds = word.rest(after: "wait:") {
                steps.append(.wait(seconds: try KeyScript.seconds(seconds)))
            } else {
                steps += try KeyScript.keys(word)
            }
        }
        self.steps = steps
    }

    private static func typed(_ text: Substring) throws(Fault) -> [Step] {
        var steps: [Step] = []
        for character in text {
            guard let key = Key(name: String(character)) else {
                throw Fault(
                    description: "“text:\(text)” has a character that cannot be typed; write letters and signs")
            }
            steps.append(.key(key))
        }
        return steps
    }

    private static func seconds(_ text: Substring) throws(Fault) -> Double {
        guard let seconds = Double(text), seconds >= 0, seconds <= longestWait else {
            throw Fault(
                description: "“wait:\(text)” is no time; write wait: and seconds up to 600, as in wait:0.5")
        }
        return seconds
    }

    private static func keys(_ word: Substring) throws(Fault) -> [Step] {
        let parts = word.count > 1 ? word.split(separator: "*", omittingEmptySubsequences: false) : [word]
        guard parts.count <= 2, let name = parts.first, let key = Key(name: String(name)),
            let count = parts.count == 2 ? Int(parts[1]) : 1, (1...mostRepetitions).contains(count)
        else {
            let names = Key.named.map(\.name).joined(separator: " ")
            throw Fault(description: "“\(word)” is no key; write one character, Name*5, or one of \(names)")
        }
        return Array(repeating: .key(key), count: count)
    }
}

extension Substring {
    fileprivate func rest(after prefix: String) -> Substring? { hasPrefix(prefix) ? dropFirst(prefix.count) : nil }
}
