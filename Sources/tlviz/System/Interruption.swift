import Platform
import Synchronization

/// Whether the person, or the system, has asked a long command to end.
///
/// The first signal only sets a flag, so that the work is saved; the second ends the process as it would have without us.
enum Interruption {
    private static let signalNumber = Atomic<Int32>(0)

    /// From now on, SIGINT, SIGTERM and SIGHUP ask.
    static func listen() {
        for number in [SIGINT, SIGTERM, SIGHUP] {
            signal(number) { number in
                Interruption.signalNumber.store(number, ordering: .relaxed)
                signal(number, SIG_DFL)
            }
        }
    }

    static var isWanted: Bool { signalNumber.load(ordering: .relaxed) != 0 }

    /// The status of a command that was ended so: 128 and the signal's number, as a shell says it.
    static var status: Int32 { 128 + signalNumber.load(ordering: .relaxed) }
}
