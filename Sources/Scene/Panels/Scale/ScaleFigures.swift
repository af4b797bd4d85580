import Evidence

/// The published series behind the panel of scale that are computed from others.
enum ScaleFigures {
    /// What examples in the prompt add, by size: the mean over accuracy benchmarks of Table H.1 with examples less the
    /// mean without.
    private static func gain(_ mean: TableMean, id: String) -> Series? {
        guard let with = mean.series, let without = TableMean.accuracyZeroShot.series else { return nil }
        let figures = zip(with.figures, without.figures).map { with, without in
            Figure(
                .gainFromExamples, value: with.value - without.value, unit: .points, subject: with.subject,
                inputs: [with, without])
        }
        return Series(id: id, subject: with.subject, unit: .points, source: with.source, figures: figures)
    }

    static let fewShotGain = gain(.accuracyFewShot, id: "computed/gain/few")
    static let oneShotGain = gain(.accuracyOneShot, id: "computed/gain/one")

    /// Grammar by size: the mean over the phenomena of BLiMP.
    static let grammar = TableMean.grammar.series

    /// One size after another at the last step of training, of one task of Pythia.
    static func pythiaBySize(_ task: String) -> Series? {
        let rows = PythiaSize.allCases.compactMap { Archive.pythia.series("pythia/\($0.rawValue)/\(task)/0") }
        guard let first = rows.first else { return nil }
        return Series(
            id: "pythia/by-size/\(task)", subject: first.subject, unit: first.unit, source: first.source,
            figures: rows.compactMap(\.figures.last))
    }
}

/// The eight sizes of Pythia, as the identifiers of the tables write them.
enum PythiaSize: String, CaseIterable, Sendable {
    case m70 = "70m"
    case m160 = "160m"
    case m410 = "410m"
    case b1 = "1b"
    case b14 = "1.4b"
    case b28 = "2.8b"
    case b69 = "6.9b"
    case b12 = "12b"
}
