import Testing

@testable import Evidence

private func series(_ points: [(Double, Double)]) -> Series {
    let figures = points.map { position, value in
        var subject = Subject()
        subject.parameters = position
        return Figure(
            kind: .published, literal: "\(value)", value: value, unit: .percent, subject: subject, source: .program)
    }
    return Series(id: "test", subject: Subject(), unit: .percent, source: .program, figures: figures)
}

@Test func readingIsExactOnMeasuredPoints() {
    let line = series([(1e8, 10), (1e9, 30)])
    #expect(line.reading(at: 1e9, over: .parameters).figure?.value == 30)
    #expect(line.reading(at: 1e9, over: .parameters).figure?.kind == .published)
}

@Test func readingBetweenPointsIsComputedOnTheLogarithm() throws {
    let line = series([(1e8, 10), (1e10, 30)])
    let figure = try #require(line.reading(at: 1e9, over: .parameters).figure)
    #expect(abs(figure.value - 20) < 1e-9)
    #expect(figure.kind == .computed)
    #expect(figure.derivation?.inputs.map(\.value) == [10, 30])
}

@Test func readingOutsideTheMeasuredSizesHasNoFigure() {
    let line = series([(1e8, 10), (1e10, 30)])
    #expect(line.reading(at: 1e7, over: .parameters).figure == nil)
    #expect(line.reading(at: 1e11, over: .parameters).figure == nil)
    #expect(series([]).reading(at: 1e9, over: .parameters) == .none)
    #expect(line.reading(at: 1e9, over: .tokensSeen) == .none)
}

@Test func aFirstPointAtZeroIsJoinedStraight() throws {
    let line = series([(0, 0), (2, 1), (4, 2)])
    let figure = try #require(line.reading(at: 1, over: .parameters).figure)
    #expect(abs(figure.value - 0.5) < 1e-12)
}
