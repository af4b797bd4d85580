/// A thread of the operating system, for work that must not wait for Swift's own task pool or hold it up.
public struct SystemThread: @unchecked Sendable {
    // Sendable: a handle is only a name, which is joined once.
    private let handle: pthread_t

    /// Starts a thread that runs `body`; nil where the system has no more threads.
    public init?(_ body: @escaping @Sendable () -> Void) {
        let argument = Unmanaged.passRetained(Body(body))
        #if canImport(Darwin)
            var created: pthread_t?
            let result = pthread_create(&created, nil, { Body.run($0) }, argument.toOpaque())
        #else
            var thread = pthread_t()
            let result = pthread_create(&thread, nil, { Body.run($0) }, argument.toOpaque())
            let created: pthread_t? = thread
        #endif
        guard result == 0, let created else {
            argument.release()
            return nil
        }
        handle = created
    }

    /// Waits until the thread has ended. To be called once.
    public func join() { pthread_join(handle, nil) }

    /// Gives the calling thread, and threads that it starts, the lowest priority: it runs where nobody else wants to.
    public static func lowerPriority() {
        #if canImport(Darwin)
            pthread_set_qos_class_self_np(QOS_CLASS_BACKGROUND, 0)
        #elseif canImport(Glibc)
            // On Linux a thread has a priority of its own, and 0 is the calling thread.
            setpriority(__priority_which_t(PRIO_PROCESS.rawValue), 0, 19)
        #else
            setpriority(PRIO_PROCESS, 0, 19)
        #endif
    }
}

private final class Body: Sendable {
    private let work: @Sendable () -> Void

    init(_ work: @escaping @Sendable () -> Void) { self.work = work }

    /// `argument` is the retained body that the thread was started with.
    static func run(_ argument: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
        if let argument { Unmanaged<Body>.fromOpaque(argument).takeRetainedValue().work() }
        return nil
    }
}
