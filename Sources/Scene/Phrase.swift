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
    /// What the person typed.
    case typed
    /// What a model wrote, or was asked to go on with.
    case written(GeneratedText)
    /// A word that a model finds probable.
    case nextWord(NextWords.Word)
    /// What a model reads.
    case read(TrainingDocument)
    /// A folder of the person's.
    case folder(String)
    /// The line that says why a question could not be answered.
    case failure(Failure)

    /// The sources behind it: of a figure its own, and those that it was computed from.
    var sources: [Source] {
        switch self {
        case .figure(let figure): [figure.source] + (figure.derivation?.inputs.map(\.source) ?? [])
        case .source(let source): [source]
        case .written(let text): [text.model.source]
        case .nextWord(let word): [word.probability.source]
        case .axis, .slider, .key, .typed, .read, .folder, .failure: []
        }
    }
}

/// Text built of words and figures. A digit enters it as a text of a figure, as a name that a figure's or a source's
/// record bears, as a place of an axis, as the slider's value or as a key. A digit in any other words is not drawn: ``▯``
/// stands in its place (``Accounting``), and the tests look for that.
public struct Phrase: Hashable, Sendable, ExpressibleByStringInterpolation {
    /// A piece of text of one look and one reference.
    struct Run: Hashable, Sendable {
        fileprivate(set) var text: String
        /// nil takes the style that the phrase is drawn in.
        var ink: Ink?
        var isBold = false
        fileprivate(set) var reference: Reference?
        /// What stands in place of the text where there is no colour.
        fileprivate var textWithoutColour: String?
        /// Whether a figure bears the letter of its kind where no colour tells it.
        var isLettered = true

        fileprivate init(text: String, ink: Ink? = nil, isBold: Bool = false, reference: Reference? = nil) {
            self.text = text
            self.ink = ink
            self.isBold = isBold
            self.reference = reference
        }
    }

    private(set) var runs: [Run]

    public init(stringLiteral text: String) { self.init(words: text) }

    public init(stringInterpolation: StringInterpolation) { runs = stringInterpolation.runs }

    /// Words of the program's own, without digits.
    init(words: String, ink: Ink? = nil, isBold: Bool = false) {
        runs = [Run(text: Accounting.words(words), ink: ink, isBold: isBold)]
    }

    private init(runs: [Run]) { self.runs = runs }

    static func + (first: Phrase, second: Phrase) -> Phrase { Phrase(runs: first.runs + second.runs) }

    static func += (first: inout Phrase, second: Phrase) { first.runs += second.runs }

    /// The words alone.
    public var plain: String { runs.reduce(into: "") { $0 += $1.text } }

    /// Whether a digit of its words has nothing that accounts for it.
    var hasUnaccountedDigit: Bool { runs.contains { $0.text.contains(Accounting.unaccounted) } }

    /// The same phrase as a sentence begins: its first letter is a capital.
    var capitalized: Phrase {
        guard let index = runs.firstIndex(where: { !$0.text.isEmpty }) else { return self }
        var phrase = self
        phrase.runs[index].text = runs[index].text.prefix(1).uppercased() + runs[index].text.dropFirst()
        return phrase
    }

    var isEmpty: Bool { runs.allSatisfy { $0.text.isEmpty } }

    /// The same words in one ink, figures included.
    func inked(_ ink: Ink) -> Phrase {
        changed { $0.ink = ink }
    }

    /// The same words with the letter of its kind after every figure, for where no colour tells it.
    var lettered: Phrase {
        changed { run in
            if let text = run.textWithoutColour { run.text = text }
            guard run.isLettered, case .figure(let figure) = run.reference, run.ink == figure.kind.ink else { return }
            run.text += "[\(figure.kind.mark)]"
        }
    }

    /// The same words without letters, for figures whose kind another one beside them tells.
    var withoutLetters: Phrase { changed { $0.isLettered = false } }

    /// The same words in bold.
    var bold: Phrase { changed { $0.isBold = true } }

    private func changed(_ change: (inout Run) -> Void) -> Phrase {
        var phrase = self
        for index in phrase.runs.indices { change(&phrase.runs[index]) }
        return phrase
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
            if !literal.isEmpty { runs.append(Run(text: Accounting.words(literal))) }
        }

        /// A figure with its unit, in the colour of its kind.
        public mutating func appendInterpolation(_ figure: Figure) { appendInterpolation(figure.inFull) }

        /// A figure in one of its own texts, in the colour of its kind.
        public mutating func appendInterpolation(_ text: FigureText) {
            runs.append(Run(text: text.text, ink: text.figure.kind.ink, reference: .figure(text.figure)))
        }

        /// The same where the figure has such a text; else a dash.
        public mutating func appendInterpolation(_ text: FigureText?) {
            if let text { appendInterpolation(text) } else { appendLiteral("—") }
        }

