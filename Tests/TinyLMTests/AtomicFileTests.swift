import Foundation
import Testing

@testable import TinyLM

@Test func aFileIsReplacedWhole() throws {
    try withTemporaryFolder { folder in
        let path = "\(folder)/file"
        try AtomicFile.write([1, 2, 3], to: path)
        try AtomicFile.write([4], to: path)
        #expect(try readFile(path, limit: 10) == [4])
        #expect(try names(in: folder) == ["file"])
    }
}

@Test func aFullDiskLeavesTheEarlierFile() throws {
    guard FileManager.default.fileExists(atPath: "/dev/full") else { return }
    try withTemporaryFolder { folder in
        let path = "\(folder)/file"
        try AtomicFile.write([1, 2, 3], to: path)
        try FileManager.default.createSymbolicLink(atPath: path + ".part", withDestinationPath: "/dev/full")
        #expect(exitCode { () throws(StorageError) in try AtomicFile.write([4], to: path) } == 74)
        #expect(try readFile(path, limit: 10) == [1, 2, 3])
        #expect(try names(in: folder) == ["file"])
    }
}

@Test func whereNothingCanBeMadeTheErrorIs73() throws {
    try withTemporaryFolder { folder in
        #expect(exitCode { () throws(StorageError) in try AtomicFile.write([4], to: "\(folder)/no/file") } == 73)
        try AtomicFile.write([1], to: "\(folder)/file")
        #expect(exitCode { () throws(StorageError) in try AtomicFile.write([4], to: "\(folder)/file/file") } == 73)
        // To be root is to be allowed.
        guard getuid() != 0 else { return }
        try FileManager.default.setAttributes([.posixPermissions: 0o500], ofItemAtPath: folder)
        #expect(exitCode { () throws(StorageError) in try AtomicFile.write([4], to: "\(folder)/new") } == 73)
        try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: folder)
    }
}

@Test func whatIsNoFileIsNotRead() throws {
    try withTemporaryFolder { folder in
        let pipe = "\(folder)/pipe"
        #expect(mkfifo(pipe, 0o600) == 0)
        for path in [folder, pipe, "\(folder)/nothing", "/dev/zero", "\(folder)/pipe/x", ""] {
            #expect(exitCode { () throws(StorageError) in _ = try readFile(path, limit: 10) } == 66, "\(path)")
            #expect(exitCode { () throws(StorageError) in _ = try ReadableFile(path) } == 66, "\(path)")
        }
        try write([1, 2, 3], "\(folder)/file")
        #expect(exitCode { () throws(StorageError) in _ = try readFile("\(folder)/file", limit: 2) } == 65)
        guard getuid() != 0 else { return }
        try FileManager.default.setAttributes([.posixPermissions: 0o000], ofItemAtPath: "\(folder)/file")
        #expect(exitCode { () throws(StorageError) in _ = try readFile("\(folder)/file", limit: 10) } == 77)
    }
}
