import Cells
import Testing
import TestSupport

@testable import Evidence
@testable import Scene

@Suite struct ParadigmsTests {
    private static let sizes = [
        Size(columns: 20, rows: 5), Size(columns: 40, rows: 12), Size(columns: 60, rows: 18),
        Size(columns: 80, rows: 24), Size(columns: 100, rows: 30), Size(columns: 120, rows: 36),
        Size(columns: 200, rows: 60),
    ]

    /// The panel with so many tasks on its slider.
    private func panel(tasks: Int) -> ParadigmsExhibit {
        var panel = ParadigmsExhibit()
        panel.slider.move(to: Double(tasks), on: panel.axis, glide: false)
        return panel
    }

    private func press(_ keys: [Key], on scene: inout Scene) {
        for key in keys { _ = scene.apply(.key(key)) }
    }

    @Test func thereAreTwentyTasksOfTheOldTimeWithASource() throws {
        let tasks = ParadigmsTask.all
        #expect(tasks.count == 20)
        #expect(tasks.map(\.name).prefix(3) == ["happy or angry", "English to German", "find the answer"])
        for task in tasks {
            let year = try #require(Int(task.labels.subject.year))
            #expect(year <= 2018, "\(task.name)")
            #expect(task.labels.kind == .published && task.labels.source.isComplete, "\(task.name)")
            #expect(!task.labels.subject.unitName.isEmpty, "\(task.name)")
            #expect(task.prompt.contains { $0.isNumber } == false)
        }
    }

    @Test func totalsAreTheSumOfTheTableAtEveryPosition() throws {
        let table = try #require(Archive.tasks.series("tasks")).figures
        for count in 1...20 {
            let panel = panel(tasks: count)
            #expect(panel.taskCount == count)
            let expected = ParadigmsTask.all.prefix(count).reduce(0.0) { sum, task in
                sum + (table.first { $0.subject.task == task.labels.subject.task }?.value ?? .nan)
            }
            let total = ParadigmsTotals.labels(panel.taskFigures)
            #expect(total.value == expected)
            #expect(total.kind == .computed && total.derivation?.inputs.count == count)
            #expect(ParadigmsTotals.count(panel.taskFigures).value == Double(count))
            #expect(panel.totalRows[1][1].plain == total.text)
        }
    }

    @Test func costIsTheRangeOfTheLessonTimesTheTasks() throws {
        let lesson = try #require(Archive.lesson.series("l5/model-cost")?.figures.first)
        #expect(lesson.low == 50_000 && lesson.high == 500_000)
        for count in 1...20 {
            let cost = try #require(ParadigmsTotals.cost(tasks: count))
            #expect(cost.low == 50_000 * Double(count) && cost.high == 500_000 * Double(count))
            #expect(panel(tasks: count).totalRows[1][4].plain == cost.text)
        }
        #expect(ParadigmsTotals.cost(tasks: 20)?.text == "$1M to $10M")
    }

    @Test func spaceTrainsTheNextTaskAndEnds() {
        var scene = Scene(panel: .paradigms)
        #expect(!scene.isMoving)
        press([.space], on: &scene)
        #expect(scene.isMoving)
        var seconds = 0.0
        while scene.isMoving, seconds < 10 {
            _ = scene.apply(.tick(seconds: 1.0 / 30))
            seconds += 1.0 / 30
        }
        #expect(!scene.isMoving)
        #expect(abs(seconds - ParadigmsExhibit.trainingSeconds) < 0.1)
        #expect(scene.picture(size: Size(columns: 100, rows: 30)).canvas.text.contains("36M sentence pairs"))
    }

    @Test func theOldBarFillsWhileTodayAnswersAtOnce() {
        var panel = ParadigmsExhibit()
        panel.perform(.step)
        #expect(panel.taskCount == 4 && panel.training == .init(task: 3, fraction: 0))
        panel.advance(seconds: 0.6)
        #expect(panel.training.map { $0.fraction > 0.4 && $0.fraction < 0.6 } == true)
        var settled = panel
        settled.settle()
        #expect(settled.training == nil && !settled.isMoving && settled.taskCount == 4)
        panel.slider.move(to: 9, on: panel.axis, glide: false)
        #expect(panel.training == nil && panel.chosenRow == 8)
    }

    @Test func spaceAfterTheLastTaskBeginsAgain() {
        var panel = panel(tasks: 20)
        panel.perform(.step)
        #expect(panel.taskCount == 1 && panel.training?.task == 0)
    }

