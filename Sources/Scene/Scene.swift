import Cells
import Evidence

/// Everything on the screen, as a value. `apply` says how it changes, `picture` what it looks like; both are pure:
/// the same scene and the same size give the same picture.
public struct Scene: Sendable {
    /// The panels, in their order.
    let panels: [Panel]
    /// What each panel shows, in the order of the panels. One is made when it is first shown: the first picture does not
    /// wait for what is not seen.
    private var exhibits: [(any Exhibit)?]
    var shown: Int
    /// The sheets that are open, the topmost last: at most one of text over at most one other.
    var sheets: [Sheet] = []
    /// How far the text form of the panel is scrolled.
    private(set) var textScroll = Scroll()
    private(set) var size = Size(columns: 80, rows: 24)
    /// The needs that are ticked on the sheet that chooses a path.
    var chooser = Chooser()
    var isDraggingSlider = false
    /// What the panels asked and wait for.
    private(set) var questions = Questions()
    let reducesMotion: Bool
    /// What the person has seen and done.
    var progress: LearningProgress
    /// Whether anybody keeps that.
    let isKept: Bool
    /// Whether headlines ask first.
    var guessing: Guessing
    /// What the last line says in place of the keys until the next one is pressed.
    var announcement: Announcement?
    /// The tour that can be taken; nil where it is the carried one, which is read when it is first taken.
    let ownTour: Tour?
    /// Whether models are trained where a tour's script says so; else it shows what is recorded.
    let trainsModels: Bool
    /// Where the person stands in the tour; nil where it is not taken.
    var walk: TourWalk?
    /// What the program is to tell of the tour.
    var told: [Effect] = []
    private var startsTour: Bool
    /// The place of the stop at which the tour begins, counted from zero: the one at which it was ended.
    var firstStop: Int

    /// Whether pictures are for a room that looks at a projector: fewer rows, twice as high, and no greys.
    private(set) var isLarge: Bool

    /// A scene that opens on a panel; with `reducesMotion` each animation is a cut.
    ///
    /// - Parameters:
    ///   - panels: All that there are, in their order.
    ///   - tour: The tour that `G` takes; the carried one where it is left out.
    ///   - startsTour: Whether it begins at once.
    ///   - firstStop: The place of the stop at which it begins, counted from zero.
    ///   - trainsModels: Whether the program can train models, so that a tour's script may.
    ///   - progress: What the person has seen, to be kept as it grows; nil where nothing is kept.
    ///   - guesses: Whether headlines ask first.
    ///   - isLarge: Whether pictures are for a projector.
    public init(
        panel: Panel = .opening, of panels: [Panel] = Panel.allCases, reducesMotion: Bool = false, tour: Tour? = nil,
        startsTour: Bool = false, firstStop: Int = 0, trainsModels: Bool = false, progress: LearningProgress? = nil,
        guesses: Bool = false, isLarge: Bool = false
    ) {
        self.panels = panels
        ownTour = tour
        self.startsTour = startsTour
        self.firstStop = firstStop
        self.trainsModels = trainsModels
        let place = panels.firstIndex(of: panel) ?? 0
        shown = place
        exhibits = panels.map { _ in nil }
        self.reducesMotion = reducesMotion
        self.progress = progress ?? LearningProgress()
        isKept = progress != nil
        guessing = Guessing(isOn: guesses)
        self.isLarge = isLarge
        make(at: place)
    }

    public var panel: Panel { panels[shown] }

    var exhibit: any Exhibit {
        get { exhibits[shown] ?? made(panel) }
        set { exhibits[shown] = newValue }
    }

    private mutating func make(at place: Int) {
        if exhibits[place] == nil { exhibits[place] = made(panels[place]) }
    }

    /// The panels that were made so far.
    var madeExhibits: [any Exhibit] { exhibits.compactMap { $0 } }

    /// Whether a model is trained for a panel, also while another is looked at.
    func isTraining(_ panel: Panel) -> Bool {
        panels.firstIndex(of: panel).flatMap { exhibits[$0] }?.isTraining ?? false
    }

    func exhibit(of panel: Panel) -> any Exhibit {
        panels.firstIndex(of: panel).flatMap { exhibits[$0] } ?? made(panel)
    }

    /// Whether something moves of itself: only then does the scene want ticks.
    public var isMoving: Bool { exhibit.isMoving || walk?.isWaiting == true }

    /// Changes the scene; what the program must do is returned.
    public mutating func apply(_ action: Action) -> [Effect] {
        let before = progress
        var hasEnded = carryOut(action)
        while !hasEnded, let key = nextKeyOfTour() {
            walk?.isPlaying = true
            hasEnded = carryOut(.key(key))
            walk?.isPlaying = false
            walk?.sheets = sheets
        }
        defer { told = [] }
        let kept: [Effect] = isKept && progress != before ? [.keep(progress)] : []
        return questions.takeEffects() + told + kept + (hasEnded ? [.quit] : [])
    }

    /// Whether the program is to end.
    private mutating func carryOut(_ action: Action) -> Bool {
        let zoomed = hasZoom ? shown : nil
        var hasEnded = false
        if action.isOfThePerson { announcement = nil }
        switch action {
        case .key(let key): hasEnded = press(key)
        case .paste(let text): paste(text)
        case .pointer(let pointer, let map):
            if let command = command(for: pointer, over: map) { hasEnded = perform(command) }
        case .command(let command): hasEnded = perform(command)
        case .answered(let id, let answer): receive(answer, to: id)
        case .appear: appear()
        case .tick(let seconds):
            if seconds.isFinite, seconds > 0 {
                exhibit.advance(seconds: min(seconds, 1))
                walk?.pass(seconds: seconds)
            }
        case .notice(let notice): announcement = .keeping(notice)
        case .resize(let size): self.size = size
        }
        if let zoomed, !hasZoom {
            questions.asker = zoomed
            exhibits[zoomed]?.zoomClosed(asking: &questions)
        } else if hasZoom {
            questions.asker = shown
            exhibits[shown]?.zoomShown(asking: &questions)
        }
        if reducesMotion { exhibit.settle() }
        noteProgress()
        return hasEnded
    }

