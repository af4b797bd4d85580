import Cells

extension Paragraph {
    /// The paragraph as lines of at most so many columns, each a phrase of its own.
    func lines(columns: Int) -> [Phrase] {
        switch self {
        case .heading(let phrase): return [""] + phrase.bold.wrapped(columns)
        case .text(let phrase): return phrase.wrapped(columns)
        case .table(let table): return table.lines(columns: columns)
        }
    }
}

extension Phrase {
    /// The phrase with blanks after it up to a width.
    func padded(_ columns: Int) -> Phrase {
        let missing = columns - width
        return missing > 0 ? self + Phrase(words: String(repeating: "\u{A0}", count: missing)) : self
    }
}

extension Table {
    /// The table as lines: its columns side by side where they fit, else each row as a line of `name: value` pairs.
    func lines(columns available: Int) -> [Phrase] {
        let widths = columns.indices.map { index in
            rows.reduce(columns[index].width) { max($0, index < $1.count ? $1[index].width : 0) }
        }
        let title = heading.isEmpty ? [] : heading.bold.wrapped(available)
        guard widths.reduce(0, { $0 + $1 + 2 }) - 2 <= available else {
            return title
                + rows.flatMap { row -> [Phrase] in
                    let pairs = zip(columns, row).filter { !$1.isEmpty }.map { name, cell -> Phrase in
                        name.isEmpty ? cell : "\(name) \(cell)"
                    }
                    return Phrase.joined(pairs, by: ", ").wrapped(available)
                }
        }
        let head = Phrase.joined(zip(columns, widths).map { $0.padded($1) }, by: "\u{A0}\u{A0}")
        let body = rows.map { row in
            Phrase.joined(zip(row, widths).map { $0.padded($1) }, by: "\u{A0}\u{A0}")
        }
        return title + (columns.allSatisfy(\.isEmpty) ? [] : [head.inked(.soft)]) + body
    }
}
