import ArgumentParser
import Evidence
import TinyLM

/// `tlviz sources`: every figure that the program can show, and where it comes from.
struct SourcesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sources", abstract: "List every figure: kind, value, unit, source.")

    enum Format: String, ExpressibleByArgument, CaseIterable { case text, json, csv }

    @Option(help: "text, json or csv.") var format = Format.text
    @Option(parsing: .unconditional, help: "A file to write; standard output where it is left out.") var output: String?

    func run() throws {
        let text =
            switch format {
            case .text: plainText
            case .json: try json()
            case .csv: csv
            }
        try OutputFile.write(text, to: output)
    }

    private var rows: [[String]] {
        Inventory.figures.map(Inventory.cells(of:)) + Formula.all.map(Inventory.cells(of:))
    }

    private var csv: String {
        ([Inventory.columns] + rows).reduce(into: "") { text, cells in
            text += cells.map(SourcesCommand.csvCell).joined(separator: ",") + "\n"
        }
    }

    /// RFC 4180: a cell with a comma, a quote or a line break stands in quotes, its own quotes doubled.
    static func csvCell(_ cell: String) -> String {
        guard cell.utf8.contains(where: { [44, 34, 10, 13].contains($0) }) else { return cell }
        return "\"" + cell.map { $0 == "\"" ? "\"\"" : String($0) }.joined() + "\""
    }

    /// What is empty is left out.
    private func json() throws(CommandError) -> String {
        let figures = rows.map { cells in filled(Array(zip(Inventory.columns, cells))) }
        let sources = Source.all.map { source in
            filled([
                ("key", source.key), ("authors", source.authors), ("year", source.year), ("title", source.title),
                ("place", source.place), ("address", source.address), ("licence", source.licence),
                ("caution", source.caution),
            ])
        }
        return try withCommandErrors { () throws(StorageError) in
            try readableJSON(["figures": figures, "sources": sources])
        }
    }

    private func filled(_ fields: [(String, String)]) -> [String: String] {
        Dictionary(fields.filter { !$1.isEmpty }, uniquingKeysWith: { first, _ in first })
    }

    private var plainText: String {
        var text = ""
        for source in Source.all {
            text +=
                "\(source.key): \(source.authors) \(source.year). \(source.title). \(source.place). \(source.address)\n"
            if !source.licence.isEmpty { text += "  licence: \(source.licence)\n" }
            if !source.caution.isEmpty { text += "  beware: \(source.caution)\n" }
        }
        text += "\n"
        for cells in rows {
            text +=
                zip(Inventory.columns, cells).filter { !$1.isEmpty }.map { "\($0)=\($1)" }.joined(separator: "  ")
                + "\n"
        }
        return text
    }
}
