import Cells
import Evidence
import Testing

@testable import Scene

private let sizes = ["60x18", "80x24", "100x30", "120x36", "160x45", "200x60", "59x17", "30x9", "20x5", "8x2"]
    .compactMap(Size.init)

/// A tour by keys that stand for a person's, with what is told on the way.
private final class Told {
    var places: [TourPlace?] = []
}

private func runtime(
    _ scene: Scene = Scene(panel: .scale), told: Told = Told(), answerer: TestAnswerer = .ofTheRecord,
    size: Size = Size(columns: 100, rows: 30)
) -> Runtime {
    var runtime = Runtime(scene, answerer: answerer) { told.places.append($0) }
    runtime.apply(.resize(size))
    return runtime
}

extension Runtime {
    fileprivate mutating func play(_ keys: String) {
        do { play(try KeyScript(keys)) } catch { Issue.record("\(error)") }
    }
}

/// Presses of Space that take the carried tour past so many stops.
private func presses(past count: Int) -> Int {
    Tour.carried.stops.prefix(count).reduce(0) { $0 + ($1.watch == nil ? 3 : 4) }
}

/// Keys that take the tour to a stop.
private func keys(to index: Int) -> String { index == 0 ? "G" : "G Space*\(presses(past: index))" }

private let small = """
    tour: Small
    stop: First
    minutes: 1
    panel: Scale
    keys: Home
    says: It is small.
    asks: How small?
    then: End
    answer: Now it is large, {l4/in-context}.
    notes: Between 2 ends.
    stop: Second
    minutes: 0.5
    panel: 1
    keys: Enter
    says: A zoom.
    asks: Of what?
    answer: Of a row.
    notes: Here.
    """

private var smallTour: Tour { TourReader.read(small, file: "small.txt").tour }

@Suite struct TourTests {
    @Test func theCarriedTourHasNoFaultAndTakesTwentyMinutes() {
        let played = TourCheck(TourText.carried, file: TourText.file) { TestAnswerer.ofTheRecord }
        #expect(played.faults.isEmpty, "\(played.faults.map(\.description).joined(separator: "\n"))")
        let tour = played.tour
        #expect(tour == Tour.carried)
        #expect((14...18).contains(tour.stops.count) && (18...22).contains(tour.minutes))
        #expect(tour.stops.last?.panel == .economics)
        #expect(tour.stops.contains { $0.live != nil } && Set(tour.stops.map(\.panel)).count >= 6)
        for stop in tour.stops {
            #expect(stop.notes.count > 200, "\(stop.title) has few notes")
            #expect(stop.asks.plain.contains("?"))
        }
    }

    /// Every picture of the tour at every size: no digit without a source, nothing cut.
    @Test(arguments: sizes) func everyPictureIsWhole(size: Size) {
        var runtime = runtime(size: size)
        runtime.play("G")
        var steps = 0
        while let walk = runtime.scene.walk {
            for hasColor in [true, false] {
                let picture = runtime.picture(size: size, hasColor: hasColor)
                #expect(picture.canvas.firstFault() == nil)
                if let place = picture.firstUnaccountedDigit() {
                    Issue.record("a digit: \(picture.canvas.text(row: place.row))")
                }
                guard Layout(size).form == .picture else { continue }
                let band = (size.rows - TourBand.rows(size)..<size.rows).map { picture.canvas.text(row: $0) }
                #expect(band[0].contains("stop \(walk.index + 1) of \(walk.tour.stops.count)"))
                #expect(band[0].contains("Space"), "\(band[0])")
                let headline = Layout(size).headline
                let above = (headline.row..<headline.endRow).map {
                    String(picture.canvas.text(row: $0).prefix(headline.endColumn))
                }
                // The statement stands above where there is room, until the answer comes.
                let isAbove =
                    walk.part == .says && (runtime.scene.sheet == nil || runtime.scene.hasZoom)
                    && headline.columns >= 78
                let said = (isAbove ? above : Array(band.dropFirst())).joined(separator: " ")
                #expect(!said.contains("…"), "\(said)")
                let words = hasColor ? walk.said[walk.said.count - 1] : walk.said[walk.said.count - 1].lettered
                let squeezed = said.split(separator: " ").joined(separator: " ")
                #expect(squeezed.contains(words.plain.split(separator: " ").joined(separator: " ")), "\(said)")
            }
            runtime.play("Space")
            steps += 1
            #expect(steps < 100)
            if steps >= 100 { return }
        }
        #expect(steps == presses(past: Tour.carried.stops.count))
    }

