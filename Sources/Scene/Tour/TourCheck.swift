import Cells
import Evidence

/// Plays a tour as its reader found it, to find what only its scenes tell.
public struct TourCheck {
    /// The tour that was played.
    public let tour: Tour
    /// What is wrong in it, in the order of its lines.
    public private(set) var faults: [TourFault]

    /// - Parameters:
    ///   - file: The name by which faults call it.
    ///   - answerer: Who answers what the panels ask: one for each stop.
    public init(_ text: String, file: String, answerer: () -> any Answerer) {
        let (tour, faults, lines) = TourReader.readWithLines(text, file: file)
        self.tour = tour
        self.faults = faults
        for (stop, lines) in zip(tour.stops, lines) {
            var played = PlayedStop(stop, file: file, lines: lines, answerer: answerer())
            played.play()
            self.faults += played.faults
        }
        self.faults.sort { $0.line < $1.line }
    }
}

/// A stop whose keys are pressed one by one.
private struct PlayedStop {
    private var runtime: Runtime
    private let stop: Tour.Stop
    private let file: String
    private let lines: [TourReader.Field: Int]
    private(set) var faults: [TourFault] = []

    init(_ stop: Tour.Stop, file: String, lines: [TourReader.Field: Int], answerer: any Answerer) {
        self.stop = stop
        self.file = file
        self.lines = lines
        runtime = Runtime(Scene(panel: stop.panel), answerer: answerer)
        runtime.settle()
    }

    mutating func play() {
        press(stop.keys, of: .keys)
        let question = runtime
        press(stop.then, of: .then)
        // What is trained is no part of a check: it is enough that the keys reach it.
        guard let live = stop.live else { return }
        runtime = question
        press(live, of: .live)
    }

    private mutating func press(_ script: KeyScript, of field: TourReader.Field) {
        for step in script.steps {
            guard case .key(let key) = step else { continue }
            let before = runtime.scene
            let failure = runtime.failure
            let effects = runtime.press(key)
            runtime.settle()
            if runtime.hasEnded { return fault(field, "\(key.name) leaves the program; take it out") }
            if runtime.scene.panel != before.panel {
                return fault(
                    field,
                    "\(key.name) goes to \(runtime.scene.panel.title); a stop stays on its panel, begin another one")
            }
            if effects == 0, runtime.scene == before {
                return fault(
                    field,
                    "\(key.name) does nothing there; tlviz render \(stop.panel.digit) --keys \"…\" shows where the keys lead, ? which do something"
                )
            }
            if field != .live, failure == nil, let failure = runtime.failure {
                return fault(field, "\(key.name): \(failure.line); write it behind “live:”")
            }
        }
    }

    private mutating func fault(_ field: TourReader.Field, _ reason: String) {
        faults.append(TourFault(file: file, line: lines[field] ?? lines[.stop] ?? 1, reason: reason))
    }
}
