import Platform
import Testing

@Suite struct MonitorTests {
    @Test func everyChangeOfManyThreadsCounts() throws {
        let count = Monitor(0)
        let threads = (0..<4).compactMap { _ in
            SystemThread { for _ in 0..<10_000 { count.change { $0 += 1 } } }
        }
        try #require(threads.count == 4)
        for thread in threads { thread.join() }
        #expect(count.current == 40_000)
    }

    @Test func whoWaitsIsWokenByAChange() throws {
        let turns = Monitor(0)
        // Two threads take turns: each waits for the other's change.
        let other = SystemThread {
            for turn in 0..<500 {
                _ = turns.wait { $0 == 2 * turn + 1 ? true : nil }
                turns.change { $0 += 1 }
            }
        }
        try #require(other != nil)
        for turn in 0..<500 {
            turns.change { $0 += 1 }
            let seen = turns.wait { $0 == 2 * turn + 2 ? $0 : nil }
            #expect(seen == 2 * turn + 2)
        }
        other?.join()
    }
}
