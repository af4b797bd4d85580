import Cells
import Scene

/// Keys written as words, as `--keys` takes them: `4 Right*5 Space wait:0.5`.
struct KeyScript {
    enum Step {
        case key(Key)
        case wait(seconds: Double)
    }

    var steps: [Step] = []

    /// Reads the words; `Name*N` repeats a key.
    init(_ text: String) throws(CommandError) {
        for word in text.split(separator: " ") {
            if word.hasPrefix("wait:") {
                guard let seconds = Double(word.dropFirst(5)), seconds >= 0, seconds <= 600 else {
                    throw CommandError(
                        "--keys: “\(word)” is no time; write wait: and seconds up to 600, as in wait:0.5")
                }
                steps.append(.wait(seconds: seconds))
                continue
            }
            let parts = word.count > 1 ? word.split(separator: "*", omittingEmptySubsequences: false) : [word]
            guard parts.count <= 2, let name = parts.first, let key = Key(name: String(name)),
                let count = parts.count == 2 ? Int(parts[1]) : 1, (1...10_000).contains(count)
            else {
                let names = Key.named.map(\.name).joined(separator: " ")
                throw CommandError("--keys: “\(word)” is no key; write one character, Name*5, or one of \(names)")
            }
            steps += Array(repeating: .key(key), count: count)
        }
    }

    /// Plays the keys on a scene; animations are settled at the end unless a wait came last.
    func play(on scene: inout Scene) {
        var endsWaiting = false
        for step in steps {
            switch step {
            case .key(let key):
                endsWaiting = false
                if let action = Keymap.action(for: key) { _ = scene.apply(action) }
            case .wait(let seconds):
                endsWaiting = true
                var rest = seconds
                while rest > 0, scene.isMoving {
                    _ = scene.apply(.tick(seconds: min(rest, 1.0 / 30)))
                    rest -= 1.0 / 30
                }
            }
        }
        if !endsWaiting { scene.settle() }
    }
}
