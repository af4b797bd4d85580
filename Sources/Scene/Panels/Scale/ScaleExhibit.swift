import Cells
import Evidence

/// Panel 4: seven abilities over the number of parameters, from which the slider reveals them.
struct ScaleExhibit: HasSlider, HasRows {
    /// What the strips show: answers that are right, or the same answers by two measures, or by one of them.
    enum View: CaseIterable, Sendable { case abilities, both, sharp, smooth }

    var slider = Slider(1e9)
    var chosenRow = LessonAbility.translation.rawValue
    var dataSet = ScaleDataSet.best
    var shots = ScaleDataSet.Shots.few
    var view = View.abilities
    /// Up to which year the bar has moved, where the person has chosen one.
    private var chosenYear: String?
    var recorded = RecordedLadder()
    /// The ladder that was begun here last.
    var training: LadderTraining?
    private var walk: SliderWalk?
    private var opening = Opening()
    /// Whether anything was done on the panel.
    private var wasTouched = false
    /// Where the slider stands on the axis that is not shown.
    private var otherSlider = Slider(ScaleExhibit.littleRange.lowerBound)

    var rowCount: Int {
        switch (dataSet, view) {
        case (.moves, _): ThresholdMoves.Row.allCases.count
        case (.littleWorld, _), (_, .abilities): LessonAbility.allCases.count
        default: MeasurePair.published.count
        }
    }

    var ability: LessonAbility {
        LessonAbility(rawValue: min(max(0, chosenRow), LessonAbility.allCases.count - 1)) ?? .translation
    }

    /// The published task whose two measures are shown; nil where abilities are.
    var publishedPair: MeasurePair? {
        guard dataSet != .littleWorld, view != .abilities, !MeasurePair.published.isEmpty else { return nil }
        return MeasurePair.published[min(max(0, chosenRow), MeasurePair.published.count - 1)]
    }

    /// Up to which year the bar has moved.
    var year: String { chosenYear ?? ThresholdMoves.years.last ?? "" }

    var moves: ThresholdMoves.Row { .init(rawValue: min(max(0, chosenRow), rowCount - 1)) ?? .exams }

    func curve(_ ability: LessonAbility) -> MeasuredCurve? { dataSet.curve(ability, shots: shots) }

    /// What was measured in the little world: what is trained here, as soon as it has a rung, before what is recorded.
    var ladder: SizeLadder {
        guard let own = training?.ladder, !own.rungs.isEmpty else { return recorded.ladder }
        return own
    }

    // MARK: - Axis

    static let range = 1e7...1e12
    /// From less than the smallest model of the little world to more than the largest.
    static let littleRange = 3e3...1e6
    private static let taughtStops = [1e8, 1e9, 1e10, 1e11]

    var axis: SliderAxis {
        guard dataSet == .littleWorld else { return ScaleExhibit.axis(stoppingAt: measuredSizes) }
        let sizes = recorded.ladder.sizes
        return SliderAxis(
            name: "parameters", scale: .logarithmic(ScaleExhibit.littleRange),
            positions: SliderAxis.positions(ScaleExhibit.littleRange, exactly: sizes),
            stops: sizes.isEmpty ? [ScaleExhibit.littleRange.lowerBound] : sizes,
            ticks: [3e3, 1e4, 1e5, 1e6].map { ($0, .short($0)) }, text: SliderText.short, borders: sizes)
    }

    private static func axis(stoppingAt sizes: [Double]) -> SliderAxis {
        SliderAxis(
            name: "parameters", scale: .logarithmic(range),
            positions: SliderAxis.positions(range, exactly: sizes + taughtStops), stops: taughtStops,
            ticks: [1e7, 1e8, 1e9, 1e10, 1e11, 1e12].map { ($0, $0 == 1e11 ? .atLeast($0) : .short($0)) },
            lessonStops: taughtStops, text: SliderText.short)
    }

    private var measuredSizes: [Double] {
        let series: [Series] =
            switch (dataSet, view) {
            case (.moves, _): ThresholdMoves.Row.allCases.compactMap(\.series)
            case (_, .abilities): LessonAbility.allCases.compactMap { curve($0)?.series }
            default: MeasurePair.published.map(\.sharp.series)
            }
        return series.flatMap { $0.figures.compactMap(\.subject.parameters) }
    }

    // MARK: - What is asked of it

    func answers(_ command: Command) -> Bool {
        switch command {
        case .measure: dataSet != .moves && dataSet != .openModels
        case .previousVariant: dataSet != .moves || year != ThresholdMoves.years.first
        case .nextVariant: dataSet != .moves || year != ThresholdMoves.years.last
        case .train: dataSet == .littleWorld
        default: true
        }
    }

    func word(_ group: KeyGroup) -> String? {
        switch group {
        case .step where training?.isAtWork ?? false: training?.current.state == .paused ? "go on" : "pause"
        case .step where dataSet == .littleWorld: "next size"
        case .train where training?.isAtWork ?? false: "stop"
        case .variant where dataSet == .moves: "year"
        case .play where walk != nil: "pause"
        default: nil
        }
    }

