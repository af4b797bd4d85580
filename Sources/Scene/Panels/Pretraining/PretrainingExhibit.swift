import Cells
import Evidence

/// Panel 2: what Pythia can do after so many tokens, from random weights to the finished model.
struct PretrainingExhibit: HasSlider, HasRows {
    /// What the strips show: the tasks, or one task's answers by a sharp measure and a smooth one.
    enum View: CaseIterable, Sendable { case tasks, measures }

    /// The two measures of the same answers.
    enum Measure: Int, CaseIterable, Sendable { case sharp, smooth }

    /// A play in progress: how long the knob still rests, and where the play has put it.
    private struct Playback: Hashable, Sendable {
        var rest: Double
        var place: Double
    }

    private static let secondsAtCheckpoint = 0.45

    var slider = Slider(0)
    var chosenRow = 0
    /// The size in focus.
    var size = PythiaSize.b14
    var view = View.tasks
    private var playback: Playback?

    var run: PythiaRun { .of(size) }
    var axis: SliderAxis { run.axis(at: slider.value) }
    var rowCount: Int { view == .tasks ? PretrainingTask.allCases.count : Measure.allCases.count }

    var task: PretrainingTask {
        view == .measures ? .lastWord : PretrainingTask(rawValue: chosenRow) ?? .lastWord
    }

    var measure: Measure { view == .measures && chosenRow == Measure.smooth.rawValue ? .smooth : .sharp }

    // MARK: - Commands

    mutating func perform(_ command: Command, asking questions: inout Questions) {
        switch command {
        case .step:
            playback = nil
            slider.move(to: axis.stop(after: slider.value), on: axis, glide: true)
        case .play: play()
        case .measure:
            view = view == .tasks ? .measures : .tasks
            chosenRow = 0
        case .previousVariant, .nextVariant:
            let all = PythiaSize.allCases
            let offset = command == .nextVariant ? 1 : all.count - 1
            size = all[((all.firstIndex(of: size) ?? 0) + offset) % all.count]
        default: break
        }
    }

    // MARK: - Play

    var isMoving: Bool { slider.isMoving || playback != nil }

    /// Starts at the next checkpoint, or from the beginning where there is none; a second press pauses.
    private mutating func play() {
        guard playback == nil else {
            playback = nil
            return
        }
        if let last = run.checkpoints.last, let first = run.checkpoints.first, slider.value >= last {
            slider.move(to: first, on: axis, glide: false)
            playback = Playback(rest: PretrainingExhibit.secondsAtCheckpoint, place: first)
        } else {
            playOn()
        }
    }

    /// The knob goes to the next checkpoint; at the last one the play ends.
    private mutating func playOn() {
        playback = nil
        guard let next = run.checkpoints.first(where: { !slider.value.reaches($0) }) else {
            return
        }
        slider.move(to: next, on: axis, glide: true)
        if next != run.checkpoints.last {
            playback = Playback(rest: PretrainingExhibit.secondsAtCheckpoint, place: next)
        }
    }

    mutating func advance(seconds: Double) {
        slider.advance(seconds: seconds, on: axis)
        guard var current = playback else { return }
        // Whoever takes the knob takes it from the play.
        guard slider.value == current.place else {
            playback = nil
            return
        }
        current.rest -= seconds
        playback = current
        if current.rest <= 0 { playOn() }
    }

    /// Ends a glide where it leads and a play where it is: with reduced motion each press of play is one checkpoint.
    mutating func settle() {
        playback = nil
        slider.settle()
    }

    // MARK: - Picture

    func draw(on picture: inout Picture, in frame: PanelFrame) {
        let strips =
            view == .tasks
            ? run.curves.map { strip($0, frame: frame, hasColor: picture.hasColor) }
            : Measure.allCases.compactMap { strip($0, frame: frame, hasColor: picture.hasColor) }
        StripStack(
            strips: strips, chosen: chosenRow, axis: axis, along: .tokensSeen, slider: slider,
            tallest: view == .tasks ? 4 : 12
        ).draw(on: &picture, in: frame)
        drawStages(on: &picture, in: frame)
    }

    private func strip(_ curve: LearningCurve, frame: PanelFrame, hasColor: Bool) -> Strip {
        let columns = frame.labelArea(row: 0).columns
        let reached = curve.leavesChanceAt.flatMap { figure in
            slider.reached.reaches(figure.subject.tokensSeen ?? .infinity) ? figure : nil
        }
        var subtitles: [Phrase] = [Phrase(words: curve.task.benchmark)]
        if let reached {
            let since: Phrase = "\(words: curve.task.benchmark), since \(tokens(of: reached))"
            subtitles.insert(since, at: 0)
        }
        return Strip(
            name: Phrase(words: fitting(curve.task.names, columns)), subtitles: subtitles,
            series: curve.series, floor: curve.chance, ceiling: 1, marks: reached.map { [$0] } ?? [],
            value: value(curve, columns: frame.valueColumns, hasColor: hasColor),
            isLit: curve.hasLeftChance(at: slider.value), ink: curve.series.figures.first?.kind.ink ?? .blue,
            lampInk: .blue)
    }

