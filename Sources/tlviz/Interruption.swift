import Synchronization

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// Whether the person, or the system, has asked a long command to end.
///
/// The first signal only sets a flag, so that the work is saved; the second ends the process as it would have without us.
enum Interruption {
    private static let isAsked = Atomic<Bool>(false)

    /// From now on, SIGINT, SIGTERM and SIGHUP ask.
    static func listen() {
        for number in [SIGINT, SIGTERM, SIGHUP] {
            signal(number) { number in
                Interruption.isAsked.store(true, ordering: .relaxed)
                signal(number, SIG_DFL)
            }
        }
    }

    static var isWanted: Bool { isAsked.load(ordering: .relaxed) }
}
