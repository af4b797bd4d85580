import Cells
import Testing
import TestSupport

@testable import Evidence
@testable import Scene

@Suite struct ParadigmsTests {
    static let sizes = [
        Size(columns: 20, rows: 5), Size(columns: 40, rows: 12), Size(columns: 60, rows: 18),
        Size(columns: 80, rows: 24), Size(columns: 100, rows: 30), Size(columns: 120, rows: 36),
        Size(columns: 200, rows: 60),
    ]

    /// The panel with so many tasks on its slider.
    func panel(tasks: Int) -> ParadigmsExhibit {
        var panel = ParadigmsExhibit()
        panel.slider.move(to: Double(tasks), on: panel.axis, glide: false)
        return panel
    }

    func press(_ keys: [Key], on scene: inout Scene) {
        for key in keys { _ = scene.apply(.key(key)) }
    }

    @Test func thereAreTwentyTasksOfTheOldTimeWithASource() throws {
        let tasks = ParadigmsTask.all
        #expect(tasks.count == 20)
        #expect(tasks.map(\.name).prefix(3) == ["praise or blame", "English to German", "find the answer"])
        for task in tasks {
            let year = try #require(Int(task.labels.subject.year))
            #expect(year <= 2018, "\(task.name)")
            #expect(task.labels.kind == .published && task.labels.source.isComplete, "\(task.name)")
            #expect(!task.labels.subject.unitName.isEmpty, "\(task.name)")
            #expect(task.prompt.contains { $0.isNumber } == false)
        }
    }

    // MARK: - Roots

