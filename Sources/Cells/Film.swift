/// Pictures one after another, each with how long it stands.
public struct Film: Sendable {
    /// Pictures of one size, at least one.
    private var frames: [(canvas: Canvas, seconds: Double)]

    public init(_ first: Canvas, seconds: Double) { frames = [(first, max(0, seconds))] }

    /// Shows another picture after the others.
    public mutating func append(_ canvas: Canvas, seconds: Double) { frames.append((canvas, max(0, seconds))) }

    public var seconds: Double { frames.reduce(0) { $0 + $1.seconds } }

    /// The film as an SVG image that plays by itself, again and again (SMIL animation). A row that stays as it is stands in
    /// the image once.
    public func svg(theme: Theme) -> String {
        guard let first = frames.first?.canvas else { return "" }
        var output = Canvas.svgHead(first.size, theme)
        for row in 0..<first.size.rows { output += svg(row: row, theme: theme) }
        return output + "</svg>\n"
    }

    private func svg(row: Int, theme: Theme) -> String {
        var order: [String] = []
        var frameNumbers: [String: [Int]] = [:]
        for (number, frame) in frames.enumerated() {
            let text = frame.canvas.svg(row: row, theme: theme)
            if frameNumbers[text] == nil { order.append(text) }
            frameNumbers[text, default: []].append(number)
        }
        return order.filter { !$0.isEmpty }.map { text in
            let shown = frameNumbers[text] ?? []
            if shown.count == frames.count { return text }
            let isFirst = shown.first == 0
            return "<g visibility=\"\(isFirst ? "visible" : "hidden")\">\n\(text)\(animation(shown))</g>\n"
        }.joined()
    }

    /// When something is seen that stands in some of the frames.
    private func animation(_ shown: [Int]) -> String {
        let shown = Set(shown)
        var times: [String] = []
        var values: [String] = []
        var elapsed = 0.0
        for (number, frame) in frames.enumerated() {
            let value = shown.contains(number) ? "visible" : "hidden"
            if values.last != value {
                times.append(Film.decimal(elapsed / max(seconds, .leastNonzeroMagnitude)))
                values.append(value)
            }
            elapsed += frame.seconds
        }
        return """
            <animate attributeName="visibility" calcMode="discrete" values="\(values.joined(separator: ";"))" \
            keyTimes="\(times.joined(separator: ";"))" dur="\(Film.decimal(seconds))s" repeatCount="indefinite"/>

            """
    }

    /// With four digits after the point, the last zeros left out.
    private static func decimal(_ value: Double) -> String {
        let parts = Int((value * 10_000).rounded())
        var digits = String(parts % 10_000 + 10_000).dropFirst()
        while digits.last == "0" { digits.removeLast() }
        return digits.isEmpty ? "\(parts / 10_000)" : "\(parts / 10_000).\(digits)"
    }
}
