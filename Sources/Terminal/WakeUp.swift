import Platform
import Synchronization

/// Wakes a running program from any thread: the loop then calls ``TerminalProgram/wake()``, once for all signals that
/// came before it looked.
public struct WakeUp: Sendable {
    private let pipe: Pipe

    /// - Throws: ``TerminalError/noDescriptors`` where no more files can be opened.
    public init() throws(TerminalError) {
        guard let pipe = Pipe() else { throw .noDescriptors }
        self.pipe = pipe
    }

    /// Wakes the loop; never blocks, and costs a system call only where the loop is not about to wake up anyway.
    public func signal() { pipe.signal() }

    /// What the loop waits for: something to read.
    var descriptor: CInt { pipe.reading }

    /// Takes all signals that came. To be called before the program looks for what they tell of: a signal that comes
    /// after that makes another wake-up.
    func take() { pipe.take() }
}

/// A pipe that holds one byte at most.
private final class Pipe: Sendable {
    let reading: CInt
    private let writing: CInt
    private let isSignalled = Atomic<Bool>(false)

    init?() {
        var ends: [CInt] = [-1, -1]
        guard pipe(&ends) == 0 else { return nil }
        for end in ends {
            _ = fcntl(end, F_SETFL, O_NONBLOCK)
            _ = fcntl(end, F_SETFD, FD_CLOEXEC)
        }
        reading = ends[0]
        writing = ends[1]
    }

    deinit {
        close(reading)
        close(writing)
    }

    func signal() {
        guard !isSignalled.exchange(true, ordering: .acquiringAndReleasing) else { return }
        var byte: UInt8 = 1
        while write(writing, &byte, 1) < 0, errno == EINTR {}
    }

    func take() {
        _ = Poll.read(reading)
        isSignalled.store(false, ordering: .releasing)
    }
}
