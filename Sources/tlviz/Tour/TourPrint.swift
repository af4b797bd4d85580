import Platform
import Scene

/// A tour's notes as text: for a second terminal, and for paper.
enum TourPrint {
    /// Columns of standard output, at most as many as the eye follows; 80 where it is no terminal.
    static var columns: Int {
        var size = winsize()
        guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 80 }
        return min(mostColumns, max(fewestColumns, Int(size.ws_col)))
    }

    private static let mostColumns = 90
    private static let fewestColumns = 20
    private static let indent = "  "

    static func all(of tour: Tour, columns: Int) -> String {
        let head = wrapped("\(tour.title) (\(tour.stops.count) stops, \(minutes(tour.minutes)))", columns: columns)
        return head.joined(separator: "\n") + "\n\n"
            + tour.stops.indices.compactMap { tour.place($0) }.map { text(of: $0, columns: columns, isFollowed: false) }
            .joined(separator: "\n")
    }

    /// A stop's title, minutes, words, notes, question with its answer, and what comes next.
    ///
    /// - Parameter isFollowed: Whether a tour stands there: a mark is set before what is on its screen.
    static func text(of place: TourPlace, columns: Int, isFollowed: Bool = true) -> String {
        let time = "\(minutes(place.minutes)), after \(minutes(place.minutesBefore))"
        var lines = wrapped("\(place.number) of \(place.count)  \(place.title)  (\(time))", columns: columns)
        func mark(_ part: Tour.Part) -> String { isFollowed && place.part == part ? "> " : "" }
        lines.append("")
        lines += wrapped(mark(.says) + place.says, columns: columns, indent: indent)
        lines.append("")
        lines += wrapped(place.notes, columns: columns)
        lines.append("")
        lines += wrapped(
            (place.part == .watch ? mark(.watch) : mark(.asks)) + "Question: " + place.asks, columns: columns)
        lines += wrapped(mark(.answer) + "Answer: " + place.answer, columns: columns)
        lines.append("")
        lines += wrapped(place.next.map { "Next: \($0)" } ?? "This is the last stop.", columns: columns)
        return lines.joined(separator: "\n") + "\n"
    }

    static func minutes(_ minutes: Double) -> String {
        let whole = minutes.rounded() == minutes
        let number = whole ? "\(Int(minutes))" : "\((minutes * 10).rounded() / 10)"
        return number + (minutes == 1 ? " minute" : " minutes")
    }

    /// Words in lines of at most so many characters; one that is longer has a line of its own.
    static func wrapped(_ text: String, columns: Int, indent: String = "") -> [String] {
        var lines: [String] = []
        var line = ""
        for word in text.withoutControls.split(separator: " ", omittingEmptySubsequences: true) {
            if !line.isEmpty, indent.count + line.count + 1 + word.count > columns {
                lines.append(indent + line)
                line = ""
            }
            line += line.isEmpty ? String(word) : " " + word
        }
        return lines + (line.isEmpty ? [] : [indent + line])
    }
}