    mutating func perform(_ command: Command, asking questions: inout Questions) {
        wasTouched = true
        switch command {
        case .step where dataSet == .littleWorld && training?.isAtWork ?? false:
            training?.pauseOrProceed(&questions)
        case .step: slider.move(to: axis.stop(after: slider.value), on: axis, glide: true)
        case .play:
            let axis = axis
            walk = walk == nil ? SliderWalk(&slider, over: axis.positions, on: axis) : nil
        case .measure: changeView()
        case .dataSet:
            show(ScaleDataSet(rawValue: (dataSet.rawValue + 1) % ScaleDataSet.allCases.count) ?? .best, &questions)
        case .previousVariant: changeVariant(by: -1, &questions)
        case .nextVariant: changeVariant(by: 1, &questions)
        case .train: train(&questions)
        default: break
        }
    }

    mutating func moved(asking questions: inout Questions) { wasTouched = true }

    mutating func receive(_ answer: Answer, to id: QuestionID, asking questions: inout Questions) {
        recorded.receive(answer, to: id, &questions)
        // It opens on the smallest size, as soon as that is known.
        if dataSet == .littleWorld, slider.value == ScaleExhibit.littleRange.lowerBound,
            let smallest = recorded.ladder.sizes.first, smallest == recorded.smallest
        {
            slider.move(to: smallest, on: axis, glide: false)
        }
        training?.receive(answer, to: id, &questions)
    }

    /// From the abilities to both measures of the same answers, to one and to the other; the chosen row stays as near as
    /// there is one.
    private mutating func changeView() {
        let views = dataSet == .littleWorld ? [View.abilities, .both, .smooth] : View.allCases
        let next = views[((views.firstIndex(of: view) ?? 0) + 1) % views.count]
        if dataSet != .littleWorld {
            if view == .abilities { chosenRow = pairAtTheKnob }
            if next == .abilities, let pair = publishedPair {
                let nearest = LessonAbility.allCases.first { ability in
                    ability.nearestPair.map { MeasurePair.published[$0].name == pair.name } ?? false
                }
                chosenRow = (nearest ?? .translation).rawValue
            }
        }
        view = next
    }

    /// The task nearest to the ability of which something was measured at the knob's size or less; else the first.
    private var pairAtTheKnob: Int {
        let nearest = ability.nearestPair ?? 0
        let isMeasured = MeasurePair.published.map { pair in
            pair.sharp.series.figures.contains { slider.value.reaches($0.subject.parameters ?? .infinity) }
        }
        guard isMeasured.indices.contains(nearest), !isMeasured[nearest] else { return nearest }
        return isMeasured.firstIndex(of: true) ?? nearest
    }

    /// The row of an ability of which the data set has a score, the nearest to the chosen one.
    private var rowWithAScore: Int {
        let rows = LessonAbility.allCases.filter { curve($0) != nil || dataSet.points($0) != nil }.map(\.rawValue)
        return rows.min { (abs($0 - chosenRow), $0) < (abs($1 - chosenRow), $1) } ?? chosenRow
    }

    private mutating func show(_ next: ScaleDataSet, _ questions: inout Questions) {
        let wasLittle = dataSet == .littleWorld
        if view != .abilities, !wasLittle { chosenRow = LessonAbility.translation.rawValue }
        view = .abilities
        walk = nil
        slider.settle()
        if (next == .littleWorld) != wasLittle { swap(&slider, &otherSlider) }
        dataSet = next
        chosenRow = min(chosenRow, rowCount - 1)
        if next != .moves, next != .littleWorld { chosenRow = rowWithAScore }
        if next == .moves { chosenRow = ThresholdMoves.Row.exams.rawValue }
        if next == .littleWorld {
            chosenRow = LessonAbility.inContext.rawValue
            recorded.ask(&questions)
        }
    }

    private mutating func changeVariant(by offset: Int, _ questions: inout Questions) {
        if dataSet == .moves {
            let years = ThresholdMoves.years
            let place = (years.firstIndex(of: year) ?? 0) + offset
            if years.indices.contains(place) { chosenYear = years[place] == years.last ? nil : years[place] }
            return
        }
        let all = ScaleDataSet.Shots.allCases
        if dataSet == .gpt3 || dataSet == .best {
            shots = all[((all.firstIndex(of: shots) ?? 0) + offset + all.count) % all.count]
        }
        show(.gpt3, &questions)
    }

    private mutating func train(_ questions: inout Questions) {
        if training?.isAtWork ?? false {
            training?.stop(&questions)
        } else {
            training = LadderTraining(asking: &questions)
            slider.move(to: axis.positions.last ?? slider.value, on: axis, glide: true)
        }
    }

    // MARK: - Motion

    /// The first time the knob comes from the smallest size, so that a person sees what it does.
    mutating func appear(asking questions: inout Questions) {
        guard !opening.isDone else { return }
        opening.isDone = true
        let place = slider.value
        slider = Slider(ScaleExhibit.range.lowerBound)
        slider.move(to: place, on: axis, glide: true, seconds: ScaleExhibit.secondsOfOpening)
    }

    private static let secondsOfOpening = 2.0

    /// Whether the knob has made its first way; the panel is the same after it as before.
    private struct Opening: Equatable, Sendable {
        var isDone = false

        static func == (first: Opening, second: Opening) -> Bool { true }
    }

    var isMoving: Bool { slider.isMoving || walk != nil }
    var isTraining: Bool { training?.current.state == .training }

    mutating func advance(seconds: Double) {
        let axis = axis
        slider.advance(seconds: seconds, on: axis)
        walk = walk?.advanced(seconds: seconds, &slider, over: axis.positions, on: axis)
    }

    mutating func settle() {
        walk = nil
        slider.settle()
    }

    var introduction: Phrase? {
        wasTouched
            ? nil
            : "Transfer learning: one model reads text once, then does task after task. How large must it be?"
    }
}
