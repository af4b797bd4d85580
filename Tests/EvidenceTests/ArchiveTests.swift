import Testing
import TestSupport

@testable import Evidence

@Test func everyIdentifierIsUniqueAndReadable() {
    var seen: Set<String> = []
    for archive in Archive.allCases {
        #expect(!archive.identifiers.isEmpty, "\(archive.rawValue) has no series")
        for id in archive.identifiers {
            #expect(seen.insert(id).inserted, "\(id) stands twice")
            let series = archive.series(id)
            #expect(series?.figures.isEmpty == false, "\(id) has no figure")
        }
    }
    #expect(seen.count > 1000)
    #expect(Archive.gpt3.series("gpt3/nothing") == nil)
}

@Test func everyFigureHasACompleteSource() {
    for figure in Inventory.figures {
        #expect(figure.source.isComplete, "\(figure.source.key) lacks something")
        #expect(figure.value.isFinite || !figure.subject.plain.isEmpty, "\(figure.subject) says nothing")
    }
    for formula in Formula.all { #expect((formula.source ?? .program).isComplete) }
}

@Test func everySourceIsUsed() {
    let figures = Set(Inventory.figures.map(\.source))
    let formulas = Set(Formula.all.map { $0.source ?? .program })
    let measuring: Set = [Source.recordedRuns, .ownRuns, .chosen, .example, .person]
    // Papers that a sentence cites, without a figure.
    let cited: Set = [Source.named("test-task"), .named("du-2024")]
    let used = figures.union(formulas).union(measuring).union(cited)
    let unused = Source.all.filter { !used.contains($0) }
    #expect(unused.isEmpty, "\(unused.map(\.key))")
}

@Test func knownFiguresStandAsTheirSourcesHaveThem() throws {
    let lambada = try #require(Archive.pythia.series("pythia/70m/lambada_openai/0"))
    #expect(lambada.figures.last?.literal == "0.1846")
    #expect(lambada.figures.count == 27)
    let french = try #require(Archive.gpt3.series("gpt3/fren-14-bleu-mb/few"))
    #expect(french.figures.map(\.literal) == ["4.98", "25.5", "28.5", "31.1", "33.7", "34.9", "36.6", "39.2"])
    #expect(french.subject.shots == "64")
}

@Test func theCsvCellsFollowTheColumns() {
    for figure in Inventory.figures { #expect(Inventory.cells(of: figure).count == Inventory.columns.count) }
    for formula in Formula.all { #expect(Inventory.cells(of: formula).count == Inventory.columns.count) }
}

@Test func anySeriesTextIsReadWithoutATrap() {
    var random = SeededGenerator(seed: printedSeed(of: "series fuzz"))
    let sample = Array(":x/y\tunit=percent\tchance=0.5\tcolumns=parameters model value\n1e9\tA\t3.5\n2e9\tB\t\n".utf8)
    for _ in 0..<20_000 {
        var bytes = sample
        for _ in 0..<Int(random.next() % 6) {
            let place = Int(random.next() % UInt64(bytes.count))
            switch random.next() % 3 {
            case 0: bytes[place] = UInt8(truncatingIfNeeded: random.next())
            case 1: bytes.remove(at: place)
            default: bytes.insert(UInt8(truncatingIfNeeded: random.next()), at: place)
            }
            if bytes.isEmpty { bytes = [10] }
        }
        bytes.withUnsafeBufferPointer { buffer in
            let series = SeriesReader.read(bytes: AssetBytes(buffer), range: 0..<buffer.count, id: "x/y")
            for figure in series.figures { _ = figure.text }
        }
    }
}
