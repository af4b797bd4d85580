import Cells
import Evidence

/// Panel 7: three challenges whose answers are checked, and a record of what was solved.
struct ChallengesExhibit: HasRows {
    /// What the person solved so far; it stays when the panel is put back as it was.
    var record = ChallengeRecord()
    /// The challenge that is open; nil where the three stand one under another.
    private(set) var open: Challenge?
    var chosenRow = 0

    var rowCount: Int { open == nil ? Challenge.allCases.count : 0 }

    /// The chosen one of the list.
    var challenge: Challenge { Challenge(rawValue: chosenRow) ?? .path }

    // MARK: - Commands

    var takesEnter: Bool { true }
    var hasWayBack: Bool { open != nil }

    func answers(_ command: Command) -> Bool {
        switch command {
        case .dataSet: true
        case .zoom: open == nil
        default: false
        }
    }

    mutating func perform(_ command: Command, asking questions: inout Questions) {
        switch command {
        case .zoom: open = challenge
        case .close: open = nil
        case .dataSet: open = open.map { Challenge(rawValue: $0.rawValue + 1) } ?? .path
        default: break
        }
    }

    func keptOnReset(in fresh: any Exhibit) -> any Exhibit {
        guard var fresh = fresh as? ChallengesExhibit else { return fresh }
        fresh.record = record
        return fresh
    }
}