    @Test func keysAloneLeadToItsEndAndEachStopIsTold() {
        let told = Told()
        var runtime = runtime(told: told)
        runtime.play("G Space*\(presses(past: Tour.carried.stops.count))")
        #expect(runtime.scene.walk == nil && runtime.failure == nil && !runtime.hasEnded)
        let stops = Tour.carried.stops
        #expect(
            told.places.compactMap { $0?.number }
                == stops.indices.flatMap { index in
                    Array(repeating: index + 1, count: stops[index].watch == nil ? 3 : 4)
                })
        #expect(told.places.prefix(3).map { $0?.part } == [.says, .asks, .answer])
        #expect(told.places.last == .some(nil))
        // What is left to see and to try.
        if case .path? = runtime.scene.sheet {} else { Issue.record("\(String(describing: runtime.scene.sheet))") }
        #expect(told.places.first??.next == Tour.carried.stops[1].title)
    }

    @Test func aStopIsTheSameWhateverWasPlayedBefore() {
        for index in Tour.carried.stops.indices {
            let size = Size(columns: 100, rows: 30)
            let straight = Scene.after(keys(to: index), on: .scale, size: size)
            let played = Scene.after(
                "1 End 2 End d 3 d c Space Escape 4 m m Home u 5 Down + 6 Down m " + keys(to: index), on: .paradigms,
                size: size)
            #expect(
                straight.picture(size: size).canvas.text == played.picture(size: size).canvas.text, "stop \(index + 1)")
        }
    }

    /// A headline, or what the knob came to before, would spoil the question.
    @Test(arguments: Tour.carried.stops.indices) func noAnswerIsToldBeforeTheQuestion(index: Int) throws {
        let size = Size(columns: 100, rows: 30)
        let layout = Layout(size)
        func headline(_ scene: Scene) -> String {
            let text = scene.picture(size: size).canvas
            return (layout.headline.row..<layout.headline.endRow).map { text.text(row: $0) }.joined(separator: " ")
                .split(separator: " ").joined(separator: " ")
        }
        let stop = Tour.carried.stops[index]
        let says = stop.says.plain.split(separator: " ").joined(separator: " ")
        for more in ["", " Space"] {
            let scene = Scene.after(keys(to: index) + more, on: .scale, size: size)
            #expect(scene.walk?.stop == stop)
            guard scene.sheet == nil else { continue }
            #expect(headline(scene) == says)
            if let slider = scene.exhibit.withSlider?.slider { #expect(slider.reached == slider.value) }
        }
        let answered = Scene.after(keys(to: index + 1) + " Backspace", on: .scale, size: size)
        guard index + 1 < Tour.carried.stops.count, answered.sheet == nil else { return }
        #expect(answered.walk?.index == index)
    }

    @Test func whoeverEndsItBeginsWhereTheyWere() {
        var runtime = runtime(Scene(panel: .scale, tour: smallTour))
        runtime.play("G Space*3 Escape")
        // The zoom closes first, which is playing; then the tour ends.
        runtime.play("Escape")
        #expect(runtime.scene.walk == nil)
        runtime.play("G")
        #expect(runtime.scene.walk?.index == 1 && runtime.scene.walk?.part == .says)
        runtime.play("Space*3")
        #expect(runtime.scene.walk == nil)
        runtime.play("Escape G")
        #expect(runtime.scene.walk?.isAtStart == true)
        let named = Scene.after("", Scene(panel: .scale, tour: smallTour, startsTour: true, firstStop: 1))
        #expect(named.walk?.index == 1)
    }

    /// A stop that has something to watch plays its keys before the answer is told.
    @Test func whatIsToBeWatchedComesBeforeTheAnswer() {
        let text = small.replacing("then: End\n", with: "then: End\nwatch: The knob goes.\n")
        var runtime = runtime(Scene(panel: .scale, tour: TourReader.read(text, file: "w").tour))
        runtime.play("G Space Space")
        #expect(runtime.scene.walk?.part == .watch && runtime.scene.slider.value == runtime.scene.positions.last)
        let picture = runtime.picture(size: Size(columns: 80, rows: 24)).canvas.text
        #expect(picture.contains("The knob goes.") && picture.contains("Space the answer"))
        #expect(!picture.contains("Now it is large"))
        runtime.play("Space")
        #expect(runtime.scene.walk?.part == .answer)
        runtime.play("Backspace")
        #expect(runtime.scene.walk?.part == .asks && runtime.scene.slider.value == runtime.scene.positions.first)
    }

    @Test func anyOtherKeyPlaysAndGReturns() {
        var runtime = runtime(Scene(panel: .scale, tour: smallTour))
        runtime.play("G Space Space")
        let answer = runtime.scene
        #expect(answer.slider.value == answer.positions.last && answer.walk?.part == .answer)
        runtime.play("Left*5")
        #expect(runtime.scene.walk?.isOnScript == false && runtime.scene.slider.value != answer.slider.value)
        // Space and Backspace are the panel's again.
        let before = runtime.scene.slider.value
        runtime.play("Space Backspace")
        #expect(runtime.scene.walk?.isOnScript == false && runtime.scene.slider.value != before)
        let row = runtime.picture(size: Size(columns: 80, rows: 24)).canvas.text(row: 23)
        #expect(row.contains("G returns to the tour (stop 1 of 2)"), "\(row)")
        runtime.play("G")
        #expect(runtime.scene.walk?.isOnScript == true && runtime.scene.walk?.part == .answer)
        #expect(runtime.scene.slider.value == answer.slider.value)
        runtime.play("Backspace")
        #expect(runtime.scene.walk?.part == .asks && runtime.scene.slider.value == answer.positions.first)
        runtime.play("Backspace Backspace")
        #expect(runtime.scene.walk?.isAtStart == true)
        runtime.play("Escape")
        #expect(runtime.scene.walk == nil)
    }

    @Test func sheetsOfTextLieOverItAndDoNotLeaveIt() {
        for key in ["?", "s", "g"] {
            var runtime = runtime(Scene(panel: .scale, tour: smallTour))
            runtime.play("G Space \(key)")
            #expect(runtime.scene.sheet != nil && runtime.scene.walk?.isOnScript == true && !runtime.scene.hasTourFocus)
            runtime.play("Space")
            #expect(runtime.scene.walk?.part == .asks)
            runtime.play("Escape Space")
            #expect(runtime.scene.sheet == nil && runtime.scene.walk?.part == .answer)
        }
        var runtime = runtime(Scene(panel: .scale, tour: smallTour))
        runtime.play("G Space*3")
        #expect(runtime.scene.hasZoom && runtime.scene.hasTourFocus)
        runtime.play("Space")
        #expect(runtime.scene.walk?.part == .asks)
        runtime.play("Escape")
        #expect(!runtime.scene.hasZoom && runtime.scene.walk?.isOnScript == false)
    }

    @Test func helpListsItsKeys() {
        var scene = Scene.after("G Space", Scene(panel: .scale, tour: smallTour))
        let entries = HelpSheet().entries(in: scene).map { ($0.keys.plain, $0.meaning.plain) }
        for (key, word) in [
            ("Space", "the answer"), ("Backspace", "back"), ("G", "leave the tour"), ("Esc", "end the tour"),
        ] {
            #expect(entries.contains { $0.0 == key && $0.1.contains(word) }, "\(key)")
        }
        // What is listed does something there, and what is not does nothing.
        for binding in Keymap.bindings {
            for key in binding.keys {
                var next = scene
                let effects = next.apply(.key(key))
                #expect((next != scene || !effects.isEmpty) == scene.answers(binding.command), "\(key.name)")
            }
        }
        _ = scene.apply(.key(.character("?")))
        #expect(scene.picture(size: Size(columns: 100, rows: 30)).canvas.text.contains("the answer"))
    }

    /// On the full screen the script trains; a picture shows the record.
    @Test func oneStopTrainsWhereModelsAreTrained() throws {
        let index = try #require(Tour.carried.stops.firstIndex { $0.live != nil })
        for trains in [true, false] {
            var answerer = TestAnswerer.ofTheRecord
            answerer.isPatient = true
            var runtime = runtime(Scene(panel: .scale, trainsModels: trains), answerer: answerer)
            runtime.play("G Space*\(presses(past: index) + 2)")
            let trained = answerer.log.asked.contains { if case .train = $0.question { true } else { false } }
            #expect(trained == trains && runtime.scene.isTraining(.pretraining) == trains)
            #expect(runtime.failure == nil)
            // Going back to the question ends it, going on does not.
            runtime.play("Space Space")
            #expect(runtime.scene.walk?.index == index + 1)
        }
    }

    /// The keys of a scene wait for what the panel asks; a person who goes on meanwhile does not wait for them.
    @Test func theScriptWaitsForAnswers() throws {
        let stops = Tour.carried.stops
        let index = try #require(stops.firstIndex { $0.panel == .prompting && !$0.keys.steps.isEmpty })
        var answerer = TestAnswerer()
        answerer.isPatient = true
        var runtime = runtime(answerer: answerer)
        runtime.play("G Space*\(presses(past: index))")
        #expect(runtime.scene.walk?.index == index && runtime.scene.scriptLength > 0)
        runtime.play("Space*3")
        #expect(runtime.scene.walk?.index == index + 1)
    }

    @Test func theKnobIsSeenToMoveWithTheAnswerAlone() {
        var scene = Scene(panel: .scale, tour: smallTour)
        _ = scene.apply(.resize(Size(columns: 100, rows: 30)))
        _ = scene.apply(.key(.character("G")))
        #expect(!scene.isMoving)
        _ = scene.apply(.key(.space))
        _ = scene.apply(.key(.space))
        #expect(scene.isMoving)
        for _ in 0..<60 { _ = scene.apply(.tick(seconds: 0.05)) }
        #expect(!scene.isMoving && scene.slider.value == scene.positions.last)
    }

    @Test func itIsReadToo() {
        let text = Scene.after("G Space Space", Scene(panel: .scale, tour: smallTour)).narration(columns: 80)
        #expect(text.contains("stop 1 of 2 · First") && text.contains("How small?") && text.contains("100B+[T]"))
        let begun = Scene(panel: .scale, tour: smallTour, startsTour: true)
        var runtime = Runtime(begun, answerer: TestAnswerer.ofTheRecord)
        runtime.play("")
        #expect(runtime.scene.walk?.isAtStart == true)
    }
}

