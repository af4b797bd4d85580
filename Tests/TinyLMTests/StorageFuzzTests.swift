import Foundation
import Testing
import TestSupport

@testable import TinyLM

/// Damaged files of every kind: each is an error or reads as what it was, and none is a trap. `TLVIZ_FUZZ_INPUTS` sets
/// how many.
@Test func damagedFilesAreErrorsOrEqualValues() throws {
    let inputs = ProcessInfo.processInfo.environment["TLVIZ_FUZZ_INPUTS"].flatMap(Int.init) ?? 100_000
    var source = RandomSource(seed: printedSeed(of: "storage fuzz, \(inputs) inputs"))
    let formats = try formats()
    var errors = 0
    for input in 0..<inputs {
        let format = formats[input % formats.count]
        let bytes = mutated(format.bytes, &source)
        do throws(StorageError) {
            let isEqual = try format.reads(bytes)
            if !isEqual, bytes != format.bytes { Issue.record("input \(input), \(format.name): \(bytes)") }
        } catch {
            errors += 1
            if error.message.contains("\n") || ![65, 66].contains(error.exitCode) {
                Issue.record("input \(input), \(format.name): \(error)")
            }
        }
    }
    #expect(errors > inputs / 4)
}

private struct Format {
    var name: String
    var bytes: [UInt8]
    /// Whether bytes read as the value that the whole file holds, or are no fault of its reader.
    var reads: ([UInt8]) throws(StorageError) -> Bool
}

private func formats() throws -> [Format] {
    let description = sampleDescription()
    let reports = (0...3).map { sampleReport(step: $0, gradientNorm: 2.5) }
    let lines = try reports.map { try $0.line() + "\n" }.joined()
    let foreign = try foreignTensors()
    let half = try TensorFile(safetensors: sampleTensors.safetensors(precision: .half), file: "half")
    return [
        Format(name: "run", bytes: try description.json()) { bytes throws(StorageError) in
            try RunDescription(json: bytes, file: "run") == description
        },
        Format(name: "tokenizer", bytes: try sampleTokenizer.json()) { bytes throws(StorageError) in
            try BytePairEncoding(json: bytes, file: "tokenizer") == sampleTokenizer
        },
        Format(name: "tensors", bytes: sampleTensors.safetensors()) { bytes throws(StorageError) in
            try TensorFile(safetensors: bytes, file: "tensors", requiringChecksum: true) == sampleTensors
        },
        Format(name: "half", bytes: sampleTensors.safetensors(precision: .half)) { bytes throws(StorageError) in
            try TensorFile(safetensors: bytes, file: "half", requiringChecksum: true) == half
        },
        // The others carry no checksum: other numbers are other files.
        Format(name: "foreign", bytes: foreign) { bytes throws(StorageError) in
            let file = try TensorFile(safetensors: bytes, file: "foreign")
            return file.tensors.allSatisfy { $0.values.count == $0.shape.reduce(1, *) }
        },
        Format(name: "reports", bytes: Array(lines.utf8)) { bytes throws(StorageError) in
            let kept = ReportLines(bytes, upTo: 3, requiringChecks: true)
            if kept.reports.count < 4 { throw .badData("reports") }
            return kept.reports == reports
        },
        Format(name: "corpus", bytes: Array(sampleText.utf8)) { bytes throws(StorageError) in
            let tokenizer = BytePairEncoding(training: bytes, vocabularyCount: 270)
            var encoder = TextEncoder(tokenizer)
            guard !bytes.isEmpty, encoder.add(bytes, isLast: true) == nil else { throw .badData("corpus") }
            let corpus = try Corpus(
                encoder.tokens, fileEnds: [encoder.tokens.count], tokenizer: tokenizer, rule: .spreadBlocks, seed: 1,
                rowLength: 9)
            return corpus.row(at: 0, length: 9).tokens.count == 9
        },
    ]
}

private func foreignTensors() throws -> [UInt8] {
    let header = """
        {"__metadata__":{"format":"pt"},"a":{"dtype":"BF16","shape":[2,1],"data_offsets":[0,4]},\
        "b":{"dtype":"I64","shape":[1],"data_offsets":[4,12]}}
        """
    return withUnsafeBytes(of: UInt64(header.utf8.count).littleEndian, Array.init) + Array(header.utf8)
        + Array(repeating: 7, count: 12)
}

/// Bits turned, bytes replaced, removed, repeated or moved, numbers made large, the end cut off: one to four of them.
private func mutated(_ bytes: [UInt8], _ source: inout RandomSource) -> [UInt8] {
    var bytes = bytes
    for _ in 0...source.number(below: 4) {
        guard !bytes.isEmpty else { return bytes }
        let place = source.number(below: bytes.count)
        let length = 1 + source.number(below: min(bytes.count - place, 1 + source.number(below: 64)))
        switch source.number(below: 8) {
        case 0...1: bytes[place] ^= 1 << source.number(below: 8)
        case 2: bytes[place] = UInt8(source.number(below: 256))
        case 3: bytes.removeSubrange(place..<place + length)
        case 4: bytes.insert(contentsOf: bytes[place..<place + length], at: source.number(below: bytes.count))
        case 5: bytes.removeLast(length)
        case 6: bytes.insert(contentsOf: Array("[{\"-9:,]}e".utf8.shuffled(using: &source).prefix(length)), at: place)
        default:
            let digit = bytes[place...].firstIndex { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) } ?? place
            bytes.replaceSubrange(
                digit...digit, with: Array(["9223372036854775807", "-1", "1e99", "0"][length % 4].utf8))
        }
    }
    return bytes
}
