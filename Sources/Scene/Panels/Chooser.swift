import Cells
import Evidence

/// Which path fits a case.
struct Chooser: Sendable {
    static let needs = ["one"]
    mutating func toggle(_ index: Int) {}
    func draw(line: Int, on picture: inout Picture, in area: Area) {}
}
