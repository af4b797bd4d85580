import Cells
import Evidence
import LittleWorld
import Testing

@testable import Scene

@Suite struct ClinicTests {
    private static let sizes = ["60x18", "80x24", "100x30", "120x36", "200x60"].compactMap(Size.init)

    private static func exhibit(_ keys: String = "") throws -> AdaptationExhibit {
        try #require(Scene.after(keys, on: .adaptation).exhibit as? AdaptationExhibit)
    }

    private static func text(_ keys: String, _ size: Size) -> String {
        Scene.after(keys, on: .adaptation, size: size).picture(size: size).canvas.text
    }

    // MARK: - The record

    @Test func everythingThatThePanelAsksForIsRecorded() throws {
        let clinic = try Self.exhibit().clinic
        #expect(clinic.transfer.value != nil && clinic.scores.value != nil && clinic.forgetting.value != nil)
        #expect(clinic.accuracies(.pretrained).count == 6 && clinic.accuracies(.random).count == 6)
        for form in PromptForm.allCases { #expect(clinic.score(form) != nil) }
        for prompt in RecordedPrompts.notes + [RecordedPrompts.unknown] {
            #expect(clinic.firstWord(after: prompt) != nil, "\(prompt)")
        }
        let lookedUp = try #require(clinic.prompt(.answer))
        #expect(clinic.firstWord(after: lookedUp) != nil)
    }

    /// What the picture counts on: the places of the axis are those that were measured, and of all labels as many as it
    /// says choose the best state of the model.
    @Test func theAxisIsThatOfTheRecord() throws {
        let exhibit = try Self.exhibit()
        let labels = exhibit.clinic.accuracies(.pretrained).compactMap(\.mean.subject.labelledExamples)
        #expect(exhibit.axis.stops == labels)
        #expect(labels.first == ClinicRecord.range.lowerBound && labels.last == ClinicRecord.range.upperBound)
        for accuracy in exhibit.clinic.accuracies(.pretrained) {
            let learned = try #require(accuracy.trainingLabels)
            let all = try #require(accuracy.mean.subject.labelledExamples)
            #expect(Int(all) - learned == ClinicRecord.labelsToChooseBy)
        }
    }

    @Test func aSeriesIsTheMeanOfItsDraws() throws {
        let clinic = try Self.exhibit().clinic
        for start in ClinicRecord.Start.allCases {
            let draws = clinic.draws(start)
            #expect(draws.count == 3)
            for (place, accuracy) in clinic.accuracies(start).enumerated() {
                let sum = draws.reduce(0) { $0 + $1.figures[place].value }
                #expect(abs(sum / Double(draws.count) - accuracy.mean.value) < 1e-9)
            }
        }
    }

    @Test func inWordsThatItNeverReadThePromptIsAsGoodAsGuessing() throws {
        let clinic = try Self.exhibit().clinic
        let figure = try #require(clinic.score(.newWords))
        let (chance, error) = (try #require(figure.subject.chance), try #require(figure.subject.standardError))
        #expect(abs(figure.value - chance) < 3 * error)
        #expect(Self.text("Down Space*3", Size(columns: 100, rows: 30)).contains("guessing 12.5%"))
    }

    // MARK: - Words

    @Test func theHeadlineSaysHowFineTuningStandsToThePromptWithinItsErrors() throws {
        var exhibit = try Self.exhibit()
        // What is compared is one question: the illness.
        let prompt = try #require(exhibit.clinic.score(.newWords))
        let remedy = try #require(exhibit.clinic.score(.known))
        for position in exhibit.axis.positions {
            exhibit.slider.move(to: position, on: exhibit.axis, glide: false)
            let reading = exhibit.clinic.reading(.pretrained, at: position)
            let tuned = try #require(reading.figure)
            let text = exhibit.headline.plain
            #expect(text.contains(tuned.text) && text.contains(prompt.text))
            if case .between = reading { #expect(text.contains("≈")) }
            #expect(text.contains("guessing 12.5%") && !text.contains(remedy.text))
            #expect(exhibit.headline.lines(columns: 58).count <= 2)
            #expect(exhibit.headline.lines(columns: 98).count == 1)
        }
    }

    @Test func withoutARecordThePanelSaysSo() {
        let waiting = AdaptationExhibit()
        #expect(waiting.headline.plain.hasPrefix("One moment"))
        for size in Self.sizes {
            let picture = drawn(size.columns, size.rows) {
                waiting.draw(on: &$0, in: Layout(size).frame(hasSlider: true))
            }
            #expect(picture.canvas.text.contains("One moment"))
        }
        var answerer = TestAnswerer([.experiment(.transfer): [.failure(Failure("it is damaged", exitCode: 65))]])
        answerer.isPatient = true
        var runtime = Runtime(Scene(panel: .adaptation), answerer: answerer)
        runtime.apply(.appear)
        #expect(runtime.scene.exhibit.headline.plain.contains("it is damaged"))
    }

    // MARK: - Example

    @Test func spaceWalksTheExampleOfEachPathAndThenTheNextPath() throws {
        var scene = Scene.after("", on: .adaptation)
        let size = Size(columns: 100, rows: 30)
        for path in AdaptationPath.allCases + [.fineTune] {
            for step in ExampleStep.allCases {
                let exhibit = try #require(scene.exhibit as? AdaptationExhibit)
                #expect(exhibit.path == path && exhibit.walked == step.rawValue + 1)
                let text = scene.picture(size: size).canvas.text
                let wordings = exhibit.example.wordings(step)
                #expect(!wordings.isEmpty && wordings.contains { text.contains($0.plain) }, "\(path) \(step)")
                if step == .network { #expect(text.contains(path == .fineTune ? "●━━━●━━━●" : "○───○───○")) }
                _ = scene.apply(.command(.step))
            }
        }
    }

    /// The words that the example shows are those that the model of the record says, and the right ones.
    @Test func theAnswersOfTheExamplesAreRecordedAndRight() throws {
        let clinic = try Self.exhibit().clinic
        let remedy = try #require(clinic.firstWord(after: RecordedPrompts.visit))
        #expect(Lexicon.little.remedies.range.map { Lexicon.little.spellings[Int($0)] }.contains(remedy.text))
        let prompt = try #require(clinic.prompt(.answer))
        let place = try #require(clinic.firstWord(after: prompt))
        #expect(prompt.contains("juno lives in \(place.text)"))
        let invented = try #require(clinic.firstWord(after: RecordedPrompts.unknown))
        #expect(invented.text != place.text)
    }

    @Test(arguments: sizes) func theTableOfThePathsIsThereFromTheStart(size: Size) {
        let text = Self.text("", size)
        for path in AdaptationPath.allCases { #expect(text.contains(path.name)) }
        #expect(
            text.contains("goes in") && text.contains("weights") && text.contains("change") && text.contains("stay"))
        if size.columns >= 100 {
            for words in [
                "$100 to $10,000", "free beyond API cost", "about $500 a month", "hours to days", "wins when",
            ] {
                #expect(text.contains(words), "\(words)")
            }
        }
    }

    @Test(arguments: sizes) func theCurveIsRevealedUpToTheKnobAndPromptsAreLinesThroughout(size: Size) {
        for keys in ["Home", ""] {
            let scene = Scene.after(keys, on: .adaptation, size: size)
            let frame = Layout(size).frame(hasSlider: true)
            let picture = scene.picture(size: size)
            let knob = frame.axis.column(scene.exhibit.withSlider?.axis.scale.fraction(of: scene.slider.reached) ?? 0)
            for row in frame.area.row..<frame.area.endRow {
                for column in min(knob + 1, frame.axis.end)..<frame.axis.end where column > knob {
                    let glyph = picture.canvas[column, row].glyph
                    #expect(!(glyph.map { (0x2801...0x28FF).contains($0.base.value) } ?? false))
                }
            }
            let levels = (frame.area.row..<frame.area.endRow).filter {
                // Its name stands in the line, and leaders may take the last columns.
                let row = $0
                return (frame.axis.start..<frame.axis.end).contains { column in
                    let cell = picture.canvas[column, row]
                    return cell.glyph == Glyph("─") && cell.style.foreground == .violet
                }
            }
            #expect(!levels.isEmpty)
        }
    }

    @Test(arguments: sizes) func noTextTouchesAnother(size: Size) {
        for keys in ["", "Home", "End", "Space*3", "Down Space*3"] {
            let text = Self.text(keys, size)
            #expect(!text.contains("illness100%") && !text.contains("notes0%"))
            #expect(!text.contains("…") || size.columns < 100 || keys.hasPrefix("Down"), "\(keys) \(text)")
        }
    }

    /// What Space will show is said before it is pressed, in every row that has room.
    @Test(arguments: sizes) func noRowOfTheExampleIsEmpty(size: Size) throws {
        for (keys, walked) in [("", 1), ("Space", 2), ("Space Space", 3), ("Down", 1), ("Down Down Space", 2)] {
            let text = Self.text(keys, size)
            let rows = text.split(separator: "\n").filter { row in
                ExampleStep.allCases.contains { row.hasPrefix(" \($0.name) ") || row == " \($0.name)" }
            }
            for step in ExampleStep.allCases where step.rawValue >= walked {
                guard let row = rows.first(where: { $0.hasPrefix(" \(step.name)") }) else { continue }
                #expect(row.contains(step.promise), "\(size) \(keys): \(row)")
                #expect(row.contains("Space shows") == (step.rawValue == walked), "\(row)")
            }
        }
    }

    @Test func aWalksTheSliderByItselfOnEveryDataSetAndAnotherPressStopsIt() throws {
        for keys in ["", "d", "d d", "d d d"] {
            var scene = Scene.after(keys + " Home", on: .adaptation)
            #expect(scene.answers(.play) && scene.exhibit.word(.play) == nil)
            let start = scene.slider.value
            _ = scene.apply(.command(.play))
            #expect(scene.exhibit.isMoving && scene.exhibit.word(.play) == "pause")
            for _ in 0..<10 { _ = scene.apply(.tick(seconds: 0.1)) }
            #expect(scene.slider.value > start)
            let exhibit = try #require(scene.exhibit as? AdaptationExhibit)
            if exhibit.dataSet == .medicine || exhibit.dataSet == .openQuestions {
                #expect(exhibit.shownCase.rows.contains { $0.isAt(exhibit.slider.value) && $0.path == exhibit.path })
            }
            _ = scene.apply(.command(.play))
            for _ in 0..<20 { _ = scene.apply(.tick(seconds: 0.1)) }
            #expect(!scene.exhibit.isMoving && scene.exhibit.word(.play) == nil)
        }
    }

    @Test func theReadFormTellsThePathsTheirExamplesAndEveryScore() {
        let text = Scene.after("", on: .adaptation).narration(columns: 100)
        for words in [
            "fine-tune: weights change", "One example, goes in", "91.5%", "14.0%", "99.8%", "40.8%", "mistake:",
            "training for a job", "Right by labelled notes", "What it can still do after it was fine-tuned",
        ] {
            #expect(text.contains(words), "\(words)")
        }
    }
}
