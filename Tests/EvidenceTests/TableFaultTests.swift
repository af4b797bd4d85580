import Testing

@testable import Evidence

private let table = """
    # a comment
    :x/whole	unit=percent	source=gpt3-h1	better=higher	chance=0	columns=parameters model value
    1000	A	1.5
    2000	B	2.5

    :x/words	kind=lesson	unit=weeks	source=lesson-L1	columns=value plain
    	weeks
    """

private func faults(_ text: String) -> [String] {
    var text = text
    return text.withUTF8 { bytes in Archive.faults(in: AssetBytes(bytes), named: "test").map(\.description) }
}

@Test func theTablesOfTheProgramHaveNoFault() {
    for archive in Archive.allCases { #expect(archive.faults == []) }
    #expect(Source.faults == [])
    #expect(Glossary.faults == [] && Glossary.carried.entries.count > 40)
    #expect(faults(table) == [])
}

/// Each break of the table above, the line that it is told of, and the reason.
@Test(arguments: [
    ("kind=lesson", "kind=rumour", 6, "unknown kind: rumour"),
    ("unit=percent", "unit=persent", 2, "unknown unit: persent"),
    ("unit=weeks", "unit=fortnights", 6, "unknown unit: fortnights"),
    ("columns=parameters model", "columns=parameter model", 2, "unknown column: parameter"),
    ("better=higher", "better=more", 2, "neither higher nor lower: more"),
    ("chance=0", "chance=nought", 2, "not a number: nought"),
    ("chance=0", "chanse=0", 2, "unknown field: chanse"),
    ("2.5", "2,5", 4, "not a number: 2,5"),
    ("2.5", "nan", 4, "not a number: nan"),
    ("2000", "2K", 4, "not a number: 2K"),
    ("A\t1.5", "A\t1.5\t7", 3, "a cell without a column: 7"),
    ("2000\tB\t2.5", "2000\tB", 4, "neither a number nor words"),
    ("\tweeks", "\t", 7, "neither a number nor words"),
    ("source=gpt3-h1", "source=gpt3-h9", 3, "unknown source: gpt3-h9"),
    ("better=higher", "bound=roughly", 2, "unknown bound: roughly"),
    (":x/words", ":x/whole", 2, "x/whole stands twice"),
    ("unit=percent", "unit=percent\tkind=computed", 3, "computed without a formula"),
])
func whatIsDamagedIsToldWithItsLine(part: String, damaged: String, line: Int, reason: String) {
    let broken = table.replacing(part, with: damaged, maxReplacements: 1)
    #expect(broken != table)
    #expect(faults(broken).contains("Assets/figures/test.tsv:\(line): \(reason)"), "\(faults(broken))")
}

@Test func aDamagedTableStillShowsWhatItCan() throws {
    var broken = table.replacing("2,5", with: "2.5").replacing("2000", with: "2K")
    let series = broken.withUTF8 { bytes in
        let range = bytes.firstRange(of: Array(":x/whole".utf8)).map { $0.lowerBound..<bytes.count } ?? 0..<0
        return SeriesReader.read(bytes: AssetBytes(bytes), range: range, id: "x/whole")
    }
    #expect(series.figures.prefix(2).map(\.value) == [1.5, 2.5])
    #expect(series.figures[0].subject.parameters == 1000 && series.figures[1].subject.parameters == nil)
}

@Test(arguments: [
    ("title=A title", "titel=A title", "unknown field: titel"), ("title=A title", "", "a lacks a field"),
    ("@b", "@a", "a stands twice"),
])
func aDamagedSourceIsTold(part: String, damaged: String, reason: String) {
    let fields = "authors=N. N.\tyear=2020\ttitle=A title\tplace=p\taddress=https://example.org\tshort=N 2020"
    let whole = "# sources\n@a\t\(fields)\n@b\t\(fields)\n"
    func faults(_ text: String) -> [String] {
        var text = text
        return text.withUTF8 { Source.faults(in: AssetBytes($0)).map(\.description) }
    }
    #expect(faults(whole) == [])
    let found = faults(whole.replacing(part, with: damaged, maxReplacements: 1))
    #expect(found.contains { $0.hasSuffix(reason) && $0.hasPrefix("Assets/figures/sources.tsv:") }, "\(found)")
}

/// What is wrong with a line of the glossary, and the line that it is told of.
@Test(
    arguments: [
        ("token\ttokens\tA piece of text.", []),
        (
            "token\tA piece of text.",
            ["Assets/words/glossary.tsv:2: a word, its forms and its sentences are three fields"]
        ),
        ("token\tprompt\tA piece.\nprompt\t\tA text.", ["Assets/words/glossary.tsv:3: prompt stands twice"]),
        ("token\t\tOne of 50000.", ["Assets/words/glossary.tsv:2: a number has no source here: token"]),
    ] as [(String, [String])])
func aFaultOfTheGlossaryIsToldWithItsLine(lines: String, faults: [String]) {
    var text = "# a remark\n" + lines + "\n"
    #expect(text.withUTF8 { Glossary.faults(in: AssetBytes($0)).map(\.description) } == faults)
}
