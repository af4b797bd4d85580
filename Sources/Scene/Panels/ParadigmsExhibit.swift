import Cells
import Evidence

struct ParadigmsExhibit: Exhibit {
    static let panel = Panel.paradigms
    var slider = Slider(1)
    var chosenRow = 0
    var rowCount: Int { 1 }
    var axis: SliderAxis {
        SliderAxis(
            name: "tasks", scale: .linear(1...20), positions: (1...20).map(Double.init), stops: [1], ticks: [],
            text: Number.short)
    }
    var headline: Phrase { "" }
    var reading: [[Phrase]] { [] }
    var provenance: [Phrase] { [] }
    var detail: Detail { Detail(title: "", about: []) }
    var narration: [Paragraph] { [] }
    func draw(on picture: inout Picture, in frame: PanelFrame) {}
    mutating func perform(_ command: Command) {}
}
