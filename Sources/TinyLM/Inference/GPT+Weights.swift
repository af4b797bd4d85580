extension GPT {
    /// Each matrix in the layout's order, seen from afar: at most `cells` × `cells` parts, of each the root mean square.
    public func weightPictures(cells: Int) -> [(rows: Int, columns: Int, values: [Double])] {
        weights.layout.matrices.map { place in
            let matrix = weights.matrix(place)
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

    /// The parameters as named tensors.
    public var parameters: [TensorFile.Tensor] { weights.layout.tensors(of: weights.parameters) }

    /// A model of parameters of a shape. Throws 65, naming `file`, where they are of another.
    public convenience init(
        shape: ModelShape, parameters: [TensorFile.Tensor], file: String, pool: WorkerPool
    ) throws(StorageError) {
        let checkpoint = Checkpoint(
            step: 0, tokensSeen: 0, parameters: parameters, firstMoments: parameters, secondMoments: parameters)
        try checkpoint.require(ParameterLayout(shape).expectedTensors, file: file)
        self.init(weights: Weights(shape, parameters: parameters), pool: pool)
    }
}
