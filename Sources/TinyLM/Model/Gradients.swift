/// The gradients of all parameters, made in parts after every sequence's backward pass: each part by one task, over all
/// tokens in their order, so that sums do not depend on the number of threads.
struct Gradients<Element: Scalar>: Sendable {
    /// A number of rows of one tensor; all vectors together are one part.
    struct Part: Sendable {
        var place: ParameterLayout.Place
        var rows: Range<Int>

        var range: Range<Int> {
            place.offset + rows.lowerBound * place.columns..<place.offset + rows.upperBound * place.columns
        }
    }

    let layout: ParameterLayout
    let values: Buffer<Element>
    let parts: [Part]

    init(_ layout: ParameterLayout) {
        self.layout = layout
        values = Buffer(count: layout.count)
        let rowsOfAPart = 64
        parts =
            layout.matrices.flatMap { place in
                stride(from: 0, to: place.rows, by: rowsOfAPart).map {
                    Part(place: place, rows: $0..<min($0 + rowsOfAPart, place.rows))
                }
            } + [
                Part(
                    place: ParameterLayout.Place(
                        name: "vectors", offset: layout.vectors.lowerBound, rows: 1, columns: layout.vectors.count),
                    rows: 0..<1)
            ]
    }

    /// One part's elements.
    func matrix(_ part: Part) -> Matrix<Element> {
        values.matrix(at: part.range.lowerBound, rows: part.rows.count, columns: part.place.columns)
    }

    /// Computes one part and gives the sum of its squares.
    func compute(_ index: Int, of batch: Batch, _ activations: Activations<Element>) -> Double {
        let part = parts[index]
        let result = matrix(part)
        let all = 0..<batch.tokens.count
        if part.place.isVector {
            result.fill(with: 0)
            for sequence in batch.sequences.indices {
                result.add(activations.vectorGradients.rows(sequence..<sequence + 1))
            }
        } else if part.place == layout.embedding {
            result.setProduct(
                activations.logits.rows(all).columns(part.rows).transposed, activations.normalized.rows(all).plain)
            addInputs(of: batch, activations, to: result, part.rows)
        } else {
            let (inputs, outputs) = factors(of: part.place, activations)
            result.setProduct(inputs.rows(all).columns(part.rows).transposed, outputs.rows(all).plain)
        }
        return Double(result.sumOfSquares)
    }

    /// The embedding is also where tokens enter.
    private func addInputs(
        of batch: Batch, _ activations: Activations<Element>, to result: Matrix<Element>, _ rows: Range<Int>
    ) {
        guard let entering = activations.layers.first?.inputGradient else { return }
        for (index, token) in batch.tokens.enumerated() where rows.contains(Int(token)) {
            let row = Int(token) - rows.lowerBound
            result.rows(row..<row + 1).add(entering.rows(index..<index + 1))
        }
    }

    /// A matrix's inputs (N, its rows), and the gradients of its outputs (N, its columns).
    private func factors(
        of place: ParameterLayout.Place, _ activations: Activations<Element>
    ) -> (Matrix<Element>, Matrix<Element>) {
        for (index, places) in layout.layers.enumerated() {
            let kept = activations.layers[index]
            switch place {
            case places.queryKeyValue: return (kept.attentionInput, kept.queryKeyValue)
            case places.projection: return (kept.attended, kept.middleGradient)
            case places.expansion: return (kept.feedForwardInput, kept.hidden)
            case places.contraction: return (kept.activated, activations.gradient(afterLayer: index))
            default: continue
            }
        }
        preconditionFailure("\(place.name) is a matrix of no layer")
    }
}
