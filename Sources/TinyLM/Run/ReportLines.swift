#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Reports as lines of JSON, each with a checksum of its other fields at its end.
extension TrainingReport {
    /// The report as one line of JSON without its line break; what is not a number is written as `"nan"`, `"inf"`.
    public func line() throws(StorageError) -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        encoder.nonConformingFloatEncodingStrategy = .convertToString(
            positiveInfinity: "inf", negativeInfinity: "-inf", nan: "nan")
        do {
            let fields = try encoder.encode(self).dropLast()
            let check = hexadecimal(checksum(Array(fields).span))
            return String(decoding: fields, as: UTF8.self) + LineCheck.start + check + LineCheck.end
        } catch {
            throw .badData("the report of step \(step) cannot be written: \(error)")
        }
    }
}

/// The last field of a line.
private enum LineCheck {
    static let (start, end) = (",\"checksum\":\"", "\"}")
    static let length = start.utf8.count + 16 + end.utf8.count

    /// Whether a line ends in the checksum of what is before it; nil where it ends in none.
    static func isRight(_ line: ArraySlice<UInt8>) -> Bool? {
        guard line.count > length else { return nil }
        let check = line.suffix(length)
        guard check.starts(with: start.utf8), check.suffix(end.utf8.count).elementsEqual(end.utf8) else { return nil }
        let written = check.dropFirst(start.utf8.count).prefix(16)
        return written.elementsEqual(hexadecimal(checksum(Array(line.dropLast(length)).span)).utf8)
    }
}

/// The reports of a file, and the part of it that holds them.
struct ReportLines: Equatable {
    var reports: [TrainingReport] = []
    /// The bytes from the first line to the last that is kept, its line break included.
    var byteCount = 0
    /// The numbers, from 1, of the lines before that which do not read.
    var damagedLines: [Int] = []

    /// Reads the lines up to the last that is whole and of a step up to `lastStep` (nil keeps none).
    ///
    /// What follows is a line torn when the run ended, or one that the resumed run will write again. Lines before that
    /// which do not read are left out and numbered.
    ///
    /// - Parameter requiringChecks: Whether a line without checksum is damaged; the first format of runs had none.
    init(_ bytes: [UInt8], upTo lastStep: Int?, requiringChecks: Bool) {
        guard let lastStep, lastStep >= 0 else { return }
        let decoder = JSONDecoder()
        decoder.nonConformingFloatDecodingStrategy = .convertFromString(
            positiveInfinity: "inf", negativeInfinity: "-inf", nan: "nan")
        var start = 0
        var number = 0
        var leftOut: [Int] = []
        while let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) {
            number += 1
            let line = bytes[start..<end]
            start = end + 1
            guard LineCheck.isRight(line) ?? !requiringChecks,
                let report = try? decoder.decode(TrainingReport.self, from: Data(line)), report.isPossible,
                report.step >= reports.last?.step ?? 0, report.step <= lastStep
            else {
                leftOut.append(number)
                continue
            }
            damagedLines += leftOut
            leftOut = []
            reports.append(report)
            byteCount = start
        }
    }

    /// What of a run's reports up to a step is missing or damaged, in one line, or nil where nothing is.
    func fault(upTo lastStep: Int, of description: RunDescription, file: String) -> String? {
        let due = ReportSchedule.steps(of: description.recipe.steps, upTo: lastStep)
        let missing = due.count - Set(due).intersection(reports.map(\.step)).count
        guard missing > 0 || !damagedLines.isEmpty else { return nil }
        let lines =
            damagedLines.isEmpty
            ? "" : ": line \(damagedLines[0])\(damagedLines.count > 1 ? " and others" : "") cannot be read"
        return "\(file) lacks \(missing) of the \(due.count) reports up to step \(lastStep)\(lines)"
    }
}

extension TrainingReport {
    /// Whether the counts are such that arithmetic on them is safe.
    fileprivate var isPossible: Bool {
        let counts = [step, tokensSeen, heldOut?.tokenCount, heldOut?.rowCount].compactMap { $0 }
        return (counts + (abilities ?? [:]).values.map(\.itemCount)).allSatisfy { (0...1 << 60).contains($0) }
    }
}
