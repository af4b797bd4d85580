/// What the model of the panel reads, a document of each kind.
struct ReadingSheet: Hashable, Sendable {
    var scroll = Scroll()

    func lines(of exhibit: any Exhibit) -> (_ columns: Int) -> [Phrase] {
        { columns in exhibit.reading.flatMap { $0.lines(columns: columns) } }
    }
}
