extension GPT {
    /// Each matrix in the layout's order, seen from afar: at most `cells` × `cells` parts, of each the root mean square.
    public func weightPictures(cells: Int) -> [(rows: Int, columns: Int, values: [Double])] {
        weights.layout.matrices.map { slot in
            let matrix = weights.matrix(slot)
            let (rows, columns) = (min(cells, matrix.rows), min(cells, matrix.columns))
            let values = (0..<rows).flatMap { row in
                (0..<columns).map { column in
                    let part =
                        matrix
                        .rows(row * matrix.rows / rows..<(row + 1) * matrix.rows / rows)
                        .columns(column * matrix.columns / columns..<(column + 1) * matrix.columns / columns)
                    let squares = part.values.joined().reduce(0) { $0 + Double($1) * Double($1) }
                    return (squares / Double(part.count)).squareRoot()
                }
            }
            return (rows, columns, values)
        }
    }
}
