import Glibc
import Synchronization

/// Wakes the loop from other threads: they ring after they have put something where the program finds it.
///
/// Rings that come before the loop answers count as one.
public final class Doorbell: Sendable {
    private let isRung = Atomic<Bool>(false)
    private let readingEnd: CInt
    private let writingEnd: CInt

    public init() {
        var ends: [CInt] = [-1, -1]
        // pipe() fills exactly two places. Where it fails both stay -1: poll and write take that for nothing at all.
        if pipe(&ends) == 0 {
            for end in ends {
                _ = fcntl(end, F_SETFL, O_NONBLOCK)
                _ = fcntl(end, F_SETFD, FD_CLOEXEC)
            }
        }
        readingEnd = ends[0]
        writingEnd = ends[1]
    }

    deinit {
        for end in [readingEnd, writingEnd] where end >= 0 { close(end) }
    }

    /// Makes the loop call ``TerminalProgram/answerDoorbell()`` soon, on its own thread.
    public func ring() {
        if isRung.exchange(true, ordering: .acquiringAndReleasing) { return }
        var byte: UInt8 = 1
        _ = write(writingEnd, &byte, 1)
    }

    /// What to poll.
    var descriptor: CInt { readingEnd }

    /// Whether it was rung since the last time; a ring from now on counts again.
    func answer() -> Bool {
        var bytes: [UInt8] = [0, 0, 0, 0, 0, 0, 0, 0]
        let count = bytes.count
        // At most `count` bytes are written into as many.
        while read(readingEnd, &bytes, count) == count {}
        return isRung.exchange(false, ordering: .acquiringAndReleasing)
    }
}
