import Cells
import Evidence

/// What a cell's content refers to: the reason why it may stand on the screen.
public enum Reference: Hashable, Sendable {
    case figure(Figure)
    case source(Source)
    /// A tick or a place of an axis.
    case axis
    /// The slider and its value.
    case slider
    /// The name of a key.
    case key
}

/// Text built of words and figures. Literal words carry no digit; a digit enters as a figure, as a name that a figure
/// or a source bears, or as a key.
public struct Phrase: Hashable, Sendable, ExpressibleByStringInterpolation {
    /// A piece of text of one look and one reference.
    struct Run: Hashable, Sendable {
        var text: String
        /// nil takes the style that the phrase is drawn in.
        var ink: Ink?
        var isBold = false
        var reference: Reference?
    }

    var runs: [Run]

    public init(stringLiteral text: String) { runs = [Run(text: text)] }

    public init(stringInterpolation: StringInterpolation) { runs = stringInterpolation.runs }

    init(runs: [Run]) { self.runs = runs }

    static func + (first: Phrase, second: Phrase) -> Phrase { Phrase(runs: first.runs + second.runs) }

    static func += (first: inout Phrase, second: Phrase) { first.runs += second.runs }

    /// The words alone.
    public var plain: String { runs.reduce(into: "") { $0 += $1.text } }

    var isEmpty: Bool { runs.allSatisfy { $0.text.isEmpty } }

    /// The same words in one ink, figures included.
    func inked(_ ink: Ink) -> Phrase {
        Phrase(runs: runs.map { Run(text: $0.text, ink: ink, isBold: $0.isBold, reference: $0.reference) })
    }

    /// The same words with the letter of its kind after every figure, for where no colour tells it.
    var lettered: Phrase {
        Phrase(
            runs: runs.map { run in
                guard case .figure(let figure) = run.reference, run.ink == figure.kind.ink else { return run }
                var marked = run
                marked.text += "[\(figure.kind.mark)]"
                return marked
            })
    }

    /// The same words in bold.
    var bold: Phrase {
        Phrase(runs: runs.map { Run(text: $0.text, ink: $0.ink, isBold: true, reference: $0.reference) })
    }

    /// The phrases one after another with something between them.
    static func joined(_ phrases: [Phrase], by separator: Phrase) -> Phrase {
        var whole = Phrase(runs: [])
        for (index, phrase) in phrases.enumerated() {
            if index > 0 { whole += separator }
            whole += phrase
        }
        return whole
    }

    public struct StringInterpolation: StringInterpolationProtocol {
        var runs: [Run] = []

        public init(literalCapacity: Int, interpolationCount: Int) {}

        public mutating func appendLiteral(_ literal: String) {
            if !literal.isEmpty { runs.append(Run(text: literal)) }
        }

        /// A figure with its unit, in the colour of its kind.
        public mutating func appendInterpolation(_ figure: Figure) {
            runs.append(Run(text: figure.text, ink: figure.kind.ink, isBold: false, reference: .figure(figure)))
        }

        /// A figure in other words than its own, such as a number written out or without its unit.
        public mutating func appendInterpolation(_ figure: Figure, as text: String) {
            runs.append(Run(text: text, ink: figure.kind.ink, isBold: false, reference: .figure(figure)))
        }

        /// A name that a figure bears (its model, its task): digits in it are part of the name.
        public mutating func appendInterpolation(name: String, of figure: Figure) {
            runs.append(Run(text: name, ink: nil, reference: .figure(figure)))
        }

        /// A source in one line.
        public mutating func appendInterpolation(_ source: Source) {
            runs.append(Run(text: source.short, ink: nil, reference: .source(source)))
        }

        /// Words of a source's record, digits included.
        public mutating func appendInterpolation(_ text: String, of source: Source) {
            runs.append(Run(text: text, ink: nil, reference: .source(source)))
        }

        /// A key's name.
        public mutating func appendInterpolation(key: String) {
            runs.append(Run(text: key, ink: nil, isBold: true, reference: .key))
        }

        /// The slider's value.
        public mutating func appendInterpolation(slider: String) {
            runs.append(Run(text: slider, ink: .accent, isBold: true, reference: .slider))
        }

        /// A place on an axis.
        public mutating func appendInterpolation(axis: String) {
            runs.append(Run(text: axis, ink: nil, reference: .axis))
        }

        /// Words without digits.
        public mutating func appendInterpolation(words: String) { runs.append(Run(text: words)) }

        /// Words in bold.
        public mutating func appendInterpolation(strong: String) { runs.append(Run(text: strong, isBold: true)) }

        public mutating func appendInterpolation(_ phrase: Phrase) { runs += phrase.runs }
    }
}

extension Phrase {
    /// The kinds of figures in their colours, for the line that says where a picture comes from.
    static func legend(of kinds: [Figure.Kind]) -> Phrase {
        Phrase(
            runs: kinds.enumerated().map { index, kind in
                let mark =
                    switch kind {
                    case .lesson: "● ┃"
                    case .published, .measured: "█"
                    case .computed: "≈ █"
                    }
                return Run(text: (index > 0 ? "\u{A0} " : "") + mark + " " + kind.rawValue, ink: kind.ink)
            })
    }
}

extension Figure.Kind {
    /// The colour of the kind, the same everywhere.
    var ink: Ink {
        switch self {
        case .lesson: .amber
        case .published: .blue
        case .measured: .green
        case .computed: .slate
        }
    }
}
