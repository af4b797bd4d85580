import Testing

/// What is on the screen follows from actions alone, so that tests and headless pictures show what a person sees.
@Suite struct PurityTests {
    private static var impure: [String: Regex<Substring>] {
        [
            "clock": /\b(?:ContinuousClock|SuspendingClock|DispatchTime|clock_gettime)\b/,
            "random source": /\bSystemRandomNumberGenerator\b|\.random\(|\.randomElement\(|\.shuffled?\(/,
            "environment": /\bCommandLine\b|\bgetenv\b/,
            "task": /\bTask\s*(?:\{|\.)|\basync\b|\bawait\b/,
        ]
    }

    static func faults(of source: String) -> [String] {
        let text = ImportDeclaration.withoutComments(source)
        return impure.filter { text.contains($0.value.wordBoundaryKind(.simple)) }.map(\.key).sorted()
    }

    @Test(arguments: ["Scene", "Cells", "Evidence"]) func asksNothingOfTheMachine(module: String) throws {
        let sources = try House.sources(of: module)
        #expect(!sources.isEmpty)
        for source in sources {
            let faults = Self.faults(of: source.text)
            #expect(faults.isEmpty, "\(module)/\(source.path) uses a \(faults.joined(separator: ", a "))")
        }
    }

    @Test(
        arguments: [
            ("let now = ContinuousClock.now", "clock"), ("Int.random(in: 0..<3)", "random source"),
            ("names.shuffled()", "random source"), ("names.shuffle()", "random source"),
            ("var g = SystemRandomNumberGenerator()", "random source"), ("CommandLine.arguments", "environment"),
            ("Task { }", "task"),
        ])
    func wouldFindOne(source: String, kind: String) { #expect(Self.faults(of: source) == [kind]) }

    @Test func commentsAreNoUse() { #expect(Self.faults(of: "// ContinuousClock\nlet a = 1").isEmpty) }
}
