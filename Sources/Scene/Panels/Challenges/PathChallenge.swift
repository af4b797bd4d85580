import Evidence

/// The first challenge: a case, the path that a person chooses for it, and the reasons that they tick.
struct PathChallenge: Equatable, Sendable {
    typealias Need = Chooser.Need

    /// What can be chosen. What comes first and what later is one path here.
    enum Choice: Int, CaseIterable, Sendable {
        case prompt, rag, fineTune, both

        init(_ answer: Chooser.Answer) {
            switch (answer.movesWeights, answer.looksUp) {
            case (false, false): self = .prompt
            case (false, true): self = .rag
            case (true, false): self = .fineTune
            case (true, true): self = .both
            }
        }

        var text: String {
            switch self {
            case .prompt: "prompt"
            case .rag: "RAG"
            case .fineTune: "fine-tune"
            case .both: "RAG and fine-tune"
            }
        }
    }

    /// A case with what the rules say of it.
    struct Case: Hashable, Sendable {
        let text: ChallengeCase
        let needs: Set<Need>
        /// The needs that can be ticked: those of the case and some that it has not, in the order of the checklist.
        let offered: [Need]
        /// The rules, with all that the case needs ticked.
        let chooser: Chooser

        init(_ text: ChallengeCase) {
            self.text = text
            let needs = Set(text.needs.compactMap(Need.init(name:)))
            self.needs = needs
            chooser = Chooser(needs)
            var deck = Deck(seed: text.id.utf8.reduce(0) { $0 &* 31 &+ UInt64($1) })
            let others = deck.drawn(Need.allCases.filter { !needs.contains($0) })
            let shown = needs.union(others.prefix(max(0, Case.offeredCount - needs.count)))
            offered = Need.allCases.filter(shown.contains)
        }

        static let offeredCount = 6

        var choice: Choice { Choice(chooser.answer) }

        /// The needs of which each alone decides: without it the rules say another path.
        var deciding: [Need] {
            Need.allCases.filter { need in
                needs.contains(need) && Choice(Chooser(needs.subtracting([need])).answer) != choice
            }
        }

        /// Where none decides alone: the grounds of which any is enough.
        var anyOf: [Need] {
            guard deciding.isEmpty, choice == .fineTune || choice == .both else { return [] }
            return [.jargon, .format, .lastPoints].filter(needs.contains)
        }
    }

    /// What is said of an answer.
    struct Verdict: Hashable, Sendable {
        let isRightPath: Bool
        /// Needs of the case without which the ticked ones do not lead to its path.
        let missing: [Need]
        /// Ticked needs that the case has not.
        let wrong: [Need]

        var isSolved: Bool { isRightPath && missing.isEmpty && wrong.isEmpty }
    }

    static let cases = ChallengeCase.all.map(Case.init)

    /// The places of the cases, in the order in which they come.
    private(set) var order = Array(PathChallenge.cases.indices)
    private(set) var place = 0
    /// The line under the knob: the paths, then the needs that are offered.
    var line = 0
    private(set) var choice: Choice?
    private(set) var ticked: Set<Need> = []
    private(set) var isAnswered = false
    private var isDealt = false

    /// The case that is shown; nil where there is none at all.
    var shown: Case? {
        guard order.indices.contains(place), Self.cases.indices.contains(order[place]) else { return nil }
        return Self.cases[order[place]]
    }

    var lineCount: Int { Choice.allCases.count + (shown?.offered.count ?? 0) }

    /// The need on a line; nil where a path stands there.
    func need(at line: Int) -> Need? {
        let index = line - Choice.allCases.count
        guard let offered = shown?.offered, offered.indices.contains(index) else { return nil }
        return offered[index]
    }

    /// Draws the order of the cases anew, those that are not solved first, but for a case that is still to be answered.
    mutating func deal(seed: UInt64, solved: (String) -> Bool) {
        if isDealt, !isAnswered { return }
        isDealt = true
        var deck = Deck(seed: seed)
        let drawn = deck.drawn(Array(Self.cases.indices))
        order = drawn.filter { !solved(Self.cases[$0].text.id) } + drawn.filter { solved(Self.cases[$0].text.id) }
        show(0)
    }

    /// Whether the knob can go from the paths over to the reasons, or back.
    func canCross(toReasons: Bool) -> Bool {
        !isAnswered && lineCount > Choice.allCases.count && (line < Choice.allCases.count) == toReasons
    }

    /// To the line of the other list that stands beside the knob's.
    mutating func cross(toReasons: Bool) {
        guard canCross(toReasons: toReasons) else { return }
        let count = Choice.allCases.count
        line = toReasons ? min(line + count, lineCount - 1) : min(line - count, count - 1)
    }

    /// Whether there is a case so many places on.
    func canMove(by offset: Int) -> Bool { order.indices.contains(place + offset) }

    mutating func move(by offset: Int) { if canMove(by: offset) { show(place + offset) } }

    /// The next case; after the last the first.
    mutating func next() { show(order.isEmpty ? 0 : (place + 1) % order.count) }

    private mutating func show(_ place: Int) {
        self.place = place
        (line, choice, ticked, isAnswered) = (0, nil, [], false)
    }

    /// Chooses the path of a line, or ticks its need; what was chosen or ticked is taken back.
    mutating func tick(_ line: Int) {
        guard !isAnswered, (0..<lineCount).contains(line) else { return }
        self.line = line
        if let choice = Choice(rawValue: line) {
            self.choice = self.choice == choice ? nil : choice
        } else if let need = need(at: line) {
            if !ticked.insert(need).inserted { ticked.remove(need) }
        }
    }

    /// The person has said all that they say; nil where no path is chosen yet, or where it is answered.
    mutating func answer() -> Verdict? {
        guard !isAnswered, choice != nil else { return nil }
        isAnswered = true
        return verdict
    }

    /// What the rules say of what is ticked now.
    var verdict: Verdict? {
        guard let shown, let choice else { return nil }
        let own = ticked.intersection(shown.needs)
        var missing = shown.deciding.filter { !ticked.contains($0) }
        if missing.isEmpty, !shown.anyOf.isEmpty, own.isDisjoint(with: shown.anyOf) { missing = shown.anyOf }
        return Verdict(
            isRightPath: choice == shown.choice, missing: missing,
            wrong: Need.allCases.filter { ticked.contains($0) && !shown.needs.contains($0) })
    }
}

/// Draws an order from a seed: the same seed draws the same.
struct Deck: Sendable {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    /// The next number, by SplitMix64 (Steele, Lea and Flood 2014).
    private mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// The same things in an order of the deck's, each as likely.
    mutating func drawn<Element>(_ elements: [Element]) -> [Element] {
        var drawn = elements
        for index in drawn.indices.reversed() { drawn.swapAt(index, Int(next() % UInt64(index + 1))) }
        return drawn
    }
}

extension Chooser.Need {
    /// The need by its word in the table of cases: `lowTraffic`.
    init?(name: String) {
        guard let found = Chooser.Need.allCases.first(where: { "\($0)" == name }) else { return nil }
        self = found
    }
}

extension Chooser {
    /// The rules, with some needs ticked.
    init(_ needs: Set<Need>) {
        self.init()
        for need in Need.allCases where needs.contains(need) { toggle(need) }
    }
}
