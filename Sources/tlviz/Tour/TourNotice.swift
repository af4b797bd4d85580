import Engine
import Platform
import Scene
import TinyLM

/// Where a tour stands, in a small file in the person's state folder: the screen writes it, the notes read it. It is whole
/// at every moment, and gone when the tour is over.
struct TourNotice {
    /// The file's place.
    let path: String

    /// The person's; nil where the environment names no home.
    static var standard: TourNotice? { StateFolder.standard.map { TourNotice(path: $0 + "/tour.txt") } }

    /// Tells a place, or that the tour is over. Notes that cannot be written disturb no lesson.
    func tell(_ place: TourPlace?) {
        guard let place else { return remove() }
        let lines = TourNotice.lines(of: place, process: getpid()).joined(separator: "\n") + "\n"
        guard (try? makeParentFolders(of: path)) != nil else { return }
        // It need not outlive the machine, so that no key waits for a disk.
        let part = path + ".part"
        let file = SystemCall.open(part, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
        guard file >= 0 else { return }
        let isWhole = SystemCall.writeAll(Array(lines.utf8), to: file)
        close(file)
        if !isWhole || SystemCall.rename(part, path) != 0 { SystemCall.unlink(part) }
    }

    /// Takes the file away where this process wrote it: another tour may have begun since.
    private func remove() { if read()?.process == getpid() { SystemCall.unlink(path) } }

    /// Where the tour of a living process stands; nil where there is none.
    var place: TourPlace? {
        guard let (process, place) = read(), kill(process, 0) == 0 || errno == EPERM else { return nil }
        return place
    }

    private func read() -> (process: pid_t, place: TourPlace)? {
        guard let bytes = try? readFile(path, limit: 1 << 20) else { return nil }
        return TourNotice.place(of: String(decoding: bytes, as: UTF8.self))
    }

    // MARK: - The file

    private static let names = [
        "process", "number", "count", "part", "minutes", "minutesBefore", "title", "says", "asks", "answer", "notes",
        "next",
    ]

    /// A line `name: text` each.
    static func lines(of place: TourPlace, process: pid_t) -> [String] {
        let values = [
            "\(process)", "\(place.number)", "\(place.count)", "\(place.part.rawValue)", "\(place.minutes)",
            "\(place.minutesBefore)", place.title, place.says, place.asks, place.answer, place.notes, place.next ?? "",
        ]
        return zip(names, values).map { "\($0): \($1.split(separator: "\n").joined(separator: " "))" }
    }

    /// The same read again; nil where it is not such a file.
    static func place(of text: String) -> (process: pid_t, place: TourPlace)? {
        var values: [String: String] = [:]
        for line in text.split(separator: "\n") {
            guard let colon = line.firstIndex(of: ":") else { continue }
            values[String(line[..<colon])] = String(line[line.index(after: colon)...].drop { $0 == " " })
        }
        guard let process = values["process"].flatMap({ pid_t($0) }), process > 0,
            let number = values["number"].flatMap({ Int($0) }), let count = values["count"].flatMap({ Int($0) }),
            let part = values["part"].flatMap({ Int($0) }).flatMap(Tour.Part.init(rawValue:)),
            let minutes = values["minutes"].flatMap({ Double($0) }),
            let minutesBefore = values["minutesBefore"].flatMap({ Double($0) }), let title = values["title"],
            let says = values["says"], let asks = values["asks"], let answer = values["answer"],
            let notes = values["notes"], let next = values["next"]
        else { return nil }
        return (
            process,
            TourPlace(
                number: number, count: count, part: part, title: title, minutes: minutes, minutesBefore: minutesBefore,
                says: says, asks: asks, answer: answer, notes: notes, next: next.isEmpty ? nil : next)
        )
    }
}
