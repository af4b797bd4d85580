import Evidence
import TinyLM

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

extension Recordings {
    /// The run of which it is recorded what it wrote, predicted and looked like.
    public static let trajectoryRun = "M-12.3M-1"

    /// What that run was like at each of its reports. Throws 65, naming the line, where the file is damaged.
    public static func snapshots() throws(StorageError) -> [CheckpointSnapshot] {
        let decoder = JSONDecoder()
        var snapshots: [CheckpointSnapshot] = []
        for (index, line) in RecordedFile.trajectory.lines.enumerated() {
            let json = Data(RecordedFile.trajectory.bytes(line))
            guard let snapshot = try? decoder.decode(CheckpointSnapshot.self, from: json) else {
                throw StorageError("\(RecordedFile.trajectory.path), line \(index + 1) is damaged", exitCode: 65)
            }
            snapshots.append(snapshot)
        }
        return snapshots
    }

    /// The result of an experiment. Throws 65 where the file is damaged.
    static func experiment<Result: Decodable>(_ file: RecordedFile, _: Result.Type) throws(StorageError) -> Result {
        let json = Data(file.bytes(0..<file.byteCount))
        guard let record = try? JSONDecoder().decode(Recorded<Result>.self, from: json) else {
            throw StorageError("\(file.path) is damaged; build tlviz again", exitCode: 65)
        }
        return record.result
    }
}

/// What is read of the file of an experiment.
private struct Recorded<Result: Decodable>: Decodable {
    var result: Result
}
