/// The gradients of all parameters, made in parts after every sequence's backward pass: each part by one task, over all
/// tokens in their order, so that sums do not depend on the number of threads.
struct Gradients<Element: Scalar>: Sendable {
    /// A number of rows of one tensor; all vectors together are one part.
    struct Part: Sendable {
        var slot: TensorSlot
        var rows: Range<Int>

        var range: Range<Int> {
            slot.offset + rows.lowerBound * slot.columns..<slot.offset + rows.upperBound * slot.columns
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
            layout.matrices.flatMap { slot in
                stride(from: 0, to: slot.rows, by: rowsOfAPart).map {
                    Part(slot: slot, rows: $0..<min($0 + rowsOfAPart, slot.rows))
                }
            } + [
                Part(
                    slot: TensorSlot(
                        name: "vectors", offset: layout.vectors.lowerBound, rows: 1, columns: layout.vectors.count),
                    rows: 0..<1)
            ]
    }

    /// One part's elements (its rows, the tensor's columns).
    func matrix(_ part: Part) -> Matrix<Element> {
        values.matrix(at: part.range.lowerBound, rows: part.rows.count, columns: part.slot.columns)
    }

    /// Computes one part and gives the sum of its squares.
    func compute(_ index: Int, of batch: Batch, _ activations: Activations<Element>) -> Double {
        let part = parts[index]
        let result = matrix(part)
        let all = 0..<batch.tokens.count
        if part.slot.isVector {
            result.fill(with: 0)
            for sequence in batch.sequences.indices {
                result.add(activations.vectorGradients.rows(sequence..<sequence + 1))
            }
        } else if part.slot == layout.embedding {
            result.setProduct(
                activations.logits.rows(all).columns(part.rows).transposed, activations.finalNormalized.rows(all).plain)
            addInputs(of: batch, activations, to: result, part.rows)
        } else {
            let (inputs, outputs) = factors(of: part.slot, activations)
            result.setProduct(inputs.rows(all).columns(part.rows).transposed, outputs.rows(all).plain)
        }
        return Double(result.sumOfSquares)
    }

    /// The embedding is the output's weight and also where tokens enter: adds the gradients (N, C) of what they entered with.
    private func addInputs(
        of batch: Batch, _ activations: Activations<Element>, to result: Matrix<Element>, _ rows: Range<Int>
    ) {
        guard let entering = activations.layers.first?.residualGradient else { return }
        for (index, token) in batch.tokens.enumerated() where rows.contains(Int(token)) {
            let row = Int(token) - rows.lowerBound
            result.rows(row..<row + 1).add(entering.rows(index..<index + 1))
        }
    }

    /// A matrix's inputs (N, its rows), and the gradients of its outputs (N, its columns).
    private func factors(
        of slot: TensorSlot, _ activations: Activations<Element>
    ) -> (Matrix<Element>, Matrix<Element>) {
        for (index, slots) in layout.layers.enumerated() {
            let saved = activations.layers[index]
            switch slot {
            case slots.queryKeyValue: return (saved.attentionInput, saved.queryKeyValue)
            case slots.projection: return (saved.headOutputs, saved.residualAfterAttentionGradient)
            case slots.expansion: return (saved.feedForwardInput, saved.hidden)
            case slots.contraction: return (saved.activated, activations.residualGradient(afterLayer: index))
            default: continue
            }
        }
        preconditionFailure("\(slot.name) is a matrix of no layer")
    }
}
