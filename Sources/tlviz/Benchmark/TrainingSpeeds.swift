import LittleWorld
import TinyLM

/// The part of `tlviz benchmark` that trains.
struct TrainingSpeeds {
    var speeds: [TrainingBenchmark.Speed] = []
    var products: [(size: ModelSize, gigaflopPerSecond: Double)] = []
    var peakGigaflopPerSecond = 0.0

    /// Every size on one thread, and on all processors.
    static func measure(seconds: Double) -> TrainingSpeeds {
        var result = TrainingSpeeds()
        let vocabularyCount = Vocabulary.little.count
        result.peakGigaflopPerSecond = TrainingBenchmark.peakGigaflopPerSecond()
        for size in ModelSize.allCases {
            for threads in Set([1, WorkerPool.processorCount]).sorted() {
                result.speeds.append(
                    TrainingBenchmark.speed(
                        of: size, vocabularyCount: vocabularyCount, threads: threads, seconds: seconds))
            }
            result.products.append(
                (size, TrainingBenchmark.productGigaflopPerSecond(of: size, vocabularyCount: vocabularyCount)))
        }
        return result
    }

    var text: String {
        var lines = ["training with \(TrainingBenchmark.kernels): tokens a second, GFLOP/s of all operations, memory"]
        for speed in speeds {
            let name = "  \(speed.size.rawValue), \(speed.threads) thread\(speed.threads == 1 ? "" : "s")"
            lines.append(
                name.padded(to: 20) + "\(Int(speed.tokensPerSecond))".padded(to: 12)
                    + "\(speed.gigaflopPerSecond.roundedToTenths)".padded(to: 10) + "\(speed.byteCount / 1000) KB")
        }
        lines.append(
            "matrix products on one core: GFLOP/s, share of \(peakGigaflopPerSecond.roundedToTenths) (the peak)")
        for product in products {
            lines.append(
                "  \(product.size.rawValue)".padded(to: 20)
                    + "\(product.gigaflopPerSecond.roundedToTenths)".padded(to: 12)
                    + "\((product.gigaflopPerSecond / peakGigaflopPerSecond * 100).roundedToTenths) %")
        }
        return lines.joined(separator: "\n") + "\n"
    }
}

extension String {
    func padded(to columns: Int) -> String { self + String(repeating: " ", count: max(1, columns - count)) }
}

extension Double {
    var roundedToTenths: Double { (self * 10).rounded() / 10 }
}
