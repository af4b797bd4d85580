import Cells

/// What the last line says in place of the keys, until the next one is pressed.
enum Announcement: Hashable, Sendable {
    /// Of the file in which progress is kept.
    case keeping(KeepingNotice)
    /// The guided tour, to a person who starts the program for the first time.
    case tour

    /// The key of the guided tour; nil where there is no such tour.
    static var tourKey: String? { Keymap.bindings.first { $0.keys.contains(.character("G")) }?.caption }

    private var wordings: [Phrase] {
        switch self {
        case .keeping(let notice): notice.wordings
        case .tour:
            Announcement.tourKey.map { key in
                [
                    "New here? \(key: key) takes you on a guided tour, \(key: "?") lists the keys.",
                    "New here? \(key: key) is a guided tour.", "\(key: key) a guided tour",
                ]
            } ?? []
        }
    }

    func draw(on picture: inout Picture, in area: Area) {
        picture.canvas.fill(area, background: .standard)
        picture.hotspots.removeAll { $0.area.row == area.row }
        let isWarning = if case .keeping = self { true } else { false }
        picture.drawFirstFitting(wordings, in: area, style: Style(isWarning ? .standard : .accent))
    }
}

extension Action {
    /// Whether a person did it with a key, a paste or a button of the mouse.
    var isOfThePerson: Bool {
        switch self {
        case .key, .paste, .command: true
        case .pointer(let pointer, _): pointer.motion == .press
        case .answered, .notice, .appear, .tick, .resize: false
        }
    }
}