        /// The same as a name where the figure has such a text; else a dash.
        public mutating func appendInterpolation(name: FigureText?) {
            if let name { appendInterpolation(name: name) } else { appendLiteral("—") }
        }

        /// One of a figure's texts as a name among words: in their colour.
        public mutating func appendInterpolation(name: FigureText) {
            runs.append(Run(text: name.text, reference: .figure(name.figure)))
        }

        /// A name that a figure bears (its model, its task): digits in it are part of the name.
        public mutating func appendInterpolation(name: String, of figure: Figure) {
            runs.append(Run(text: figure.name(name), reference: .figure(figure)))
        }

        /// A source in one line.
        public mutating func appendInterpolation(_ source: Source) {
            runs.append(Run(text: source.short, reference: .source(source)))
        }

        /// Words of a source's record, digits included.
        public mutating func appendInterpolation(_ text: String, of source: Source) {
            runs.append(Run(text: source.words(text), reference: .source(source)))
        }

        /// A formula's name or the formula itself.
        public mutating func appendInterpolation(_ formula: Formula, _ part: KeyPath<Formula, String>) {
            runs.append(Run(text: formula[keyPath: part], reference: .source(formula.source ?? .program)))
        }

        /// A key's name; a digit in it is a key of its own.
        public mutating func appendInterpolation(key: String) {
            let isName = key.split(separator: " ").allSatisfy { $0.count == 1 || !Accounting.hasDigit($0) }
            runs.append(Run(text: isName ? key : Accounting.words(key), isBold: true, reference: .key))
        }

        /// The slider's value.
        public mutating func appendInterpolation(slider: SliderText) {
            runs.append(Run(text: slider.text, ink: .accent, isBold: true, reference: .slider))
        }

        /// A place on an axis.
        public mutating func appendInterpolation(axis: AxisText) {
            runs.append(Run(text: axis.text, reference: .axis))
        }

        /// What the person typed.
        mutating func appendInterpolation(typed: String) { runs.append(Run(text: typed, reference: .typed)) }

        /// What a model wrote after its prompt.
        public mutating func appendInterpolation(_ written: GeneratedText) {
            runs.append(Run(text: written.text, ink: Figure.Kind.measured.ink, reference: .written(written)))
        }

        /// What a model was asked to go on with.
        public mutating func appendInterpolation(prompt written: GeneratedText) {
            runs.append(Run(text: written.prompt, reference: .written(written)))
        }

        /// A word that a model finds probable; the end of a document is one too.
        public mutating func appendInterpolation(_ word: NextWords.Word) {
            runs.append(Run(text: word.text, ink: Figure.Kind.measured.ink, reference: .nextWord(word)))
        }

        /// What a model reads, word for word.
        public mutating func appendInterpolation(_ document: TrainingDocument) {
            runs.append(Run(text: document.text, reference: .read(document)))
        }

        /// A folder's path.
        public mutating func appendInterpolation(folder: String) {
            runs.append(Run(text: folder, reference: .folder(folder)))
        }

        /// Why a question could not be answered, in its own words.
        public mutating func appendInterpolation(_ failure: Failure) {
            runs.append(Run(text: failure.line, reference: .failure(failure)))
        }

        /// Words without digits.
        public mutating func appendInterpolation(words: String) { runs.append(Run(text: Accounting.words(words))) }

        /// Words in bold.
        public mutating func appendInterpolation(strong: String) {
            runs.append(Run(text: Accounting.words(strong), isBold: true))
        }

        public mutating func appendInterpolation(_ phrase: Phrase) { runs += phrase.runs }
    }
}

extension Phrase {
    /// The phrase as lines that are phrases themselves, references and all.
    func wrapped(_ columns: Int) -> [Phrase] {
        lines(columns: columns).map { line in
            var runs: [Run] = []
            var current = Int.min
            for piece in line {
                if piece.run == current, !runs.isEmpty {
                    piece.glyph.write(into: &runs[runs.count - 1].text)
                } else {
                    var run = piece.run >= 0 ? self.runs[piece.run] : Run(text: "")
                    run.text = ""
                    piece.glyph.write(into: &run.text)
                    runs.append(run)
                    current = piece.run
                }
            }
            return Phrase(runs: runs)
        }
    }

    /// The kinds of figures in their colours, for the line that says where a picture comes from.
    static func legend(of kinds: [Figure.Kind]) -> Phrase {
        Phrase(
            runs: kinds.enumerated().map { index, kind in
                let mark =
                    switch kind {
                    case .lesson: "● ┃"
                    case .published, .measured: "█"
                    case .computed: "≈ █"
                    case .chosen: "◆"
                    }
                var run = Run(text: (index > 0 ? "\u{A0} " : "") + mark + " " + kind.name, ink: kind.ink)
                if kind == .measured || kind == .computed {
                    run.textWithoutColour = String(run.text.map { $0 == "█" ? kind == .measured ? "▓" : "▒" : $0 })
                }
                return run
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
        case .chosen: .accent
        }
    }
}
