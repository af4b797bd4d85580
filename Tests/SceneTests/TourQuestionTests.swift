import Cells
import Testing

@testable import Scene

@Suite struct TourQuestionTests {
    /// A headline, or what the knob came to before, would spoil the question.
    @Test(arguments: Tour.carried.stops.indices) func noAnswerIsToldBeforeTheQuestion(index: Int) throws {
        let size = Size(columns: 100, rows: 30)
        let layout = Layout(size)
        func headline(_ scene: Scene) -> String {
            let text = scene.picture(size: size).canvas
            return (layout.headline.row..<layout.headline.endRow).map { text.text(row: $0) }.joined(separator: " ")
                .split(separator: " ").joined(separator: " ")
        }
        let stop = Tour.carried.stops[index]
        let says = stop.says.plain.split(separator: " ").joined(separator: " ")
        for more in ["", " Space"] {
            let scene = Scene.after(Tour.keys(to: index) + more, on: .scale, size: size)
            #expect(scene.walk?.stop == stop)
            guard scene.sheet == nil else { continue }
            #expect(headline(scene) == says)
            if let slider = scene.exhibit.withSlider?.slider { #expect(slider.reached == slider.value) }
        }
        let answered = Scene.after(
            Tour.keys(to: index) + " Space*\(stop.watch == nil ? 2 : 3)", on: .scale, size: size)
        #expect(answered.walk?.part == .answer)
        guard answered.sheet == nil, !answered.exhibit.isMoving else { return }
        #expect(headline(answered) == answered.exhibit.headline.plain.split(separator: " ").joined(separator: " "))
    }

    @Test func itsEndLeavesNothingAsked() {
        let last = Tour.carried.stops.count
        let asked = Scene.after(Tour.keys(to: last - 1), on: .scale)
        #expect(asked.askedGuess != nil)
        for ended in [
            Scene.after(Tour.keys(to: last - 1) + " Escape", on: .scale), Scene.after(Tour.keys(to: last), on: .scale),
        ] {
            #expect(ended.walk == nil && !ended.guessing.isOn)
        }
    }

    /// Space is the tour's: nothing else offers it.
    @Test func nothingElseOffersSpace() {
        for index in Tour.carried.stops.indices {
            for more in ["", " Space", " Space Space"] {
                let scene = Scene.after(Tour.keys(to: index) + more, on: .scale)
                let size = Size(columns: 80, rows: 24)
                let canvas = scene.picture(size: size).canvas
                for row in 0..<size.rows - TourBand.rows(size) {
                    #expect(!canvas.text(row: row).contains("Space"), "\(canvas.text(row: row))")
                }
            }
        }
    }
}
