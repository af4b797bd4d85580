import Cells
import Evidence
import Testing
import TestSupport

@testable import Scene

extension InsideTests {
    // MARK: - Nothing leaks

    @Test func whileTheFieldHasTheFocusEveryPrintableKeyIsItsText() throws {
        for view in ["i i", "i i i i i"] {
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
