import Foundation
import Scene
import Testing

@testable import tlviz

private let place = TourPlace(
    number: 3, count: 15, part: .asks, title: "Ask it: now", minutes: 1.5, minutesBefore: 2.5, says: "One thing.",
    asks: "What: this?", answer: "That.",
    notes: "Many words,\nover lines.", next: "Look it up")

@Suite struct TourNoticeTests {
    private func notice() -> (notice: TourNotice, folder: URL) {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
        return (TourNotice(path: folder.appendingPathComponent("state/tour.txt").path), folder)
    }

    @Test func whatIsToldIsReadAgainAndGoneAtTheEnd() throws {
        let (notice, folder) = notice()
        defer { try? FileManager.default.removeItem(at: folder) }
        #expect(notice.place == nil)
        notice.tell(place)
        var expected = place
        expected = TourPlace(
            number: 3, count: 15, part: .asks, title: expected.title, minutes: 1.5, minutesBefore: 2.5,
            says: expected.says, asks: expected.asks,
            answer: expected.answer, notes: "Many words, over lines.", next: expected.next)
        #expect(notice.place == expected)
        // Whole, and nothing beside it.
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path + "/state") == ["tour.txt"])
        notice.tell(nil)
        #expect(notice.place == nil)
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path + "/state").isEmpty)
    }

    /// A program that was killed leaves its file; another's is not taken away.
    @Test func aTourOfADeadProcessIsNone() throws {
        let (notice, folder) = notice()
        defer { try? FileManager.default.removeItem(at: folder) }
        try FileManager.default.createDirectory(
            atPath: folder.path + "/state", withIntermediateDirectories: true)
        let dead = TourNotice.lines(of: place, process: 2_000_000_000).joined(separator: "\n")
        try dead.write(toFile: notice.path, atomically: true, encoding: .utf8)
        #expect(notice.place == nil)
        let other = TourNotice.lines(of: place, process: getppid()).joined(separator: "\n")
        try other.write(toFile: notice.path, atomically: true, encoding: .utf8)
        #expect(notice.place?.number == 3)
        notice.tell(nil)
        #expect(notice.place?.number == 3)
    }

    @Test func whatIsNoNoticeIsNone() {
        for text in ["", "process: 1", "number: 3\n\n", "process: x\nnumber: 1", "\u{0}"] {
            #expect(TourNotice.place(of: text) == nil)
        }
    }
}

@Suite struct TourPrintTests {
    @Test func notesHaveTheQuestionAndItsAnswer() {
        let text = TourPrint.text(of: place, columns: 50)
        for words in [
            "3 of 15", "(1.5 minutes, after 2.5", "One thing.", "> Question: What: this?", "Answer: That.",
            "Next: Look it up",
        ] {
            #expect(text.contains(words), "\(text)")
        }
        #expect(text.split(separator: "\n").allSatisfy { $0.count <= 50 })
    }

    @Test func allNotesArePrinted() {
        let text = TourPrint.all(of: .carried, columns: 80)
        for stop in Tour.carried.stops { #expect(text.contains(stop.title)) }
        #expect(!text.contains("{") && text.split(separator: "\n").allSatisfy { $0.count <= 80 })
    }

    /// Text of a file moves nothing on a terminal.
    @Test func controlsAreNotPrinted() {
        #expect(TourPrint.wrapped("a\u{1B}[2Jb \u{7}", columns: 20) == ["a?[2Jb ?"])
        #expect(TourPrint.minutes(2) == "2 minutes" && TourPrint.minutes(1) == "1 minute")
    }
}
