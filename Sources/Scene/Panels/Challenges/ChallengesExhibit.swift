import Cells
import Evidence

/// Panel 7: three challenges whose answers are checked, and a record of what was solved.
struct ChallengesExhibit: HasRows, HasSlider, HasTextField {
    /// What the person solved so far; it stays when the panel is put back as it was.
    var record = ChallengeRecord()
    /// The challenge that is open; nil where the three stand one under another.
    private(set) var open: Challenge?
    private(set) var path = PathChallenge()
    private(set) var guess = GuessChallenge()
    private(set) var prompt = PromptRewriting()
    /// What is measured of the paths.
    private(set) var clinic = ClinicRecord()
    var slider = Slider(GuessTopic.Scale.sizes.middle)
    var textField = TextField("", placeholder: "type a prompt")
    /// The chosen challenge of the list.
    private var listRow = 0

    var withSlider: (any HasSlider)? { open == .guess ? self : nil }
    var withTextField: (any HasTextField)? { open == .prompt ? self : nil }
    var axis: SliderAxis { guess.axis }

    /// The chosen one of the list.
    var challenge: Challenge { Challenge(rawValue: listRow) ?? .path }

    // MARK: - Rows

    var rowCount: Int {
        switch open {
        case nil: Challenge.allCases.count
        case .path?: path.isAnswered ? 0 : path.lineCount
        case .guess?: GuessTopic.allCases.count
        case .prompt?: prompt.trial?.texts.count ?? 0
        }
    }

    var chosenRow: Int {
        get {
            switch open {
            case nil: listRow
            case .path?: path.line
            case .guess?: guess.place
            case .prompt?: prompt.line
            }
        }
        set {
            switch open {
            case nil: listRow = newValue
            case .path?: path.line = newValue
            case .guess?: showGuess(newValue)
            case .prompt?: prompt.line = newValue
            }
        }
    }

    // MARK: - Commands

    var takesEnter: Bool { open != .prompt }
    var hasWayBack: Bool { open != nil }
    var takesSideways: Bool { open == .path }

    func answers(_ command: Command) -> Bool {
        switch (open, command) {
        case (_, .dataSet): true
        case (nil, .zoom): true
        case (.path?, .zoom): path.isAnswered || path.choice != nil
        case (.path?, .step): true
        case (.path?, .slideLeft), (.path?, .slideRight): path.canCross(toReasons: command == .slideRight)
        case (.path?, .press(let line)): !path.isAnswered && (0..<path.lineCount).contains(line)
        case (.path?, .previousVariant): path.canMove(by: -1)
        case (.path?, .nextVariant): path.canMove(by: 1)
        case (.guess?, .zoom): guess.guess != nil || guess.question != nil
        case (.guess?, .step): guess.guess != nil
        case (.guess?, .previousVariant): guess.place > 0
        case (.guess?, .nextVariant): guess.place + 1 < GuessTopic.allCases.count
        case (.prompt?, .zoom): true
        case (.prompt?, .step): prompt.hasMoreHints && !prompt.passes
        case (.prompt?, .previousVariant): prompt.place > 0
        case (.prompt?, .nextVariant): prompt.place + 1 < PromptRewriting.tasks.count
        default: false
        }
    }

    func word(_ group: KeyGroup) -> String? {
        switch (open, group) {
        case (nil, .zoom): "begin"
        case (.path?, .zoom): path.isAnswered ? "next case" : "check"
        case (.path?, .step): path.isAnswered ? "next case" : "tick"
        case (.path?, .slider): "path, reasons"
        case (.path?, .variant): path.isAnswered ? "next case" : nil
        case (.guess?, .zoom): guess.guess == nil ? "draw the curve" : "next question"
        case (.guess?, .step): "next question"
        case (.guess?, .slider): guess.guess == nil ? nil : "along the curve"
        case (.guess?, .rows), (.guess?, .variant): "another question"
        case (.prompt?, .zoom): "type"
        case (.prompt?, .step): "a hint"
        case (.prompt?, .rows): "another item"
        case (.prompt?, .variant): "another task"
        case (.prompt?, .dataSet): "all challenges"
        default: nil
        }
    }

