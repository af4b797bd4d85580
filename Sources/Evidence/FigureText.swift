/// A text under which a figure can stand on the screen. Only the functions of ``Figure`` make one, each from what the
/// figure itself holds, so that no figure ever stands under another's text.
public struct FigureText: Hashable, Sendable {
    public let text: String
    public let figure: Figure

    fileprivate init(_ text: String, _ figure: Figure) {
        self.text = text
        self.figure = figure
    }
}

extension Figure {
    /// The figure as ``text``, with its unit.
    public var inFull: FigureText { FigureText(text, self) }

    /// The number alone: `71.2` of `71.2%`.
    public var withoutUnit: FigureText { FigureText(number, self) }

    /// The figure as a value that lies between two measured ones: `≈71.2%`.
    public var approximately: FigureText { FigureText("≈" + text, self) }

    /// The same without its unit: `≈71.2`.
    public var approximateNumber: FigureText { FigureText("≈" + number, self) }

    /// How large it is, whatever its sign: `3.2 points` of −3.2.
    public var magnitude: FigureText { FigureText(Figure.text(of: abs(value), unit), self) }

    /// A range in a few cells: `1K to 100K`, `$10M to $100M+` where its end is open; without a range, the text.
    public var briefly: FigureText {
        guard let low, let high, low != high else { return inFull }
        let sign = unit == .dollars ? "$" : ""
        let isOpen = subject.bound == "atLeast"
        return FigureText("\(sign)\(Number.short(low)) to \(sign)\(Number.short(high))\(isOpen ? "+" : "")", self)
    }

    /// The lower and the upper end of a range alone: `$10M` and `$100M` of `$10M to more than $100M`; without a range, the
    /// text.
    public var lowEnd: FigureText { low.map { FigureText(Figure.text(of: $0, unit), self) } ?? inFull }
    public var highEnd: FigureText { high.map { FigureText(Figure.text(of: $0, unit), self) } ?? inFull }

    /// The ends of its range as numbers, whatever words are taught for them: `$0` of `goes to zero`.
    public var lowNumber: FigureText { FigureText(Figure.text(of: low ?? value, unit), self) }
    public var highNumber: FigureText { FigureText(Figure.text(of: high ?? value, unit), self) }

    /// The text with a dash for the word in a range: `85–90%` of `85 to 90%`.
    public var dashed: FigureText { FigureText(text.split(separator: " to ").joined(separator: "–"), self) }

    /// Its standard error, in its unit; nil where none is known.
    public var deviation: FigureText? {
        subject.standardError.map { FigureText(Figure.deviationText($0, unit), self) }
    }

    /// Where it stands along a quantity: `1.3B`; nil where it has no place there.
    public func place(along quantity: Quantity) -> FigureText? {
        quantity.position(of: self).map { FigureText(Number.short($0), self) }
    }

    /// The same with every digit: `392,702`.
    public func exactPlace(along quantity: Quantity) -> FigureText? {
        quantity.position(of: self).map { FigureText(Number.grouped($0), self) }
    }

    /// Hours of a machine with the machine's name: `1.3M H100-80GB hours`.
    public var machineHours: FigureText {
        FigureText("\(Number.short(value)) \(subject.accelerator) hours", self)
    }

    /// What guessing gets, in the unit of the value; nil where it is unknown.
    public var chance: FigureText? { subject.chance.map { FigureText(Number.onAxis($0, unit), self) } }

    private static func deviationText(_ error: Double, _ unit: Unit) -> String {
        switch unit {
        case .fraction: Number.fixed(error * 100, decimals: 2) + " points"
        case .percent: Number.fixed(error, decimals: 2) + " points"
        case .examples, .count, .tasks, .models: Number.grouped(error)
        default: Number.short(error)
        }
    }

    /// Every text that the figure can stand under.
    public var texts: [FigureText] {
        let quantities = Quantity.allCases
        return [
            inFull, withoutUnit, approximately, approximateNumber, magnitude, briefly, lowEnd, highEnd, lowNumber,
            highNumber, dashed,
            machineHours,
        ]
            + [deviation, chance].compactMap { $0 } + quantities.compactMap { place(along: $0) }
            + quantities.compactMap { exactPlace(along: $0) }
    }
}

extension Reading {
    /// What holds at the place itself, as it is said: between two points as an approximation; nil where nothing does.
    public var text: FigureText? {
        switch self {
        case .exact(let figure): figure.inFull
        case .between(let figure): figure.approximately
        case .before, .beyond, .none: nil
        }
    }
}
