import Cells
import Evidence

/// A value of the slider in words, made from the number alone.
public struct SliderText: Hashable, Sendable {
    let text: String

    /// With a letter for the thousands: `1.3B`.
    static func short(_ value: Double) -> SliderText { SliderText(text: Number.short(value)) }

    /// With every digit: `392,702`.
    static func grouped(_ value: Double) -> SliderText { SliderText(text: Number.grouped(value)) }

    /// A year, without a comma.
    static func year(_ value: Double) -> SliderText { SliderText(text: Number.fixed(value, decimals: 0)) }

    private init(text: String) { self.text = text }
}

/// A place on an axis in words, made from the number alone.
public struct AxisText: Hashable, Sendable {
    let text: String

    /// With a letter for the thousands: `100M`.
    static func short(_ value: Double) -> AxisText { AxisText(text: Number.short(value)) }

    /// With every digit: `1,000`.
    static func grouped(_ value: Double) -> AxisText { AxisText(text: Number.grouped(value)) }

    /// A year, without a comma.
    static func year(_ value: Double) -> AxisText { AxisText(text: Number.fixed(value, decimals: 0)) }

    /// A place that stands for everything from it on: `100B+`.
    static func atLeast(_ value: Double) -> AxisText { AxisText(text: Number.short(value) + "+") }

    /// A value of a unit: `75%`.
    static func value(_ value: Double, _ unit: Unit) -> AxisText { AxisText(text: Number.onAxis(value, unit)) }

    /// A place among so many: `3 of 15`.
    static func place(_ number: Int, of count: Int) -> AxisText { AxisText(text: "\(number) of \(count)") }

    /// A size of the screen: `20x5`.
    static func size(_ size: Size) -> AxisText { AxisText(text: "\(size.columns)x\(size.rows)") }

    private init(text: String) { self.text = text }

    var width: Int { CellWidth.of(text) }
}
