/// The scale on which the length of a root is its labelled examples.
enum LabelScale {
    static let ticks = [1e3, 1e4, 1e5, 1e6, 1e7, 1e8]

    private static let scale = AxisScale.logarithmic(1e3...1e8)

    /// The axis with as many labels as do not touch, each as many decades from the next.
    static func axis(in frame: AxisFrame) -> SliderAxis {
        let shown = (1...ticks.count).lazy.map { step in
            stride(from: 0, to: ticks.count, by: step).map { ticks[$0] }
        }.first { areApart($0, in: frame) }
        return SliderAxis(
            name: "labels", scale: scale, positions: ticks, stops: ticks,
            ticks: (shown ?? []).map { ($0, .short($0)) }, text: SliderText.short)
    }

    /// Whether labels at some ticks leave a column free between each two.
    private static func areApart(_ ticks: [Double], in frame: AxisFrame) -> Bool {
        var free = frame.start
        for tick in ticks {
            let width = AxisText.short(tick).width
            let start = max(frame.start, frame.column(fraction(of: tick)) - width / 2)
            if start < free { return false }
            free = start + width + 1
        }
        return true
    }

    static func fraction(of labels: Double) -> Double { scale.fraction(of: labels) }
}
