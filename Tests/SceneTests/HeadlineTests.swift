import Cells
import Evidence
import Testing

@testable import Scene

/// Every headline of a panel, from states that together meet every data set, row and most positions of the slider.
private func headlines(of panel: Panel, _ check: (Phrase, Scene) -> Void) {
    var seen: Set<String> = []
    for var scene in Scene.states(of: panel) {
        for row in 0..<max(1, scene.rowCount) {
            _ = scene.apply(.command(.choose(row)))
            let positions = scene.positions
            for position in positions.isEmpty
                ? [.nan] : positions.enumerated().filter({ $0.offset % 3 == row % 3 }).map(\.element)
            {
                scene.slide(to: position)
                let headline = scene.exhibit.headline
                if seen.insert(headline.plain).inserted { check(headline, scene) }
            }
        }
    }
}

@Suite struct HeadlineTests {
    /// What no set of figures can carry.
    private static let words: Set<String> = ["nobody", "never", "lesson"]

    @Test(arguments: Panel.allCases) func aHeadlineSaysNoMoreThanFiguresCan(panel: Panel) {
        headlines(of: panel) { headline, _ in
            let words = headline.plain.lowercased().split { !$0.isLetter }.map(String.init)
            #expect(Self.words.isDisjoint(with: words), "\(headline.plain)")
            #expect(!headline.plain.lowercased().contains("no one "), "\(headline.plain)")
        }
    }

    @Test(arguments: Panel.allCases) func whatCanBeLuckIsToldWithGuessing(panel: Panel) {
        headlines(of: panel) { headline, _ in
            let text = headline.plain.lowercased()
            let isTold = ["guess", "chance", "luck", "coin"].contains { text.contains($0) }
            for case .figure(let figure) in headline.runs.compactMap(\.reference) where !isTold {
                guard let chance = figure.subject.chance, let error = figure.subject.standardError,
                    // Of what guessing gets nothing, nothing is no luck.
                    chance >= 0.005, headline.shows(figure), abs(figure.value - chance) <= 3 * error
                else { continue }
                Issue.record("\(figure.text), guessing \(chance), ±\(error): \(headline.plain)")
            }
        }
    }

    @Test(arguments: Panel.allCases) func aHeadlineIsBrokenEvenly(panel: Panel) {
        let areas = ["60x18", "80x24", "100x30", "120x36", "200x60"].compactMap(Size.init).map { Layout($0).headline }
        headlines(of: panel) { headline, _ in
            for area in areas {
                let whole = headline.lines(columns: area.columns)
                #expect(whole.count <= area.rows, "\(area.columns): \(headline.plain)")
                let picture = drawn(area.columns + 2, area.rows + 2) { picture in
                    Headline(phrase: headline).draw(
                        on: &picture, in: Area(column: 1, row: 0, columns: area.columns, rows: area.rows))
                }
                let lines = rows(picture).filter { !$0.isEmpty }
                #expect(lines.count <= whole.count, "\(area.columns): \(headline.plain)")
                let last = lines.last?.split(separator: " ").count ?? 0
                #expect(lines.count < 2 || last > 1, "one word alone at \(area.columns): \(headline.plain)")
            }
        }
    }
}

extension Phrase {
    /// Whether the figure's own value stands in the phrase, and not only a name that it bears.
    fileprivate func shows(_ figure: Figure) -> Bool {
        runs.contains { run in
            guard run.reference == .figure(figure) else { return false }
            return [figure.inFull, figure.withoutUnit, figure.approximately, figure.approximateNumber].map(\.text)
                .contains(run.text)
        }
    }
}
