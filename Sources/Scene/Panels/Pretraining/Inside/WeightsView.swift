import Cells
import Evidence

/// The model's matrices seen from afar, from noise to structure.
struct WeightsView: InsideView, DetailPicture {
    /// Every matrix, in the order in which a word passes them; empty before they came.
    let pictures: [WeightPicture]
    /// The same with random weights; empty where that is not known.
    let first: [WeightPicture]
    /// The largest part of any matrix at any time that is known.
    let largest: Double?
    let chosen: Int
    let notice: Notice

    var chosenPicture: WeightPicture? {
        pictures.isEmpty ? nil : pictures[chosenIndex]
    }

    var chosenIndex: Int { min(max(0, chosen), max(0, pictures.count - 1)) }

    var shades: Shades {
        .upTo(largest ?? pictures.compactMap(\.largest).max() ?? 1)
    }

    var title: Phrase {
        guard let picture = chosenPicture, let figure = picture.strongestPart else {
            return "The model's numbers from afar"
        }
        return "The model's numbers from afar, \(picture.model.step(figure))"
    }

    /// How many times wider the parts must lie apart than with random weights to be no noise any more.
    private static let clearly = 2.0

    var headline: Phrase { sentence.capitalized }

    private var sentence: Phrase {
        guard let picture = chosenPicture, let low = picture.weakestPart, let high = picture.strongestPart else {
            return notice.phrase(waiting: "One moment: the model's numbers are looked at.")
        }
        let range: Phrase = "its parts go from \(low) to \(high)"
        let name = name(of: picture)
        if picture.model.step == 0 {
            return "\(name): noise. Thrown like dice, \(range) in size, and no part says anything."
        }
        guard let start = first.first(where: { $0.name == picture.name }), let startLow = start.weakestPart,
            let startHigh = start.strongestPart
        else { return "\(name): \(range) in size." }
        let isClear = high.value - low.value >= Self.clearly * (startHigh.value - startLow.value)
        return isClear
            ? "\(name): its parts were all alike with random weights, \(startLow) to \(startHigh); now \(range)."
            : "\(name), all parts nearly alike still: \(range), with random weights from \(startLow) to \(startHigh)."
    }

    var lines: [[Phrase]] {
        [
            [
                "\(strong: "All that it knows") is in these numbers: nothing else changes when it learns",
                "\(key: "↑↓") chooses a matrix",
            ],
            ["Each cell is a part of the matrix: the fuller, the larger its numbers (their root mean square)."],
            ["All matrices are shaded on one scale."],
        ]
    }

    var tables: [Table] {
        guard let model = pictures.first?.model, let figure = pictures.first?.strongestPart else { return [] }
        return [
            Table(
                heading: "Every matrix, root mean square of its parts, \(model.step(figure))",
                columns: ["matrix", "weakest part", "strongest part"],
                rows: pictures.map { picture in
                    [
                        name(of: picture), picture.weakestPart.map { "\($0)" } ?? "—",
                        picture.strongestPart.map { "\($0)" } ?? "—",
                    ]
                })
        ]
    }

    /// What a matrix is for, in plain words.
    func name(of picture: WeightPicture) -> Phrase {
        let parts = picture.name.split(separator: ".")
        guard parts.count == 4, let layer = Double(parts[1]) else { return "a list of numbers for each word" }
        let deed: String =
            switch parts[3] {
            case "queryKeyValue": "what to look for"
            case "projection": "what to take over"
            case "expansion": "what to notice"
            default: "what to add"
            }
        return "layer \(axis: .grouped(layer + 1)): \(words: deed)"
    }
}

extension WeightPicture {
    var largest: Double? { values.max().map { Double($0) } }

    var strongestPart: Figure? { values.indices.max { values[$0] < values[$1] }.flatMap(part) }
    var weakestPart: Figure? { values.indices.min { values[$0] < values[$1] }.flatMap(part) }

    private func part(_ index: Int) -> Figure? { rootMeanSquare(row: index / columns, column: index % columns) }

    /// The root mean square over the parts in so many rows and columns, which are not more than it has.
    func merged(rows wantedRows: Int, columns wantedColumns: Int) -> [[Double]] {
        let (height, width) = (max(1, min(rows, wantedRows)), max(1, min(columns, wantedColumns)))
        return (0..<height).map { row in
            (0..<width).map { column in
                let parts = (row * rows / height..<(row + 1) * rows / height).flatMap { row in
                    (column * columns / width..<(column + 1) * columns / width).map { column in
                        Double(values[row * columns + column])
                    }
                }
                return (parts.reduce(0) { $0 + $1 * $1 } / Double(max(1, parts.count))).squareRoot()
            }
        }
    }
}