    @Test func theRowThatGainsNothingIsThereWithItsReason() throws {
        let row = try #require(ParadigmsEvidence.all.first { $0.name.plain == "T5 English to French" })
        #expect(row.before.number == "39.8" && row.after.number == "39.8")
        for columns in [60, 80, 100, 120, 200] {
            var scene = Scene(panel: .paradigms)
            press(Array(repeating: .down, count: 2), on: &scene)
            let size = Size(columns: columns, rows: columns * 3 / 10)
            #expect(scene.picture(size: size).canvas.text.contains("39.8 → 39.8"), "\(columns) columns")
        }
        var panel = ParadigmsExhibit()
        panel.chosenRow = panel.taskCount + 1
        let reading = panel.commentary(columns: 98).map { Phrase.joined($0, by: " ").plain }.joined(separator: "\n")
        #expect(reading.contains("pairs are plenty"))
    }

    @Test func dotsStandBetterToTheRight() throws {
        let all = ParadigmsEvidence.all
        #expect(all.count == 13)
        let errors = try #require(all.first { $0.before.subject.higherIsBetter == false })
        #expect(errors.after.value < errors.before.value)
        #expect(JoinedDots.fraction(of: errors.after) > JoinedDots.fraction(of: errors.before))
        let losses = all.filter { $0.gain < 0 }.map(\.name.plain)
        #expect(losses == ["GPT-1 RTE"])
        #expect(all.allSatisfy { $0.name.width <= 22 })
    }

    @Test func theWindowAlwaysShowsTheChosenTaskAndCountsTheOthers() {
        for count in 1...20 {
            for rows in 0...20 {
                var panel = panel(tasks: count)
                for chosen in 0..<count {
                    panel.chosenRow = chosen
                    let window = panel.taskWindow(rows: rows)
                    let taken = window.shown.count + (window.hidden.isEmpty || rows == 0 ? 0 : 1)
                    #expect(taken <= max(rows, rows == 1 ? 2 : rows))
                    if rows > 0 { #expect(window.shown.contains(chosen)) }
                    #expect(Set(window.hidden).union(window.shown.filter { $0 < count }) == Set(0..<count))
                }
            }
        }
    }

    @Test func theReadingKeepsTheAnalogyOnARowOfItsOwn() {
        for columns in [58, 78, 98, 118] {
            for row in 0..<(20 + ParadigmsEvidence.all.count) {
                var panel = panel(tasks: 20)
                panel.chosenRow = row
                let lines = panel.commentary(columns: columns)
                #expect(lines[0][0].width <= columns, "\(lines[0][0].plain)")
                #expect(lines[1].count == 1 && lines[1][0].lettered.width <= columns)
                #expect(lines[1][0].plain.lowercased().contains("school"))
            }
        }
    }

    @Test(arguments: sizes) func everyDigitIsAccountedFor(size: Size) {
        for (count, keys) in states {
            var scene = Scene(panel: .paradigms)
            press(keys, on: &scene)
            for hasColor in [true, false] {
                let picture = scene.picture(size: size, hasColor: hasColor)
                #expect(picture.firstUnaccountedDigit() == nil, "state \(count)")
                #expect(picture.canvas.firstFault() == nil, "state \(count)")
            }
        }
    }

    private var states: [(Int, [Key])] {
        var states: [[Key]] = []
        for measure in 0..<3 {
            let measured = Array(repeating: Key.character("m"), count: measure)
            for right in [0, 1, 9, 17] { states.append(measured + Array(repeating: .right, count: right)) }
            states.append(measured + [.home])
            states.append(measured + [.space])
        }
        for row in 0..<16 { states.append(Array(repeating: .down, count: row) + [.enter, .pageDown]) }
        states += [[.enter], [.character("s")], [.character("0")], [.down, .down, .enter]]
        return Array(states.enumerated()).map { ($0.offset, $0.element) }
    }

    @Test func noSizeAndNoKeysTrap() {
        var random = SeededGenerator(seed: 7)
        let keys: [Key] = [
            .left, .right, .up, .down, .space, .enter, .escape, .home, .end, .shiftLeft, .shiftRight, .pageDown,
            .character("m"), .character("r"), .character("0"), .character("s"), .tab, .character("1"),
        ]
        var scene = Scene(panel: .paradigms)
        for step in 0..<1500 {
            press([keys[random.below(keys.count)]], on: &scene)
            if step % 3 == 0 { _ = scene.apply(.tick(seconds: 0.1)) }
            let size = Size(columns: random.below(300) + 1, rows: random.below(100) + 1)
            _ = scene.apply(.resize(size))
            #expect(scene.picture(size: size, hasColor: step % 2 == 0).canvas.firstFault() == nil)
        }
        var panel = ParadigmsExhibit()
        for value in [-5, 0, 1e9, 21] {
            panel.slider.move(to: value, on: panel.axis, glide: false)
            #expect((1...20).contains(panel.taskCount))
        }
    }
}
