import Cells
import Evidence
import Testing
import TestSupport

@testable import Scene

@Suite struct InsideTests {
    static let size = Size(columns: 100, rows: 30)
    static let run = "M-12.3M-1"

    func runtime(
        _ answers: [Question: [Answer]] = [:], size: Size = size
    ) -> (Runtime, TestAnswerer.Log) {
        var answerer = TestAnswerer(answers)
        answerer.knowsTheRecord = true
        answerer.isPatient = true
        var runtime = Runtime(Scene(panel: .pretraining), answerer: answerer)
        runtime.apply(.resize(size))
        return (runtime, answerer.log)
    }

    func press(_ keys: String, _ runtime: inout Runtime) throws { runtime.play(try KeyScript(keys)) }
    func exhibit(_ runtime: Runtime) throws -> PretrainingExhibit {
        try #require(runtime.scene.exhibit as? PretrainingExhibit)
    }
    func text(_ runtime: Runtime, _ size: Size = size) -> String {
        runtime.scene.picture(size: size).canvas.text
    }
    func isContexts(_ question: Question) -> Bool {
        if case .contexts = question { true } else { false }
    }

    /// What a text says after each ending of a prompt, with made numbers.
    func contexts(_ prompt: String, step: Int, endings: Int? = nil) throws -> ReadContexts {
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
        for _ in 0..<6 {
            try press("i", &runtime)
            seen.append(try exhibit(runtime).inside?.view)
        }
        #expect(seen == [.words, .attention, .weights, .surprise, .reasons, nil])
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
                let isListed = HelpSheet().entries(in: scene).contains { $0.keys.plain == "i" }
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

    @Test(arguments: ["i", "i i", "i i i", "i i i i", "i i i i i"]) func theKeysThatAreListedDoSomethingAndNoOthers(
        view: String
    )
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
}

extension Canvas {
    /// What a mark becomes where only ASCII may be shown.
    fileprivate static func ofMark(_ mark: Unicode.Scalar) -> String {
        var canvas = Canvas(Size(columns: 1, rows: 1))
        canvas.write(String(mark), column: 0, row: 0, style: .plain)
        return canvas.asciified().text
    }
}
