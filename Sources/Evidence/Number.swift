/// Numbers as short text, without locale: `1.3B`, `71.2`, `3.1e23`.
public enum Number {
    /// A number with so many decimals, rounded half away from zero.
    public static func fixed(_ value: Double, decimals: Int) -> String {
        guard value.isFinite, abs(value) < 1e15 else { return "\(value)" }
        var scale = 1.0
        for _ in 0..<max(0, decimals) { scale *= 10 }
        let scaled = (abs(value) * scale).rounded()
        let whole = Int64(scaled / scale)
        let sign = value < 0 && scaled > 0 ? "−" : ""
        guard decimals > 0 else { return "\(sign)\(whole)" }
        let digits = String(Int64(scaled) - whole * Int64(scale))
        return "\(sign)\(whole)." + String(repeating: "0", count: decimals - digits.count) + digits
    }

    /// Two or three significant digits and a letter for the thousands: `124M`, `1.3B`, `15T`.
    public static func short(_ value: Double) -> String {
        guard value.isFinite else { return "\(value)" }
        let letters: [(Double, String)] = [(1e12, "T"), (1e9, "B"), (1e6, "M"), (1e3, "K")]
        for (index, (unit, letter)) in letters.enumerated() where abs(value) >= unit * 0.9995 {
            let scaled = value / unit
            if abs(scaled) >= 999.5, index > 0 { continue }
            return significant(scaled) + letter
        }
        return significant(value)
    }

    /// Up to three significant digits without zeros at the end of the fraction.
    public static func significant(_ value: Double) -> String {
        let size = abs(value)
        let decimals = size >= 99.95 ? 0 : size >= 9.995 ? 1 : size >= 1 ? 2 : size >= 0.1 ? 2 : 3
        var text = fixed(value, decimals: size >= 9.995 && decimals == 1 && size < 99.95 ? 1 : decimals)
        if text.contains(".") {
            while text.last == "0" { text.removeLast() }
            if text.last == "." { text.removeLast() }
        }
        return text
    }

    /// A power of ten: `3.1e23`.
    public static func scientific(_ value: Double) -> String {
        guard value.isFinite, value != 0 else { return "0" }
        var exponent = Int(Logarithm.base10(abs(value)).rounded(.down))
        var mantissa = value / Logarithm.power10(Double(exponent))
        if abs(mantissa) >= 9.95 {
            mantissa /= 10
            exponent += 1
        }
        return "\(fixed(mantissa, decimals: 1))e\(exponent)"
    }

    /// A value on an axis, without decimals where they say nothing.
    public static func onAxis(_ value: Double, _ unit: Unit) -> String {
        switch unit {
        case .percent: significant(value) + "%"
        case .fraction: significant(value * 100) + "%"
        case .bleu, .rouge2, .points, .index, .brier: significant(value)
        default: short(value)
        }
    }

    /// A whole number with commas between the thousands: `392,702`.
    public static func grouped(_ value: Double) -> String {
        var digits = Array(fixed(abs(value), decimals: 0))
        var position = digits.count - 3
        while position > 0 {
            digits.insert(",", at: position)
            position -= 3
        }
        return (value < 0 ? "−" : "") + String(digits)
    }
}
