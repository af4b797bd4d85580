import Cells
import Foundation
import Testing

#if canImport(FoundationXML)
    import FoundationXML
#endif

@Suite struct FilmTests {
    private func canvas(_ rows: String...) -> Canvas {
        var canvas = Canvas(Size(columns: 8, rows: rows.count))
        for (row, text) in rows.enumerated() { canvas.write(text, column: 0, row: row) }
        return canvas
    }

    /// What is seen at a time, from the image alone.
    private func seen(_ svg: String, at fraction: Double) throws -> [String] {
        let document = try XMLDocument(xmlString: svg)
        let root = try #require(document.rootElement())
        var seen: [String] = []
        for node in root.children ?? [] {
            guard let element = node as? XMLElement else { continue }
            if element.name == "text" { seen.append(element.stringValue ?? "") }
            guard element.name == "g" else { continue }
            let texts: [String] = element.elements(forName: "text").map { $0.stringValue ?? "" }
            if try isVisible(element, at: fraction) { seen += texts }
        }
        return seen.sorted()
    }

    private func isVisible(_ element: XMLElement, at fraction: Double) throws -> Bool {
        let animation = try #require(element.elements(forName: "animate").first)
        func list(_ name: String) -> [String] {
            let text: String = animation.attributes?.first { $0.name == name }?.stringValue ?? ""
            return text.split(separator: ";").map(String.init)
        }
        let times = list("keyTimes").compactMap { Double($0) }
        let values = list("values")
        #expect(times.count == values.count && times.first == 0)
        // Where nothing moves, the first picture stands.
        #expect(element.attributes?.first { $0.name == "visibility" }?.stringValue == values.first)
        return values[try #require(times.lastIndex { $0 <= fraction })] == "visible"
    }

    @Test func eachPictureIsSeenInItsTime() throws {
        var film = Film(canvas("title", "one"), seconds: 1)
        film.append(canvas("title", "two"), seconds: 2)
        film.append(canvas("title", "one"), seconds: 1)
        film.append(canvas("title", ""), seconds: 4)
        let svg = film.svg(theme: .dark)
        #expect(try seen(svg, at: 0.05) == ["one", "title"])
        #expect(try seen(svg, at: 0.2) == ["title", "two"])
        #expect(try seen(svg, at: 0.4) == ["one", "title"])
        #expect(try seen(svg, at: 0.9) == ["title"])
        #expect(
            svg.contains("dur=\"8s\"") && svg.components(separatedBy: "title").count == 2, "it stays, and stands once")
    }

    @Test func onePictureAloneIsTheImage() {
        let picture = canvas("a ▇▇▇█", "──┼──")
        #expect(Film(picture, seconds: 3).svg(theme: .light) == picture.svg(theme: .light))
    }

    @Test func shapesSideBySideAreOne() {
        let svg = canvas("▇▇▇▇ ▏▏").svg(theme: .dark)
        #expect(svg.contains("M0 3h36v16h-36z"), "\(svg)")
        #expect(svg.contains("M45 0h1v19h-1zM54 0h1v19h-1z"))
    }
}
