import Cells
import Evidence

/// What each word of a sentence looks at, in every head of every layer.
struct AttentionView: InsideView, DetailPicture {
    /// Nil before it came.
    let map: AttentionMap?
    /// The head that the person chose, by its place among all, and the one that is shown before that; nil where the
    /// sentence itself tells which.
    let chosen: Int?
    let usual: Int?
    let field: TextField
    let notice: Notice

    /// A place that a head's last word looks at, and how much.
    struct Look {
        let head: AttentionMap.Head
        let column: Int
        let weight: Figure
    }

    var title: Phrase {
        guard let map, let figure = strongest?.weight else { return "What each word looks at" }
        return "What each word looks at, \(map.model.step(figure))"
    }

    // MARK: - What is seen

    private var last: Int { (map?.tokens.count ?? 0) - 1 }

    /// Where the last word stood before, and a word came after it: what a head finds that learns from the sentence itself.
    private var followed: Int? {
        guard let tokens = map?.tokens, let word = tokens.last,
            let earlier = tokens.dropLast().lastIndex(of: word), earlier + 1 < tokens.count - 1
        else { return nil }
        return earlier + 1
    }

    /// How much the last word looks at one place in a head.
    private func share(_ head: AttentionMap.Head, at column: Int) -> Float {
        head.weights[last * (last + 1) + column]
    }

    private func look(_ head: AttentionMap.Head, at column: Int) -> Look? {
        map?.weight(layer: head.layer, head: head.head, from: last, to: column).map {
            Look(head: head, column: column, weight: $0)
        }
    }

    /// What the last word looks at most in a head.
    func strongest(of head: AttentionMap.Head) -> Look? {
        (0..<last + 1).max { share(head, at: $0) < share(head, at: $1) }.flatMap { look(head, at: $0) }
    }

    /// The strongest look of all heads at one place; at any but the last word itself and the start, which many heads rest
    /// on, where it is left out.
    private func strongest(at column: Int? = nil) -> Look? {
        let columns = column.map { $0..<$0 + 1 } ?? (last > 1 ? 1..<last : 0..<last + 1)
        let places = (map?.heads ?? []).flatMap { head in columns.map { (head: head, column: $0) } }
        return places.max { share($0.head, at: $0.column) < share($1.head, at: $1.column) }
            .flatMap { look($0.head, at: $0.column) }
    }

    private var strongest: Look? { strongest() }

    /// The head that is chosen; nil before anything came.
    var chosenHead: AttentionMap.Head? {
        guard let heads = map?.heads, !heads.isEmpty else { return nil }
        return heads[chosenIndex]
    }

    /// The place of the head that is chosen.
    var chosenIndex: Int {
        let index = chosen ?? usual ?? map.map(AttentionView.best) ?? 0
        return min(max(0, index), max(0, (map?.heads.count ?? 0) - 1))
    }

    /// The head that is most worth looking at: the one that finds what followed the last word before, or else the one
    /// with the strongest look.
    static func best(of map: AttentionMap) -> Int {
        let view = AttentionView(map: map, chosen: 0, usual: nil, field: TextField(), notice: Notice())
        let look = view.followed.flatMap { view.strongest(at: $0) } ?? view.strongest
        return look.flatMap { look in map.heads.firstIndex(of: look.head) } ?? 0
    }

    func word(_ column: Int) -> Phrase {
        let token = map?.tokens[column] ?? ""
        return token.hasPrefix("<") ? "start" : "\(typed: token)"
    }

    func name(of head: AttentionMap.Head) -> Phrase {
        "layer \(axis: .grouped(Double(head.layer + 1))), head \(axis: .grouped(Double(head.head + 1)))"
    }

    // MARK: - In words

    private static let finds = 0.5

    var headline: Phrase {
        guard let map, let strongest else {
            return notice.phrase(waiting: "One moment: the model reads the sentence.")
        }
        if let followed, let found = self.strongest(at: followed) {
            let before: Phrase = "“\(word(last))” stood before, and “\(word(followed))” came after it"
            return found.weight.value >= Self.finds
                ? "\(before): a head has found that, and the last word looks there with \(found.weight)."
                : "\(before), but no head has found that: the last word looks there with \(found.weight) at most."
        }
        guard map.tokens.count > 2 else { return "A sentence of one word has nothing to look back at." }
        return
            "Of the words before it the last one, “\(word(last))”, looks most at “\(word(strongest.column))”: with \(strongest.weight), in \(name(of: strongest.head))."
    }

    var lines: [[Phrase]] {
        var lines: [[Phrase]] = []
        if let head = chosenHead, let look = strongest(of: head) {
            lines.append([
                "\(strong: "Chosen:") \(name(of: head))",
                "its last word looks at “\(word(look.column))” with \(look.weight)",
            ])
        }
        if field.isFocused {
            lines.append(["\(key: "Enter") asks the model", "\(key: "Esc") leaves the field"])
        } else {
            lines.append([
                "\(strong: "A head") lets each word (a row) take something over from words before it (the columns)",
                "\(key: "↑↓") chooses one",
            ])
        }
        lines.append(["Where to look is not told: that too comes from guessing the next word."])
        return lines
    }

    var tables: [Table] {
        guard let map else { return [] }
        var tables = [
            Table(
                heading: "What the last word, “\(word(last))”, looks at most", columns: ["head", "word", "with"],
                rows: map.heads.compactMap { head in
                    strongest(of: head).map { [name(of: head), word($0.column), "\($0.weight)"] }
                })
        ]
        if let head = chosenHead, map.tokens.count <= Self.mostColumnsOfTable {
            tables.append(
                Table(
                    heading: "Each word's strongest look in \(name(of: head))", columns: ["word", "looks at", "with"],
                    rows: map.tokens.indices.compactMap { row in
                        let weights = head.weights[row * map.tokens.count...row * map.tokens.count + row]
                        let best = weights.indices.max { weights[$0] < weights[$1] } ?? weights.startIndex
                        let column = best - weights.startIndex
                        return map.weight(layer: head.layer, head: head.head, from: row, to: column)
                            .map { [word(row), word(column), "\($0)"] }
                    }))
        }
        return tables
    }

    private static let mostColumnsOfTable = 64
}
