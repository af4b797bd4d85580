import Cells
import Evidence

/// The tour over the panels: it sets their scenes by keys, as a person would, and leaves them to the person at any key
/// that is not its own.
extension Scene {
    var tour: Tour { ownTour ?? .carried }
    var hasTour: Bool { ownTour?.stops.isEmpty != true }

    /// Whether Space and Backspace are the tour's: it is on its script, and nothing that the person opened lies over it.
    var hasTourFocus: Bool {
        guard let walk, walk.isOnScript, !walk.isPlaying, sheets.count <= walk.sheets.count else { return false }
        return zip(sheets, walk.sheets).allSatisfy { $0.isSameKind(as: $1) }
    }

    /// How many keys the tour's script has still to press.
    var scriptLength: Int { walk?.pending.count ?? 0 }

    /// Rows that the tour takes at the foot of a screen.
    func tourRows(of size: Size) -> Int { walk?.isOnScript == true ? TourBand.rows(size) : 0 }

    /// What stands in the place of the panel's headline while that would tell the answer; nil where it tells nothing.
    func headlineOfTour(columns: Int) -> Phrase? {
        guard let walk, walk.hidesHeadline else { return nil }
        return TourBand.statesAbove(columns) ? walk.stop.says : "\(words: walk.stop.title)"
    }

    /// Whether a command of the tour's does something; nil where it is not the tour's.
    func tourAnswers(_ command: Command) -> Bool? {
        switch command {
        case .tour: hasTour && (sheet == nil || hasZoom && sheets.count == 1 || hasTourFocus)
        case .tourBack: hasTourFocus && walk?.isAtStart == false
        case .step where hasTourFocus: true
        case .close where sheet == nil && !exhibit.hasWayBack && walk != nil: true
        default: nil
        }
    }

    /// What a key is while the tour has the focus, before any field takes it.
    func tourCommand(for key: Key) -> Command? {
        guard hasTourFocus else { return nil }
        return switch key {
        case .space: .step
        case .backspace: .tourBack
        default: nil
        }
    }

    /// Carries out a command of the tour's; false where it is another's, which may make the person leave the script.
    mutating func performOnTour(_ command: Command) -> Bool {
        switch command {
        case .tour: beginOrLeaveTour()
        case .tourBack: goBackInTour()
        case .step where hasTourFocus: goOnInTour()
        case .close where sheet == nil && !exhibit.hasWayBack && walk != nil: endTour()
        default:
            if hasTourFocus, leavesScript(command) { walk?.leave() }
            return false
        }
        return true
    }

    /// Whether a command plays with the scene; what only explains it does not.
    private func leavesScript(_ command: Command) -> Bool {
        switch command {
        case .help, .sources, .openSource, .glossary, .openWord, .path, .reading, .quit: false
        case _ where command.scrolls(isText: isText || sheet?.isText == true): false
        default: true
        }
    }

    private mutating func beginOrLeaveTour() {
        guard let walk else { return beginTour() }
        if walk.isOnScript { self.walk?.leave() } else { enter(walk.index, part: walk.part) }
    }

    /// Begins the tour, at the stop at which it was ended before.
    mutating func beginTour() {
        walk = TourWalk(tour)
        if walk != nil { enter(min(firstStop, tour.stops.count - 1)) }
    }

    /// Ends the tour where it stands: the next time it begins there.
    private mutating func endTour() {
        firstStop = walk?.index ?? 0
        walk = nil
        // A stop may have asked first.
        guessing = Guessing()
        told.append(.tell(nil))
    }

    /// After the last stop: what was seen, and what is left to try.
    private mutating func finishTour() {
        endTour()
        firstStop = 0
        open(.path(PathSheet()))
    }

    private mutating func goOnInTour() {
        guard let walk else { return }
        if let next = walk.nextPart {
            self.walk?.show(next, isLive: trainsModels)
            tellOfTour()
        } else if walk.isAtEnd {
            finishTour()
        } else {
            enter(walk.index + 1)
        }
    }

    private mutating func goBackInTour() {
        guard let walk else { return }
        switch walk.part {
        case .says: if walk.index > 0 { enter(walk.index - 1) }
        case .asks:
            self.walk?.show(.says, isLive: trainsModels)
            tellOfTour()
        // The scene of the question again, without what the answer has changed.
        case .watch, .answer: enter(walk.index, part: .asks)
        }
    }

    /// Tells whoever speaks where the tour stands.
    private mutating func tellOfTour() {
        if let walk { told.append(.tell(walk.tour.place(walk.index, part: walk.part))) }
    }

    private mutating func enter(_ index: Int, part: TourWalk.Part = .says) {
        walk?.enter(index, part: part)
        guard let walk else { return }
        putBack(walk.stop.panel)
        self.walk?.sheets = []
        tellOfTour()
    }

    /// The next key that the script presses now: not before the panel has what it asked for, nor while something moves.
    mutating func nextKeyOfTour() -> Key? {
        guard walk?.isOnScript == true, !questions.isWaiting(shown) else { return nil }
        if walk?.cuts == true {
            exhibit.settle()
            walk?.pass(seconds: 0)
        }
        if walk?.pending.isEmpty == true, walk?.isSet == false { setScene() }
        return exhibit.isMoving ? nil : walk?.takeKey()
    }

    /// The scene of the question stands: what its knob had come to before is forgotten, for that may be the answer.
    private mutating func setScene() {
        guard let walk else { return }
        self.walk?.set()
        guard walk.part < .watch, var sliding = exhibit.withSlider else { return }
        sliding.slider.forget()
        exhibit = sliding
    }

    /// What the tour says where there is no band: on a small screen, and to whoever is read to.
    ///
    /// - Parameter latest: Whether only the latest is said, for want of room.
    func tourParagraphs(latest: Bool) -> [Paragraph] {
        guard let walk else { return [] }
        guard walk.isOnScript else {
            return [.text("The tour waits at stop \(axis: walk.place); \(key: "G") returns to it.")]
        }
        let keys: Phrase = "\(key: "Space") \(words: TourBand.wordOfSpace(walk)), \(key: "Backspace") back"
        let said = latest ? walk.said.suffix(1) : walk.said
        return [.text(TourBand.title(of: walk).bold)] + said.map { .text($0) } + [.text(keys), .text("")]
    }
}
