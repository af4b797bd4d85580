import Evidence
import TinyLM

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

extension Recordings {
    /// What the recorded youth was like at each of its reports. Throws 65, naming the line, where the file is damaged.
    public static func moments() throws(StorageError) -> [Moment] {
        let decoder = JSONDecoder()
        var moments: [Moment] = []
        for (index, line) in RecordedFile.youth.bytes.split(separator: UInt8(ascii: "\n")).enumerated() {
            guard let moment = try? decoder.decode(Moment.self, from: Data(line)) else {
                throw StorageError("\(RecordedFile.youth.path), line \(index + 1) is damaged", exitCode: 65)
            }
            moments.append(moment)
        }
        return moments
    }
}
