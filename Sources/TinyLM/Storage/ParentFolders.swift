import Platform

/// Makes the folders that lead to a path, where they are missing. Throws 73 where one cannot be made.
public func makeParentFolders(of path: String) throws(StorageError) {
    for index in path.indices.dropFirst() where path[index] == "/" {
        let folder = String(path[..<index])
        guard SystemCall.mkdir(folder, 0o777) == 0 || errno == EEXIST || errno == EISDIR else {
            throw .uncreatable(folder)
        }
    }
}
