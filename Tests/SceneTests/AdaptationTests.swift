import Cells
import Evidence
import Testing

@testable import Scene

@Suite struct AdaptationTests {
    private static let sizes = [
        Size(columns: 60, rows: 18), Size(columns: 80, rows: 24), Size(columns: 100, rows: 30),
        Size(columns: 120, rows: 36), Size(columns: 200, rows: 60),
    ]

    /// Every task by both measures, as the exhibit shows it.
    private static let curves: [AdaptationExhibit] = LearningTask.allCases.flatMap { task in
        LearningTask.Measure.allCases.map { measure in
            var exhibit = AdaptationExhibit()
            exhibit.dataSet = .published
            exhibit.slider = Slider(1000)
            exhibit.task = task
            exhibit.measure = measure
            return exhibit
        }
    }

    private static func figures(_ phrase: Phrase) -> [Figure] {
        phrase.runs.compactMap { run in
            guard case .figure(let figure) = run.reference, run.ink == figure.kind.ink else { return nil }
            return figure
        }
    }

    // MARK: - Figures

    @Test func everyTaskHasBothWaysByBothMeasures() {
        for exhibit in Self.curves {
            #expect(exhibit.pattern.main.map { $0.figures.count > 2 } == true)
            #expect(exhibit.head.main.map { $0.figures.count > 2 } == true)
        }
    }

    @Test func noLineJoinsDifferentSeedsTasksOrMeasures() {
        for exhibit in Self.curves {
            for method in LearningTask.Method.allCases {
                for series in exhibit.task.curve(method, exhibit.measure).all {
                    let seeds = LearningFigures.seeds(series)
                    #expect(series.id == "pet/\(exhibit.task.slug)/\(method.slug)/\(exhibit.measure.slug)/\(seeds)")
                    #expect(Set(series.figures.map(LearningFigures.seedsText)).count == 1)
                    #expect(Set(series.figures.map(\.subject.metric)).count == 1)
                    #expect(series.figures.allSatisfy { LearningFigures.seedsText($0).hasSuffix("of \(seeds) seeds") })
                }
            }
            for line in exhibit.detail.plot?.lines ?? [] {
                #expect(line.series.id == exhibit.pattern.main?.id || line.series.id == exhibit.head.main?.id)
            }
        }
    }

    @Test func aDifferenceIsOfEqualSeedsAndOfItsInputs() {
        for var exhibit in Self.curves {
            for position in exhibit.axis.positions {
                exhibit.slider.move(to: position, on: exhibit.axis, glide: false)
                let pattern = exhibit.pattern.reading(at: position)
                let head = exhibit.head.reading(at: position)
                guard let lead = LearningFigures.lead(pattern, head), let first = pattern.figure,
                    let second = head.figure
                else { continue }
                #expect(LearningFigures.seedsText(first) == LearningFigures.seedsText(second))
                #expect(lead.value == first.value - second.value)
            }
        }
    }

