import Cells
import Evidence
import Testing

@testable import Scene

@Test func aBandIsShadedBetweenTheLowestAndTheHighestOfItsCurves() throws {
    let names = ["M-12.3M-1", "M-12.3M-2", "M-12.3M-3"]
    let series = try names.map { name -> Series in
        let history = try #require(Record.history(of: name))
        return try #require(HistoryCurves(history).curve("fact")?.series)
    }
    let axis = HistoryCurves(try #require(Record.history(of: names[0]))).axis(at: 0)
    func text(_ band: [Series]) -> String {
        var picture = Picture(size: Size(columns: 60, rows: 14))
        let end = axis.positions.last ?? 0
        Plot(along: .tokensSeen, .fraction, range: 0...1, band: band).draw(
            on: &picture, in: Area(column: 0, row: 0, columns: 60, rows: 14), frame: AxisFrame(start: 8, end: 57),
            axis: axis, slider: Slider(end))
        return picture.canvas.text
    }
    #expect(!text([]).contains("░") && !text([series[0]]).contains("░"))
    let shaded = text(series)
    // Where all of them know nothing, and where all know everything, the band is one row high; between them higher.
    let heights = (8..<57).map { column in
        shaded.split(separator: "\n", omittingEmptySubsequences: false).count {
            Array($0).dropFirst(column).first == "░"
        }
    }
    #expect(heights.first == 1 && heights[20] == 1 && (heights.max() ?? 0) > 2, "\(shaded)")
    // The lowest and the highest bound it, whichever of the curves they are of.
    #expect(text(series.reversed()) == shaded)
}

@Test func theZoomAsksTheOtherSeedsOfItsRunAlone() throws {
    let answerer = TestAnswerer.ofTheRecord
    var runtime = Runtime(Scene(panel: .pretraining), answerer: answerer)
    runtime.apply(.resize(Size(columns: 100, rows: 30)))
    func histories() -> [String] {
        answerer.log.asked.compactMap { if case .history(let run) = $0.question { run } else { nil } }
    }
    #expect(!histories().contains("M-12.3M-2"))
    runtime.play(try KeyScript("End Enter"))
    #expect(histories().suffix(2) == ["M-12.3M-2", "M-12.3M-3"])
    let text = runtime.scene.picture(size: Size(columns: 100, rows: 30)).canvas.text
    #expect(text.contains("The shade is where three runs lie") && text.contains("░"))
    runtime.play(try KeyScript("]"))
    #expect(histories().last?.hasSuffix("4.1M-3") == true)
    let asked = histories().count
    runtime.play(try KeyScript("Escape Enter"))
    #expect(histories().count == asked, "what has come is not asked again")
}
