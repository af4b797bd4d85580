extension Scene {
    /// The open panel as sentences and tables, in lines of at most so many columns: for screen readers, pipes and notes.
    public func narration(columns: Int) -> String {
        (tourParagraphs(latest: false) + exhibit.narration).flatMap { $0.lettered.lines(columns: columns) }.reduce(
            into: ""
        ) { text, line in
            text += String(line.plain.map { $0 == "\u{A0}" ? " " : $0 })
            while text.last == " " { text.removeLast() }
            text += "\n"
        }
    }
}

extension Paragraph {
    /// The same words with the letter of its kind after every figure.
    var lettered: Paragraph {
        switch self {
        case .heading(let phrase): .heading(phrase.lettered)
        case .text(let phrase): .text(phrase.lettered)
        case .table(let table):
            .table(
                Table(
                    heading: table.heading.lettered, columns: table.columns,
                    rows: table.rows.map { $0.map(\.lettered) }))
        }
    }
}
