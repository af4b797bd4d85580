import Engine
import Testing

@testable import tlviz

@Test func aRateIsThatOfTheLastSeconds() throws {
    var meter = RateMeter()
    #expect(meter.rate == nil && meter.secondsLeft(to: 10) == nil)
    meter.note(0, at: 0)
    #expect(meter.rate == nil)
    meter.note(1, at: 0.1)
    #expect(meter.rate == nil, "nothing is said of a moment")
    // Ten a second, and then five.
    for tenth in 1...1000 { meter.note(Double(tenth), at: Double(tenth) / 10) }
    #expect(abs(try #require(meter.rate) - 10) < 0.01)
    for fifth in 1...100 { meter.note(1000 + Double(fifth), at: 100 + Double(fifth) / 5) }
    #expect(abs(try #require(meter.rate) - 5) < 0.01)
    #expect(abs(try #require(meter.secondsLeft(to: 1200)) - 20) < 0.1)
    #expect(meter.secondsLeft(to: 0) == 0)
    // Nothing done is no rate.
    var idle = RateMeter()
    for second in 0...9 { idle.note(7, at: Double(second)) }
    #expect(idle.rate == nil)
}

/// A run that was resumed at a high count has the rate of what it does now.
@Test func aResumedRunTellsNoRateOfWhatItFound() throws {
    var meter = RateMeter()
    for step in 0...20 { meter.note(1_000_000 + Double(step), at: 5 + Double(step) / 10) }
    #expect(abs(try #require(meter.rate) - 10) < 0.01)
}

@Test func secondsInWhichTheProcessWasStoppedDoNotCount() {
    final class Time {
        var seconds = 100.0
        var stops = 0
    }
    let time = Time()
    let clock = WorkClock(monotonic: { time.seconds }, continuations: { time.stops })
    let start = clock.now
    time.seconds += 2
    #expect(clock.now - start == 2)
    time.seconds += 3600
    time.stops += 1
    #expect(clock.now - start == 2)
    time.seconds += 1
    #expect(clock.now - start == 3)
}

@Test(arguments: [nil, "", "dumb", "unknown"]) func aTerminalThatCanNotMoveItsCursorGetsLines(name: String?) {
    #expect(ProgressLine.style(terminal: name) == .lines)
    #expect(ProgressLine.style(terminal: "xterm-256color") == .inPlace)
}

@Test func aHeldOutLossThatNoLongerFallsIsNoticed() {
    var trend = HeldOutTrend()
    trend.note(nil, step: 0, of: 1000)
    #expect(!trend.hasStopped && trend.best == nil)
    for step in 0..<50 { trend.note(5 - Double(step) / 20, step: step, of: 1000) }
    #expect(!trend.hasStopped)
    // A few worse reports close together are chance.
    for step in 50..<60 { trend.note(2.6, step: step, of: 1000) }
    #expect(!trend.hasStopped)
    trend.note(2.6, step: 160, of: 1000)
    #expect(trend.hasStopped && trend.best?.step == 49)
    trend.note(2.5, step: 200, of: 1000)
    #expect(!trend.hasStopped && trend.best?.step == 200)
}
