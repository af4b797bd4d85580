import Platform
import Synchronization

/// Whether the person, or the system, has asked a long command to end.
///
/// The first signal only sets a flag, so that the work is saved; the second ends the process as it would have without us.
/// A reader who is gone asks too.
enum Interruption {
    private static let signalNumber = Atomic<Int32>(0)
    private static let continuationCount = Atomic<Int>(0)

    /// From now on, SIGINT, SIGTERM and SIGHUP ask, those that the caller has the process ignore (as `nohup` does) left
    /// out; a closed pipe is found when it is written to.
    static func listen() {
        for number in [SIGINT, SIGTERM, SIGHUP] where !SignalDisposition.isIgnored(number) {
            signal(number) { number in
                Interruption.signalNumber.store(number, ordering: .relaxed)
                signal(number, SIG_DFL)
            }
        }
        signal(SIGPIPE, SIG_IGN)
        signal(SIGCONT) { _ in Interruption.continuationCount.wrappingAdd(1, ordering: .relaxed) }
    }

    static var isWanted: Bool { signalNumber.load(ordering: .relaxed) != 0 }

    /// Nobody reads standard output any more: to go on would be for nobody. A signal that has asked before stays.
    static func noteClosedPipe() {
        _ = signalNumber.compareExchange(expected: 0, desired: SIGPIPE, ordering: .relaxed)
    }

    static var isClosedPipe: Bool { signalNumber.load(ordering: .relaxed) == SIGPIPE }

    /// The status of a command that was ended so: 128 and the signal's number, as a shell says it.
    static var status: Int32 { 128 + signalNumber.load(ordering: .relaxed) }

    /// How often the process was stopped and went on.
    static var continuations: Int { continuationCount.load(ordering: .relaxed) }
}
