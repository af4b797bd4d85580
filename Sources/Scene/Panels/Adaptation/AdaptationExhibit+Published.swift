import Cells
import Evidence

/// Published tasks: two ways to fine-tune over the number of labels, and a prompt that needs none of them.
extension AdaptationExhibit {
    func drawPublished(on picture: inout Picture, in frame: PanelFrame) {
        let story = waysInWords
        let layout = AdaptationLayout(rows: frame.area.rows, story: story.count)
        let areas = layout.areas(in: frame.area)
        _ = drawPaths(on: &picture, in: areas.table, hasPitfall: layout.hasPitfall)
        for (offset, wordings) in story.prefix(areas.story.rows).enumerated() {
            picture.drawFirstFitting(
                wordings, in: areas.story.inset(left: 1, top: offset, right: 1).top(1), style: Style(.soft))
        }
        drawPublishedPlot(on: &picture, in: frame.with(area: areas.plot))
        drawTaughtRange(on: &picture, in: areas.range, frame: frame.axis, range: LearningTask.axisRange)
    }

    /// What the two ways are, and what to beware of, a line each in words of falling length.
    var waysInWords: [[Phrase]] {
        let pattern = Phrase("━ a pattern").inked(AdaptationPath.fineTune.ink)
        let head = Phrase("╌ a new head").inked(AdaptationPath.fineTune.ink)
        let ways: [[Phrase]] = [
            [
                pattern
                    + ": the question becomes a sentence with a gap, and a word in the gap is the answer: what it read helps",
                pattern + ": a sentence whose missing word is the answer", pattern + ": a sentence with a gap",
            ],
            [
                head + ": fresh random weights on top of the model, which must learn from the labels what is asked",
                head + ": fresh random weights on top of the model", head + ": fresh weights on top",
            ],
        ]
        guard let failedRuns else { return ways }
        return [
            [
                failedRuns, "Beware: some runs by a pattern failed and pull its mean down.",
                "Beware: some runs by a pattern failed.",
            ]
        ] + ways
    }

    // MARK: - Plot

    /// Both ways as lines through the points of the same number of seeds, and the points of other seeds.
    func publishedPlot(hasNames: Bool) -> Plot {
        var plot = Plot(
            along: .labelledExamples, .percent, range: task.range,
            lines: [LearningTask.Method.head, .pattern].compactMap { line($0, hasName: hasNames) },
            points: otherSeeds + (hasNames ? promptPoint : []), chance: hasNames ? chance?.value : nil)
        plot.leadsNames = hasNames
        return plot
    }

    private func line(_ method: LearningTask.Method, hasName: Bool) -> Plot.Line? {
        guard let series = task.curve(method, measure).main, let figure = series.figures.first else { return nil }
        let name: Phrase = "\(words: method == .pattern ? "━" : "╌") \(words: method.name)"
        return Plot.Line(
            labels: hasName ? ["\(name), \(name: LearningFigures.seedsText(figure), of: figure)", name] : [],
            series: series, ink: AdaptationPath.fineTune.ink, isFocus: method == .pattern, isDashed: method == .head)
    }

    private var otherSeeds: [Plot.Point] {
        LearningTask.Method.allCases.flatMap { method in
            task.curve(method, measure).others.flatMap(\.figures).map {
                Plot.Point(figure: $0, ink: AdaptationPath.fineTune.ink, isSmall: true)
            }
        }
    }

    /// The prompt stands at the number of its own examples.
    private var promptPoint: [Plot.Point] {
        guard let figure = task.prompted, let shots = Double(figure.subject.shots) else { return [] }
        return [
            Plot.Point(
                figure: figure.placed(atLabelledExamples: shots),
                labels: [
                    "\(name: "\(figure.subject.model), prompt with \(figure.subject.shots) examples", of: figure)",
                    "\(name: "\(figure.subject.model), prompt", of: figure)", "\(name: "GPT-3 prompt", of: figure)",
                ], ink: AdaptationPath.prompt.ink)
        ]
    }

    /// What guessing gets.
    private var chance: (figure: Figure, value: Double)? {
        pattern.main?.figures.first.flatMap { figure in figure.subject.chance.map { (figure, $0) } }
    }

    private var promptLevel: LevelLine? {
        guard let figure = task.prompted, let shots = Double(figure.subject.shots) else { return nil }
        return LevelLine(
            figure: figure, value: figure.value,
            names: [
                "\(name: "\(figure.subject.model): \(figure.subject.shots) examples in its prompt, no weight changes", of: figure)",
                "\(name: "\(figure.subject.model): \(figure.subject.shots) examples in its prompt", of: figure)",
                "\(name: "\(figure.subject.model), \(figure.subject.shots) examples", of: figure)",
                "\(name: "\(figure.subject.model), prompt", of: figure)",
                "\(name: "\(figure.subject.model)", of: figure)",
            ], ink: AdaptationPath.prompt.ink, start: shots)
    }

