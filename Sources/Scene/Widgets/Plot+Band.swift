import Cells
import Evidence

extension Plot {
    /// Shades what lies between the lowest and the highest of some curves, as far as all of them were measured.
    func drawBand(on picture: inout Picture, _ ground: Ground) {
        let paths = band.map { series in
            series.figures(over: along).compactMap { position, figure in
                values.value(of: figure).map { (x: ground.axis.scale.fraction(of: position), value: $0) }
            }
        }
        guard paths.count > 1, let ink = band.first?.figures.first?.kind.ink else { return }
        for column in ground.place.column..<ground.place.endColumn {
            guard let shade = ground.ink(ink.dim, at: column) else { break }
            let heights = paths.compactMap { Plot.value(of: $0, at: ground.frame.fraction(of: column)) }
            guard heights.count == paths.count, let low = heights.min(), let high = heights.max() else { continue }
            for row in ground.row(of: high)...ground.row(of: low) {
                picture.put(Plot.shade, column: column, row: row, style: Style(shade))
            }
        }
    }

    private static let shade = Glyph("░")

    /// Straight between the points of a curve, by fractions of the axis; nil before its first and after its last.
    private static func value(of path: [(x: Double, value: Double)], at fraction: Double) -> Double? {
        guard let upper = path.firstIndex(where: { $0.x >= fraction }) else { return nil }
        let high = path[upper]
        guard upper > 0 else { return high.x > fraction ? nil : high.value }
        let low = path[upper - 1]
        return low.value + (high.value - low.value) * (fraction - low.x) / (high.x - low.x)
    }
}
