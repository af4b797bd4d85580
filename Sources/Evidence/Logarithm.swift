import RealModule

/// Logarithms of positions on an axis; all of the program takes them here, so that axis, slider and interpolation agree.
public enum Logarithm {
    /// The natural logarithm; minus infinity at zero.
    public static func of(_ value: Double) -> Double { Double.log(value) }

    public static func base10(_ value: Double) -> Double { Double.log10(value) }

    public static func power10(_ exponent: Double) -> Double { Double.exp10(exponent) }
}
