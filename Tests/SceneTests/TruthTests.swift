import Cells
import Evidence
import Testing

@testable import Scene

@Test func theWalkMeetsEveryDataSetOfEveryPanel() {
    let scale = Scene.states(of: .scale).compactMap { $0.exhibit as? ScaleExhibit }
    #expect(Set(scale.map(\.dataSet)) == Set(ScaleDataSet.allCases))
    #expect(Set(scale.map(\.view)) == Set(ScaleExhibit.View.allCases))
    #expect(Set(scale.filter { $0.dataSet == .gpt3 }.map(\.shots)) == Set(ScaleDataSet.Shots.allCases))
    let adaptation = Scene.states(of: .adaptation).compactMap { $0.exhibit as? AdaptationExhibit }
    #expect(Set(adaptation.map(\.dataSet)) == Set(AdaptationExhibit.DataSet.allCases))
    #expect(Set(adaptation.map(\.task)) == Set(LearningTask.allCases))
    #expect(Set(adaptation.map(\.measure)) == Set(LearningTask.Measure.allCases))
    let cases = AdaptationCase.medical + AdaptationCase.openQuestions
    let compared = adaptation.filter { $0.dataSet == .medicine || $0.dataSet == .openQuestions }
    #expect(cases.allSatisfy { shown in compared.contains { $0.shownCase == shown } })
    let pretraining = Scene.states(of: .pretraining).compactMap { $0.exhibit as? PretrainingExhibit }
    #expect(Set(pretraining.map(\.size)) == Set(PythiaSize.allCases))
    #expect(Set(pretraining.map(\.view)) == Set(PretrainingExhibit.View.allCases))
    #expect(Set(pretraining.map(\.dataSet)) == [.littleWorld, .pythia, .ownRuns])
    let recorded = pretraining.filter { $0.dataSet == .littleWorld }
    #expect(recorded.allSatisfy { $0.run != nil })
    #expect(Set(recorded.map(\.recordedRun)) == Set(0..<7))
    #expect(Set(recorded.map(\.view)) == Set(PretrainingExhibit.View.allCases))
    let prompting = Scene.states(of: .prompting).compactMap { $0.exhibit as? PromptingExhibit }
    #expect(Set(prompting.map(\.shelf.kind)) == [.ages, .sizes] && Set(prompting.map(\.isComparing)) == [true, false])
    let economics = Scene.states(of: .economics).compactMap { $0.exhibit as? EconomicsExhibit }
    #expect(Set(economics.map(\.view)) == Set(EconomicsExhibit.View.allCases))
    #expect(Set(economics.map(\.topic)) == Set(PublishedCosts.Topic.allCases))
    #expect(Set(economics.map(\.isLinear)) == [true, false] && Set(economics.map(\.showsSizes)) == [true, false])
    let paradigms = Scene.states(of: .paradigms).compactMap { $0.exhibit as? ParadigmsExhibit }
    #expect(Set(paradigms.map(\.view)) == Set(ParadigmsExhibit.View.allCases))
    #expect(Set(paradigms.filter { $0.view == .forgetting }.map(\.teaching)) == Set(0..<5))
}

@Test(arguments: Panel.allCases) func everyDigitHasASource(panel: Panel) {
    // One at a time: the rows and sheets of all states together meet every size many times.
    let sizes = ["60x18", "120x36", "200x60", "30x9"].compactMap(Size.init)
    for var scene in Scene.states(of: panel) {
        for row in 0..<scene.rowCount {
            _ = scene.apply(.command(.choose(row)))
            let positions = scene.positions
            // Each row begins elsewhere, so that all rows together meet most positions.
            for position in stride(from: row % 15, to: positions.count, by: 15).map({ positions[$0] }) {
                scene.slide(to: position)
                check(scene, size: sizes[row % sizes.count])
            }
            let commands = [Command.zoom, .pageDown, .pageDown, .zoom, .help, .sources, .overview, .chooser, .close]
            for (place, command) in commands.enumerated() {
                _ = scene.apply(.command(command))
                check(scene, size: sizes[(row + place) % sizes.count])
            }
        }
    }
}

private func check(_ scene: Scene, size: Size) {
    let picture = scene.picture(size: size)
    if let place = picture.firstUnaccountedDigit() {
        Issue.record("a digit without a source: \(picture.canvas.text(row: place.row))")
    }
    #expect(picture.canvas.firstFault() == nil)
}

