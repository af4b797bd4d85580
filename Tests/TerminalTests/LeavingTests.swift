import Cells
import Platform
import Testing

@testable import Terminal

/// Ways out and stops: nothing that was asked may reach the shell, and no request to end is lost.
@Suite struct LeavingTests {
    private func run(
        _ events: [(Double, FakeDevice.Event)], _ change: (FakeDevice) -> Void = { _ in }
    ) -> (device: FakeDevice, ending: Ending) {
        let device = FakeDevice(events)
        change(device)
        var program = NotingProgram()
        var loop = Loop(device: device, decoder: InputDecoder())
        let ending = loop.run(&program)
        #expect(!device.isStuck)
        return (device, ending)
    }

    @Test(arguments: [20.0, 300, 1500, 2900]) func theEndWaitsForWhatWasAsked(roundTrip: Double) {
        let (device, ending) = run([(5, .input("q"))]) { $0.roundTrip = roundTrip }
        #expect(ending == .ended)
        // Both answers came: the first question's, and the one after which no report of the mouse comes.
        #expect(device.now == 2 * roundTrip)
        #expect(device.deeds == [.paint, .ask, .silence, .askAgain, .close])
        #expect(device.expected == nil)
    }

    @Test func aSignalOrAResizeDoesNotEndTheWait() {
        let (device, ending) = run([
            (5, .input("q")), (50, .signal(SIGWINCH)), (100, .signal(SIGTERM)), (150, .signal(SIGINT)),
        ]) { $0.roundTrip = 300 }
        #expect(ending == .ended && device.now == 600)
        #expect(device.deeds.count { $0 == .request } == 2)
    }

    @Test func aTerminalThatNeverAnswersIsWaitedForOnlyOnce() {
        let (early, _) = run([(5, .input("q"))]) { $0.roundTrip = nil }
        #expect(early.now == Questions.patience && !early.deeds.contains(.askAgain))
        let (late, _) = run([(10_000, .input("q"))]) { $0.roundTrip = nil }
        #expect(late.now == 10_000)
    }

    @Test func nothingIsAskedWithoutNeed() {
        let (device, _) = run([(500, .input("q"))]) { $0.usesMouse = false }
        #expect(device.now == 500 && device.deeds.last == .close && !device.deeds.contains(.askAgain))
    }

    @Test func aSlowLinkIsWaitedForLonger() {
        // An answer that took four seconds lets the next one take twelve.
        let (device, _) = run([(5000, .input("q"))]) { $0.roundTrip = 4000 }
        #expect(device.now == 9000)
    }

    @Test(arguments: [SIGTERM, SIGHUP, SIGINT, SIGPROF, SIGXFSZ, SIGIO, SIGUSR1]) func signalsEndTheRun(number: Int32) {
        let (device, ending) = run([(500, .signal(number))])
        #expect(ending == .signal(number) && device.deeds.contains(.request) && device.deeds.last == .close)
    }

    @Test func everySignalThatEndsAProgramIsKnown() {
        for number in 34...64 as ClosedRange<Int32> { #expect(guardEnds(number), "\(number)") }
        for number in [SIGVTALRM, SIGXCPU, SIGALRM, SIGUSR2, SIGQUIT, 16, 29, 30] { #expect(guardEnds(number)) }
        for number in [SIGCHLD, SIGURG, SIGCONT, SIGTSTP, SIGWINCH, SIGSEGV, SIGKILL] { #expect(!guardEnds(number)) }
    }

    private func guardEnds(_ number: Int32) -> Bool {
        let (_, ending) = run([(500, .signal(number)), (600, .input("q"))])
        return ending == .signal(number)
    }

    @Test func aTerminalThatWentAwayIsNotAsked() {
        let (device, ending) = run([(500, .gone)])
        #expect(ending == .signal(SIGHUP) && device.now == 500 && !device.deeds.contains(.silence))
        let (during, _) = run([(5, .input("q")), (100, .gone)]) { $0.roundTrip = 300 }
        #expect(during.now == 100 && during.deeds.last == .close)
    }

    // MARK: Stops

    @Test func aStopWaitsForWhatWasAskedToo() {
        let (device, ending) = run([(5, .signal(SIGTSTP)), (5000, .input("q"))]) { $0.roundTrip = 300 }
        #expect(ending == .ended)
        #expect(device.deeds.prefix(5) == [.paint, .ask, .silence, .askAgain, .stop])
        // Going on is a part of the stop: it is drawn once and not resumed again.
        #expect(!device.deeds.contains(.resume) && device.deeds.count { $0 == .paint } == 2)
    }

    @Test func aRequestBeforeTheStopIsTaken() {
        let (device, ending) = run([(5, .signal(SIGTSTP)), (100, .signal(SIGTERM))]) { $0.roundTrip = 300 }
        #expect(ending == .signal(SIGTERM) && !device.deeds.contains(.stop) && device.deeds.last == .close)
    }

    @Test func aRequestWhileStoppedIsTaken() {
        let (device, ending) = run([(500, .signal(SIGTSTP))]) {
            $0.place = .ending
            $0.signalWhileStopped = SIGTERM
        }
        #expect(ending == .signal(SIGTERM))
        // The terminal is the shell's: nothing is asked or drawn.
        #expect(device.deeds.suffix(3) == [.stop, .request, .closeAway])
    }

    @Test func aRequestTogetherWithGoingOnIsTaken() {
        let (device, ending) = run([(500, .signal(SIGTSTP))]) { $0.signalWhileStopped = SIGTERM }
        #expect(ending == .signal(SIGTERM) && device.deeds.last == .close)
    }

    @Test(arguments: [SIGTSTP, SIGCONT]) func whoLosesTheTerminalEnds(signal: Int32) {
        let (device, ending) = run([(500, .signal(signal))]) { $0.place = .lost }
        #expect(ending == .signal(SIGHUP) && device.deeds.last == .closeAway)
    }

    @Test func whoLosesTheShellEnds() {
        let (device, ending) = run([(500, .signal(SIGCONT))]) { $0.isOrphan = true }
        #expect(ending == .signal(SIGHUP) && device.deeds.last == .closeAway)
    }

    @Test func goingOnAfterAStopFromElsewhereTakesTheTerminalAgain() {
        let (device, _) = run([(500, .signal(SIGCONT)), (600, .input("q"))])
        #expect(device.deeds.contains(.resume) && device.deeds.count { $0 == .paint } == 2)
    }

    @Test func anEndInTheBackgroundLeavesTheTerminalAlone() {
        let (device, ending) = run([(500, .signal(SIGTERM))]) { $0.isInForeground = false }
        #expect(ending == .signal(SIGTERM) && device.deeds.last == .closeAway && !device.deeds.contains(.silence))
    }
}