    @Test func totalsAreTheSumOfTheTableAtEveryPosition() throws {
        let table = try #require(Archive.tasks.series("tasks")).figures
        for count in 1...20 {
            let panel = panel(tasks: count)
            #expect(panel.taskCount == count && panel.rowCount == count)
            let expected = ParadigmsTask.all.prefix(count).reduce(0.0) { sum, task in
                sum + (table.first { $0.subject.task == task.labels.subject.task }?.value ?? .nan)
            }
            let total = ParadigmsTotals.labels(panel.taskFigures)
            #expect(total.value == expected)
            #expect(total.kind == .computed && total.derivation?.inputs.count == count)
            #expect(ParadigmsTotals.count(panel.taskFigures).value == Double(count))
            #expect(panel.oldHeadings[0].plain.contains(total.text))
            #expect(
                panel.headline.plain.contains(
                    count == 1 ? "each task had a model of its own" : "each of \(count) tasks"))
            #expect(panel.headline.width <= 98)
        }
    }

    @Test func aRootIsAsLongAsTheLogarithmOfItsLabels() throws {
        let text = Scene.after("End", on: .paradigms, size: Size(columns: 200, rows: 60)).picture(
            size: Size(columns: 200, rows: 60)
        ).canvas.text
        let lines = text.split(separator: "\n").map(String.init)
        var lengths: [(labels: Double, length: Int)] = []
        for task in ParadigmsTask.all {
            guard let line = lines.first(where: { $0.contains("▣ ─▸  \(task.name)") }) else { continue }
            lengths.append((task.labels.value, line.filter { $0 == "━" || $0 == "╸" }.count))
        }
        #expect(lengths.count > 10)
        for (first, second) in zip(lengths, lengths.dropFirst()) where first.labels > second.labels * 2 {
            #expect(first.length > second.length)
        }
        #expect(LabelScale.fraction(of: 1e4) - LabelScale.fraction(of: 1e3) == 0.2)
        #expect(ParadigmsTask.all.allSatisfy { (1e3...1e8).contains($0.labels.value) })
    }

    @Test func theLabelsOfTheScaleAreEquallyManyDecadesApart() {
        for columns in 1...120 {
            let ticks = LabelScale.axis(in: AxisFrame(start: 10, end: 9 + columns)).ticks.map(\.position)
            let steps = zip(ticks, ticks.dropFirst()).map { ($1 / $0).rounded() }
            #expect(Set(steps).count <= 1, "\(columns): \(ticks)")
        }
        #expect(LabelScale.axis(in: AxisFrame(start: 0, end: 60)).ticks.count == LabelScale.ticks.count)
    }

    @Test func everyMarkOfThePictureOfRootsIsNamed() {
        for size in ["60x18", "80x24", "100x30", "120x36", "200x60"].compactMap(Size.init) {
            let text = Scene.after("", on: .paradigms, size: size).picture(size: size).canvas.text
            #expect(text.contains("▣ 3 models, one task each") && text.contains("■ one model, asked in words"))
            #expect(!text.contains("□") || text.contains("not yet"), "\(size)")
        }
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
        let text = scene.picture(size: Size(columns: 100, rows: 30)).canvas.text
        #expect(text.contains("36M sentence pairs") && text.contains("“Translate this into French.”"))
    }

    @Test func theRootGrowsWhileThePromptIsThereAtOnce() {
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
            for row in 0..<20 {
                var panel = panel(tasks: 20)
                panel.chosenRow = row
                let lines = panel.commentary(columns: columns)
                #expect(lines[0][0].width <= columns, "\(lines[0][0].plain)")
                #expect(lines[1].count == 1 && lines[1][0].lettered.width <= columns)
                #expect(lines[1][0].plain.lowercased().contains("school"))
            }
        }
    }

    // MARK: - The walk

    @Test func aWalksTheSliderInEachViewThatHasOne() {
        for keys in ["", "m", "d"] {
            var scene = Scene.after(keys, on: .paradigms)
            let last = scene.positions.last ?? .nan
            #expect(scene.answers(.play))
            press([.character("a")], on: &scene)
            var places: Set<Double> = []
            var seconds = 0.0
            while scene.isMoving, seconds < 60 {
                _ = scene.apply(.tick(seconds: 1.0 / 20))
                seconds += 1.0 / 20
                places.insert(scene.slider.value)
            }
            #expect(scene.slider.value == last && seconds < 30, "\(keys)")
            #expect(places.count > 3, "\(keys)")
            // Again from the first, until it is pressed once more.
            press([.character("a")], on: &scene)
            #expect(scene.isMoving && scene.exhibit.word(.play) == "pause")
            press([.character("a")], on: &scene)
            scene.settle()
            #expect(scene.slider.value == scene.positions.first && scene.exhibit.word(.play) == nil)
        }
        #expect(!Scene.after("m m", on: .paradigms).answers(.play))
        #expect(!Scene.after("d m", on: .paradigms).answers(.play))
    }

    // MARK: - Everything

    @Test func everyHeadlineFitsTheSmallestPicture() {
        let columns = Layout.smallestPicture.columns - 2
        for var scene in Scene.states(of: .paradigms) {
            for row in 0..<max(1, scene.rowCount) {
                _ = scene.apply(.command(.choose(row)))
                for position in scene.positions.isEmpty ? [0] : scene.positions {
                    scene.slide(to: position)
                    let headline = scene.exhibit.headline
                    #expect(headline.lines(columns: columns).count <= 2, "\(headline.plain)")
                }
            }
        }
    }

    @Test(arguments: sizes) func everyDigitIsAccountedFor(size: Size) {
        for keys in states {
            let scene = Scene.after(keys, on: .paradigms, size: size)
            for hasColor in [true, false] {
                let picture = scene.picture(size: size, hasColor: hasColor)
                #expect(picture.firstUnaccountedDigit() == nil, "\(keys)")
                #expect(picture.canvas.firstFault() == nil, "\(keys)")
            }
        }
    }

    private var states: [String] {
        var states: [String] = []
        for view in ["", "m", "m m", "d", "d m", "d m ]"] {
            for keys in ["", "Right", "Right*9", "End", "Home", "Space", "Down Enter PageDown", "s", "0"] {
                states.append("\(view) \(keys)")
            }
        }
        return states
    }

    @Test func noSizeAndNoKeysTrap() {
        var random = SeededGenerator(seed: 7)
        let keys: [Key] = [
            .left, .right, .up, .down, .space, .enter, .escape, .home, .end, .shiftLeft, .shiftRight, .pageDown,
            .character("m"), .character("d"), .character("t"), .character("]"), .character("r"), .character("0"),
            .character("s"), .tab, .character("1"),
        ]
        var runtime = Runtime(Scene(panel: .paradigms), answerer: TestAnswerer.ofTheRecord)
        for step in 0..<800 {
            runtime.apply(.key(keys[random.below(keys.count)]))
            if step % 3 == 0 { runtime.apply(.tick(seconds: 0.1)) }
            let size = Size(columns: random.below(300) + 1, rows: random.below(100) + 1)
            runtime.apply(.resize(size))
            #expect(runtime.scene.picture(size: size, hasColor: step % 2 == 0).canvas.firstFault() == nil)
        }
        var panel = ParadigmsExhibit()
        for value in [-5, 0, 1e9, 21] {
            panel.slider.move(to: value, on: panel.axis, glide: false)
            #expect((1...20).contains(panel.taskCount))
        }
    }
}