@Test(arguments: Panel.allCases) func noFigureStandsUnderAnothersText(panel: Panel) {
    let sizes = ["160x40", "60x18", "100x30", "80x24"].compactMap(Size.init)
    for var scene in Scene.states(of: panel) {
        for row in 0..<scene.rowCount {
            _ = scene.apply(.command(.choose(row)))
            let positions = scene.positions
            for index in stride(from: row * 7 % 60, to: positions.count, by: 60) {
                scene.slide(to: positions[index])
                for command in [Command.zoom, .close] {
                    _ = scene.apply(.command(command))
                    // Where there is little room a figure could be cut.
                    let picture = scene.picture(size: sizes[(row + index) % sizes.count])
                    for (text, figure) in taggedTexts(of: picture) {
                        for word in text.split(whereSeparator: \.isWhitespace) where Accounting.hasDigit(word) {
                            #expect(
                                isOwn(String(word), of: figure),
                                "\(word) of \(text) stands for \(figure.text) of \(figure.subject)")
                        }
                    }
                }
            }
        }
    }
}

/// Whether a word is one of a figure's texts or stands in its record.
private func isOwn(_ word: String, of figure: Figure) -> Bool {
    figure.text.split(separator: " ").contains { $0 == word } || figure.name(word) == word
        || figure.texts.contains { $0.text.split(separator: " ").contains { $0 == word } }
}

/// What stands under each tag of a figure, row by row.
private func taggedTexts(of picture: Picture) -> [(text: String, figure: Figure)] {
    let map = TouchMap(picture)
    var found: [(text: String, figure: Figure)] = []
    for row in 0..<picture.canvas.size.rows {
        var tag: Int32?
        for column in 0..<picture.canvas.size.columns {
            let cell = picture.canvas[column, row]
            guard case .figure(let figure) = map.reference(at: Position(column: column, row: row)) else {
                tag = nil
                continue
            }
            if tag != cell.tag { found.append(("", figure)) }
            tag = cell.tag
            cell.glyph?.write(into: &found[found.count - 1].text)
        }
    }
    return found
}

@Test(arguments: Panel.allCases) func everyPositionHasAHeadlineAndItsNumbers(panel: Panel) {
    for var scene in Scene.states(of: panel) {
        for row in 0..<scene.rowCount {
            _ = scene.apply(.command(.choose(row)))
            for position in scene.positions.enumerated().filter({ $0.offset % 4 == row % 4 }).map(\.element) {
                scene.slide(to: position)
                let headline = scene.exhibit.headline
                let text = headline.plain
                #expect(text.count > 20 && text.count < 200, "\(text)")
                #expect(!text.contains("  ") && !text.contains(" ;") && !text.contains(" ."), "\(text)")
                #expect(text.first.map { $0.isUppercase || $0.isNumber } == true, "\(text)")
                #expect(!headline.hasUnaccountedDigit, "\(text)")
            }
            for phrase in scene.exhibit.detail.about where phrase.runs.first?.reference != .key {
                let text = phrase.plain
                // What is taught is said in pieces, not in sentences.
                let isPiece = ["lesson, ", "taught"].contains { text.hasPrefix($0) }
                #expect(text.first?.isLowercase != true || isPiece, "\(text)")
                #expect(!phrase.hasUnaccountedDigit, "\(text)")
            }
        }
    }
}

@Test func whatIsTypedAsANumberIsNotDrawn() throws {
    let figure = try #require(Archive.lesson.series("l2/cost")?.figures.first)
    let source = Source.named("gpt3-h1")
    let typed: [Phrase] = [
        "$10M to $100M+", "\(words: "about 7")", "\(strong: "12 tasks")", "\(name: "GPT-9", of: figure)",
        "\("in 1999", of: source)", "\(key: "1984")", Phrase(words: "x 3"),
    ]
    for phrase in typed {
        #expect(!Accounting.hasDigit(phrase.plain), "\(phrase.plain)")
        #expect(phrase.hasUnaccountedDigit)
        var picture = Picture(size: Size(columns: 30, rows: 1))
        picture.draw(phrase, in: picture.canvas.bounds)
        #expect(picture.firstUnaccountedDigit() != nil)
    }
    let made: [Phrase] = [
        "\(figure)", "\(figure.briefly)", "\(slider: .short(1.3e9))", "\(axis: .atLeast(1e11))", "\(key: "1")",
        "\(key: "[ ]")", "\("Brown et al. 2020", of: source)", "\(typed: "21")",
    ]
    for phrase in made { #expect(!phrase.hasUnaccountedDigit, "\(phrase.plain)") }
    #expect(("\(figure.briefly)" as Phrase).plain == "$10M to $100M+")
}

@Test(arguments: Panel.allCases) func focusAndLampsAreSeenWithoutColour(panel: Panel) {
    let size = Size(columns: 100, rows: 30)
    var scene = Scene.after("", on: panel, size: size)
    let first = scene.picture(size: size, hasColor: false).canvas.text
    _ = scene.apply(.command(scene.answers(.rowDown) ? .rowDown : .rowUp))
    let second = scene.picture(size: size, hasColor: false).canvas.text
    #expect(scene.rowCount < 2 || first != second)
    #expect(["[P]", "[T]", "[C]", "[M]"].contains { first.contains($0) })
}
