import Cells
import Evidence
import Foundation
import Testing

@testable import Scene

extension Scene {
    var challenges: ChallengesExhibit {
        (exhibit(of: .challenges) as? ChallengesExhibit) ?? ChallengesExhibit()
    }
}

func challenges(_ keys: String, answers: [Evidence.Question: [Answer]] = [:]) throws -> ChallengesExhibit {
    var answerer = TestAnswerer(answers)
    answerer.knowsTheRecord = true
    var runtime = Runtime(Scene(panel: .challenges), answerer: answerer)
    runtime.apply(.resize(Size(columns: 100, rows: 30)))
    runtime.play(try KeyScript(keys))
    return runtime.scene.challenges
}

@Suite struct ChallengesTests {
    // MARK: - The list

    @Test func itOpensOnThreeChallengesOfWhichNoneIsSolved() throws {
        for size in ["60x18", "80x24", "100x30", "200x60"].compactMap(Size.init) {
            let text = Scene.after("", on: .challenges, size: size).picture(size: size).canvas.text
            for challenge in Challenge.allCases {
                #expect(text.contains(challenge.title))
                #expect(challenge.asks.contains { text.contains($0) }, "\(challenge) at \(size)")
            }
            #expect(text.contains("0 of \(PathChallenge.cases.count) cases"))
            #expect(text.contains("Enter begins"))
        }
    }

    @Test func escapeLeadsBackAndAResetKeepsTheRecord() throws {
        let solved = try challenges("Enter Escape Down Enter Right Enter")
        #expect(solved.open == .guess && solved.record.guesses.count == 1)
        let back = try challenges("Down Enter Right Enter Escape")
        #expect(back.open == nil && back.challenge == .guess)
        let reset = try challenges("Down Enter Right Enter r")
        #expect(reset.open == nil && reset.record == solved.record)
        #expect(!Scene.after("r", on: .challenges).answers(.reset))
    }

    // MARK: - Choose the path

    @Test func theCasesAreTwelveAndMoreAndTheRulesAnswerThemVariously() {
        #expect(ChallengeCase.faults == [] && ChallengeCase.all.count >= 12)
        for shown in PathChallenge.cases {
            #expect(shown.text.needs.count == shown.needs.count, "\(shown.text.id): a need has another word")
            #expect(shown.chooser.ticked == shown.needs, "\(shown.text.id): needs that no case has together")
            #expect(shown.offered.count == PathChallenge.Case.offeredCount)
            #expect(shown.needs.isSubset(of: shown.offered))
            #expect(shown.text.text.count <= 170)
        }
        for choice in PathChallenge.Choice.allCases {
            #expect(PathChallenge.cases.count { $0.choice == choice } >= 3, "\(choice)")
        }
        let answers = Set(PathChallenge.cases.map(\.chooser.answer))
        #expect(answers == Set(Chooser.Answer.allCases))
    }

    @Test func anAnswerIsCheckedByTheRules() throws {
        for index in PathChallenge.cases.indices {
            let shown = PathChallenge.cases[index]
            for choice in PathChallenge.Choice.allCases {
                var challenge = PathChallenge()
                while challenge.shown != shown { challenge.next() }
                challenge.tick(choice.rawValue)
                for (line, need) in shown.offered.enumerated() where shown.needs.contains(need) {
                    challenge.tick(PathChallenge.Choice.allCases.count + line)
                }
                let answered = challenge.answer()
                let verdict = try #require(answered)
                // With every need of the case ticked the path alone decides.
                #expect(verdict.isSolved == (choice == PathChallenge.Choice(Chooser(shown.needs).answer)))
                #expect(verdict.missing.isEmpty && verdict.wrong.isEmpty)
                let again = challenge.answer()
                #expect(again == nil, "an answer stands")
            }
        }
    }

