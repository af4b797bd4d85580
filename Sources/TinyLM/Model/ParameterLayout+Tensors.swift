extension ParameterLayout {
    /// The names and shapes of a model's tensors in a file, in order.
    var expectedTensors: [(name: String, shape: [Int])] {
        slots.map { ($0.name, $0.isVector ? [$0.columns] : [$0.rows, $0.columns]) }
    }

    /// A flat list of parameters, as named tensors.
    func tensors(of values: [Float]) -> [TensorFile.Tensor] {
        zip(slots, expectedTensors).map { slot, expected in
            TensorFile.Tensor(name: expected.name, shape: expected.shape, values: Array(values[slot.range]))
        }
    }

    /// The reverse of `tensors(of:)`, for tensors that are the expected ones.
    func fill(_ buffer: Buffer<Float>, from tensors: [TensorFile.Tensor]) {
        buffer.values = tensors.flatMap(\.values)
    }
}