    @Test func theTwoWaysMeetWhereTheFiguresSay() {
        for exhibit in Self.curves {
            let shared = exhibit.pattern.shared(with: exhibit.head)
            #expect(!shared.isEmpty)
            switch exhibit.pattern.ending(against: exhibit.head) {
            case .level(let from):
                #expect(
                    shared.filter { $0.examples >= from.value }.allSatisfy {
                        abs($0.first.value - $0.second.value) <= 2
                    })
                if let before = shared.last(where: { $0.examples < from.value }) {
                    #expect(abs(before.first.value - before.second.value) > 2)
                }
            case .above(let from):
                #expect(shared.filter { $0.examples >= from.value }.allSatisfy { $0.first.value - $0.second.value > 2 })
            case .below(let from):
                #expect(shared.filter { $0.examples >= from.value }.allSatisfy { $0.second.value - $0.first.value > 2 })
            case .none: Issue.record("no ending of \(exhibit.task)")
            }
        }
        guard
            case .level(let from) = LearningTask.mnli.curve(.pattern, .mean).ending(
                against: LearningTask.mnli.curve(.head, .mean))
        else {
            Issue.record("MNLI does not meet")
            return
        }
        #expect(from.value == 10_000)
    }

    @Test func promptsStandAtTheirOwnShotsByTheSameMetricAndNeverInTheInkOfFineTuning() throws {
        for exhibit in Self.curves where exhibit.task != .mnli {
            let prompt = try #require(exhibit.task.prompted)
            let own = try #require(exhibit.pattern.main?.subject.metric)
            #expect(prompt.subject.model == "GPT-3 175B")
            #expect(prompt.subject.shots == "32")
            #expect(prompt.subject.metric == own)
            #expect(exhibit.task.isShareOfRight == (own == "accuracy"))
            let point = try #require(
                exhibit.detail.plot?.points.first { $0.figure.subject.model == prompt.subject.model })
            #expect(point.figure.subject.labelledExamples == 32)
            #expect(point.figure.value == prompt.value)
            #expect(point.ink != AdaptationPath.fineTune.ink)
            #expect(exhibit.detail.plot?.lines.allSatisfy { $0.ink == AdaptationPath.fineTune.ink } == true)
        }
        #expect(LearningTask.mnli.prompted == nil)
    }

    @Test(arguments: sizes.filter { $0.columns >= 100 }) func thePromptIsALineFromItsOwnExamplesOn(size: Size) {
        for exhibit in Self.curves {
            let frame = Layout(size).frame(hasSlider: true)
            var picture = Picture(size: size)
            exhibit.draw(on: &picture, in: frame)
            let column = frame.axis.column(exhibit.axis.scale.fraction(of: 32))
            let marks = (0..<size.rows).filter {
                picture.canvas[column, $0].glyph == Glyph("●") && picture.canvas[column, $0].style.foreground == .violet
            }
            // A line may run through the place of the mark.
            #expect(exhibit.task == .mnli ? marks.isEmpty : marks.count <= 1)
            // Its name stands in the line, and leaders may take the last columns.
            let line = (0..<size.rows).filter { row in
                (column..<frame.axis.end - 3).count {
                    picture.canvas[$0, row].glyph == Glyph("─") && picture.canvas[$0, row].style.foreground == .violet
                } > 1
            }
            #expect(line.count == (exhibit.task == .mnli ? 0 : 1))
        }
    }

    @Test(arguments: sizes) func nothingIsDrawnBeyondWhatTheSliderReached(size: Size) {
        for exhibit in Self.curves {
            let frame = Layout(size).frame(hasSlider: true)
            var picture = Picture(size: size)
            exhibit.draw(on: &picture, in: frame)
            let knob = frame.axis.column(exhibit.axis.scale.fraction(of: exhibit.slider.value))
            for row in 0..<size.rows {
                for column in (knob + 1)..<frame.axis.end {
                    let cell = picture.canvas[column, row]
                    let isBraille = cell.glyph.map { (0x2801...0x28FF).contains($0.base.value) } ?? false
                    #expect(!isBraille)
                }
            }
        }
    }

    // MARK: - Words

    @Test func theHeadlineQuotesWhatHoldsAtEveryPosition() {
        for var exhibit in Self.curves {
            for position in exhibit.axis.positions {
                exhibit.slider.move(to: position, on: exhibit.axis, glide: false)
                let reading = exhibit.pattern.reading(at: position)
                guard let held = AdaptationExhibit.held(reading) else {
                    Issue.record("nothing at \(position)")
                    continue
                }
                let text = exhibit.headline.plain
                #expect(Self.figures(exhibit.headline).first == held)
                if case .between = reading { #expect(text.contains("≈" + held.withoutUnit.text)) }
                // A part of a hundred answers, and no other score, stands in percent.
                #expect(text.contains("%") == exhibit.task.isShareOfRight, "\(text)")
                #expect(exhibit.task.isShareOfRight || text.contains("score "), "\(text)")
                // No benchmark's name, and of a prompt whether it is better.
                #expect(!text.contains(exhibit.task.name))
                let isNear = exhibit.pattern.main?.subject.chance.map { held.value - $0 < 6 } ?? false
                if let prompt = exhibit.task.prompted {
                    #expect(Self.figures(exhibit.headline).contains(prompt))
                    let lead = held.value - prompt.value
                    let isPromptNear = exhibit.pattern.main?.subject.chance.map { prompt.value - $0 < 6 } ?? false
                    #expect(text.contains("past GPT-3's prompt") == (lead > 2 && !isNear && !isPromptNear), "\(text)")
                    #expect(text.contains("short of GPT-3's prompt") == (lead < -2 && !isNear && !isPromptNear))
                    #expect(!isPromptNear || text.contains("guessing"))
                } else {
                    #expect(text.contains("no prompt's score is known here"))
                }
                #expect(text.contains("guessing") || !isNear)
                #expect(exhibit.headline.lines(columns: 58).count <= 2, "\(text)")
            }
        }
    }

    @Test func runsThatFailedAreSaidWhereverTheirMeanIsShown() {
        for var exhibit in Self.curves {
            for position in exhibit.axis.positions {
                exhibit.slider.move(to: position, on: exhibit.axis, glide: false)
                let said = exhibit.commentary(columns: 98).prefix(2).contains { $0[0].plain.contains("failed") }
                #expect(said == (exhibit.task == .rte && exhibit.measure == .mean))
            }
        }
    }

    @Test func whatAPatternIsWorthIsSaidOfWhichOfTheTwo() throws {
        for exhibit in Self.curves {
            let worth = try #require(exhibit.task.worth)
            let lines = exhibit.commentary(columns: .max).map { Phrase.joined($0, by: " ").plain }
            let line = try #require(lines.first { $0.contains("new head needs") })
            #expect(line.contains(worth.value >= 0 ? "labels more than a pattern" : "labels fewer than a pattern"))
            #expect(line.contains(worth.magnitude.text))
        }
    }

    @Test func everyTraitOfEveryPathHasWordsThatFitATable() {
        for trait in PathTrait.allCases {
            for path in AdaptationPath.allCases {
                let wordings = trait.wordings(path)
                #expect(!wordings.isEmpty && wordings.allSatisfy { !$0.isEmpty })
                #expect(wordings.contains { $0.width <= 24 } || trait == .why, "\(trait) \(path)")
            }
        }
    }

    @Test(arguments: [(60, 3), (80, 4), (100, 5), (120, 6), (300, 6)])
    func aTableHasAsManyTraitsAsFit(columns: Int, traits: Int) {
        let picture = drawn(columns, 4) { PathTable(chosen: .prompt).draw(on: &$0, in: $0.canvas.bounds) }
        let shown = PathTable(chosen: .prompt).shown(columns: columns - 12, on: picture)
        #expect(shown == Array(PathTrait.allCases.prefix(traits)))
        let text = rows(picture)
        for trait in shown { #expect(text[0].contains(trait.name)) }
        #expect(text[2].hasPrefix("▌prompt"))
        for path in AdaptationPath.allCases { #expect(text[path.rawValue + 1].contains(path.name)) }
    }

    // MARK: - Everything

    @Test(arguments: sizes) func noDigitIsUnaccountedFor(size: Size) {
        for var exhibit in Self.curves {
            for position in [10.0, 32, 700, 10_178, 392_702] {
                for path in AdaptationPath.allCases {
                    exhibit.slider.move(to: position, on: exhibit.axis, glide: false)
                    exhibit.chosenRow = path.rawValue
                    var picture = Picture(size: size)
                    exhibit.draw(on: &picture, in: Layout(size).frame(hasSlider: true))
                    let lines =
                        [exhibit.headline] + exhibit.provenance + exhibit.commentary(columns: .max).flatMap { $0 }
                        + exhibit.detail.lines(columns: size.columns)
                        + exhibit.narration.flatMap { $0.lines(columns: size.columns) }
                    #expect(picture.firstUnaccountedDigit() == nil)
                    for line in lines {
                        for run in line.runs where run.reference == nil {
                            #expect(!run.text.contains { $0.isNumber && $0.isASCII }, "\(run.text)")
                        }
                    }
                }
            }
        }
    }
}