    @Test func leftAndRightCrossBetweenPathsAndReasons() throws {
        let count = PathChallenge.Choice.allCases.count
        #expect(try challenges("Enter Down Right").path.line == count + 1)
        #expect(try challenges("Enter Down Right Left").path.line == 1)
        #expect(try challenges("Enter Left").path.line == 0)
        #expect(try challenges("Enter Right Down*9 Left").path.line == count - 1)
        #expect(!Scene.after("", on: .challenges).answers(.slideRight))
    }

    @Test func aCaseThatIsStillToBeAnsweredWaits() throws {
        let first = try challenges("Enter Space Enter Enter")
        let back = try challenges("Enter Space Enter Enter Escape Enter")
        #expect(back.path.shown == first.path.shown && !back.path.isAnswered)
    }

    @Test func aReasonThatTheCaseHasNotOrThatDecidesAndIsMissingIsSaid() {
        for shown in PathChallenge.cases {
            var challenge = PathChallenge()
            while challenge.shown != shown { challenge.next() }
            challenge.tick(shown.choice.rawValue)
            #expect(challenge.verdict?.missing == (shown.deciding.isEmpty ? shown.anyOf : shown.deciding))
            for need in shown.deciding {
                #expect(PathChallenge.Choice(Chooser(shown.needs.subtracting([need])).answer) != shown.choice)
            }
            for (line, need) in shown.offered.enumerated() where !shown.needs.contains(need) {
                challenge.tick(PathChallenge.Choice.allCases.count + line)
                #expect(challenge.verdict?.wrong == [need])
                challenge.tick(PathChallenge.Choice.allCases.count + line)
            }
        }
    }

    @Test func everyCaseAnsweredWrongOrRightIsRecordedAndShown() throws {
        let wrong = try challenges("Enter Space Enter")
        #expect(wrong.record.cases.count == 1 && wrong.path.isAnswered)
        let shown = try #require(wrong.path.shown)
        let isRight = shown.choice == .prompt && shown.deciding.isEmpty
        #expect(wrong.record.hasSolved(case: shown.text.id) == isRight)
        // The figures beside it are measured and taught ones, never words with a number.
        let figures = wrong.commentary(columns: 100).flatMap { $0 }.flatMap(\.runs).compactMap { run -> Figure? in
            if case .figure(let figure) = run.reference { figure } else { nil }
        }
        #expect(figures.contains { $0.kind == .measured })
        #expect(try challenges("Enter Space Enter Enter").path.isAnswered == false)
        #expect(try challenges("Enter Enter").record.cases.isEmpty, "nothing is chosen yet")
    }

    @Test func casesAreDrawnByASeedAndThoseThatAreNotSolvedComeFirst() {
        var orders: Set<[Int]> = []
        for seed in 0..<20 as Range<UInt64> {
            var challenge = PathChallenge()
            let solved = PathChallenge.cases[Int(seed) % PathChallenge.cases.count].text.id
            challenge.deal(seed: seed) { $0 == solved }
            #expect(challenge.order.sorted() == Array(PathChallenge.cases.indices))
            #expect(challenge.order.last.map { PathChallenge.cases[$0].text.id } == solved)
            var again = PathChallenge()
            again.deal(seed: seed) { $0 == solved }
            #expect(again == challenge)
            orders.insert(challenge.order)
        }
        #expect(orders.count > 15)
    }

    // MARK: - Predict, then see

    private func question(_ topic: GuessTopic) throws -> GuessQuestion {
        let history = try #require(Record.history(of: "M-12.3M-1"))
        guard case .transfer(let transfer)? = Record.answer(.experiment(.transfer)).first else {
            throw Failure("no transfer", exitCode: 70)
        }
        return try #require(GuessQuestion(topic, run: HistoryCurves(history), transfer: transfer))
    }

