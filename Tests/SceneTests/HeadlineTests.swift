import Cells
import Evidence
import Testing

@testable import Scene

/// What is wrong with the headlines of a panel, of states that together meet every data set, row and most positions of
/// the slider; each headline is looked at once.
private func faults(of panel: Panel, _ find: (Phrase) -> [String]) -> [String] {
    var found: [String] = []
    var seen: Set<String> = []
    for var scene in Scene.states(of: panel) {
        for row in 0..<max(1, scene.rowCount) {
            _ = scene.apply(.command(.choose(row)))
            let places = scene.positions.enumerated().filter { $0.offset % 3 == row % 3 }.map(\.element)
            for position in places.isEmpty ? [.nan] : places {
                scene.slide(to: position)
                let headline = scene.exhibit.headline
                guard seen.insert(headline.plain).inserted else { continue }
                found += find(headline).map { "\($0): \(headline.plain)" }
            }
        }
    }
    return found
}

/// One issue for all faults of a panel, with the first of them in words.
private func expectNone(_ faults: [String], _ panel: Panel) {
    let shown = faults.prefix(6).joined(separator: "\n")
    #expect(faults.isEmpty, "\(panel.title), \(faults.count) headlines, such as\n\(shown)")
}

@Suite struct HeadlineTests {
    /// What no set of figures can carry, and the name of a kind that the screen calls taught.
    private static let words: Set<String> = ["nobody", "never", "lesson"]

    @Test(arguments: Panel.allCases) func aHeadlineSaysNoMoreThanFiguresCan(panel: Panel) {
        let found = faults(of: panel) { headline in
            let text = headline.plain.lowercased()
            let words = Self.words.intersection(text.split { !$0.isLetter }.map(String.init))
            return Array(words) + (text.contains("no one ") ? ["no one"] : [])
        }
        expectNone(found, panel)
    }

    @Test(arguments: Panel.allCases) func whatCanBeLuckIsToldWithGuessing(panel: Panel) {
        let found = faults(of: panel) { headline in
            let text = headline.plain.lowercased()
            guard !["guess", "chance", "luck", "coin"].contains(where: text.contains) else { return [] }
            return headline.runs.compactMap { run in
                guard case .figure(let figure) = run.reference, let chance = figure.subject.chance,
                    let error = figure.subject.standardError,
                    // Of what guessing gets nothing, nothing is no luck.
                    chance >= 0.005, run.isValue(of: figure), abs(figure.value - chance) <= 3 * error
                else { return nil }
                return "guessing \(chance), ±\(error)"
            }
        }
        expectNone(found, panel)
    }

    @Test(arguments: Panel.allCases) func aHeadlineIsBrokenEvenly(panel: Panel) {
        let areas = ["60x18", "80x24", "100x30", "120x36", "200x60"].compactMap(Size.init).map { Layout($0).headline }
        let found = faults(of: panel) { headline in areas.compactMap { fault(of: headline, in: $0) } }
        expectNone(found, panel)
    }

    private func fault(of headline: Phrase, in area: Area) -> String? {
        let needed = headline.lines(columns: area.columns).count
        guard needed <= area.rows else { return "\(needed) lines of \(area.columns)" }
        let picture = drawn(area.columns + 2, area.rows + 2) { picture in
            Headline(phrase: headline).draw(
                on: &picture, in: Area(column: 1, row: 0, columns: area.columns, rows: area.rows))
        }
        let lines = rows(picture).filter { !$0.isEmpty }
        if lines.count > needed { return "\(lines.count) lines where \(needed) of \(area.columns) do" }
        let isAlone = lines.count > 1 && lines.contains { $0.split(separator: " ").count == 1 }
        return isAlone ? "one word alone in a line of \(area.columns)" : nil
    }
}

extension Phrase.Run {
    /// Whether a figure's own value stands here, and not only a name that it bears.
    fileprivate func isValue(of figure: Figure) -> Bool {
        [figure.inFull, figure.withoutUnit, figure.approximately, figure.approximateNumber].map(\.text).contains(text)
    }
}