    private var guessingLevel: LevelLine? {
        chance.map { LevelLine(figure: $0.figure, value: $0.value, names: [], ink: .faint, stroke: Glyph("┈")) }
    }

    private func drawPublishedPlot(on picture: inout Picture, in frame: PanelFrame) {
        let area = frame.area
        let plot = publishedPlot(hasNames: false)
        let inner = Area(
            column: area.column, row: area.row, columns: frame.axis.end + 1 - area.column, rows: area.rows)
        guard let ground = Plot.Ground(plot, in: inner, frame: frame.axis, axis: axis, slider: slider) else { return }
        promptLevel?.draw(on: &picture, ground)
        guessingLevel?.draw(on: &picture, ground)
        plot.draw(on: &picture, in: inner, frame: frame.axis, axis: axis, slider: slider)
        drawTaskName(on: &picture, in: area, frame: frame)
        SideLabels(publishedLabels(ground), in: area.row..<area.endRow).draw(
            on: &picture, in: frame.valueArea(row: area.row, rows: area.rows), axisEnd: frame.axis.end,
            reached: ground.reached)
        promptLevel?.drawName(on: &picture, ground)
    }

    /// The task and how it is scored, left of the values of the axis.
    private func drawTaskName(on picture: inout Picture, in area: Area, frame: PanelFrame) {
        guard let figure = pattern.main?.figures.first else { return }
        let width = frame.labelColumns - Self.tickColumns
        let lines: [Phrase] = [
            "\(strong: CellWidth.of(task.plain) <= width ? task.plain : task.brief)",
            "\(words: task.name), \(name: figure.subject.metric, of: figure)",
            "\(name: LearningFigures.seedsText(figure), of: figure)", "\(name: figure.subject.model, of: figure)",
        ]
        for (offset, line) in lines.filter({ picture.width(of: $0) <= width }).prefix(max(1, area.rows - 1))
            .enumerated()
        {
            picture.draw(
                line, in: Area(column: area.column + 1, row: area.row + offset, columns: width, rows: 1),
                style: Style(offset == 0 ? .standard : .faint))
        }
    }

    func publishedLabels(_ ground: Plot.Ground) -> [SideLabels.Entry] {
        var entries = LearningTask.Method.allCases.compactMap { curveLabel($0, ground) }
        if let prompt = task.prompted, let promptLevel {
            let names = ["prompt", "asked"].map { "\(prompt) " + Phrase(words: $0, ink: AdaptationPath.prompt.ink) }
            entries.append(promptLevel.label(names, ground))
        }
        if let chance, let guessingLevel {
            let names = ["guessing", "guess"].map {
                Phrase("\(name: chance.figure.chance) \(words: $0)").inked(.soft)
            }
            entries.append(guessingLevel.label(names, ground))
        }
        return entries
    }

    /// The value of a way at the knob, with its name; where the knob is before or beyond what was tried, the name says so
    /// at the height where its curve begins or ends.
    private func curveLabel(_ method: LearningTask.Method, _ ground: Plot.Ground) -> SideLabels.Entry? {
        let reading = task.curve(method, measure).reading(at: slider.value)
        guard let held = Self.held(reading) else { return nil }
        let names = method.names.map { Phrase(words: $0, ink: AdaptationPath.fineTune.ink) }
        var end: Int? = ground.knob
        let wordings: [Phrase]
        switch reading {
        case .beyond(let last):
            wordings = names.flatMap { [$0 + ": not tried", $0 + " ends"] }
            end = last.subject.labelledExamples.map { ground.column(of: $0) }
        case .before(let first):
            let place = first.place(along: .labelledExamples)
            wordings = names.flatMap { name in (place.map { [name + " from \($0)"] } ?? []) + [name + " later"] }
            end = nil
        default: wordings = names.map { Self.value(reading) + " " + $0 }
        }
        return SideLabels.Entry(
            row: ground.row(of: held.value), height: held.value, wordings: wordings,
            ink: AdaptationPath.fineTune.ink, stroke: SideLabels.trail, end: end)
    }

    /// The figure that a reading holds or ends with.
    static func held(_ reading: Reading) -> Figure? {
        switch reading {
        case .exact(let figure), .between(let figure), .before(let figure), .beyond(let figure): figure
        case .none: nil
        }
    }

    private static func value(_ reading: Reading) -> Phrase {
        if case .between(let figure) = reading { return "\(figure.approximately)" }
        return reading.figure.map { "\($0)" } ?? "—"
    }

    // MARK: - Words

    var publishedHeadline: Phrase {
        let reading = pattern.reading(at: slider.value)
        guard let figure = Self.held(reading) else { return "No score of fine-tuning is carried here." }
        let best: Phrase = measure == .best ? "at best " : ""
        let end: Phrase = " \(words: task.doing)" + besideOthers(figure) + "."
        let labels: Phrase = "\(name: figure.exactPlace(along: .labelledExamples)) labels"
        switch reading {
        case .beyond: return "At most \(labels) were tried: \(best)\(figure)" + end
        case .before: return "From \(labels) on it was tried: \(best)\(figure)" + end
        default:
            let score: Phrase = reading.text.map { "\($0)" } ?? "\(figure)"
            return "\(slider: .grouped(slider.value)) labels bring fine-tuning \(best)to \(score)" + end
        }
    }