    @Test(arguments: GuessTopic.allCases) func theAnswerFollowsFromTheCurve(topic: GuessTopic) throws {
        let question = try question(topic)
        let along = topic.scale.along
        #expect(topic.scale.range.contains(question.place))
        #expect(question.series.figures.contains(question.answer))
        let later = question.series.figures(over: along).filter { $0.position >= question.place }.map(\.figure.value)
        let before = question.series.figures(over: along).last { $0.position < question.place }?.figure.value
        // What holds from the answer on does not hold one place before.
        switch topic {
        case .french, .quiz, .code:
            let best = try #require(question.series.figures.map(\.value).max())
            #expect(later.allSatisfy { $0 >= best / 2 } && (before ?? 0) < best / 2)
        case .sums: #expect(later.allSatisfy { $0 > 5 } && (before ?? 0) <= 5)
        case .context, .grammar, .questions:
            #expect(question.answer == LearningCurve.leavesChanceAt(of: question.series, chance: question.chance ?? 0))
        case .labels:
            let other = try #require(question.other)
            let level = try #require(other.figures.filter { $0.value <= question.answer.value }.map(\.value).max())
            #expect((before ?? 0) < level && (later.first ?? 0) >= level)
        }
        // The axis tells nothing before the guess.
        let grid = Set(AxisScale.twelveADecade(topic.scale.range))
        #expect(topic.scale.axis().positions.allSatisfy(grid.contains))
    }

    @Test func nothingOfTheCurveIsToldBeforeTheGuess() throws {
        for place in GuessTopic.allCases.indices {
            for size in ["60x18", "100x30", "200x60"].compactMap(Size.init) {
                let scene = Scene.after("Down Enter \(place > 0 ? "]*\(place)" : "")", on: .challenges, size: size)
                let exhibit = scene.challenges
                let question = try #require(exhibit.guess.question)
                let figures = scene.picture(size: size).seenReferences.compactMap { reference -> Figure? in
                    if case .figure(let figure) = reference { figure } else { nil }
                }
                #expect(
                    !figures.contains {
                        question.series.figures.contains($0) && $0 == question.answer && $0.subject.parameters == nil
                    })
                let text = scene.picture(size: size).canvas.text + scene.narration(columns: 200)
                if let place = question.answer.place(along: question.topic.scale.along), question.topic != .labels {
                    let isAxis = question.topic.scale.axis().ticks.contains { $0.label.text == place.text }
                    #expect(isAxis || !text.contains(" \(place.text) "), "\(question.topic) at \(size): \(place.text)")
                }
            }
        }
    }

    @Test func aGuessIsScoredByItsFactorAndCalibrationIsKept() throws {
        let first = try challenges("Down Enter Enter")
        let guess = try #require(first.record.guesses.first)
        let place = try #require(first.guess.question?.place)
        let said = try #require(first.guess.guess)
        #expect(abs(guess.logError - Logarithm.base10(said / place)) < 1e-12)
        // Of one guess there is no median to tell.
        #expect(first.calibration == nil)
        let many = try challenges("Down Enter Home Enter Enter Home Enter Enter End Enter")
        #expect(many.calibration != nil)
        #expect(many.record.guesses.count == 3 && many.record.guesses.map(\.logError)[0] < 0)
        let errors = many.record.guesses.map { abs($0.logError) }.sorted()
        #expect(abs((many.record.medianFactor ?? 0) - Logarithm.power10(errors[1])) < 1e-9)
        // A guess once made stays, wherever the knob goes.
        let moved = try challenges("Down Enter Enter Left Left Left")
        #expect(moved.guess.guess == first.guess.guess && moved.record == first.record)
    }

    @Test func theCurveIsDrawnOverTheGuess() throws {
        for size in ["60x18", "80x24", "120x36"].compactMap(Size.init) {
            let before = Scene.after("Down Enter Right", on: .challenges, size: size).picture(size: size).canvas.text
            let after = Scene.after("Down Enter Right Enter", on: .challenges, size: size).picture(size: size).canvas
                .text
            func dots(_ text: String) -> Int { text.unicodeScalars.count { (0x2801...0x28FF).contains($0.value) } }
            #expect(dots(before) == 0 && dots(after) > 5, "\(size)")
            #expect(after.contains("╎"))
        }
    }
}