@Suite struct TourReaderTests {
    private static let whole = small

    static let faults: [(old: String, new: String, line: Int, words: String)] = [
        ("tour: Small\n", "", 1, "no title"), ("panel: Scale", "panel: Skale", 4, "there is no panel “Skale”"),
        ("says: It is small.", "says: It has 7 sizes.", 6, "“7” is a number without a source"),
        ("{l4/in-context}", "{l4/in-contxt}", 9, "there is no figure {l4/in-contxt}"),
        ("{l4/in-context}", "{l4/in-context loudly}", 9, "no form “loudly”"),
        ("{l4/in-context}", "{l4/in-context", 9, "no “}” ends"),
        ("asks: How small?", "asks: How small.", 7, "asks nothing"),
        ("notes: Between 2 ends.\n", "", 2, "the stop has no “notes:”"),
        ("notes: Here.", "notes:", 18, "“notes:” is empty"),
        ("minutes: 1\n", "minutes: soon\n", 3, "“soon” is no time"), ("keys: Home", "keys: Hme", 5, "“Hme” is no key"),
        ("keys: Home", "keys: Home Home", 5, "Home does nothing there"),
        ("then: End", "then: End 1", 8, "goes to Paradigms"),
        ("then: End", "then: q", 8, "leaves the program"), ("then: End", "then: t", 8, "t does nothing there"),
        ("stop: Second", "stopp: Second", 11, "is no line of a tour"),
        ("stop: First", "stop: First 1", 2, "the title has a number"),
        ("says: A zoom.", "says: " + String(repeating: "Many words ", count: 20), 15, "too long"),
        ("says: A zoom.", "says: A zoom.\nsays: Again.", 16, "a second “says:”"),
        ("minutes: 0.5", "hello", 12, "is no line"),
    ]

