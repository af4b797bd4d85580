import Cells
import Evidence

/// Where the panel's figures come from, on one line.
extension ScaleExhibit {
    var provenance: [Phrase] {
        if dataSet == .moves { return provenanceOfMoves }
        if dataSet == .littleWorld { return provenanceOfLittleWorld }
        if let pair = publishedPair {
            let measures: [Phrase] =
                view == .both
                ? [
                    "bars: \(words: pair.sharp.metric), dots: \(words: pair.smooth.metric)\(words: pair.smooth.isLessBetter ? ", upside down" : "")"
                ] : []
            return measures + [.legend(of: [.published, .computed]), "\(pair.sharp.series.source)"]
        }
        let source = curve(ability)?.series.source ?? dataSet.points(ability)?.source
        var pieces = [ScaleExhibit.legend] + (source.map { ["\($0)"] } ?? [])
        if let curve = curve(ability), let figure = curve.series.figures.first {
            let shots: Phrase = curve.shots.isEmpty ? "" : ", \(words: curve.shots)"
            pieces.append("\(words: curve.benchmark), \(curve.family(of: figure))\(shots)")
        }
        return pieces + ["data: \(dataSetName)"]
    }

    /// What each mark of the strips and of the zoom stands for: the lamp and the line, the bars, the thin ones between.
    private static let legend: Phrase =
        Phrase("┃ ┊ ● courses say").inked(.amber) + "\u{A0} " + .legend(of: [.published, .computed])

    /// The data set's name, which one of its own figures bears; the families of each ability are of no one family.
    var dataSetName: Phrase {
        dataSet.anyFigure.map { "\(name: dataSet.name, of: $0)" } ?? "\(words: dataSet.name)"
    }
}

extension Figure {
    /// Whether its model bears its size, if rounded, as the last word of its name.
    var isNamedByItsSize: Bool {
        guard let last = subject.model.split(separator: " ").last, let unit = last.last else { return false }
        return "MBT".contains(unit) && Double(last.dropLast()) != nil
    }
}
