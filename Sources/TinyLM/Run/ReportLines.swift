#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Reports as lines of JSON.
extension TrainingReport {
    /// The report as one line of JSON without its line break; what is not a number is written as `"nan"`, `"inf"`.
    public func line() throws(StorageError) -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        encoder.nonConformingFloatEncodingStrategy = .convertToString(
            positiveInfinity: "inf", negativeInfinity: "-inf", nan: "nan")
        do {
            return String(decoding: try encoder.encode(self), as: UTF8.self)
        } catch {
            throw .badData("the report of step \(step) can not be written: \(error)")
        }
    }
}

/// The reports of a file, and the part of it that holds them.
struct ReportLines: Equatable {
    var reports: [TrainingReport] = []
    /// The bytes from the first line to the last that is kept, its line break included.
    var byteCount = 0

    /// Reads the lines up to the last that is whole and of a step up to `lastStep` (nil keeps none).
    ///
    /// What follows is a line torn when the run ended, or one that the resumed run will write again. Throws 65 with the
    /// line's number where a line before that can not be read; `file` is the name in the error.
    init(_ bytes: [UInt8], upTo lastStep: Int?, file: String) throws(StorageError) {
        guard let lastStep, lastStep >= 0 else { return }
        let decoder = JSONDecoder()
        decoder.nonConformingFloatDecodingStrategy = .convertFromString(
            positiveInfinity: "inf", negativeInfinity: "-inf", nan: "nan")
        var start = 0
        var number = 0
        var firstLeftOut: Int?
        while let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) {
            number += 1
            let report = Self.report(bytes[start..<end], decoder)
            start = end + 1
            guard let report, (reports.last?.step ?? 0)...lastStep ~= report.step else {
                firstLeftOut = firstLeftOut ?? number
                continue
            }
            if let firstLeftOut {
                throw .badData("\(file), line \(firstLeftOut) is damaged; remove it, or train again")
            }
            reports.append(report)
            byteCount = start
        }
    }

    private static func report(_ line: ArraySlice<UInt8>, _ decoder: JSONDecoder) -> TrainingReport? {
        guard let report = try? decoder.decode(TrainingReport.self, from: Data(line)) else { return nil }
        return report.step >= 0 && report.tokensSeen >= 0 ? report : nil
    }
}
