import Platform
import Scene

/// Prints the notes of the stop at which a tour in another terminal stands, anew whenever it goes on, until the person
/// ends it with Control-C.
struct TourFollower {
    private let notice = TourNotice.standard
    /// A person does not see the wait; a machine does not feel it.
    private static let microsecondsBetweenLooks: useconds_t = 200_000

    func run() throws(CommandError) {
        var shown: TourPlace?
        var isFirst = true
        var columns = 0
        while true {
            let place = notice?.place
            if isFirst || place != shown || isTerminal && columns != TourPrint.columns {
                columns = TourPrint.columns
                try show(place, columns: columns, isFirst: isFirst)
                (shown, isFirst) = (place, false)
            }
            usleep(TourFollower.microsecondsBetweenLooks)
        }
    }

    private var isTerminal: Bool { isatty(STDOUT_FILENO) == 1 }

    private func show(_ place: TourPlace?, columns: Int, isFirst: Bool) throws(CommandError) {
        let waiting = "No tour runs now; this waits for one: tlviz tour, or G on its screen. Ctrl-C ends."
        let text =
            place.map { TourPrint.text(of: $0, columns: columns) }
            ?? TourPrint.wrapped(waiting, columns: columns).joined(separator: "\n") + "\n"
        // A terminal is cleared, what it has scrolled away stays; elsewhere a line parts one stop from the next.
        let start =
            isTerminal ? "\u{1B}[H\u{1B}[2J" : isFirst ? "" : "\n" + String(repeating: "-", count: columns) + "\n\n"
        try OutputFile.writeStandardOutput(Array((start + text).utf8))
    }
}
