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
            exhibit.task = task
            exhibit.measure = measure
            return exhibit
        }
    }

    /// Every examination.
    private static let cases: [AdaptationExhibit] = AdaptationCase.allCases.map { shown in
        var exhibit = AdaptationExhibit()
        exhibit.dataSet = shown.isMedical ? .medicine : .openQuestions
        if shown.isMedical { exhibit.medicalCase = shown } else { exhibit.openCase = shown }
        return exhibit
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
            #expect(prompt.subject.metric.first == (own == "accuracy" ? "a" : "f"))
            let point = try #require(
                exhibit.detail.plot?.points.first { $0.figure.subject.model == prompt.subject.model })
            #expect(point.figure.subject.labelledExamples == 32)
            #expect(point.figure.value == prompt.value)
            #expect(point.ink != AdaptationPath.fineTune.ink)
            #expect(exhibit.detail.plot?.lines.allSatisfy { $0.ink == AdaptationPath.fineTune.ink } == true)
        }
        #expect(LearningTask.mnli.prompted == nil)
    }

    @Test(arguments: sizes) func thePromptIsDrawnInItsColumnAndInk(size: Size) {
        for exhibit in Self.curves {
            let frame = Layout(size).frame(hasSlider: true)
            var picture = Picture(size: size)
            exhibit.draw(on: &picture, in: frame)
            let column = frame.axis.column(exhibit.axis.scale.fraction(of: 32))
            let marks = (0..<size.rows).filter { picture.canvas[column, $0].glyph == Glyph("●") }
            #expect(marks.count == (exhibit.task == .mnli ? 0 : 1))
            for row in marks { #expect(picture.canvas[column, row].style.foreground == AdaptationPath.prompt.ink) }
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
                let quoted = Self.figures(exhibit.headline)
                let readings = [exhibit.pattern, exhibit.head].map { $0.reading(at: position) }
                let held = readings.compactMap { reading -> Figure? in
                    if case .beyond(let last) = reading { return last }
                    return reading.figure
                }
                #expect(held.count == 2)
                #expect(Array(quoted.prefix(2)) == held)
                let text = exhibit.headline.plain
                for (reading, figure) in zip(readings, held) {
                    if case .between = reading {
                        #expect(text.contains("≈" + figure.text))
                    } else {
                        #expect(text.contains(figure.text))
                    }
                }
                #expect(text.contains(exhibit.task.name))
                #expect(text.contains("RoBERTa-large"))
                #expect(exhibit.headline.lines(columns: 58).count <= 2, "\(text)")
            }
        }
    }

    @Test func theHeadlineOfACaseNamesItsExamAtEveryPosition() {
        for var exhibit in Self.cases {
            for position in exhibit.axis.positions {
                exhibit.slider.move(to: position, on: exhibit.axis, glide: false)
                let published = Self.figures(exhibit.headline).filter { $0.kind == .published }
                #expect(!published.isEmpty)
                let text = exhibit.headline.plain
                for figure in published {
                    #expect(text.contains(figure.subject.task))
                    #expect((figure.subject.labelledExamples ?? 0) <= position * 1.000001)
                }
                #expect(exhibit.headline.lines(columns: 58).count <= 2, "\(text)")
            }
        }
    }

    @Test func everyMedicalRowNamesItsExamAndItsOptions() {
        for exhibit in Self.cases where exhibit.shownCase.isMedical {
            #expect(!exhibit.shownCase.rows.isEmpty)
            for row in exhibit.shownCase.rows {
                #expect(row.exam.hasPrefix(row.figures[0].subject.task))
                #expect(Set(row.figures.map(\.subject.task)).count == 1)
                #expect(Set(row.figures.map(\.source)).count == 1)
                if row.exam.hasPrefix("MedQA") {
                    #expect(["4-option", "5-option", "of four options"].contains { row.exam.hasSuffix($0) })
                }
                #expect(row.wordings.prefix(3).allSatisfy { $0.plain.contains(row.figures[0].subject.task.prefix(7)) })
            }
        }
    }

    @Test func theMedicalCaseHasWhatWasPublishedOnEveryPath() {
        let rows = AdaptationCase.medqa.rows
        func values(_ path: AdaptationPath, _ model: String) -> [Double] {
            rows.filter { $0.path == path && $0.model.hasPrefix(model) }.flatMap(\.figures).map(\.value)
        }
        #expect(values(.prompt, "Llama 3 70B") == [80.91])
        #expect(values(.rag, "Llama 3 70B") == [76.9])
        #expect(values(.fineTune, "OpenBioLLM") == [78.16])
        #expect(values(.fineTune, "Meditron") == [70.2])
        #expect(values(.prompt, "GPT-4").prefix(2) == [81.7, 90.2])
        for path in AdaptationPath.allCases { #expect(AdaptationCase.lesson(path)?.kind == .lesson) }
    }

    @Test(arguments: sizes) func theMedicalTableShowsExamsClaimsRecommendationAndTheSentence(size: Size) {
        var exhibit = AdaptationExhibit()
        exhibit.dataSet = .medicine
        var picture = Picture(size: size)
        exhibit.draw(on: &picture, in: Layout(size).frame(hasSlider: true))
        let text = picture.canvas.text
        for path in AdaptationPath.allCases {
            #expect(text.contains(AdaptationCase.lesson(path)?.text ?? "missing"))
            #expect(text.contains(path.name))
        }
        #expect(text.contains("RAG with fine-tuning"))
        #expect(text.contains("refuted"))
        for row in text.split(separator: "\n") where row.contains("Llama 3 70B") || row.contains("GPT-4") {
            #expect(row.contains("MedQA"))
        }
    }

    @Test func everyStepOfEveryPathHasWords() {
        for step in WalkStep.allCases {
            for path in AdaptationPath.allCases {
                let wordings = step.wordings(path)
                #expect(!wordings.isEmpty)
                #expect(wordings.allSatisfy { !$0.isEmpty })
                #expect(wordings.contains { $0.width <= 22 }, "\(step) \(path)")
            }
        }
    }

    @Test func stepsWalkRoundAndAtEveryStepTheWordsAreOnTheScreen() {
        var scene = Scene(panel: .adaptation)
        let size = Size(columns: 100, rows: 30)
        for step in WalkStep.allCases {
            let text = scene.picture(size: size).canvas.text
            #expect(text.contains(step.name))
            for path in AdaptationPath.allCases {
                #expect(step.wordings(path).contains { text.contains($0.plain) }, "\(step) \(path)")
            }
            _ = scene.apply(.command(.step))
        }
        #expect(!scene.picture(size: size).canvas.text.contains("teaches no French"))
    }

    // MARK: - Everything

    @Test(arguments: sizes) func noDigitIsUnaccountedFor(size: Size) {
        for var exhibit in Self.curves + Self.cases {
            for position in [10.0, 32, 700, 10_178, 392_702] {
                for path in AdaptationPath.allCases {
                    exhibit.slider.move(to: position, on: exhibit.axis, glide: false)
                    exhibit.chosenRow = path.rawValue
                    exhibit.walked = path.rawValue * 3 + 2
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
