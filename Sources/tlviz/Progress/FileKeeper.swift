import Platform
import Scene

/// Keeps progress in a file, on a thread of its own: no picture waits for a disk.
struct FileKeeper: ProgressKeeper {
    private let desk: Desk
    private var thread: SystemThread?

    /// - Parameters:
    ///   - base: What the file held when it was read.
    ///   - wake: Called on any thread where there is something to say.
    init(_ file: ProgressFile, base: LearningProgress?, wake: @escaping @Sendable () -> Void) {
        desk = Desk(file, base: base, wake: wake)
    }

    mutating func keep(_ progress: LearningProgress) {
        guard desk.put(progress) else { return }
        thread?.join()
        let desk = desk
        thread = SystemThread { desk.work() }
        if thread == nil { desk.work() }
    }

    func takeNotice() -> KeepingNotice? { desk.takeNotice() }

    mutating func end() {
        thread?.join()
        thread = nil
    }
}

/// The progress that is still to be written, and what is to be said of it.
private final class Desk: Sendable {
    private let file: ProgressFile
    private let wake: @Sendable () -> Void
    private let state: Monitor<State>

    private struct State: Sendable {
        var base: LearningProgress?
        /// What lies to be written; the newest takes the place of one that nobody has begun with.
        var waiting: LearningProgress?
        var isAtWork = false
        /// The file is not ours to write.
        var isClosed = false
        var notice: KeepingNotice?
        /// A fault that lasts is said once.
        var wasSaid = false
    }

    init(_ file: ProgressFile, base: LearningProgress?, wake: @escaping @Sendable () -> Void) {
        self.file = file
        self.wake = wake
        state = Monitor(State(base: base))
    }

    /// Lays progress down; whether somebody has to come and work.
    func put(_ progress: LearningProgress) -> Bool {
        state.change { state in
            guard !state.isClosed else { return false }
            state.waiting = progress
            defer { state.isAtWork = true }
            return !state.isAtWork
        }
    }

    func takeNotice() -> KeepingNotice? {
        state.change { state in
            defer { state.notice = nil }
            return state.notice
        }
    }

    /// Writes until nothing lies there.
    func work() {
        while let (progress, base) = next() {
            let (written, notice) = file.write(progress, since: base)
            let isNews = state.change { state in
                if let written { state.base = written }
                if case .newer = notice { state.isClosed = true }
                if case .unreadable = notice { state.isClosed = true }
                guard let notice, !state.wasSaid else { return false }
                state.notice = notice
                state.wasSaid = written == nil
                return true
            }
            if isNews { wake() }
        }
    }

    private func next() -> (LearningProgress, LearningProgress?)? {
        state.change { state in
            guard let progress = state.waiting, !state.isClosed else {
                state.isAtWork = false
                return nil
            }
            state.waiting = nil
            return (progress, state.base)
        }
    }
}
