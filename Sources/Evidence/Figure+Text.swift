extension Figure {
    /// The figure as short text with its unit: `71.2%`, `37 BLEU`, `$4.3M`, `13B`.
    ///
    /// What is taught speaks in its own words where it has them. Rounding happens here and nowhere else;
    /// the source's own text stays in ``literal``.
    public var text: String {
        if kind == .lesson, !subject.plain.isEmpty { return subject.plain }
        if let low, let high, low != high, kind == .computed || kind == .chosen {
            return Figure.text(of: low, unit) + " to " + Figure.text(of: high, unit)
        }
        return Figure.text(of: value, unit)
    }

    /// The number alone, without its unit.
    public var number: String {
        switch unit {
        case .percent, .points, .bleu, .rouge2, .index: Number.fixed(value, decimals: 1)
        case .fraction: Number.fixed(value * 100, decimals: 1)
        case .nats: Number.fixed(value, decimals: 2)
        case .flop where value < 1e4: Number.significant(value)
        case .tokensPerSecond: Number.short(value)
        default: Figure.text(of: value, unit)
        }
    }

    static func text(of value: Double, _ unit: Unit) -> String {
        guard value.isFinite else { return "unknown" }
        switch unit {
        case .percent: return Number.fixed(value, decimals: 1) + "%"
        case .fraction: return Number.fixed(value * 100, decimals: 1) + "%"
        case .bleu: return Number.fixed(value, decimals: 1) + " BLEU"
        case .rouge2: return Number.fixed(value, decimals: 1) + " ROUGE-2"
        case .points: return Number.fixed(value, decimals: 1) + " points"
        case .brier: return Number.fixed(value, decimals: 3)
        case .perplexity: return value >= 1e4 ? Number.short(value) : Number.significant(value)
        case .dollars: return "$" + Number.short(value)
        case .flop: return Number.scientific(value) + " FLOP"
        case .bytes: return Number.short(value).replacingLetter("B", with: "G").spacedLetter + "B"
        case .examples, .count, .tasks, .models: return value < 1e6 ? Number.grouped(value) : Number.short(value)
        case .year: return Number.fixed(value, decimals: 0)
        case .other: return value < 1e6 ? Number.grouped(value) : Number.short(value)
        case .nats: return Number.fixed(value, decimals: 2) + " nats"
        case .steps: return Number.grouped(value)
        case .seconds: return value < 10 ? Number.fixed(value, decimals: 1) + " s" : Number.grouped(value) + " s"
        case .tokensPerSecond: return Number.short(value) + " tokens/s"
        case .hours: return Number.short(value) + " hours"
        case .days: return Number.significant(value) + " days"
        case .years: return (value < 1e4 ? Number.grouped(value.rounded()) : Number.short(value)) + " years"
        default: return Number.short(value)
        }
    }
}

extension String {
    /// Bytes are counted in G where numbers say B.
    fileprivate func replacingLetter(_ letter: Character, with other: Character) -> String {
        last == letter ? dropLast() + String(other) : self
    }

    /// A space before the letter at the end.
    fileprivate var spacedLetter: String {
        guard let last, last.isLetter else { return self + " " }
        return dropLast() + " " + String(last)
    }
}
