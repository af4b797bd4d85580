import Foundation
import Synchronization
import Testing

@testable import Terminal

@Suite struct WakeUpTests {
    private func isReady(_ wakeUp: WakeUp) -> Bool { Poll.wait([wakeUp.descriptor], milliseconds: 0)[0] }

    @Test func signalsAreOneWakeUpUntilTheyAreTaken() throws {
        let wakeUp = try WakeUp()
        #expect(!isReady(wakeUp))
        for _ in 0..<100_000 { wakeUp.signal() }
        #expect(isReady(wakeUp))
        wakeUp.take()
        #expect(!isReady(wakeUp))
        wakeUp.signal()
        #expect(isReady(wakeUp))
    }

    /// Whatever a thread has made ready before it signals is seen by whoever takes the signal after it.
    @Test func noSignalIsLost() throws {
        let wakeUp = try WakeUp()
        let count = 20_000
        let made = Counter()
        // A thread of its own: tasks wait where long tests take every thread of the pool.
        Thread.detachNewThread {
            for _ in 0..<count {
                made.add()
                wakeUp.signal()
            }
        }
        var seen = 0
        while seen < count {
            #expect(Poll.wait([wakeUp.descriptor], milliseconds: 60_000)[0])
            wakeUp.take()
            seen = made.value
        }
    }
}

/// A number that threads count up.
private final class Counter: Sendable {
    private let count = Atomic(0)
    func add() { count.add(1, ordering: .releasing) }
    var value: Int { count.load(ordering: .acquiring) }
}
