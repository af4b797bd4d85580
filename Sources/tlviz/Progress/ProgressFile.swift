import Engine
import Platform
import Scene
import TinyLM

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// The file in which a person's progress is kept: JSON that can be read, there whole or not at all.
struct ProgressFile: Sendable {
    let path: String

    /// What such a file can be.
    enum Contents: Equatable {
        /// There is none.
        case nothing
        case progress(LearningProgress)
        /// It is not what this program wrote.
        case damaged(reason: String)
        /// A newer program wrote it.
        case newer
        case unreadable(reason: String)
    }

    /// The person's, in the state folder; nil where the environment names no home.
    static var standard: ProgressFile? { StateFolder.standard.map { ProgressFile(path: $0 + "/progress.json") } }

    /// A file of more bytes was written by no program.
    private static let mostBytes = 1 << 20
    private static let noInput: Int32 = 66
    private static let badData: Int32 = 65

    func read() -> Contents {
        let bytes: [UInt8]
        do throws(StorageError) {
            bytes = try readFile(path, limit: Self.mostBytes)
        } catch {
            if error.exitCode == Self.badData { return .damaged(reason: "it is too large") }
            let isThere = error.exitCode != Self.noInput || SystemCall.exists(path)
            return isThere ? .unreadable(reason: error.reason) : .nothing
        }
        let decoder = JSONDecoder()
        guard let version = try? decoder.decode(Version.self, from: Data(bytes)) else {
            return .damaged(reason: "no version is in it")
        }
        guard version.version <= LearningProgress.version else { return .newer }
        guard version.version > 0, let progress = try? decoder.decode(LearningProgress.self, from: Data(bytes)) else {
            return .damaged(reason: "not what tlviz writes")
        }
        return .progress(progress)
    }

    private struct Version: Decodable { var version: Int }

    /// Gives a damaged file another name, the first that nobody has, and says which.
    func setAside() throws(StorageError) -> String {
        for number in 1...Self.mostSetAside {
            let other = "\(path).damaged-\(number)"
            guard !SystemCall.exists(other) else { continue }
            guard SystemCall.rename(path, other) == 0 else {
                throw StorageError("\(path) cannot be renamed: \(String(cString: strerror(errno))); ", exitCode: 73)
            }
            return String(other.split(separator: "/").last ?? "")
        }
        throw StorageError("\(path) cannot be renamed: too many damaged files; remove some", exitCode: 73)
    }

    private static let mostSetAside = 1000

    /// Writes progress together with what another program kept since `base`. Returns what the file holds then, and
    /// what is to be said; where nothing may be written, the first is nil.
    func write(_ progress: LearningProgress, since base: LearningProgress?) -> (LearningProgress?, KeepingNotice?) {
        do throws(StorageError) {
            try makeParentFolders(of: path)
            let lock = try FolderLock(String(path[..<(path.lastIndex(of: "/") ?? path.startIndex)]))
            defer { lock.release() }
            var (whole, notice) = (progress, KeepingNotice?.none)
            switch read() {
            case .nothing: break
            case .progress(let other): whole = progress.merged(with: other, since: base)
            case .damaged(let reason):
                notice = .setAside(file: path, keptAs: try setAside(), reason: reason)
            case .newer: return (nil, .newer(file: path))
            case .unreadable(let reason): return (nil, .unreadable(file: path, reason: reason))
            }
            try AtomicFile.write(Array(readableJSON(whole).utf8), to: path)
            return (whole, notice)
        } catch {
            return (nil, .unwritten(file: path, reason: error.reason))
        }
    }
}

/// The right to write in a folder, held until it is released or the process ends: of two programs one waits for the
/// other.
private struct FolderLock {
    private let descriptor: Int32

    private static let attempts = 100
    private static let microsecondsBetween: UInt32 = 20_000

    /// Throws 73 where the folder cannot be opened, 75 where another program holds it for long.
    init(_ folder: String) throws(StorageError) {
        let opened = SystemCall.open(folder, O_RDONLY | O_CLOEXEC)
        guard opened >= 0 else {
            throw StorageError("\(folder) cannot be opened: \(String(cString: strerror(errno))); ", exitCode: 73)
        }
        for _ in 0..<Self.attempts {
            if flock(opened, LOCK_EX | LOCK_NB) == 0 {
                descriptor = opened
                return
            }
            // A file system without locks has no other program wait either.
            guard errno == EWOULDBLOCK || errno == EINTR else {
                descriptor = opened
                return
            }
            usleep(Self.microsecondsBetween)
        }
        close(opened)
        throw StorageError("\(folder) cannot be written: another tlviz is writing there; ", exitCode: 75)
    }

    func release() { close(descriptor) }
}
