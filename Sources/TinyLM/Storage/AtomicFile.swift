import Platform

/// Files that are there whole or not at all.
public enum AtomicFile {
    /// Writes the bytes under `path` with `.part` behind it and renames it when the disk has it, so that whoever reads
    /// `path` finds the earlier file or this one, whatever happens meanwhile.
    ///
    /// Throws 73 where nothing can be made, 74 where writing fails; the earlier file stays and the part is removed.
    public static func write(_ bytes: [UInt8], to path: String) throws(StorageError) {
        try FileStep.run(FileStep.replacing(path, with: bytes))
    }

    /// Throws 73 where `write` could make nothing.
    public static func requirePlace(for path: String) throws(StorageError) {
        let part = FileStep.part(of: path)
        try FileStep.run([.write([], to: part)])
        SystemCall.unlink(part)
    }
}

/// One change of the file system. A plan is a list of them, so that a test can stop it anywhere.
enum FileStep: Equatable {
    /// Writes a new file, and waits until the disk has it.
    case write([UInt8], to: String)
    case rename(from: String, to: String)
    /// Waits until the disk has the folder's new names.
    case synchronize(folder: String)

    /// The name of a file that is not whole yet.
    static func part(of path: String) -> String { path + ".part" }

    static func replacing(_ path: String, with bytes: [UInt8]) -> [FileStep] {
        [
            .write(bytes, to: part(of: path)), .rename(from: part(of: path), to: path),
            .synchronize(folder: folder(of: path)),
        ]
    }

    /// Takes the steps in their order; where one fails, what the steps had written and not yet renamed is removed.
    static func run(_ steps: [FileStep]) throws(StorageError) {
        do throws(StorageError) {
            for step in steps { try step.run() }
        } catch {
            for case .write(_, let path) in steps { SystemCall.unlink(path) }
            throw error
        }
    }

    func run() throws(StorageError) {
        switch self {
        case .write(let bytes, let path): try Self.writeWhole(bytes, to: path)
        case .rename(let old, let new): guard SystemCall.rename(old, new) == 0 else { throw .unwritten(new) }
        case .synchronize(let folder): Self.synchronizeNames(in: folder)
        }
    }

    private static func writeWhole(_ bytes: [UInt8], to path: String) throws(StorageError) {
        let file = SystemCall.open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
        guard file >= 0 else { throw errno == ENOSPC || errno == EDQUOT ? .unwritten(path) : .uncreatable(path) }
        guard SystemCall.writeAll(bytes, to: file), fsync(file) == 0 else {
            let error = StorageError.unwritten(path)
            close(file)
            throw error
        }
        guard close(file) == 0 else { throw .unwritten(path) }
    }

    /// Some file systems refuse it; the files themselves are safe already, so that nothing is lost but the newest name.
    private static func synchronizeNames(in folder: String) {
        let descriptor = SystemCall.open(folder, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return }
        fsync(descriptor)
        close(descriptor)
    }

    private static func folder(of path: String) -> String {
        guard let slash = path.lastIndex(of: "/") else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }
}
