import Evidence

/// The words of a tour with the figures that they name: `{l2/cost}` is the figure of that series in full, `{l2/cost
/// briefly}` its short form, `{l4/gpt3/parameters model}` the name of what it is of.
enum TourWords {
    /// What is wrong with a text, and how to mend it.
    struct Fault: Error {
        let reason: String
    }

    /// - Parameter allowsDigits: Whether a number may stand without a figure: in words that are not drawn.
    static func phrase(_ text: String, allowsDigits: Bool) throws(Fault) -> Phrase {
        var phrase: Phrase = ""
        var rest = text[...]
        while !rest.isEmpty {
            let words = rest.prefix { $0 != "{" }
            phrase += try plain(words, allowsDigits: allowsDigits)
            rest = rest[words.endIndex...]
            guard rest.first == "{" else { break }
            guard let end = rest.firstIndex(of: "}") else {
                throw Fault(reason: "a “{” that no “}” ends; write the name of a figure as {l2/cost}")
            }
            phrase += try named(rest[rest.index(after: rest.startIndex)..<end])
            rest = rest[rest.index(after: end)...]
        }
        return phrase
    }

    private static func plain(_ words: Substring, allowsDigits: Bool) throws(Fault) -> Phrase {
        if allowsDigits { return "\(typed: String(words))" }
        if let word = words.split(whereSeparator: \.isWhitespace).first(where: Accounting.hasDigit) {
            throw Fault(
                reason:
                    "“\(word)” is a number without a source; name its figure, as {l2/cost}, or let the panel show it")
        }
        return "\(words: String(words))"
    }

    private static func named(_ name: Substring) throws(Fault) -> Phrase {
        let parts = name.split(separator: " ").map(String.init)
        guard let id = parts.first, parts.count <= 2 else {
            throw Fault(reason: "“{\(name)}” names no figure; write its name, as {l2/cost} or {l2/cost briefly}")
        }
        let figure = try figure(id)
        switch parts.count == 2 ? parts[1] : "" {
        case "": return "\(figure)"
        case "briefly": return "\(figure.briefly)"
        case "low": return "\(figure.lowEnd)"
        case "high": return "\(figure.highEnd)"
        case "model" where !figure.subject.model.isEmpty: return "\(name: figure.subject.model, of: figure)"
        case let form:
            throw Fault(reason: "{\(id)} has no form “\(form)”; the forms are briefly, low, high and model")
        }
    }

    /// The one figure of a series.
    private static func figure(_ id: String) throws(Fault) -> Figure {
        // What is taught is named most, and a file is read when it is first asked.
        guard let series = Archive.lesson.series(id) ?? Archive.allCases.lazy.compactMap({ $0.series(id) }).first else {
            let last = id.split(separator: "/").last.map(String.init) ?? id
            let all: [String] = Archive.allCases.flatMap { $0.identifiers }
            let part = String(id.prefix { $0 != "/" })
            let near = Array((all.filter { $0.contains(last) } + all.filter { $0.hasPrefix(part + "/") }).prefix(4))
            let names =
                near.isEmpty
                ? "names are what stands behind “:” in Assets/figures" : "there is " + near.joined(separator: ", ")
            throw Fault(reason: "there is no figure {\(id)}; \(names)")
        }
        guard series.figures.count == 1, let figure = series.figures.first else {
            throw Fault(
                reason: "{\(id)} is \(series.figures.count) figures; name a series of one, or let the panel show it")
        }
        return figure
    }
}
