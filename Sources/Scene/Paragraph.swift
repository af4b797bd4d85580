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
    /// The phrase as lines that are phrases themselves, references and all.
    func wrapped(_ columns: Int) -> [Phrase] {
        lines(columns: columns).map { line in
            var runs: [Run] = []
            var current = Int.min
            for piece in line {
                if piece.run == current, !runs.isEmpty {
                    piece.glyph.write(into: &runs[runs.count - 1].text)
                } else {
                    var run = piece.run >= 0 ? self.runs[piece.run] : Run(text: "")
                    run.text = ""
                    piece.glyph.write(into: &run.text)
                    runs.append(run)
                    current = piece.run
                }
            }
            return Phrase(runs: runs)
        }
    }

    /// The phrase with blanks after it up to a width.
    func padded(_ columns: Int) -> Phrase {
        let missing = columns - width
        return missing > 0 ? self + Phrase(stringLiteral: String(repeating: "\u{A0}", count: missing)) : self
    }
}

extension Table {
    /// The table as lines: its columns side by side where they fit, else each row as a line of `name: value` pairs.
    func lines(columns available: Int) -> [Phrase] {
        let widths = columns.indices.map { index in
            rows.reduce(CellWidth.of(columns[index])) { max($0, index < $1.count ? $1[index].width : 0) }
        }
        let title = heading.isEmpty ? [] : heading.bold.wrapped(available)
        guard widths.reduce(0, { $0 + $1 + 2 }) - 2 <= available else {
            return title
                + rows.flatMap { row -> [Phrase] in
                    let pairs = zip(columns, row).filter { !$1.isEmpty }.map { name, cell -> Phrase in
                        name.isEmpty ? cell : "\(axis: name) \(cell)"
                    }
                    return Phrase.joined(pairs, by: ", ").wrapped(available)
                }
        }
        let head = Phrase.joined(zip(columns, widths).map { ("\(axis: $0)" as Phrase).padded($1) }, by: "\u{A0}\u{A0}")
        let body = rows.map { row in
            Phrase.joined(zip(row, widths).map { $0.padded($1) }, by: "\u{A0}\u{A0}")
        }
        return title + (columns.allSatisfy(\.isEmpty) ? [] : [head.inked(.soft)]) + body
    }
}
