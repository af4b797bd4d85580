import Cells
import Evidence
import Testing
import TestSupport

@testable import Scene

private func run(_ size: PythiaSize) throws -> HistoryCurves { try #require(PythiaHistories.of(size)) }

private func curve(_ size: PythiaSize, _ task: String) throws -> LearningCurve {
    try #require(try run(size).curve(task))
}

/// Every state of the panel: sizes and recorded runs, views and rows.
private func states() -> [PretrainingExhibit] {
    Scene.states(of: .pretraining).compactMap { $0.exhibit as? PretrainingExhibit }.flatMap { exhibit in
        (0..<exhibit.rowCount).map { row in
            var exhibit = exhibit
            exhibit.chosenRow = row
            return exhibit
        }
    }
}

@Test func everySizeHasSevenCurvesAndItsSurprise() throws {
    let tasks = ["lambada_openai", "sciq", "piqa", "arc_easy", "winogrande", "arc_challenge", "mmlu_mean57"]
    for size in PythiaSize.allCases {
        let run = try run(size)
        #expect(run.curves.map(\.ability.id) == tasks)
        #expect(run.curves.allSatisfy { $0.series.figures.count == 27 })
        #expect(run.curves.map { $0.smooth?.figures.count } == [27] + Array(repeating: nil, count: 6))
        #expect(run.checkpoints.first == 0 && run.checkpoints.last == 299_892_736_000 && run.isWhole)
    }
}

@Test func luckOfRandomWeightsIsNoAbility() throws {
    // Step 64 of 1.4B in ARC easy is chance plus two errors, and so are all later ones.
    let easy = try curve(.b14, "arc_easy")
    let place = try #require(easy.leavesChanceAt?.subject.tokensSeen)
    #expect(place > 64 * 2_097_152)
    #expect(place == 1000 * 2_097_152)
    // Random weights of 6.9B are three errors above chance in PIQA; no start is an ability.
    for size in PythiaSize.allCases {
        for curve in try run(size).curves { #expect(!curve.hasLeftChance(at: 0)) }
    }
}

@Test func departuresFollowTheRule() throws {
    for run in PythiaHistories.all.map(\.curves) + [try recorded("M-12.3M-1"), try recorded("XS-4.1M-1")] {
        for curve in run.curves {
            let figures = curve.series.figures
            let start = try #require(figures.first).value
            let clear = figures.map { figure in
                let margin = 3 * (figure.subject.standardError ?? .infinity)
                return figure.value - curve.chance > margin && figure.value - start > margin
            }
            let expected = figures.indices.first { index in clear[index...].allSatisfy { $0 } }
            #expect(curve.leavesChanceAt == expected.map { figures[$0] }, "\(run.history.model) \(curve.ability.id)")
        }
    }
    #expect(try curve(.b14, "arc_challenge").leavesChanceAt == nil)
    #expect(try curve(.b12, "arc_challenge").leavesChanceAt?.subject.step == "63000")
}

private func recorded(_ name: String) throws -> HistoryCurves {
    HistoryCurves(try #require(Record.history(of: name)))
}

@Test func stagesAscendFromRandomWeightsToAFoundationModel() throws {
    for run in PythiaHistories.all.map(\.curves) + [try recorded("M-12.3M-1"), try recorded("L-4.1M-1")] {
        let borders = run.stages.map(\.tokens)
        #expect(zip(borders, borders.dropFirst()).allSatisfy(<))
        #expect(run.stages.first?.name == "random weights" && run.stages.last?.name == "foundation model")
        #expect(borders.allSatisfy { run.checkpoints.contains($0) })
        #expect(run.stages.map(\.name).contains(run.kind == .published ? "first answers" : "sentences"))
        #expect(Set(run.stagesByWidth) == Set(run.stages))
        for curve in run.curves {
            if let place = curve.leavesChanceAt?.subject.tokensSeen { #expect(borders.contains(place)) }
        }
    }
    // The smallest writes sentences in the end, and learns nothing else for good.
    #expect(
        try recorded("XS-4.1M-1").stages.map(\.name)
            == ["random weights", "first words", "nearest noun", "sentences", "the end"])
}

@Test func theFirstStepChangesNoScoreOfPythia() throws {
    for size in PythiaSize.allCases {
        let run = try run(size)
        for series in run.curves.map(\.series) + run.curves.compactMap(\.smooth) {
            #expect(series.figures[0].value == series.figures[1].value)
        }
        #expect(run.stages[1].reason.plain.hasSuffix("every score is what it was"))
    }
    #expect(try recorded("M-12.3M-1").stages[1].reason.plain == "training has begun, and every answer can be luck")
}

@Test func declinesAreNamed() throws {
    let small = try curve(.m70, "lambada_openai")
    let best = try #require(small.lostBest(at: 299_892_736_000))
    #expect(Number.fixed(best.value, decimals: 3) == "0.253" && best.subject.step == "53000")
    #expect(try curve(.b14, "lambada_openai").lostBest(at: 299_892_736_000) == nil)
    var exhibit = PretrainingExhibit()
    exhibit.dataSet = .pythia
    exhibit.size = .m70
    exhibit.slider.move(to: 299_892_736_000, on: exhibit.axis, glide: false)
    #expect(exhibit.headline.plain.contains("last word: 18.5%, down from 25.3%"))
    #expect(exhibit.detail.about.contains { $0.plain.contains("Pythia 70M from 25.3% at 111B to 18.5%") })
}

@Test func headlinesAreTrueAtEveryPosition() throws {
    for var exhibit in states() {
        let run = try #require(exhibit.run)
        for position in exhibit.axis.positions {
            exhibit.slider.move(to: position, on: exhibit.axis, glide: false)
            let headline = exhibit.headline
            check(headline, run, position)
            #expect(headline.lines(columns: 58).count <= 2, "\(headline.plain)")
            guard exhibit.view == .tasks, position > 0 else { continue }
            if run.kind == .published {
                checkWords(of: exhibit, run, position)
            } else {
                checkWordsOfWorld(headline.plain, run, position)
            }
        }
    }
}

private func checkWords(of exhibit: PretrainingExhibit, _ run: HistoryCurves, _ position: Double) {
    let (headline, left) = (exhibit.headline.plain, run.countLeft(at: position))
    if left > 0 {
        let count = left == 7 ? "all seven" : "\(PretrainingExhibit.word(left)) of seven"
        #expect(headline.contains("beats guessing in \(count) tasks"), "\(headline)")
    } else {
        #expect(!headline.contains("beats guessing in one"), "\(headline)")
    }
    let isAll = position == run.checkpoints.last && left > 0
    #expect(headline.hasPrefix("After all ") == isAll, "\(headline)")
    let isClear = exhibit.curve?.isClear(at: position) ?? false
    #expect(!(isClear && headline.contains("luck")), "\(headline)")
}

/// What the headline of a model of the little world says of an ability is so.
private func checkWordsOfWorld(_ headline: String, _ run: HistoryCurves, _ position: Double) {
    let left = run.curves.filter { $0.hasLeftChance(at: position) }
    if headline.contains("better than guessing at") {
        #expect(left.map(\.words.shortName).allSatisfy { headline.contains($0) }, "\(headline)")
        #expect(
            !run.curves.contains { !$0.hasLeftChance(at: position) && headline.contains($0.words.shortName) },
            "\(headline)")
    } else if headline.contains("better than guessing in") {
        let count = left.count == 8 ? "all eight" : "\(PretrainingExhibit.word(left.count)) of eight"
        #expect(headline.contains("in \(count)"), "\(headline)")
    } else if headline.contains("all be luck") || headline.contains("fewer than half") {
        #expect(left.isEmpty, "\(headline)")
        #expect(run.writesSentences(at: position) == !headline.contains("fewer than half"), "\(headline)")
    } else if headline.contains("not asked anything") {
        #expect(left.isEmpty && run.writesSentences(at: position) == nil, "\(headline)")
    } else if headline.contains("nearest noun") {
        #expect(run.curve("agreement")?.isWorseThanGuessing(at: position) ?? false)
    } else if headline.contains("what it had just read") {
        #expect(run.curve("inContextNovel")?.hasLeftChance(at: position) ?? false)
    } else {
        // At the end: what is said to be done is right at least half of the time.
        #expect(position == run.checkpoints.last, "\(headline)")
        for curve in run.curves {
            let isDone = curve.leavesChanceAt != nil && curve.series.figures.last.map { $0.value >= 0.5 } ?? false
            #expect(headline.contains(curve.words.deed) == isDone || headline.contains("none of these"), "\(headline)")
        }
    }
}

/// Each figure of a phrase is of the run in focus, and is what its table says at the place it speaks of.
private func check(_ phrase: Phrase, _ shown: HistoryCurves, _ position: Double) {
    let allowed =
        shown.curves.map(\.series) + shown.curves.compactMap(\.smooth) + [shown.surprise].compactMap { $0 }
    for run in phrase.runs {
        guard case .figure(let figure) = run.reference else { continue }
        let isMeasured = allowed.contains { $0.figures.contains(figure) }
        let isBetween = allowed.contains { $0.reading(at: position, over: .tokensSeen).figure == figure }
        #expect(isMeasured || isBetween, "\(phrase.plain)")
        if run.text.hasPrefix("≈") { #expect(isBetween && !isMeasured, "\(phrase.plain)") }
    }
}

@Test func aScoreOfNothingIsNotAlwaysWorseThanLuck() throws {
    // None of thirty-three right is no wonder where one of fourteen is luck; none of a hundred is one at one of ten.
    let run = try recorded("M-12.3M-1")
    let (questions, code) = (try #require(run.curve("question")), try #require(run.curve("codeOperation")))
    let place = 14_336.0
    for curve in [questions, code] {
        #expect(curve.series.reading(at: place, over: .tokensSeen).figure?.value == 0)
    }
    #expect(!questions.isWorseThanGuessing(at: place) && code.isWorseThanGuessing(at: place))
}

@Test func whatIsClearOfChanceForATimeIsNotCalledLuck() throws {
    var met = 0
    var exhibit = PretrainingExhibit()
    exhibit.dataSet = .pythia
    for size in PythiaSize.allCases {
        exhibit.size = size
        let run = try run(size)
        for (row, curve) in run.curves.enumerated() {
            exhibit.chosenRow = row
            for position in run.checkpoints
            where curve.isClear(at: position) && !curve.hasLeftChance(at: position) && run.countLeft(at: position) > 0 {
                exhibit.slider.move(to: position, on: exhibit.axis, glide: false)
                let headline = exhibit.headline.plain
                #expect(!headline.contains("luck") && headline.contains("guessing"), "\(headline)")
                met += 1
            }
        }
    }
    #expect(met > 0)
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
    let text = Scene.after("d", on: .pretraining, size: size).picture(size: size).canvas.text
    for claim in ["No labels", "trillions of tokens", "$10M to more than $100M", "months", "thousands of GPUs"] {
        #expect(text.contains(claim), "\(claim)")
    }
    let narration = Scene.after("", on: .pretraining).narration(columns: 80)
    #expect(narration.contains("random weights") && narration.contains("foundation model"))
}

@Test func labelsOfLinesKeepTheirOrder() {
    let place = Area(column: 0, row: 0, columns: 40, rows: 10)
    #expect(Plot.spread([1, 1, 2, 8], over: place) == [0, 1, 2, 8])
    #expect(Plot.spread(Array(repeating: 9, count: 10), over: place) == Array(0..<10))
}

@Test func anyKeysAtAnySizeGiveAWholePicture() {
    var random = SeededGenerator(seed: 2_097_152)
    var runtime = Runtime(Scene(panel: .pretraining), answerer: TestAnswerer.ofTheRecord)
    let commands: [Command] = [
        .slideLeft, .slideRight, .slideFarRight, .slideToStart, .slideToEnd, .rowUp, .rowDown, .step, .play, .train,
        .measure,
        .previousVariant, .nextVariant, .zoom, .pageDown, .reset, .dataSet, .close,
    ]
    for _ in 0..<1000 {
        let size = Size(columns: 1 + random.below(300), rows: 1 + random.below(100))
        runtime.apply(.resize(size))
        runtime.apply(.command(commands[random.below(commands.count)]))
        runtime.apply(.tick(seconds: Double(random.below(100)) / 100))
        let picture = runtime.picture(size: size, hasColor: random.below(3) > 0)
        #expect(picture.canvas.firstFault() == nil)
        #expect(picture.firstUnaccountedDigit() == nil, "\(picture.canvas.text)")
    }
}

@Test func luckIsNothingThatCanBeLost() throws {
    let grammar = try #require(try recorded("XS-4.1M-1").curve("agreement"))
    let best = try #require(grammar.series.figures.max { $0.value < $1.value })
    let last = try #require(grammar.series.figures.last)
    // A coin's luck at its best, and less than a coin at the end.
    #expect(best.value > 0.55 && last.value < 0.25 && grammar.lostAtEnd() == nil)
}
