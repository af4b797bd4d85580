import Evidence
import TinyLM

/// A task that a person writes a prompt for: its items, which training never shows, how they are put into the prompt, and
/// what is right.
public enum PromptChallenge: String, CaseIterable, Sendable {
    /// A sentence that training never translates.
    case translation
    /// A question about somebody of whom training tells nothing but the name, and the sentence that answers it.
    case lookUp = "look-up"
    /// A question whose answer is two facts away, which training asks in no form.
    case steps
    /// A patient's symptoms, and the remedy.
    case doctor
    /// A word, and its Vell, of the pairs that training's examples never show.
    case examples

    /// As many are asked, where the world has so many.
    public static let itemCount = 20

    /// One thing that is asked: what stands in each place of a template, and what must be answered.
    struct Item: Equatable {
        var values: [String: [Token]]
        var answer: [Token]
    }

    /// The places that a template can have.
    public var places: [String] {
        switch self {
        case .translation: ["[sentence]"]
        case .lookUp: ["[sentence]", "[question]"]
        case .steps: ["[question]"]
        case .doctor: ["[name]", "[note]"]
        case .examples: ["[word]"]
        }
    }

    /// The place of the item itself: it stands at the end of a template that has it nowhere.
    var place: String { places[places.count - 1] }

    /// The most words that may be written.
    private var longestAnswer: Int { self == .steps ? 18 : self == .translation ? 14 : 2 }

    // MARK: - Items

    /// The items, all different; the same seed gives the same.
    func items(seed: UInt64 = 1) -> [Item] {
        var random = RandomSource(seed: seed, index: 900 + (Self.allCases.firstIndex(of: self) ?? 0))
        var items: [Item] = []
        // Where the world has few, the same come again and again until all are there.
        for _ in 0..<Self.itemCount * 40 where items.count < Self.itemCount {
            let item = item(using: &random)
            if !items.contains(where: { $0.values == item.values || isSameQuestion($0, item) }) { items.append(item) }
        }
        return items
    }

    private func isSameQuestion(_ one: Item, _ other: Item) -> Bool { one.values[place] == other.values[place] }

    private func item(using random: inout RandomSource) -> Item {
        switch self {
        case .translation: translation(using: &random)
        case .lookUp: lookedUp(using: &random)
        case .steps: steps(using: &random)
        case .doctor: visit(using: &random)
        case .examples: pair(using: &random)
        }
    }

    private func translation(using random: inout RandomSource) -> Item {
        let question = Translation().item(of: .translation, using: &random).question
        // Between `vell :` and the arrow; the answer's end is no word.
        let sentence = question.tokens[..<question.answerStart].dropFirst(3).dropLast()
        return Item(values: ["[sentence]": Array(sentence)], answer: Array(question.answer.dropLast()))
    }

    private func lookedUp(using random: inout RandomSource) -> Item {
        let relation = Relation.drawn(using: &random)
        let person = Lexicon.little.fresh.drawn(using: &random)
        let value = relation.values.drawn(using: &random)
        var (statement, question): ([Token], [Token]) = ([], [])
        relation.writeStatement(of: person, value: value, isLong: false, into: &statement)
        relation.writeQuestion(of: person, into: &question)
        return Item(values: ["[sentence]": statement, "[question]": question], answer: [value])
    }

    private func steps(using random: inout RandomSource) -> Item {
        let question = Think().item(of: .twoHopsDirect, using: &random).question
        let asked = question.tokens[..<question.answerStart].dropFirst().dropLast(2)
        return Item(values: ["[question]": Array(asked)], answer: Array(question.answer))
    }

    private func visit(using random: inout RandomSource) -> Item {
        let (note, disease) = Clinic.labelledNote(using: &random)
        let symptoms = Array(note.dropFirst(2).dropLast())
        let remedy = Lexicon.little.remedies[Lexicon.little.diseases.index(of: disease) ?? 0]
        return Item(values: ["[name]": Array(symptoms.prefix(1)), "[note]": symptoms], answer: [remedy])
    }

