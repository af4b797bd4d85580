import TinyLM

extension BenchmarkReport {
    /// Everything that was measured, with the names of the text in camel case. Throws 70 where a number is none.
    var json: String {
        get throws(CommandError) {
            try withCommandErrors { () throws(StorageError) in try readableJSON(Document(self)) }
        }
    }

    private struct Document: Encodable {
        var kernels: String?
        var peakGigaflopPerSecond: Double?
        var training: [Speed]?
        var matrixProducts: [Product]?
        var frames: [String: Frame]

        init(_ report: BenchmarkReport) {
            frames = Dictionary(
                report.rows.compactMap { row in row.times.map { (row.name, Frame.times($0)) } },
                uniquingKeysWith: { first, _ in first })
            frames["residentKilobytes"] = report.residentKilobytes.map(Frame.count)
            frames["wakeUpsAtRest"] = report.wakeUpsAtRest.map(Frame.count)
            guard let speeds = report.training else { return }
            kernels = TrainingBenchmark.kernels
            peakGigaflopPerSecond = speeds.peakGigaflopPerSecond.roundedToTenths
            training = speeds.speeds.map(Speed.init)
            matrixProducts = speeds.products.map { size, speed in
                Product(
                    size: size, gigaflopPerSecond: speed.roundedToTenths,
                    fractionOfPeak: (speed / speeds.peakGigaflopPerSecond * 1000).rounded() / 1000)
            }
        }
    }

    /// A time or a count.
    private enum Frame: Encodable {
        case times(Times)
        case count(Int)

        private enum CodingKeys: String, CodingKey { case median, percentile99 }

        func encode(to encoder: any Encoder) throws {
            switch self {
            case .count(let count):
                var container = encoder.singleValueContainer()
                try container.encode(count)
            case .times(let times):
                var container = encoder.container(keyedBy: CodingKeys.self)
                try container.encode(BenchmarkReport.rounded(times.median), forKey: .median)
                try container.encode(BenchmarkReport.rounded(times.percentile99), forKey: .percentile99)
            }
        }
    }

    private struct Speed: Encodable {
        var size: ModelSize
        var parameterCount, threads, byteCount: Int
        var tokensPerSecond, gigaflopPerSecond: Double

        init(_ speed: TrainingBenchmark.Speed) {
            (size, parameterCount, threads) = (speed.size, speed.parameterCount, speed.threads)
            byteCount = speed.byteCount
            tokensPerSecond = speed.tokensPerSecond.roundedToTenths
            gigaflopPerSecond = speed.gigaflopPerSecond.roundedToTenths
        }
    }

    private struct Product: Encodable {
        var size: ModelSize
        var gigaflopPerSecond, fractionOfPeak: Double
    }
}
