import Cells

/// How the panel shares its rows: what the model writes, its surprise, the strips of the abilities, the stages.
struct PretrainingLayout: Hashable, Sendable {
    let writing: Area
    let surprise: Area
    let strips: Area
    let stages: Area

    /// From how many rows on there is a row of stages, air, and more than one prompt; and still more prompts.
    private static let rowsForWriting = 13
    private static let rowsForMoreWriting = 30
    private static let (fewPrompts, somePrompts, manyPrompts) = (1, 3, 6)
    /// With more rows than these for each strip, the surprise has two.
    private static let rowsForTallSurprise = 4
    private static let mostSurpriseRows = 4

    /// - Parameters:
    ///   - tallest: The most rows of a strip.
    ///   - promptCount: Prompts whose continuation is known; without any the strips have their rows.
    ///   - isLarge: Whether the strips come before anything else.
    init(_ area: Area, stripCount: Int, tallest: Int, promptCount: Int, isLarge: Bool = false) {
        let isTall = area.rows >= Self.rowsForWriting
        let wanted =
            isLarge
            ? Self.fewPrompts
            : area.rows >= Self.rowsForMoreWriting ? Self.manyPrompts : isTall ? Self.somePrompts : Self.fewPrompts
        writing = area.top(min(wanted, promptCount, area.rows))
        let below = area.below(writing.rows + (writing.rows > 0 && isTall ? 1 : 0))
        let stageRows = isTall ? 1 : 0
        var surpriseRows = below.rows > stripCount * Self.rowsForTallSurprise ? 2 : 1
        // Rows that no strip can use are the surprise's, but for one that parts it from them.
        let spare = max(0, below.rows - surpriseRows - stageRows)
        let usual = StripStack.division(of: spare, among: stripCount, tallest: tallest, isLarge: isLarge)
        surpriseRows += max(0, min(Self.mostSurpriseRows - surpriseRows, spare - usual.pitch * usual.visible - 1))
        surprise = below.top(min(surpriseRows, below.rows))
        let rest = below.below(surpriseRows)
        let rows = max(0, rest.rows - stageRows)
        let division = StripStack.division(of: rows, among: stripCount, tallest: tallest, isLarge: isLarge)
        let air = isTall && rows > division.pitch * division.visible ? 1 : 0
        strips = rest.below(air).top(max(0, rows - air))
        stages = rest.below(rows)
    }
}

extension Area {
    /// The rows below the first so many; none where there are no more.
    fileprivate func below(_ rows: Int) -> Area { inset(top: min(rows, self.rows)) }
}
