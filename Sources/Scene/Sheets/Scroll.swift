/// How far lines are scrolled down, always inside of what there is to show.
struct Scroll: Hashable, Sendable {
    private var rows = 0

    /// The first line that is shown, where so many rows can be scrolled away; the limit falls when the screen grows.
    func first(limit: Int) -> Int { min(rows, max(0, limit)) }

    /// Moves as up, down and the page keys say.
    mutating func move(_ command: Command, page: Int, limit: @autoclosure () -> Int) {
        guard Scroll.offset(command, page: page) != 0 else { return }
        let limit = limit()
        rows = min(max(0, first(limit: limit) + Scroll.offset(command, page: page)), max(0, limit))
    }

    /// Whether a command moves it at all.
    func canMove(_ command: Command, limit: @autoclosure () -> Int) -> Bool {
        let offset = Scroll.offset(command, page: 1)
        guard offset != 0 else { return false }
        let limit = limit()
        return offset < 0 ? first(limit: limit) > 0 : first(limit: limit) < limit
    }

    private static func offset(_ command: Command, page: Int) -> Int {
        switch command {
        case .rowUp: -1
        case .rowDown: 1
        case .pageUp: -page
        case .pageDown: page
        default: 0
        }
    }
}
