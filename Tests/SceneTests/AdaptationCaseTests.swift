import Cells
import Evidence
import Testing

@testable import Scene

@Suite struct AdaptationCaseTests {
    private static let sizes = ["60x18", "80x24", "100x30", "120x36", "200x60"].compactMap(Size.init)

    /// Every examination.
    private static let cases: [AdaptationExhibit] = AdaptationCase.allCases.map { shown in
        var exhibit = AdaptationExhibit()
        exhibit.dataSet = shown.isMedical ? .medicine : .openQuestions
        if shown.isMedical { exhibit.medicalCase = shown } else { exhibit.openCase = shown }
        exhibit.slider = Slider(shown.axis.positions[0])
        return exhibit
    }

    private static func figures(_ phrase: Phrase) -> [Figure] {
        phrase.runs.compactMap { run in
            guard case .figure(let figure) = run.reference, run.ink == figure.kind.ink else { return nil }
            return figure
        }
    }

    @Test func theHeadlineIsTheBestOfEachPathWithoutABenchmarksName() {
        for exhibit in Self.cases {
            let quoted = Self.figures(exhibit.headline)
            let bests = [AdaptationPath.prompt, .fineTune, .rag].compactMap { path in
                exhibit.shownCase.rows(path).flatMap(\.figures).map(\.value).max()
            }
            #expect(quoted.map(\.value) == bests)
            for name in ["QA", "MMLU", "MIRAGE", "BioASQ", "Questions,"] {
                #expect(!exhibit.headline.plain.contains(name))
            }
            #expect(exhibit.headline.lines(columns: 58).count <= 2, "\(exhibit.headline.plain)")
            if exhibit.shownCase == .medqa { #expect(exhibit.headline.lines(columns: 98).count == 1) }
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
            }
        }
    }

    @Test func theMedicalCaseComparesLikeWithLike() {
        let rows = AdaptationCase.medqa.rows
        func values(_ path: AdaptationPath, _ model: String) -> [Double] {
            rows.filter { $0.path == path && $0.model.hasPrefix(model) }.flatMap(\.figures).map(\.value)
        }
        #expect(values(.prompt, "Llama 3 70B") == [80.91])
        #expect(values(.rag, "Llama 3 70B") == [76.9])
        #expect(values(.fineTune, "OpenBioLLM") == [78.16])
        #expect(values(.fineTune, "Meditron") == [70.2])
        #expect(values(.fineTune, "Llama 2 70B") == [63.8])
        #expect(values(.prompt, "Llama 2 70B") == [58.4])
        #expect(values(.fineTune, "Med-PaLM 2") == [86.5])
        #expect(values(.prompt, "GPT-4").prefix(2) == [81.7, 90.2])
        // Votes of several answers are said to be such wherever a score is one of them.
        for row in rows where row.figures[0].subject.method.contains("vote of several") {
            #expect(row.how == "voting")
        }
        for path in AdaptationPath.allCases { #expect(AdaptationCase.taught(path)?.kind == .lesson) }
    }

    @Test(arguments: sizes) func pointsAndBracketsStandWhereTheirScoresAre(size: Size) throws {
        for exhibit in Self.cases {
            let frame = Layout(size).frame(hasSlider: true)
            var picture = Picture(size: size)
            exhibit.draw(on: &picture, in: frame)
            let scale = exhibit.axis.scale
            var seen: Set<Figure> = []
            for row in frame.area.row..<frame.area.endRow {
                for column in frame.axis.start...frame.axis.end {
                    guard case .figure(let figure) = picture.reference(at: Position(column: column, row: row)) else {
                        continue
                    }
                    if picture.canvas[column, row].glyph == Glyph("●") {
                        #expect(frame.axis.column(scale.fraction(of: figure.value)) == column)
                        seen.insert(figure)
                    }
                    if picture.canvas[column, row].glyph == Glyph("┣"), let low = figure.low {
                        #expect(frame.axis.column(scale.fraction(of: low)) == column)
                        seen.insert(figure)
                    }
                }
            }
            let paths = Set(exhibit.shownCase.rows.map(\.path))
            #expect(seen.filter { $0.kind == .published }.count >= paths.count)
            #expect(seen.filter { $0.kind == .lesson }.count == (exhibit.shownCase.isMedical ? 3 : 0))
        }
    }

    @Test func theKnobGoesFromModelToModelAndItsPathIsTheChosenOne() throws {
        for start in ["d d", "d d d"] {
            var scene = Scene.after(start + " Home", on: .adaptation)
            var seen: Set<Double> = []
            for _ in scene.positions {
                let exhibit = try #require(scene.exhibit as? AdaptationExhibit)
                let here = exhibit.shownCase.rows.filter { $0.isAt(scene.slider.value) }
                #expect(here.contains { $0.path == exhibit.path })
                seen.insert(scene.slider.value)
                _ = scene.apply(.key(.right))
            }
            #expect(seen.count == scene.positions.count)
            for row in 0..<3 {
                _ = scene.apply(.command(.choose(row)))
                let exhibit = try #require(scene.exhibit as? AdaptationExhibit)
                #expect(exhibit.shownCase.rows(exhibit.path).contains { $0.isAt(scene.slider.value) })
            }
        }
    }

    @Test func anExamIsSaidToBeNoDiagnosisOnlyOfExams() {
        for exhibit in Self.cases {
            let size = Size(columns: 100, rows: 30)
            var picture = Picture(size: size)
            exhibit.draw(on: &picture, in: Layout(size).frame(hasSlider: true))
            let text = picture.canvas.text + exhibit.narration.flatMap { $0.lines(columns: 200) }.map(\.plain).joined()
            #expect(text.contains("neither shown nor refuted") == exhibit.shownCase.isMedical)
            #expect(text.contains("RAG with fine-tuning") == exhibit.shownCase.isMedical)
        }
    }

    @Test func theMedicalCaseIsToldInFull() {
        let text = Scene.after("d d", on: .adaptation).exhibit.narration.flatMap { $0.lines(columns: 2000) }
            .map(\.plain).joined(separator: "\n")
        for words in [
            "Llama 3 70B, read 15T tokens for about $10M", "Wikipedia and PubMed", "10K to 50K pairs", "on A100",
            "2 to 3 days", "89 to 92%", "a role, the symptoms, a request for the 5 most likely diagnoses",
            "$0 beyond the API", "70 to 80%", "guidelines (UpToDate, PubMed)", "about $500 a month", "85 to 90%",
        ] {
            #expect(text.contains(words), "\(words)")
        }
    }

    @Test(arguments: sizes) func noDigitIsUnaccountedFor(size: Size) {
        for var exhibit in Self.cases {
            for position in exhibit.axis.positions {
                exhibit.slider.move(to: position, on: exhibit.axis, glide: false)
                var picture = Picture(size: size)
                exhibit.draw(on: &picture, in: Layout(size).frame(hasSlider: true))
                #expect(picture.firstUnaccountedDigit() == nil)
                let lines =
                    [exhibit.headline] + exhibit.provenance + exhibit.commentary(columns: .max).flatMap { $0 }
                    + exhibit.detail.lines(columns: size.columns)
                for line in lines { #expect(!line.hasUnaccountedDigit, "\(line.plain)") }
            }
        }
    }
}