    private func pair(using random: inout RandomSource) -> Item {
        let question = Show().item(of: .vell, examples: 0, using: &random).question
        let word = question.tokens[question.answerStart - 1]
        return Item(values: ["[word]": [word]], answer: Array(question.answer))
    }

    // MARK: - Prompts

    /// The whole prompt of an item, without the end that stands before it: a template's places are filled, and where it
    /// has not the item's, that stands at its end.
    func prompt(_ template: String, _ item: Item) -> String {
        var text = template.contains(place) ? template : template + " " + place
        for (place, tokens) in item.values {
            text = text.replacing(place, with: " \(Vocabulary.little.decode(tokens)) ")
        }
        return text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    /// The items that a template gives nothing away of: a word whose pair the person wrote is no question any more.
    func items(askedBy template: String) throws(UnknownWord) -> [Item] {
        guard self == .examples else { return items() }
        let written = Set(try Vocabulary.little.encode(template.replacing(place, with: " ")))
        return items().filter { item in written.isDisjoint(with: item.values[place] ?? []) }
    }

    /// Whether what was written is the answer: a translation word for word, else its first word, which may come after the
    /// steps that lead to it.
    func isRight(_ written: [Token], _ item: Item) -> Bool {
        if self == .translation { return written == item.answer }
        if written.starts(with: item.answer) { return true }
        guard self == .steps else { return false }
        let mark = [FunctionWord.upperA.token, FunctionWord.colon.token]
        let start = written.indices.first { written[$0...].starts(with: mark) }
        return start.map { written[($0 + mark.count)...].starts(with: item.answer) } ?? false
    }

    // MARK: - Trials

    /// Puts a template to a model with each item, and tells what came after each.
    ///
    /// - Throws: Where a word is none of the world's, where nothing is left to ask, or where a prompt is longer than what
    ///   the model reads.
    public func trial(
        of template: String, by model: GPT, _ measured: MeasuredModel, told: (PromptTrial) -> Bool
    ) throws(PromptFault) {
        let items = try withWords { () throws(UnknownWord) -> [Item] in try self.items(askedBy: template) }
        guard !items.isEmpty else { throw .nothingLeft }
        var texts: [GeneratedText] = []
        for item in items {
            let prompt = prompt(template, item)
            let tokens = try withWords { () throws(UnknownWord) -> [Token] in try LittleWorld.prompt(prompt) }
            guard tokens.count + item.answer.count <= LittleWorld.context else {
                throw .tooLong(words: tokens.count + item.answer.count, most: LittleWorld.context)
            }
            var greedy = Sampler(temperature: 0, seed: 0)
            let room = min(longestAnswer, LittleWorld.context - tokens.count)
            let written = model.generate(after: tokens, count: room, end: LittleWorld.end, sampler: &greedy) { _ in
                true
            }
            texts.append(
                GeneratedText(
                    prompt: prompt, text: Vocabulary.little.decode(written), model: measured,
                    verdict: isRight(written, item) ? .right : .wrong,
                    expected: Vocabulary.little.decode(item.answer)))
            let trial = PromptTrial(task: rawValue, template: template, texts: texts, itemCount: items.count)
            guard told(trial) else { return }
        }
    }

    private func withWords<Result>(_ body: () throws(UnknownWord) -> Result) throws(PromptFault) -> Result {
        do throws(UnknownWord) {
            return try body()
        } catch {
            throw .unknownWord(error)
        }
    }
}

/// Why a person's prompt cannot be asked.
public enum PromptFault: Error, Equatable, CustomStringConvertible {
    case unknownWord(UnknownWord)
    case tooLong(words: Int, most: Int)
    case nothingLeft

    /// One line that says what is wrong and what mends it.
    public var description: String {
        switch self {
        case .unknownWord(let word): word.description
        case .tooLong(let words, let most):
            "the prompt and its answer are \(words) words and the model reads \(most); make it shorter"
        case .nothingLeft: "the prompt holds every word that would be asked; leave some out"
        }
    }
}
