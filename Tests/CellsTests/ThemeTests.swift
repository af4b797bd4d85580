import Testing

@testable import Cells

@Suite struct ThemeTests {
    /// Hues that mean something, each something else.
    private static let meanings: [Ink] = [.accent, .amber, .blue, .green, .slate, .rose, .violet]
    /// All that words are written in.
    private static let print = meanings + [.soft, .faint]

    /// Each theme in both of the depths that it has colours of its own for.
    private static let looks = Theme.allCases.flatMap { theme in [false, true].map { (theme, $0) } }

    @Test(arguments: looks) func wordsStandOutFromThePaper(theme: Theme, isOf256: Bool) throws {
        let paper = Colour(theme.paper.background, isOf256: isOf256)
        for ink in Self.print {
            let shade = try #require(theme.shade(ink))
            let contrast = Colour(shade, isOf256: isOf256).contrast(to: paper)
            #expect(contrast >= 4.5, "\(ink): \(contrast)")
        }
        #expect(Colour(theme.paper.foreground, isOf256: isOf256).contrast(to: paper) >= 7)
    }

    @Test(arguments: looks) func huesAreToldApartByColourBlindEyes(theme: Theme, isOf256: Bool) throws {
        let shades = try Self.meanings.map { Colour(try #require(theme.shade($0)), isOf256: isOf256) }
        for eye in Eye.allCases {
            let seen = shades.map { $0.seen(by: eye) }
            for first in seen.indices {
                for second in seen.indices.dropFirst(first + 1) {
                    let distance = seen[first].distance(to: seen[second])
                    #expect(distance >= 10, "\(Self.meanings[first]) and \(Self.meanings[second]), \(eye): \(distance)")
                }
            }
        }
    }

    @Test func theDistanceIsThatOfCIEDE2000() {
        // Pairs of Sharma, Wu and Dalal 2005.
        let pairs: [(Lab, Lab, Double)] = [
            (Lab(50, 2.6772, -79.7751), Lab(50, 0, -82.7485), 2.0425), (Lab(50, 2.5, 0), Lab(73, 25, -18), 27.1492),
            (Lab(60.2574, -34.0099, 36.2677), Lab(60.4626, -34.1751, 39.4387), 1.2644),
            (Lab(2.0776, 0.0795, -1.1350), Lab(0.9033, -0.0636, -0.5514), 0.9082),
        ]
        for (first, second, distance) in pairs { #expect(abs(first.distance(to: second) - distance) < 1e-4) }
    }
}