    private func strip(_ measure: Measure, frame: PanelFrame, hasColor: Bool) -> Strip? {
        guard let curve = run.curve(.lastWord), let perplexity = run.perplexity, let start = run.firstPerplexity else {
            return nil
        }
        switch measure {
        case .sharp:
            var strip = strip(curve, frame: frame, hasColor: hasColor)
            strip.name = "the very word"
            strip.subtitles = ["LAMBADA, accuracy: sharp", "LAMBADA accuracy", "accuracy"]
            return strip
        case .smooth:
            let relief = run.relief.flatMap { figure in
                slider.reached.reaches(figure.subject.tokensSeen ?? .infinity) ? figure : nil
            }
            let lit = run.relief.map { slider.value.reaches($0.subject.tokensSeen ?? .infinity) }
            return Strip(
                name: "its surprise", subtitles: ["LAMBADA, perplexity: smooth", "LAMBADA perplexity", "perplexity"],
                series: perplexity, floor: start.value, ceiling: 1, marks: relief.map { [$0] } ?? [],
                value: value(of: perplexity), isLit: lit ?? false, ink: start.kind.ink, lampInk: .blue,
                isLogarithmic: true)
        }
    }

    private func fitting(_ names: [String], _ columns: Int) -> String {
        names.first { CellWidth.of($0) <= columns } ?? names.last ?? ""
    }

    /// The score under the knob, `↓` where the best was lost again, and what guessing gets where there is room.
    private func value(_ curve: LearningCurve, columns: Int, hasColor: Bool) -> Phrase {
        guard let figure = curve.series.figures.first else { return "—" }
        let fall: Phrase = curve.lostBest(at: slider.value) == nil ? "" : "↓"
        let score = value(of: curve.series) + fall
        let chance: Phrase = "\(score) (\(name: figure.chance))"
        let letter = hasColor ? 0 : 3
        return chance.width + letter <= columns ? chance : score
    }

    /// The value under the knob: published at a checkpoint, computed between two.
    func value(of series: Series) -> Phrase {
        switch series.reading(at: slider.value, over: .tokensSeen) {
        case .exact(let figure): "\(figure)"
        case .between(let figure): "\(figure.approximately)"
        case .before(let figure), .beyond(let figure): "\(figure)"
        case .none: "—"
        }
    }

    /// Where a figure stands on the axis.
    func tokens(of figure: Figure) -> Phrase { "\(figure.place(along: .tokensSeen))" }

    // MARK: - Stages

    /// The names of the stages at their borders, on the row that the strips leave free above the slider; none where
    /// they leave none.
    private func drawStages(on picture: inout Picture, in frame: PanelFrame) {
        let row = frame.area.endRow - 1
        let knob = frame.axis.column(slider.shown(on: axis))
        guard row >= frame.area.row,
            (frame.area.column..<frame.area.endColumn).allSatisfy({
                $0 == knob || picture.isBlank(column: $0, row: row)
            })
        else { return }
        picture.draw(
            "stages", in: Area(column: frame.area.column + 1, row: row, columns: frame.labelColumns - 2, rows: 1),
            style: Style(.faint))
        let current = run.stage(at: slider.value)
        let ordered = run.stagesByWidth.filter { $0 == current } + run.stagesByWidth.filter { $0 != current }
        var taken: [Area] = []
        for stage in ordered {
            let column = frame.axis.column(axis.scale.fraction(of: stage.tokens))
            let label = "▸" + stage.name
            let width = CellWidth.of(label)
            let start = min(column, frame.area.endColumn - width)
            let place = Area(column: start - 1, row: row, columns: width + 2, rows: 1)
            guard start >= frame.axis.start, !taken.contains(where: { !$0.intersection(place).isEmpty }) else {
                continue
            }
            taken.append(place)
            let isPassed = stage.tokens <= slider.value
            let style = stage == current ? Style(.accent, on: .standard, .bold) : Style(isPassed ? .soft : .faint)
            picture.draw(
                Phrase(words: label.replacingBlanks),
                in: Area(column: start, row: row, columns: width, rows: 1), style: style)
        }
    }
}

extension String {
    /// The same words with blanks that no line is broken at.
    fileprivate var replacingBlanks: String { String(map { $0 == " " ? "\u{A0}" : $0 }) }
}
