import Testing

@testable import TinyLM

@Test(arguments: [1, 7, 80, 500, 4000, 12_000]) func aRunReportsItsBeginningItsEndAndNotTooOften(steps: Int) {
    let due = ReportSchedule.steps(of: steps)
    #expect(due.first == 0)
    #expect(due.last == steps)
    #expect(due.count <= 160)
    for (step, next) in zip(due, due.dropFirst()) { #expect(next - step <= max(step / 4, steps / 80, 1)) }
}
