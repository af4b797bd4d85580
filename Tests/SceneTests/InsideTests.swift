import Cells
import Evidence
import Testing
import TestSupport

@testable import Scene

@Suite struct InsideTests {
    private static let size = Size(columns: 100, rows: 30)
    private static let run = "M-12.3M-1"

    private func runtime(
        _ answers: [Question: [Answer]] = [:], size: Size = size
    ) -> (Runtime, TestAnswerer.Log) {
        var answerer = TestAnswerer(answers)
        answerer.knowsTheRecord = true
        answerer.isPatient = true
        var runtime = Runtime(Scene(panel: .pretraining), answerer: answerer)
        runtime.apply(.resize(size))
        return (runtime, answerer.log)
    }

    private func press(_ keys: String, _ runtime: inout Runtime) throws { runtime.play(try KeyScript(keys)) }
    private func exhibit(_ runtime: Runtime) throws -> PretrainingExhibit {
        try #require(runtime.scene.exhibit as? PretrainingExhibit)
    }
    private func text(_ runtime: Runtime, _ size: Size = size) -> String {
        runtime.scene.picture(size: size).canvas.text
    }
    private func isContexts(_ question: Question) -> Bool {
        if case .contexts = question { true } else { false }
    }

    /// What a text says after each ending of a prompt, with made numbers.
    private func contexts(_ prompt: String, step: Int, endings: Int? = nil) throws -> ReadContexts {
        let model = try #require(
            MeasuredModel(
                name: "M", parameters: 140_728, seed: 1, step: step, tokensSeen: step * 1024, source: .recordedRuns))
        func figure(_ value: Double) throws -> Figure {
            try #require(
                Figure(
                    measured: value, Measurement(task: "contexts", plain: "times", metric: "places", unit: .count),
                    of: model))
        }
        let words = prompt.split(separator: " ")
        let found = try (1...(endings ?? words.count)).map { length in
            ReadContexts.Ending(
                text: TrainingDocument(text: words.suffix(length).joined(separator: " ")),
                count: try figure(1204 / Double(length)),
                followers: [
                    ReadContexts.Follower(
                        word: TrainingDocument(text: "marn"), isEnd: false, count: try figure(900 / Double(length))),
                    ReadContexts.Follower(word: TrainingDocument(text: "7"), isEnd: false, count: try figure(7)),
                    ReadContexts.Follower(word: TrainingDocument(text: "<end>"), isEnd: true, count: try figure(2)),
                ])
        }
        return ReadContexts(of: model, prompt: prompt, endings: found, isWhole: found.count == words.count)
    }

    // MARK: - Going round

    @Test func theKeyGoesRoundInTheZoomAlone() throws {
        var (runtime, _) = runtime()
        let before = runtime.scene
        try press("i", &runtime)
        #expect(runtime.scene == before && !runtime.scene.answers(.inside))
        try press("End Enter", &runtime)
        let plot = runtime.scene
        #expect(plot.answers(.inside))
        var seen: [Inside.View?] = []
        for _ in 0..<5 {
            try press("i", &runtime)
            seen.append(try exhibit(runtime).inside?.view)
        }
        #expect(seen == [.words, .attention, .weights, .reasons, nil])
        #expect(try exhibit(runtime) == plot.exhibit as? PretrainingExhibit)
        // It is left with the zoom, however that is closed.
        for keys in ["Escape", "Enter", "0", "4", "Tab"] {
            try press("2 Escape Enter i", &runtime)
            #expect(try exhibit(runtime).inside != nil)
            try press("\(keys) 2", &runtime)
            #expect(try exhibit(runtime).inside == nil, "\(keys)")
        }
        try press("Enter i ? Escape", &runtime)
        #expect(try exhibit(runtime).inside?.view == .words)
        try press("r", &runtime)
        #expect(try exhibit(runtime).inside == nil)
    }

    @Test func pythiaHasNoInside() throws {
        var (runtime, _) = runtime()
        try press("d Enter", &runtime)
        #expect(!runtime.scene.answers(.inside))
        try press("Escape d d Enter i", &runtime)
        #expect(try exhibit(runtime).inside != nil)
        try press("d", &runtime)
        #expect(try exhibit(runtime).inside == nil && runtime.scene.hasZoom)
    }

    @Test func helpListsItWhereItDoesSomethingAlone() throws {
        for panel in Panel.allCases {
            for keys in ["", "Enter", "Enter i", "d Enter"] {
                let scene = Scene.after(keys, on: panel)
                let isListed = HelpSheet().lines(in: scene)(100).contains { $0.plain.hasPrefix("i\u{A0}") }
                #expect(isListed == (panel == .pretraining && ["Enter", "Enter i"].contains(keys)), "\(keys)")
            }
        }
        var (runtime, _) = runtime()
        #expect(!text(runtime).contains("i look inside"))
        try press("Enter", &runtime)
        #expect(text(runtime).contains("i look inside"))
        try press("i", &runtime)
        #expect(text(runtime).contains("i what it looks at"))
    }

    @Test(arguments: ["i", "i i", "i i i", "i i i i"]) func theKeysThatAreListedDoSomethingAndNoOthers(view: String)
        throws
    {
        for name in ["40x12", "80x24", "200x60"] {
            let size = try #require(Size(name))
            for place in ["Home", "Right*30", "End"] {
                let scene = Scene.after("\(place) Enter \(view)", on: .pretraining, size: size)
                let before = scene.picture(size: size).canvas
                let listed = Set(scene.answeredBindings.map(\.command))
                for binding in Keymap.bindings {
                    var next = scene
                    let effects = next.apply(.command(binding.command))
                    let does = next != scene || !effects.isEmpty
                    #expect(does == listed.contains(binding.command), "\(binding.caption) at \(size), \(place)")
                    next.settle()
                    guard does, !scene.isText, binding.command != .quit else { continue }
                    #expect(next.picture(size: size).canvas != before, "\(binding.caption) is seen at \(size)")
                }
            }
        }
    }

    // MARK: - The words

    @Test func theWordsMoveAndTheMapDoesNot() throws {
        var (runtime, log) = runtime()
        try press("End Enter i", &runtime)
        #expect(log.asked.last?.question == .wordMap(.recorded(run: Self.run, step: nil)))
        let asked = log.asked.count
        #expect(runtime.scene.exhibit.headline.plain.hasPrefix("Words of a kind stand together: for 94.7%"))
        #expect(text(runtime).contains("at step 12000"))
        let end = text(runtime)
        try press("Home", &runtime)
        #expect(runtime.scene.exhibit.headline.plain.hasPrefix("A cloud without order"))
        #expect(text(runtime).contains("with random weights"))
        try press("End", &runtime)
        #expect(text(runtime) == end && log.asked.count == asked, "one answer holds every state")
        // Of two places before the next kept step the picture of the words is the same.
        try press("Home Right Right", &runtime)
        let kept = try #require((try exhibit(runtime).insideView as? WordMapView)?.state)
        #expect(Double(kept.model.tokensSeen) <= runtime.scene.slider.value)
    }

    @Test func everyKindHasAMarkOfItsOwnWithoutColour() throws {
        var (runtime, _) = runtime()
        try press("End Enter i", &runtime)
        let canvas = runtime.scene.picture(size: Self.size, hasColor: false).canvas
        for marks in ["● people", "▲ animals", "■ places", "◆ foods", "+ verbs", "○ Vell", "× symptoms"] {
            #expect(canvas.text.replacing("\u{A0}", with: " ").contains(marks), "\(marks)")
        }
        let ascii = Set("●▲■◆+○×·".unicodeScalars.map { Canvas.ofMark($0) })
        #expect(ascii.count == 8, "without more than ASCII too")
    }

    @Test func labelsTouchNothing() throws {
        for name in ["60x18", "80x24", "100x30", "200x60"] {
            let size = try #require(Size(name))
            for place in ["Home", "End"] {
                let scene = Scene.after("\(place) Enter i", on: .pretraining, size: size)
                let picture = scene.picture(size: size)
                let view = try #require((scene.exhibit as? PretrainingExhibit)?.insideView as? WordMapView)
                let words = Set(try #require(view.map).words.map(\.text.text))
                var labels = 0
                for row in 0..<size.rows {
                    var run: (text: String, width: Int)?
                    for column in 0...size.columns {
                        var found: String?
                        if case .read(let document) = picture.reference(at: Position(column: column, row: row)) {
                            found = document.text
                        }
                        if let run, run.text != found {
                            // A word stands whole, and a blank or its own mark on either side of it.
                            #expect(words.contains(run.text) && run.width == run.text.count, "\(run)")
                            labels += 1
                        }
                        run = found.map { (text: $0, width: ($0 == run?.text ? run?.width ?? 0 : 0) + 1) }
                    }
                }
                #expect(labels > 0, "\(name) \(place)")
            }
        }
    }

    // MARK: - Attention

    @Test func attentionIsTheRecordsWhereItIsRecorded() throws {
        var (runtime, log) = runtime()
        try press("End Enter i", &runtime)
        let asked = log.asked.count
        try press("i", &runtime)
        #expect(log.asked.count == asked, "the history tells it")
        #expect(runtime.scene.exhibit.headline.plain.hasSuffix("the last word looks there with 86.3%."))
        #expect(text(runtime).contains("Chosen: layer 3, head 2"))
        try press("Home", &runtime)
        #expect(runtime.scene.exhibit.headline.plain.contains("no head has found that"))
        #expect(text(runtime).contains("Chosen: layer 3, head 2"), "the same head is followed")
        try press("Up Up", &runtime)
        #expect(text(runtime).contains("Chosen: layer 2, head 4"))
    }

    @Test func anEditedSentenceIsAskedOfTheKeptWeights() throws {
        var (runtime, log) = runtime()
        try press("End Left Enter i i Enter", &runtime)
        #expect(runtime.scene.focusedPanel != nil && runtime.scene.hasZoom)
        runtime.apply(.key(.control("u")))
        try press("text:the Space text:fox Enter", &runtime)
        let id = try #require(log.asked.last?.id)
        #expect(
            log.asked.last?.question == .attention(.recorded(run: Self.run, step: 5248), text: "the fox"))
        #expect(runtime.scene.focusedPanel == nil)
        #expect(runtime.scene.exhibit.headline.plain.hasPrefix("One moment"), "nothing is said of the old sentence")
        // Another place, another model; what comes of the first is dropped.
        try press("Home", &runtime)
        #expect(log.cancelled == [id])
        #expect(log.asked.last?.question == .attention(.recorded(run: Self.run, step: 0), text: "the fox"))
        let model = try #require(
            MeasuredModel(name: "M", parameters: 9, seed: 1, step: 0, tokensSeen: 0, source: .recordedRuns))
        let map = try #require(
            AttentionMap(
                of: model, tokens: ["<end>", "the", "fox"],
                heads: [AttentionMap.Head(layer: 0, head: 0, weights: [1, 0, 0, 0.5, 0.5, 0, 0.2, 0.7, 0.1])]))
        runtime.apply(.answered(id, .attention(map)))
        #expect(runtime.scene.exhibit.headline.plain.hasPrefix("One moment"))
        runtime.apply(.answered(try #require(log.asked.last?.id), .attention(map)))
        #expect(runtime.scene.exhibit.headline.plain.contains("looks most at “the”: with 70.0%"))
    }

    @Test func aHeadIsChosenWithTheMouse() throws {
        var (runtime, _) = runtime()
        try press("End Enter i i", &runtime)
        let picture = runtime.picture(size: Self.size)
        let row = try #require((0..<30).first { picture.canvas.text(row: $0).contains("layer 3, head 4") })
        let column = Array(picture.canvas.text(row: row)).count - 3
        runtime.follow(Pointer(.press, at: Position(column: column, row: row + 3)))
        #expect(text(runtime).contains("Chosen: layer 3, head 4"))
        let field = try #require((0..<30).first { picture.canvas.text(row: $0).contains("sentence ▸") })
        runtime.follow(Pointer(.press, at: Position(column: 30, row: field)))
        #expect(runtime.scene.focusedPanel != nil)
    }

    @Test func aFilmIsMadeOfWhatNeedNotBeAskedAlone() throws {
        for (view, isFilm) in [("i", true), ("i i", true), ("i i i", true), ("i i i i", false)] {
            var (runtime, _) = runtime()
            try press("Enter \(view)", &runtime)
            #expect(runtime.scene.answers(.play) == isFilm, "\(view)")
        }
        var (runtime, _) = runtime()
        try press("Enter i i Enter text:; Enter", &runtime)
        #expect(!runtime.scene.answers(.play))
        // A film that plays is ended by a view that can not go with it.
        try press("i", &runtime)
        runtime.apply(.key(.character("a")))
        #expect(runtime.scene.isMoving)
        runtime.apply(.key(.character("i")))
        #expect(try exhibit(runtime).playback == nil)
    }

    // MARK: - Nothing leaks

    @Test func whileTheFieldHasTheFocusEveryPrintableKeyIsItsText() throws {
        for view in ["i i", "i i i i"] {
            var (runtime, log) = runtime()
            try press("End Enter \(view) Enter", &runtime)
            runtime.apply(.key(.control("u")))
            let asked = log.asked.count
            let slider = runtime.scene.slider
            let printable = try (0x20...0x7E).map { Character(try #require(Unicode.Scalar($0))) }
            for character in printable { runtime.apply(.key(character == " " ? .space : .character(character))) }
            runtime.apply(.key(.left))
            runtime.apply(.paste("q 1"))
            let field = try exhibit(runtime).textField
            #expect(field.text == String(printable.dropLast()) + "q 1" + String(printable.suffix(1)))
            #expect(!runtime.hasEnded && runtime.scene.sheets.count == 1 && runtime.scene.panel == .pretraining)
            #expect(log.asked.count == asked && runtime.scene.slider == slider)
            #expect(runtime.scene.picture(size: Self.size).cursor != nil)
            // The first Escape leaves the field, the second closes the zoom.
            try press("Escape", &runtime)
            #expect(try exhibit(runtime).textField.isFocused == false && runtime.scene.hasZoom)
            runtime.apply(.paste("leak"))
            #expect(
                try exhibit(runtime).textField
                    == {
                        var field = field; field.isFocused = false; return field
                    }())
            try press("Escape", &runtime)
            #expect(!runtime.scene.hasZoom)
        }
    }

    @Test func aSheetOverTheZoomTakesTheFieldsKeys() throws {
        var (runtime, _) = runtime()
        try press("End Enter i i Enter", &runtime)
        let before = try exhibit(runtime).textField
        runtime.apply(.command(.help))
        try press("text:xyz Left", &runtime)
        runtime.apply(.paste("x"))
        #expect(try exhibit(runtime).textField == before)
    }

    @Test func enterClosesTheZoomWhereNothingIsTyped() throws {
        for view in ["i", "i i i"] {
            var (runtime, _) = runtime()
            try press("End Enter \(view) Enter", &runtime)
            #expect(!runtime.scene.hasZoom && runtime.scene.focusedPanel == nil)
        }
    }

    // MARK: - Weights

    @Test func theWeightsGoFromNoiseToStructure() throws {
        var (runtime, log) = runtime()
        try press("Enter i i i", &runtime)
        #expect(runtime.scene.exhibit.headline.plain.hasPrefix("A list of numbers for each word: noise."))
        try press("End", &runtime)
        #expect(runtime.scene.exhibit.headline.plain.contains("no noise any more: its parts go from 0.13 to 0.57"))
        try press("Down", &runtime)
        #expect(runtime.scene.exhibit.headline.plain.hasPrefix("Layer 1: what to look for"))
        try press("]", &runtime)
        guard case .weights(.recorded(let name, _)) = log.asked.last?.question else {
            Issue.record("a size without a trajectory is asked")
            return
        }
        #expect(name != Self.run && runtime.scene.exhibit.headline.plain.contains("in size"))
    }

    @Test func partsAreMergedByTheirRootMeanSquare() throws {
        let model = try #require(
            MeasuredModel(name: "M", parameters: 9, seed: 1, step: 0, tokensSeen: 0, source: .recordedRuns))
        let picture = try #require(WeightPicture(of: model, name: "w", rows: 2, columns: 2, values: [3, 4, 0, 5]))
        #expect(picture.merged(rows: 9, columns: 9) == [[3, 4], [0, 5]])
        #expect(picture.merged(rows: 1, columns: 2) == [[(4.5).squareRoot(), (20.5).squareRoot()]])
        #expect(picture.merged(rows: 0, columns: 1) == [[(12.5).squareRoot()]])
        #expect(picture.strongestPart?.value == 5 && picture.weakestPart?.value == 0)
    }

    // MARK: - Why this word

    @Test func theTextIsReadWhenItIsLookedAtAndNotBefore() throws {
        let question = Question.contexts(.recorded(run: Self.run, step: 12_000), prompt: "tolu lives in")
        var (runtime, log) = runtime([
            question: [
                .progress(Progress(.reading, fraction: 0.4)), .contexts(try contexts("tolu lives in", step: 12_000)),
            ]
        ])
        try press("End Enter i i i", &runtime)
        #expect(!log.asked.contains { isContexts($0.question) })
        try press("i", &runtime)
        #expect(log.asked.last?.question == question)
        #expect(
            runtime.scene.exhibit.headline.plain
                == "“tolu lives in” was read 401 times, with “marn” after it 300 times; the model says “dunmar”, 99.8%."
        )
        #expect(text(runtime).contains("read after “lives in”, 602 times"))
        // The knob is moved: the text up to there is asked, what was asked before is not waited for.
        let first = try #require(log.asked.last?.id)
        try press("Home", &runtime)
        #expect(log.cancelled == [first])
        #expect(log.asked.last?.question == .contexts(.recorded(run: Self.run, step: 0), prompt: "tolu lives in"))
        runtime.apply(.answered(first, .contexts(try contexts("tolu lives in", step: 12_000))))
        #expect(runtime.scene.exhibit.headline.plain.hasPrefix("One moment"))
        let last = try #require(log.asked.last?.id)
        try press("i", &runtime)
        #expect(log.cancelled == [first, last], "nobody waits when the view is left")
    }

    @Test func anEditedPromptIsAskedOfModelAndText() throws {
        var (runtime, log) = runtime()
        try press("End Enter i i i i Enter", &runtime)
        runtime.apply(.key(.control("u")))
        try press("text:a Space text:fox Enter", &runtime)
        let model = ModelReference.recorded(run: Self.run, step: 12_000)
        #expect(
            log.asked.suffix(2).map(\.question) == [
                .nextWords(model, prompt: "a fox", count: 8), .contexts(model, prompt: "a fox"),
            ])
        runtime.apply(
            .answered(try #require(log.asked.last?.id), .contexts(try contexts("a fox", step: 12_000, endings: 1))))
        #expect(runtime.scene.exhibit.headline.plain.hasPrefix("The whole was never read. “fox” was read 1,204 times"))
    }

    @Test func whatCanNotBeAnsweredIsSaid() throws {
        let question = Question.contexts(.recorded(run: Self.run, step: 12_000), prompt: "tolu lives in")
        var (runtime, _) = runtime([question: [.failure(Failure("the little world has no word", exitCode: 65))]])
        try press("End Enter i i i i", &runtime)
        #expect(runtime.scene.exhibit.headline.plain == "the little world has no word.")
        // Without an engine it is refused, when it is asked and not before.
        var record = Runtime(Scene(panel: .pretraining), answerer: TestAnswerer.ofTheRecord)
        record.play(try KeyScript("End Enter i i i"))
        #expect(record.failure == nil)
        record.play(try KeyScript("i"))
        #expect(record.failure?.exitCode == 64)
    }

    // MARK: - A training

    @Test func theMapGoesWithATraining() throws {
        var answerer = try LiveRun.answerer(102_400)
        answerer.isPatient = true
        var runtime = Runtime(Scene(panel: .pretraining), answerer: answerer)
        let log = answerer.log
        runtime.apply(.resize(Self.size))
        try press("t Enter i", &runtime)
        let training = try #require(log.asked.last { if case .train = $0.question { true } else { false } }).id
        #expect(log.asked.last?.question == .wordMap(.training(training)))
        guard case .wordMap(let map) = Record.answer(.wordMap(.recorded(run: Self.run, step: nil))).first else {
            Issue.record("no map")
            return
        }
        let one = try #require(WordMap(kinds: map.kinds, words: map.words, states: [map.states[2]]))
        let asked = log.asked.count
        runtime.apply(.answered(try #require(log.asked.last?.id), .wordMap(one)))
        runtime.apply(.answered(try #require(log.asked.last?.id), .finished))
        #expect(text(runtime).contains("at step 40"))
        runtime.apply(.answered(training, .history(try LiveRun.history(409_600))))
        #expect(log.asked.count == asked + 1 && log.asked.last?.question == .wordMap(.training(training)))
        #expect(text(runtime).contains("at step 40"), "the old map stays until the new one comes")
    }

    // MARK: - Pictures

    @Test(
        arguments: zip(
            ["20x5", "40x12", "60x18", "80x24", "100x30", "120x36", "200x60"],
            ["End", "Home", "End", "Right*30", "Home", "End", "Right*30"]))
    func everyViewIsAWholePicture(name: String, place: String) throws {
        let size = try #require(Size(name))
        let prompt = "tolu lives in"
        let answers = Dictionary(
            uniqueKeysWithValues: try [0, 64, 12_000].map { step in
                (
                    Question.contexts(.recorded(run: Self.run, step: step), prompt: prompt),
                    [Answer.contexts(try contexts(prompt, step: step))]
                )
            })
        // Round the views, with sheets of text over each, what is typed in a field, and another size of the model.
        let walk =
            [
                "Enter", "i", "i", "Down*20", "Enter", "text:x9", "Enter", "Escape Enter", "i", "i", "i", "Down*20",
                "Up*9",
            ]
            + ["i", "Enter", "text:7", "Escape", "i", "i", "]", "i", "i"]
        var (runtime, _) = runtime(answers, size: size)
        try press(place, &runtime)
        for keys in walk {
            try press(keys, &runtime)
            let isTyping = runtime.scene.focusedPanel != nil
            for (more, back) in isTyping ? [("", "")] : [("", ""), ("PageDown", "PageUp"), ("s", "s"), ("?", "?")] {
                try press(more, &runtime)
                for hasColor in [true, false] {
                    let picture = runtime.scene.picture(size: size, hasColor: hasColor)
                    #expect(picture.canvas.firstFault() == nil)
                    #expect(picture.firstUnaccountedDigit() == nil, "\(keys)\n\(picture.canvas.text)")
                }
                try press(back, &runtime)
            }
            #expect(!runtime.scene.narration(columns: 80).contains(Accounting.unaccounted))
        }
    }

    @Test func aLongSentenceFitsEverySize() throws {
        let model = try #require(
            MeasuredModel(name: "M", parameters: 9, seed: 1, step: 0, tokensSeen: 0, source: .recordedRuns))
        for count in [1, 2, 20, 64] {
            let tokens = ["<end>"] + Array(repeating: "wheeze", count: count - 1)
            let map = try #require(
                AttentionMap(
                    of: model, tokens: tokens,
                    heads: (0..<12).map {
                        AttentionMap.Head(
                            layer: $0 / 4, head: $0 % 4,
                            weights: Array(repeating: 1 / Float(count), count: count * count))
                    }))
            let view = AttentionView(map: map, chosen: 11, usual: nil, field: TextField(), notice: Notice())
            for name in ["1x1", "20x3", "58x6", "78x12", "98x18", "118x24", "118x48"] {
                let size = try #require(Size(name))
                let picture = drawn(size.columns, size.rows) { view.draw(on: &$0, in: $0.canvas.bounds) }
                #expect(picture.firstUnaccountedDigit() == nil)
            }
            #expect(!view.headline.isEmpty && !view.tables.isEmpty)
        }
    }

    @Test func eachViewIsToldInWordsAndTables() {
        let words = Scene.after("End Enter i", on: .pretraining).narration(columns: 100)
        #expect(words.contains("fox") && words.contains("nearest word") && words.contains("94.7%[M]"))
        let attention = Scene.after("End Enter i i", on: .pretraining).narration(columns: 100)
        #expect(attention.contains("layer 3, head 2  fox") && attention.contains("86.3%[M]"))
        let weights = Scene.after("End Enter i i i", on: .pretraining).narration(columns: 100)
        #expect(weights.contains("layer 2: what to notice") && weights.contains("strongest part"))
    }

    @Test func anyKeysInsideGiveAWholePicture() throws {
        var random = SeededGenerator(seed: 4_096_000)
        var runtime = Runtime(Scene(panel: .pretraining), answerer: TestAnswerer.ofTheRecord)
        let commands: [Command] = [
            .inside, .inside, .inside, .zoom, .slideLeft, .slideRight, .slideFarRight, .slideToStart, .slideToEnd,
            .rowUp, .rowDown, .choose(7), .step, .play, .measure, .previousVariant, .nextVariant, .pageDown, .pageUp,
            .dataSet, .reset, .close, .help, .sources,
        ]
        for _ in 0..<400 {
            let size = Size(columns: 1 + random.below(220), rows: 1 + random.below(70))
            runtime.apply(.resize(size))
            if runtime.scene.sheets.isEmpty, random.below(2) == 0 { runtime.apply(.command(.zoom)) }
            if runtime.scene.focusedPanel != nil, random.below(3) > 0 { runtime.apply(.key(.character("7"))) }
            runtime.apply(.command(commands[random.below(commands.count)]))
            runtime.apply(.tick(seconds: Double(random.below(100)) / 100))
            let picture = runtime.picture(size: size, hasColor: random.below(3) > 0)
            #expect(picture.canvas.firstFault() == nil)
            #expect(picture.firstUnaccountedDigit() == nil, "\(picture.canvas.text)")
        }
    }
}

extension Canvas {
    /// What a mark becomes where only ASCII may be shown.
    fileprivate static func ofMark(_ mark: Unicode.Scalar) -> String {
        var canvas = Canvas(Size(columns: 1, rows: 1))
        canvas.write(String(mark), column: 0, row: 0, style: .plain)
        return canvas.asciified().text
    }
}
