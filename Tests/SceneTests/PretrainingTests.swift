import Cells
import Evidence
import TestSupport
import Testing

@testable import Scene

private func curve(_ size: PythiaSize, _ task: PretrainingTask) throws -> LearningCurve {
    try #require(PythiaRun.of(size).curve(task))
}

/// Every state of the panel: sizes, views and rows.
private func states() -> [PretrainingExhibit] {
    PythiaSize.allCases.flatMap { size in
        PretrainingExhibit.View.allCases.flatMap { view -> [PretrainingExhibit] in
            var exhibit = PretrainingExhibit()
            exhibit.size = size
            exhibit.view = view
            return (0..<exhibit.rowCount).map { row in
                exhibit.chosenRow = row
                return exhibit
            }
        }
    }
}

@Test func everySizeHasSevenCurvesAndItsSurprise() {
    for size in PythiaSize.allCases {
        let run = PythiaRun.of(size)
        #expect(run.curves.map(\.task) == PretrainingTask.allCases)
        #expect(run.curves.allSatisfy { $0.series.figures.count == 27 })
        #expect(run.perplexity?.figures.count == 27)
        #expect(run.checkpoints.first == 0 && run.checkpoints.last == 299_892_736_000)
    }
}

@Test func luckOfRandomWeightsIsNoAbility() throws {
    // Step 64 of 1.4B in ARC easy is chance plus two errors, and so are all later ones.
    let easy = try curve(.b14, .easyExam)
    let place = try #require(easy.leavesChanceAt?.subject.tokensSeen)
    #expect(place > 64 * 2_097_152)
    #expect(place == 1000 * 2_097_152)
    // Random weights of 6.9B are three errors above chance in PIQA; no start is an ability.
    for size in PythiaSize.allCases {
        for curve in PythiaRun.of(size).curves { #expect(!curve.hasLeftChance(at: 0)) }
    }
}

@Test func departuresFollowTheRule() throws {
    for size in PythiaSize.allCases {
        for curve in PythiaRun.of(size).curves {
            let figures = curve.series.figures
            let start = try #require(figures.first).value
            let clear = figures.map { figure in
                let margin = 3 * (figure.subject.standardError ?? .infinity)
                return figure.value - curve.chance > margin && figure.value - start > margin
            }
            let expected = figures.indices.first { index in clear[index...].allSatisfy { $0 } }
            #expect(curve.leavesChanceAt == expected.map { figures[$0] }, "\(size) \(curve.task)")
        }
    }
    #expect(try curve(.b14, .hardExam).leavesChanceAt == nil)
    #expect(try curve(.b12, .hardExam).leavesChanceAt?.subject.step == "63000")
}

@Test func stagesAscendFromRandomWeightsToAFoundationModel() {
    for size in PythiaSize.allCases {
        let run = PythiaRun.of(size)
        let borders = run.stages.map(\.tokens)
        #expect(zip(borders, borders.dropFirst()).allSatisfy(<))
        #expect(run.stages.first?.name == "random weights" && run.stages.last?.name == "foundation model")
        #expect(borders.allSatisfy { run.checkpoints.contains($0) })
        #expect(run.stages.map(\.name).contains("first answers"))
        #expect(Set(run.stagesByWidth) == Set(run.stages))
        for curve in run.curves {
            if let place = curve.leavesChanceAt?.subject.tokensSeen { #expect(borders.contains(place)) }
        }
    }
}

@Test func theFirstStepChangesNoScore() {
    for size in PythiaSize.allCases {
        let run = PythiaRun.of(size)
        for series in run.curves.map(\.series) + [run.perplexity].compactMap({ $0 }) {
            #expect(series.figures[0].value == series.figures[1].value)
        }
    }
}

@Test func declinesAreNamed() throws {
    let small = try curve(.m70, .lastWord)
    let best = try #require(small.lostBest(at: 299_892_736_000))
    #expect(Number.fixed(best.value, decimals: 3) == "0.253" && best.subject.step == "53000")
    #expect(try curve(.b14, .lastWord).lostBest(at: 299_892_736_000) == nil)
    var exhibit = PretrainingExhibit()
    exhibit.size = .m70
    exhibit.slider.move(to: 299_892_736_000, on: exhibit.axis, glide: false)
    #expect(exhibit.headline.plain.contains("last word: 18.5%, down from 25.3% at 111B"))
    #expect(exhibit.detail.about.contains { $0.plain.contains("Pythia 70M from 25.3% at 111B to 18.5%") })
}

@Test func headlinesAreTrueAtEveryPosition() {
    for var exhibit in states() {
        for position in exhibit.axis.positions {
            exhibit.slider.move(to: position, on: exhibit.axis, glide: false)
            let headline = exhibit.headline
            check(headline, exhibit, position)
            #expect(headline.lines(columns: 58).count <= 2, "\(headline.plain)")
            let left = exhibit.run.countLeft(at: position)
            guard exhibit.view == .tasks, position > 0 else { continue }
            if left > 0 {
                let words = "beats chance in \(PretrainingExhibit.word(left)) of seven tasks"
                #expect(headline.plain.contains(words), "\(headline.plain)")
            } else {
                #expect(!headline.plain.contains("beats chance in one"), "\(headline.plain)")
            }
            let isClear = exhibit.run.curve(exhibit.task)?.hasLeftChance(at: position) ?? false
            #expect(!(isClear && headline.plain.contains("luck")), "\(headline.plain)")
        }
    }
}

/// Each figure of a phrase is of the size in focus, and is what its table says at the place it speaks of.
private func check(_ phrase: Phrase, _ exhibit: PretrainingExhibit, _ position: Double) {
    let allowed = exhibit.run.curves.map(\.series) + [exhibit.run.perplexity].compactMap { $0 }
    for run in phrase.runs {
        guard case .figure(let figure) = run.reference else { continue }
        let isPublished = allowed.contains { $0.figures.contains(figure) }
        let isBetween = allowed.contains { $0.reading(at: position, over: .tokensSeen).figure == figure }
        #expect(isPublished || isBetween, "\(phrase.plain)")
        if run.text.hasPrefix("≈") { #expect(isBetween && !isPublished, "\(phrase.plain)") }
    }
}

@Test func readingTimeIsArithmetic() throws {
    let whole = try #require(PretrainingCosts.readingTime(tokens: 299_892_736_000))
    #expect(whole.text == "1,797 years")
    #expect(whole.kind == .computed && whole.derivation?.inputs.count == 2)
    #expect(PretrainingCosts.readingTime(tokens: 0) == nil)
    #expect(PretrainingCosts.readingTime(tokens: 2_097_152)?.unit == .days)
    #expect(PretrainingCosts.readingTime(tokens: 100_000)?.unit == .hours)
}

@Test func theLessonsClaimsAreOnTheScreen() {
    let size = Size(columns: 100, rows: 30)
    let text = Scene(panel: .pretraining).picture(size: size).canvas.text
    for claim in ["No labels", "trillions of tokens", "$10M to more than $100M", "months", "thousands of GPUs"] {
        #expect(text.contains(claim), "\(claim)")
    }
    let narration = Scene(panel: .pretraining).narration(columns: 80)
    #expect(narration.contains("random weights") && narration.contains("foundation model"))
}

@Test func spaceWalksTheStagesAndComesRound() {
    var scene = Scene(panel: .pretraining)
    let borders = PythiaRun.of(.b14).stages.map(\.tokens)
    for border in borders.dropFirst() + borders.prefix(1) {
        _ = scene.apply(.command(.step))
        #expect(scene.slider.value == border)
    }
}

@Test func playGoesOverEveryCheckpointAndEnds() {
    var scene = Scene(panel: .pretraining)
    #expect(!scene.isMoving)
    _ = scene.apply(.command(.play))
    var seen: [Double] = [0]
    var ticks = 0
    while scene.isMoving, ticks < 10_000 {
        if seen.last != scene.slider.value { seen.append(scene.slider.value) }
        _ = scene.apply(.tick(seconds: 0.03))
        ticks += 1
    }
    #expect(!scene.isMoving)
    #expect(seen == PythiaRun.of(.b14).checkpoints)
    _ = scene.apply(.command(.play))
    #expect(scene.isMoving && scene.slider.value == 0)
}

@Test func playYieldsToTheHandAndToAPause() {
    var scene = Scene(panel: .pretraining)
    _ = scene.apply(.command(.play))
    _ = scene.apply(.command(.slideRight))
    let place = scene.slider.value
    for _ in 0..<100 { _ = scene.apply(.tick(seconds: 0.1)) }
    #expect(!scene.isMoving && scene.slider.value == place)
    _ = scene.apply(.command(.play))
    _ = scene.apply(.command(.play))
    for _ in 0..<20 { _ = scene.apply(.tick(seconds: 0.1)) }
    #expect(!scene.isMoving)
}

@Test func withReducedMotionEachPlayIsOneCheckpoint() {
    var scene = Scene(panel: .pretraining, reducesMotion: true)
    for checkpoint in PythiaRun.of(.b14).checkpoints.dropFirst() {
        _ = scene.apply(.command(.play))
        #expect(!scene.isMoving && scene.slider.value == checkpoint)
    }
}

@Test func labelsOfLinesKeepTheirOrder() {
    let place = Area(column: 0, row: 0, columns: 40, rows: 10)
    #expect(Plot.spread([1, 1, 2, 8], over: place) == [0, 1, 2, 8])
    #expect(Plot.spread(Array(repeating: 9, count: 10), over: place) == Array(0..<10))
}

@Test func anyKeysAtAnySizeGiveAWholePicture() {
    var random = SeededGenerator(seed: 2_097_152)
    var scene = Scene(panel: .pretraining)
    let commands: [Command] = [
        .slideLeft, .slideRight, .slideFarRight, .slideToStart, .slideToEnd, .rowUp, .rowDown, .step, .play, .measure,
        .previousVariant, .nextVariant, .zoom, .pageDown, .reset, .dataSet, .close,
    ]
    for _ in 0..<1000 {
        let size = Size(columns: 1 + random.below(300), rows: 1 + random.below(100))
        _ = scene.apply(.resize(size))
        _ = scene.apply(.command(commands[random.below(commands.count)]))
        _ = scene.apply(.tick(seconds: Double(random.below(100)) / 100))
        let picture = scene.picture(size: size, hasColor: random.below(3) > 0)
        #expect(picture.canvas.firstFault() == nil)
        #expect(picture.firstUnaccountedDigit() == nil, "\(picture.canvas.text)")
    }
}
