import ArgumentParser
import Evidence
import Scene
import TinyLM

/// `tlviz tour [FILE]`: the full screen with a tour that begins; with `--notes` what the speaker of one knows.
struct TourCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "tour", abstract: "Take the tour, or your own from a file; --notes is for whoever speaks.",
        discussion: """
            A tour of your own is a file of text. The program's, printed by --print, begins with the names of its lines \
            and is a start: tlviz tour --print > mine.txt, change it, tlviz tour mine.txt --check, tlviz tour mine.txt.

            In a classroom run tlviz tour --notes in a second terminal on your own screen: it follows. A larger letter \
            is the terminal's; with it the tour is whole from 60 columns and 18 rows on, and --theme contrast helps.
            """)

    @Argument(help: "A tour of your own; the program's where it is left out.") var file: String?
    @Flag(help: "Print the notes of the stop at which a tour in another terminal stands, and follow it.")
    var notes = false
    @Flag(help: "With --notes: print the notes of all stops, for paper.") var all = false
    @Flag(help: "Print the program's own tour as a file, to change it.") var print = false
    @Option(help: ArgumentHelp("Begin at a stop, counted from one.", valueName: "number")) var stop: Int?
    @Flag(help: "Say what is wrong in the file, and where; or how many stops and minutes it has.") var check = false
    @OptionGroup var look: LookOptions
    @OptionGroup var screen: ScreenOptions

    func validate() throws {
        if all, !notes { throw CommandError("--all goes with --notes: tlviz tour --notes --all prints all notes") }
        if notes, !all, file != nil {
            throw CommandError(
                "--notes follows the tour that runs; leave the file out, or add --all to print its notes")
        }
    }

    func run() throws {
        if notes, !all { return try TourFollower().run() }
        let tour = try readTour()
        if print { return try OutputFile.write(TourText.carried, to: nil) }
        if check { return try OutputFile.write(tour.extent + "\n", to: nil) }
        if all { return try OutputFile.write(TourPrint.all(of: tour, columns: TourPrint.columns), to: nil) }
        try FullScreen.open(
            .opening, screen.look(look), tour: tour, startsTour: true, firstStop: try firstStop(in: tour))
    }

    /// The place of the stop at which it begins, counted from zero. Throws 64 where there is none of that number.
    private func firstStop(in tour: Tour) throws -> Int {
        guard let stop else { return 0 }
        guard tour.stops.indices.contains(stop - 1) else {
            throw CommandError("--stop \(stop): the tour has the stops 1 to \(tour.stops.count)", exitCode: 64)
        }
        return stop - 1
    }

    /// The program's own tour, or the file's. Throws 66 where the file cannot be read, 65 where it is no tour.
    private func readTour() throws -> Tour {
        guard let file else { return check ? try checked(TourText.carried, file: TourText.file) : .carried }
        let bytes = try withCommandErrors { () throws(StorageError) in try readFile(file, limit: 1 << 20) }
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw CommandError("\(file): this is no text in UTF-8; save it as one", exitCode: 65)
        }
        return try checked(text, file: file)
    }

    private func checked(_ text: String, file: String) throws -> Tour {
        let played = TourCheck(text, file: file) { RecordAnswerer() }
        guard let first = played.faults.first else { return played.tour }
        let others = played.faults.dropFirst()
        if check {
            // The last one is told as the error.
            for fault in played.faults.dropLast() { StandardError.tell(fault.description) }
            throw CommandError(played.faults.last?.description ?? "", exitCode: 65)
        }
        let more = others.isEmpty ? "" : "; \(others.count) more: tlviz tour \(file) --check lists them"
        throw CommandError(first.description + more, exitCode: 65)
    }
}

extension Tour {
    /// Its stops and minutes in a line.
    fileprivate var extent: String {
        "\(title): \(stops.count) \(stops.count == 1 ? "stop" : "stops"), \(TourPrint.minutes(minutes))"
    }
}
