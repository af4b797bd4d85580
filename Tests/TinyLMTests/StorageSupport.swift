import Foundation

@testable import TinyLM

/// A new folder that is gone after `body`.
func withTemporaryFolder<Result>(_ body: (String) throws -> Result) throws -> Result {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("tinylm-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    return try body(folder.path)
}

func write(_ bytes: some Sequence<UInt8>, _ path: String) throws {
    try Data(bytes).write(to: URL(fileURLWithPath: path))
}

func names(in folder: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
}

/// The exit code that `body` throws, 0 where it throws nothing.
func exitCode(_ body: () throws(StorageError) -> Void) -> Int32 {
    do throws(StorageError) {
        try body()
        return 0
    } catch {
        return error.exitCode
    }
}

let sampleText = """
    The fox near the rivers sees the fox; 12 foxes, 345 rivers!  Is the river near?
    	naïve café — 東京 🦊 the the the fox fox near near the rivers rivers\r\n
    """

let sampleTokenizer = BytePairEncoding(training: Array(sampleText.utf8), vocabularyCount: 300)

let sampleTensors = TensorFile(
    metadata: ["note": "a \"quoted\" \\ line\nand a second, naïve", "step": "12"],
    tensors: [
        .init(name: "scale", shape: [], values: [-0.0]),
        .init(
            name: "weights \"of\" é", shape: [2, 3],
            values: [1, -2.5, .infinity, .leastNonzeroMagnitude, 3.25, 65_504]),
        .init(name: "empty", shape: [0, 5], values: []),
        .init(name: "bias", shape: [3], values: [0.1, 0.2, -.greatestFiniteMagnitude]),
    ])

func sampleDescription(vocabularyCount: Int = 468) -> RunDescription {
    RunDescription(
        programVersion: "0.1.0", seed: .max, worldVersion: 1, size: .extraSmall,
        shape: ModelShape(.extraSmall, vocabularyCount: vocabularyCount, context: 64), tokenizer: .world,
        recipe: TrainingRecipe(peakLearningRate: 0.015), date: "2026-11-30T12:00:00Z", processor: "a processor / two")
}

func sampleReport(step: Int, gradientNorm: Double = .nan) -> TrainingReport {
    TrainingReport(
        step: step, tokensSeen: step * 1024, crossEntropy: 6.2, learningRate: 0.015, gradientNorm: gradientNorm,
        tokensPerSecond: 1e5, seconds: 0.25,
        abilities: step % 2 == 0
            ? [
                "copy": AbilityReport(
                    exactMatch: 0.5, probability: 0.25, crossEntropy: 1.5, editSimilarity: 0.75, itemCount: 200,
                    standardError: 0.035)
            ] : nil,
        heldOut: step % 2 == 1
            ? HeldOutLoss(crossEntropy: 2.5, standardError: 0.1, bitsPerByte: 1.5, tokenCount: 640, rowCount: 10) : nil)
}

func sampleCheckpoint(step: Int) -> Checkpoint {
    let tensor = TensorFile.Tensor(name: "embedding", shape: [2, 2], values: [Float(step), 1, 2, 3])
    return Checkpoint(
        step: step, tokensSeen: step * 1024, parameters: [tensor], firstMoments: [tensor], secondMoments: [tensor],
        notes: ["spare": "0"])
}

extension RandomNumberGenerator {
    /// A number from 0 to one less than `bound`, 1 or more.
    mutating func number(below bound: Int) -> Int { Int.random(in: 0..<bound, using: &self) }
}
