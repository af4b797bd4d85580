import Platform

/// The system's calls that take a path, for names of any bytes (`FileName`); each returns what the system does, with `errno`.
public enum SystemCall {
    /// The path as the system takes it, its closing zero included.
    private static func path(_ text: String) -> [CChar] { FileName.bytes(text).map(CChar.init(bitPattern:)) + [0] }

    public static func open(_ path: String, _ flags: Int32, _ mode: mode_t = 0) -> Int32 {
        systemOpen(Self.path(path), flags, mode)
    }

    public static func rename(_ old: String, _ new: String) -> Int32 { systemRename(path(old), path(new)) }

    @discardableResult
    public static func unlink(_ path: String) -> Int32 { systemUnlink(Self.path(path)) }

    /// Writes all of the bytes; false, with `errno`, where the system takes no more.
    public static func writeAll(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
        var written = 0
        while written < bytes.count {
            let count = bytes.withUnsafeBytes { buffer in
                let rest = UnsafeRawBufferPointer(rebasing: buffer[written...])
                return systemWrite(descriptor, rest.baseAddress, rest.count)
            }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return false }
            written += count
        }
        return true
    }

    static func mkdir(_ path: String, _ mode: mode_t) -> Int32 { systemMakeFolder(Self.path(path), mode) }

    public static func exists(_ path: String) -> Bool { access(Self.path(path), F_OK) == 0 }

    /// The names in a folder, without those of itself and of its parent; nil where it cannot be read.
    static func names(in folder: String) -> [String]? {
        guard let folder = opendir(path(folder)) else { return nil }
        defer { closedir(folder) }
        var names: [String] = []
        while let entry = readdir(folder) {
            let name = withUnsafeBytes(of: &entry.pointee.d_name) { FileName.text($0.prefix { $0 != 0 }) }
            if name != ".", name != ".." { names.append(name) }
        }
        return names
    }

    /// A path from the root of the file system, through the folder in which the program was started.
    public static func absolutePath(_ path: String) -> String {
        guard !path.hasPrefix("/"), let folder = getcwd(nil, 0) else { return path }
        defer { free(folder) }
        let bytes = UnsafeBufferPointer(start: folder, count: strlen(folder)).map(UInt8.init(bitPattern:))
        let name = FileName.text(bytes)
        return name == "/" ? "/" + path : name + "/" + path
    }
}

private func systemOpen(_ path: [CChar], _ flags: Int32, _ mode: mode_t) -> Int32 { open(path, flags, mode) }
private func systemRename(_ old: [CChar], _ new: [CChar]) -> Int32 { rename(old, new) }
private func systemUnlink(_ path: [CChar]) -> Int32 { unlink(path) }
private func systemMakeFolder(_ path: [CChar], _ mode: mode_t) -> Int32 { mkdir(path, mode) }
private func systemWrite(_ descriptor: Int32, _ bytes: UnsafeRawPointer?, _ count: Int) -> Int {
    write(descriptor, bytes, count)
}
