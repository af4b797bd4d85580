import Scene
import TinyLM

/// What is kept of the person at the start of the full screen.
struct KeptProgress {
    /// nil where nothing is kept.
    var progress: LearningProgress?
    var file: ProgressFile?
    /// What the file held.
    var base: LearningProgress?
    /// What is to be said of it.
    var notice: KeepingNotice?

    /// Nothing is kept.
    static let none = KeptProgress()

    /// Reads the file; one that is damaged is set aside, and a new one begun.
    static func open(_ file: ProgressFile?) -> KeptProgress {
        guard let file else { return .none }
        switch file.read() {
        case .nothing: return KeptProgress(progress: LearningProgress(), file: file)
        case .progress(let progress): return KeptProgress(progress: progress, file: file, base: progress)
        case .newer: return KeptProgress(notice: .newer(file: file.path))
        case .unreadable(let reason): return KeptProgress(notice: .unreadable(file: file.path, reason: reason))
        case .damaged(let reason):
            do throws(StorageError) {
                let name = try file.setAside()
                return KeptProgress(
                    progress: LearningProgress(), file: file,
                    notice: .setAside(file: file.path, keptAs: name, reason: reason))
            } catch {
                return KeptProgress(notice: .unreadable(file: file.path, reason: reason))
            }
        }
    }

    /// What `tlviz doctor` says of the file: what is so, and why. It changes nothing.
    static func finding(_ file: ProgressFile?, isAsked: Bool) -> (result: String, reason: String) {
        guard isAsked else { return ("not kept", "asked for") }
        guard let file else { return ("not kept", "neither XDG_STATE_HOME nor HOME names a folder") }
        switch file.read() {
        case .nothing: return ("kept", "\(file.path), from the first start on")
        case .progress: return ("kept", file.path)
        case .newer: return ("not kept", "\(file.path) is of a newer tlviz, and stays as it is")
        case .unreadable(let reason): return ("not kept", "\(file.path) cannot be read: \(reason)")
        case .damaged(let reason):
            return ("damaged", "\(file.path), \(reason): the next start sets it aside and begins a new one")
        }
    }
}