    /// Cuts every animation to its end.
    public mutating func settle() {
        exhibit.settle()
        walk?.hurry()
    }

    /// A key goes to the text field that has the focus, where it is one of the field's; else it is a command.
    private mutating func press(_ key: Key) -> Bool {
        if let command = tourCommand(for: key) { return perform(command) }
        if var typing = focusedPanel {
            if hasTourFocus { walk?.leave() }
            switch key {
            case .escape: typing.textField.isFocused = false
            case .enter:
                questions.asker = shown
                typing.submit(asking: &questions)
            // A field is one line: these scroll what lies beneath it, and where there is only text, so do the arrows.
            case .pageUp, .pageDown,
                .up where isText, .down where isText:
                return Keymap.command(for: key, panels: panels).map { perform($0) } ?? false
            case _ where TextField.takes(key): typing.textField.handle(key)
            default: return false
            }
            exhibit = typing
            return false
        }
        return Keymap.command(for: key, panels: panels).map { perform($0) } ?? false
    }

    private mutating func paste(_ text: String) {
        guard var typing = focusedPanel else { return }
        typing.textField.insert(text)
        exhibit = typing
    }

    private mutating func receive(_ answer: Answer, to id: QuestionID) {
        guard let place = questions.receiver(of: answer, to: id) else { return }
        questions.asker = place
        exhibits[place]?.receive(answer, to: id, asking: &questions)
    }

    private mutating func appear() {
        if startsTour {
            startsTour = false
            progress.offerTour()
            beginTour()
        } else {
            appear(shown)
            offerTour()
        }
    }

    /// A panel comes on the screen, by its place in the catalog.
    private mutating func appear(_ place: Int) {
        make(at: place)
        if place == shown { progress.see(panels[place]) }
        questions.asker = place
        exhibits[place]?.appear(asking: &questions)
    }

    /// Carries out a command that does something here; any other changes nothing. Whether the program is to end.
    private mutating func perform(_ command: Command) -> Bool {
        guard answers(command), !performOnTour(command) else { return false }
        switch command {
        case .quit: return true
        case .close where sheet == nil: performOnPanel(command)
        case .close: _ = sheets.popLast()
        case .help: toggle(.help(HelpSheet()))
        case .sources: toggle(.sources(SourcesSheet()))
        case .reading: toggle(.reading(ReadingSheet()))
        case .glossary: toggle(.glossary(GlossarySheet()))
        case .path: toggle(.path(PathSheet()))
        case .guess: guessing.press(asked: askedGuess)
        case .openWord(let word): open(.glossary(GlossarySheet(first: word)))
        case .openSource(let source): open(.sources(SourcesSheet(first: source)))
        case .overview:
            toggle(.overview(OverviewSheet(line: shown)))
            if case .overview = sheet { panels.indices.forEach { appear($0) } }
        case .show(let panel): show(panel)
        case .large: isLarge.toggle()
        case .nextPanel: show(panels[(shown + 1) % panels.count])
        case .previousPanel: show(panels[(shown + panels.count - 1) % panels.count])
        default:
            if sheet != nil { performOnSheet(command) } else { performOnPanel(command) }
        }
        return false
    }

    mutating func show(_ panel: Panel) {
        exhibit.settle()
        shown = panels.firstIndex(of: panel) ?? shown
        sheets = []
        textScroll = Scroll()
        appear(shown)
    }

    /// Shows a panel as it was at first, headlines and all; nothing is waited for that it asked.
    mutating func putBack(_ panel: Panel) {
        guessing = Guessing()
        exhibit.settle()
        shown = panels.firstIndex(of: panel) ?? shown
        sheets = []
        reset()
    }

    /// Rows that a page key scrolls.
    var page: Int { max(1, size.rows / 2) }

    // MARK: - The panel

    mutating func performOnPanel(_ command: Command) {
        switch command {
        case .zoom where exhibit.takesEnter:
            questions.asker = shown
            exhibits[shown]?.perform(command, asking: &questions)
        case .zoom:
            guard var typing = exhibit.withTextField else { return open(.zoom(ZoomSheet())) }
            typing.textField.isFocused = true
            exhibit = typing
        case .chooser where exhibit.opensChooser: open(.chooser(ChooserSheet()))
        case _ where command.scrolls(isText: isText):
            let before = self
            textScroll.move(command, page: page, limit: before.scrollLimit)
        case .rowUp, .rowDown, .choose: choose(command)
        case _ where command.group == .slider && exhibit.withSlider != nil: slide(command)
        case .reset: reset()
        default:
            questions.asker = shown
            exhibits[shown]?.perform(command, asking: &questions)
        }
    }

    /// The person moved a knob or chose a row of the panel that is shown.
    mutating func tellOfMove() {
        questions.asker = shown
        exhibits[shown]?.moved(asking: &questions)
    }

    private mutating func reset() {
        questions.cancelAll(of: shown)
        exhibit = exhibit.keptOnReset(in: made(panel))
        if exhibit.opensChooser { chooser = Chooser() }
        textScroll = Scroll()
        appear(shown)
    }
}
