import CKernels

/// How fast this machine trains.
public enum TrainingBenchmark {
    /// The speed of one size on so many threads.
    public struct Speed: Equatable, Sendable {
        public var size: ModelSize
        public var parameterCount: Int
        public var threads: Int
        public var tokensPerSecond: Double
        /// Of all the model's floating-point operations, in billions a second.
        public var gigaflopPerSecond: Double
        /// The numbers that training keeps, in bytes.
        public var byteCount: Int
    }

    /// Tokens drawn evenly in full rows: the most work that rows of a length can be.
    private struct EvenText: TrainingText {
        var vocabularyCount: Int

        func row(at index: Int, length: Int) -> TrainingRow {
            var source = RandomSource(seed: 1, index: index)
            return TrainingRow(tokens: (0..<length).map { _ in Token(source.below(vocabularyCount)) })
        }
    }

    /// The set of kernels that this processor uses.
    public static var kernels: String { String(cString: Kernels.float.pointee.name) }

    /// Tokens of a row.
    public static let context = 64

    /// Trains one size on rows of 64 tokens, 16 at a time, for about `seconds`, and gives the fastest of its
    /// twentieths: what other programs take away is not this one's speed.
    ///
    /// - Parameter goesOn: Called after each twentieth with the part that is done, 0 to 1; false ends the measuring.
    public static func speed(
        of size: ModelSize, vocabularyCount: Int, threads: Int, seconds: Double, hasLowPriority: Bool = false,
        goesOn: (Double) -> Bool = { _ in true }
    ) -> Speed {
        let shape = ModelShape(size, vocabularyCount: vocabularyCount, context: context)
        let recipe = TrainingRecipe(steps: 1_000_000, peakLearningRate: size.peakLearningRate)
        let pool = WorkerPool(threadCount: threads, hasLowPriority: hasLowPriority)
        defer { pool.end() }
        let trainer = Trainer(
            shape: shape, recipe: recipe, text: EvenText(vocabularyCount: vocabularyCount), seed: 1, pool: pool)
        for _ in 0..<3 { _ = trainer.advance() }
        var best = 0.0
        for part in 1...parts {
            let start = ContinuousClock.now
            var steps = 0
            var elapsed = 0.0
            repeat {
                _ = trainer.advance()
                steps += 1
                elapsed = (ContinuousClock.now - start).seconds
            } while elapsed < seconds / Double(parts)
            best = max(best, Double(steps * recipe.batchRows * recipe.context) / elapsed)
            guard goesOn(Double(part) / Double(parts)) else { break }
        }
        return Speed(
            size: size, parameterCount: shape.parameterCount, threads: threads, tokensPerSecond: best,
            gigaflopPerSecond: best * shape.trainingOperationsPerToken / 1e9, byteCount: trainer.byteCount)
    }

    private static let parts = 20

    /// The most that one core does, in billions of operations a second: multiply-adds in registers.
    public static func peakGigaflopPerSecond() -> Double {
        var best = 0.0
        for _ in 0..<5 {
            let start = ContinuousClock.now
            let operations = cMultiplyAddPeak(2_000_000)
            best = max(best, operations / (ContinuousClock.now - start).seconds / 1e9)
        }
        return best
    }

    /// One core's speed in the products of one layer and of the output, forward and backward, as training does them: in
    /// billions of operations a second.
    public static func productGigaflopPerSecond(of size: ModelSize, vocabularyCount: Int) -> Double {
        let (width, tokens, sequence) = (size.width, 1024, 64)
        var operations = 0.0
        var seconds = 0.0
        for (inputs, outputs) in [
            (width, 3 * width), (width, width), (width, 4 * width), (4 * width, width), (width, vocabularyCount),
        ] {
            let weights = Buffer<Float>(count: inputs * outputs)
            let (read, written) = (Buffer<Float>(count: tokens * inputs), Buffer<Float>(count: tokens * outputs))
            withExtendedLifetime((weights, read, written)) {
                let x = read.matrix(rows: tokens, columns: inputs)
                let y = written.matrix(rows: tokens, columns: outputs)
                let weight = weights.matrix(rows: inputs, columns: outputs)
                let transpose = weights.matrix(rows: outputs, columns: inputs)
                operations += 3 * 2 * Double(tokens * inputs * outputs)
                seconds += fastest {
                    for start in stride(from: 0, to: tokens, by: sequence) {
                        let rows = start..<start + sequence
                        y.rows(rows).setProduct(x.rows(rows).plain, weight.plain)
                        x.rows(rows).setProduct(y.rows(rows).plain, transpose.plain)
                    }
                    weight.setProduct(x.transposed, y.plain)
                }
            }
        }
        return operations / seconds / 1e9
    }

    /// The shortest of several times, in seconds.
    private static func fastest(_ work: () -> Void) -> Double {
        (0..<20).map { _ in
            let start = ContinuousClock.now
            work()
            return (ContinuousClock.now - start).seconds
        }.min() ?? 0
    }
}
