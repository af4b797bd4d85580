import Cells

/// How the panel shares its rows: what the model writes, its surprise, the strips of the abilities, the stages.
struct PretrainingLayout: Hashable, Sendable {
    let writing: Area
    let surprise: Area
    let strips: Area
    let stages: Area

    /// From how many rows on there is a row of stages, air, and more than one prompt; and still more prompts.
    private static let rowsForWriting = 12
    private static let rowsForMoreWriting = 30
    private static let (fewPrompts, somePrompts, manyPrompts) = (1, 3, 6)
    /// With more rows than these for each strip, the surprise has two.
    private static let rowsForTallSurprise = 4

    /// - Parameter promptCount: Prompts whose continuation is known; without any the strips have their rows.
    init(_ area: Area, stripCount: Int, promptCount: Int) {
        let isTall = area.rows >= Self.rowsForWriting
        let wanted =
            area.rows >= Self.rowsForMoreWriting ? Self.manyPrompts : isTall ? Self.somePrompts : Self.fewPrompts
        writing = area.top(min(wanted, promptCount))
        let below = area.inset(top: writing.rows + (writing.rows > 0 && isTall ? 1 : 0))
        let surpriseRows = below.rows > stripCount * Self.rowsForTallSurprise ? 2 : 1
        surprise = below.top(surpriseRows)
        let rest = below.inset(top: surpriseRows)
        let rows = max(0, rest.rows - (isTall ? 1 : 0))
        // A row that no strip can use parts the surprise from them.
        let pitch = StripStack.pitch(of: stripCount, in: rows)
        let air = isTall && rows > pitch.rows * pitch.count ? 1 : 0
        strips = rest.inset(top: air).top(rows - air)
        stages = rest.inset(top: rows)
    }
}
