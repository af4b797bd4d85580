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

extension Tour {
    /// Presses of Space that take the carried tour past so many stops.
    static func presses(past count: Int) -> Int {
        Tour.carried.stops.prefix(count).reduce(0) { $0 + ($1.watch == nil ? 3 : 4) }
    }

    /// Keys that take the carried tour to a stop.
    static func keys(to index: Int) -> String { index == 0 ? "G" : "G Space*\(presses(past: index))" }
}

private var smallTour: Tour { TourReader.read(smallTourText, file: "small.txt").tour }

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
        #expect(steps == Tour.presses(past: Tour.carried.stops.count))
    }

    @Test func keysAloneLeadToItsEndAndEachStopIsTold() {
        let told = Told()
        var runtime = runtime(told: told)
        runtime.play("G Space*\(Tour.presses(past: Tour.carried.stops.count))")
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
            let straight = Scene.after(Tour.keys(to: index), on: .scale, size: size)
            let played = Scene.after(
                "1 End 2 End d 3 d c Space Escape 4 m m Home u 5 Down + 6 Down m " + Tour.keys(to: index),
                on: .paradigms,
                size: size)
            #expect(
                straight.picture(size: size).canvas.text == played.picture(size: size).canvas.text, "stop \(index + 1)")
        }
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
        let text = smallTourText.replacing("then: End\n", with: "then: End\nwatch: The knob goes.\n")
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
            runtime.play("G Space*\(Tour.presses(past: index) + 2)")
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
        runtime.play("G Space*\(Tour.presses(past: index))")
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