    @Test(arguments: faults.indices) func aFaultIsToldWithItsLineAndMend(index: Int) {
        let (old, new, line, words) = Self.faults[index]
        let text = Self.whole.replacing(old, with: new, maxReplacements: 1)
        #expect(text != Self.whole)
        let found = TourCheck(text, file: "a/b.txt") { TestAnswerer.ofTheRecord }.faults
        #expect(
            found.contains {
                $0.line == line && $0.reason.contains(words) && $0.description.hasPrefix("a/b.txt:\(line): ")
            },
            "\(found.map(\.description))")
    }

    @Test func aWholeFileHasNone() {
        let (tour, faults) = TourReader.read(Self.whole, file: "x")
        #expect(faults.isEmpty && tour.stops.map(\.title) == ["First", "Second"] && tour.minutes == 1.5)
        #expect(tour.stops[0].answer.plain == "Now it is large, 100B+.")
        #expect(tour.stops[0].notes == "Between 2 ends.")
        #expect(TourReader.read(Self.whole.replacing("\n", with: "\r\n"), file: "x").faults.isEmpty)
        let continued = Self.whole.replacing("It is small.", with: "It\n  is\n\t small.")
        #expect(TourReader.read(continued, file: "x").tour.stops[0].says.plain == "It is small.")
    }

    /// Whatever the bytes, a file is read to faults or to stops.
    @Test func noFileBreaksTheReader() {
        let lines = Self.whole.split(separator: "\n").map(String.init)
        for skipped in lines.indices {
            for doubled in lines.indices {
                var some = lines
                some.insert(lines[doubled], at: skipped)
                some.remove(at: (skipped + doubled) % some.count)
                let (tour, faults) = TourReader.read(some.joined(separator: "\n"), file: "x")
                #expect(!faults.isEmpty || !tour.stops.isEmpty)
            }
        }
        for text in ["", "\n\n", ":", "{", "stop:", "tour: a\nstop: {", "\u{0}", " a"] {
            #expect(!TourReader.read(text, file: "x").faults.isEmpty)
        }
    }
}