    /// Up to so many points two scores are level.
    private static let levelPoints = 2.0
    /// Up to so many points above guessing a score stands with what guessing gets.
    private static let nearGuessing = 6.0

    /// How a score stands to the prompt's; near guessing, what that gets too.
    private func besideOthers(_ figure: Figure) -> Phrase {
        let first = pattern.main?.figures.first
        let isNear = first?.subject.chance.map { figure.value - $0 < Self.nearGuessing } ?? false
        let guessing: Phrase = first.flatMap { isNear ? "guessing \(name: $0.chance)" : nil } ?? ""
        guard let prompt = task.prompted else {
            let none: Phrase = "; no prompt's score is carried here"
            return isNear ? ", " + guessing + none : none
        }
        let model: Phrase = "\(name: prompt.subject.family, of: prompt)"
        if isNear { return "; \(model)'s prompt: \(prompt), " + guessing }
        let lead = figure.value - prompt.value
        let standing: Standing = abs(lead) <= Self.levelPoints ? .level : lead > 0 ? .above : .below
        if let first, let chance = first.subject.chance, prompt.value - chance < Self.nearGuessing {
            return "; \(model)'s prompt: \(prompt), guessing \(name: first.chance)"
        }
        return ", \(words: standing.words) \(model)'s prompt: \(prompt)"
    }

    var publishedLines: [[Phrase]] {
        let caution: [[Phrase]] = failedRuns.map { [[$0]] } ?? []
        return [leadPieces] + caution + [worthPieces, promptPieces, [path.meaning], [noFrench]].filter { !$0.isEmpty }
    }

    /// How far the one way is ahead of the other, and how they end.
    private var leadPieces: [Phrase] {
        let reading = pattern.reading(at: slider.value)
        var pieces: [Phrase] = []
        if let lead = LearningFigures.lead(reading, head.reading(at: slider.value)) {
            let ahead = lead.value >= 0 ? "the pattern leads by" : "the new head leads by"
            pieces.append("\(slider: .grouped(slider.value)) labels: \(words: ahead) \(lead.magnitude)")
        } else if case .beyond = reading {
            pieces.append("\(slider: .grouped(slider.value)) labels: more than were tried")
        } else {
            pieces.append("\(slider: .grouped(slider.value)) labels: not as many seeds of both, so no difference")
        }
        return pieces + [ending].compactMap { $0 }
    }

    private var ending: Phrase? {
        switch pattern.ending(against: head) {
        case .level(let from): "level from \(from) on"
        case .above: "apart to the end"
        case .below(let from): "the new head leads from \(from) on"
        case .none: nil
        }
    }

    /// What the pattern is worth in labels, and against what.
    private var worthPieces: [Phrase] {
        guard let worth = task.worth, let deviation = worth.deviation else { return [] }
        let more = worth.value >= 0 ? "more" : "fewer"
        return [
            "For the same score a new head needs \(worth.magnitude) ±\(deviation) labels \(words: more) than a pattern, on average",
            "weights change in both",
        ]
    }

    /// The prompt: another and far larger model, another path, the same task and metric.
    private var promptPieces: [Phrase] {
        guard let figure = task.prompted else {
            return ["No score of a prompt or of RAG is carried here for this task", "\(key: "]") a task with a prompt"]
        }
        let said: Phrase =
            "The prompt is of \(name: figure.subject.model, of: figure), far larger: \(name: figure.subject.shots, of: figure) examples, \(figure)"
        guard let place = pattern.overtakes(figure) else { return [said, "the pattern does not stay above it"] }
        return [said, "the pattern stays above from \(place) labels on", "no score of RAG is carried here"]
    }

    /// What to beware of in the mean of one task.
    var failedRuns: Phrase? {
        task == .rte && measure == .mean
            ? "Beware: some runs by a pattern failed and pull its mean down; \(key: "m") shows the best seed."
            : nil
    }

    var noFrench: Phrase {
        Phrase(
            "A prompt teaches no French: \("it directs knowledge that the model already has", of: Source.named("lesson-L3"))."
        ).inked(.amber)
    }

    var publishedProvenance: [Phrase] {
        let sources = [pattern.main?.source, task.prompted?.source].compactMap { $0 }
        return [
            Phrase.joined(
                sources.map { source -> Phrase in "\("\(source.authors) \(source.year)", of: source)" }, by: "; "),
            .legendOfComputed, otherSeeds.isEmpty ? nil : "single dots: other seeds",
            "means and bests are computed",
        ].compactMap { $0 }
    }
}
