import Testing

@testable import Scene

/// A tour of two stops without a fault.
let smallTourText = """
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

@Suite struct TourReaderTests {
    private static let whole = smallTourText

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
