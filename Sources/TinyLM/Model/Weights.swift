import Platform

/// A model's parameters, and beside them each matrix transposed, for products that need its columns adjacent.
final class Weights<Element: Scalar>: Sendable {
    let layout: ParameterLayout
    let parameters: Buffer<Element>
    let transposes: Buffer<Element>
    /// (T, headWidth / 2) each: the angles of the rotary positions.
    let cosines: Buffer<Element>
    let sines: Buffer<Element>

    var shape: ModelShape { layout.shape }

    init(_ shape: ModelShape) {
        layout = ParameterLayout(shape)
        parameters = Buffer(count: layout.count)
        transposes = Buffer(count: layout.vectors.lowerBound)
        let half = shape.headWidth / 2
        cosines = Buffer(count: shape.context * half)
        sines = Buffer(count: shape.context * half)
        for position in 0..<shape.context {
            for index in 0..<half {
                // Su et al. 2021, "RoFormer", equation 15: base 10,000.
                let angle = Double(position) * pow(10_000, -Double(index) / Double(half))
                cosines.base[position * half + index] = Element(cos(angle))
                sines.base[position * half + index] = Element(sin(angle))
            }
        }
    }

    /// The tensor of a slot of the layout (rows, columns).
    func matrix(_ slot: TensorSlot) -> Matrix<Element> {
        parameters.matrix(at: slot.offset, rows: slot.rows, columns: slot.columns)
    }

    /// The matrix of a slot, transposed (columns, rows), as `updateTransposes` left it.
    func transpose(_ slot: TensorSlot) -> Matrix<Element> {
        transposes.matrix(at: slot.offset, rows: slot.columns, columns: slot.rows)
    }

    /// Transposes rows of one matrix after they have changed.
    func updateTranspose(_ slot: TensorSlot, rows: Range<Int>) {
        matrix(slot).rows(rows).transpose(into: transpose(slot).columns(rows))
    }

    func updateTransposes() { for slot in layout.matrices { updateTranspose(slot, rows: 0..<slot.rows) } }

    /// Random weights: normal, with deviations 0.05 for the embedding, 1/√(inputs) for the matrices, those that write to
    /// the residual stream divided by √(2·layers) (Radford et al. 2019, section 2.3); gains 1, biases 0.
    func randomize(seed: UInt64) {
        let depth = 1 / Double(2 * shape.layers).squareRoot()
        fill(layout.embedding, deviation: 0.05, seed: seed)
        for layer in layout.layers {
            for (slot, scale) in [
                (layer.queryKeyValue, 1), (layer.expansion, 1), (layer.projection, depth), (layer.contraction, depth),
            ] { fill(slot, deviation: scale / Double(slot.rows).squareRoot(), seed: seed) }
            for gain in [layer.attentionGain, layer.feedForwardGain] { matrix(gain).fill(with: 1) }
            for bias in [layer.attentionBias, layer.feedForwardBias, layer.expansionBias, layer.contractionBias] {
                matrix(bias).fill(with: 0)
            }
        }
        matrix(layout.finalGain).fill(with: 1)
        matrix(layout.finalBias).fill(with: 0)
        updateTransposes()
    }

    /// Normal numbers by Box and Muller 1958.
    private func fill(_ slot: TensorSlot, deviation: Double, seed: UInt64) {
        var source = RandomSource(seed: seed, index: slot.offset)
        for index in slot.range {
            let radius = (-2 * log(1 - source.unit())).squareRoot()
            parameters.base[index] = Element(deviation * radius * cos(2 * Double.pi * source.unit()))
        }
    }
}