    mutating func perform(_ command: Command, asking questions: inout Questions) {
        switch (open, command) {
        case (nil, .zoom): show(challenge, &questions)
        case (_, .close): show(nil, &questions)
        case (_, .dataSet): show(Challenge(rawValue: open.map { $0.rawValue + 1 } ?? 0), &questions)
        case (.path?, .zoom), (.path?, .step): answerPath(command)
        case (.path?, .press(let line)): path.tick(line)
        case (.path?, .slideLeft), (.path?, .slideRight): path.cross(toReasons: command == .slideRight)
        case (.path?, .previousVariant): path.move(by: -1)
        case (.path?, .nextVariant): path.move(by: 1)
        case (.guess?, .zoom) where guess.guess == nil: drawCurve()
        case (.guess?, .zoom), (.guess?, .step): showGuess((guess.place + 1) % GuessTopic.allCases.count)
        case (.guess?, .previousVariant): showGuess(guess.place - 1)
        case (.guess?, .nextVariant): showGuess(guess.place + 1)
        case (.prompt?, .step): prompt.hint()
        case (.prompt?, .previousVariant): showPrompt(prompt.place - 1, &questions)
        case (.prompt?, .nextVariant): showPrompt(prompt.place + 1, &questions)
        default: break
        }
    }

    /// Opens a challenge, or goes back to the list.
    private mutating func show(_ challenge: Challenge?, _ questions: inout Questions) {
        let before = open
        open = challenge
        textField.isFocused = false
        switch challenge {
        case nil: listRow = before?.rawValue ?? listRow
        case .path?: path.deal(seed: UInt64(record.cases.count)) { record.hasSolved(case: $0) }
        case .guess?: showGuess(GuessTopic.allCases.firstIndex { !record.hasGuessed($0.rawValue) } ?? 0)
        case .prompt?:
            showPrompt(PromptRewriting.tasks.firstIndex { !record.hasPassed(prompt: $0.id) } ?? 0, &questions)
        }
        ask(&questions)
    }

    private mutating func answerPath(_ command: Command) {
        if path.isAnswered { return path.next() }
        guard command == .zoom else { return path.tick(path.line) }
        guard let id = path.shown?.text.id, let verdict = path.answer() else { return }
        record.answered(case: id, rightly: verdict.isSolved)
    }

    private mutating func showGuess(_ place: Int) {
        guess.show(place)
        slider = Slider(guess.topic.scale.middle)
    }

    /// The guess stands, and the curve is drawn over it from the left.
    private mutating func drawCurve() {
        guard let question = guess.question else { return }
        guess.say(slider.value, isFirst: !record.hasGuessed(question.topic.rawValue))
        record.guessed(slider.value, of: question.topic.rawValue, answer: question.place)
        let positions = axis.positions
        guard let first = positions.first, let last = positions.last else { return }
        slider = Slider(first)
        slider.move(to: last, on: axis, glide: true)
    }

    private mutating func showPrompt(_ place: Int, _ questions: inout Questions) {
        prompt.show(place, &questions)
        textField.isFocused = false
        textField.text = prompt.task?.first ?? ""
    }

    // MARK: - Questions

    mutating func appear(asking questions: inout Questions) { if open != nil { ask(&questions) } }

    /// Asks for what the open challenge shows and has not got.
    private mutating func ask(_ questions: inout Questions) {
        switch open {
        case .path?: clinic.ask(&questions)
        case .guess?: guess.ask(&questions)
        case .prompt?: prompt.askWords(&questions)
        case nil: break
        }
    }

    mutating func submit(asking questions: inout Questions) {
        textField.isFocused = false
        textField.remember()
        prompt.ask(textField.text.split(separator: " ").joined(separator: " "), &questions)
    }

    mutating func receive(_ answer: Answer, to id: QuestionID, asking questions: inout Questions) {
        clinic.receive(answer, to: id, &questions)
        guess.receive(answer, to: id)
        if prompt.receive(answer, to: id), let task = prompt.task, let score = prompt.score {
            record.tried(prompt: task.id, score)
        }
        if case .vocabulary(let words) = answer {
            textField.words = words + ["[sentence]", "[question]", "[name]", "[note]", "[word]"]
        }
    }

    func keptOnReset(in fresh: any Exhibit) -> any Exhibit {
        guard var fresh = fresh as? ChallengesExhibit else { return fresh }
        fresh.record = record
        return fresh
    }
}
