import CKernels
import Testing

@testable import TinyLM

/// The sets of kernels that this processor has, the plain one last.
private var sets: [CFloatKernels] { (0..<cFloatKernelsCount()).compactMap { cFloatKernels($0)?.pointee } }

private func random(_ count: Int, seed: UInt64) -> [Float] {
    var source = RandomSource(seed: seed)
    return (0..<count).map { _ in Float(source.unit() * 2 - 1) }
}

/// Rows, columns, depth: what models of every size multiply.
private let modelShapes: [(Int, Int, Int)] =
    ModelSize.allCases.flatMap { size -> [(Int, Int, Int)] in
        let (width, head) = (size.width, size.width / size.heads)
        return [
            (64, 3 * width, width), (61, width, width), (64, 4 * width, width), (64, width, 4 * width),
            (64, 470, width), (width, 3 * width, 900), (64, 64, head), (64, head, 64), (1, width, 3 * width),
        ]
    }

private let oddShapes = [(1, 1, 1), (3, 33, 257), (9, 31, 5), (17, 65, 512), (7, 16, 300), (6, 17, 1)]

/// One product, done by any set of kernels.
private struct Product {
    var rows, columns, depth: Int
    var transposesLeft, transposesRight, adds: Bool

    /// Columns of c beyond the product's: nothing may be written there.
    static let margin = 3

    var left: [Float] { random(rows * depth, seed: 1) }
    var right: [Float] { random(depth * columns, seed: 2) }
    var start: [Float] { random(rows * (columns + Self.margin), seed: 3) }
    var leftStrides: (Int, Int) { transposesLeft ? (1, rows) : (depth, 1) }
    var rightStrides: (Int, Int) { transposesRight ? (1, depth) : (columns, 1) }

    func result(_ kernels: CFloatKernels) -> [Float] {
        var (a, b, c) = (left, right, start)
        a.withUnsafeMutableBufferPointer { a in
            b.withUnsafeMutableBufferPointer { b in
                c.withUnsafeMutableBufferPointer { c in
                    guard let a = a.baseAddress, let b = b.baseAddress, let c = c.baseAddress else { return }
                    kernels.product(
                        rows, columns, depth, a, leftStrides.0, leftStrides.1, b, rightStrides.0, rightStrides.1, c,
                        columns + Self.margin, adds ? 1 : 0)
                }
            }
        }
        return c
    }

    /// By the definition, in double precision.
    var definition: [Float] {
        let (a, b) = (left, right)
        var c = start
        for row in 0..<rows {
            for column in 0..<columns {
                let index = row * (columns + Self.margin) + column
                var sum = adds ? Double(c[index]) : 0
                for k in 0..<depth {
                    sum +=
                        Double(a[row * leftStrides.0 + k * leftStrides.1])
                        * Double(b[k * rightStrides.0 + column * rightStrides.1])
                }
                c[index] = Float(sum)
            }
        }
        return c
    }
}

private func products(_ shapes: [(Int, Int, Int)]) -> [Product] {
    shapes.flatMap { shape in
        [(false, false, false), (true, false, true), (false, true, false), (false, false, true)].map {
            Product(
                rows: shape.0, columns: shape.1, depth: shape.2, transposesLeft: $0.0, transposesRight: $0.1,
                adds: $0.2)
        }
    }
}

private func difference(_ one: [Float], _ other: [Float]) -> Float { zip(one, other).map { abs($0 - $1) }.max() ?? 0 }

@Test func theProductIsThatOfTheDefinition() {
    for product in products(oddShapes) {
        let definition = product.definition
        for kernels in sets {
            let result = product.result(kernels)
            #expect(difference(result, definition) < 1e-4, "\(String(cString: kernels.name)) \(product)")
            for row in 0..<product.rows {
                let margin =
                    (row + 1) * (product.columns + Product.margin) - Product.margin..<(row + 1)
                    * (product.columns + Product.margin)
                #expect(result[margin] == definition[margin])
            }
        }
    }
}

@Test func everySetMultipliesEveryShapeOfTheModelsAsThePlainOneDoes() throws {
    let sets = sets
    let plain = try #require(sets.last)
    for product in products(modelShapes) {
        let right = product.result(plain)
        for kernels in sets.dropLast() {
            #expect(difference(product.result(kernels), right) < 1e-4, "\(String(cString: kernels.name)) \(product)")
        }
    }
}

/// Runs one kernel of every set on the same numbers and compares with the plain set, to `tolerance` of the largest.
private func compare(
    _ name: String, _ input: [Float], tolerance: Float = 1e-5,
    _ work: (CFloatKernels, UnsafeMutablePointer<Float>) -> Void
) throws {
    let results = sets.map { kernels in
        var values = input
        values.withUnsafeMutableBufferPointer { if let base = $0.baseAddress { work(kernels, base) } }
        return values
    }
    let plain = try #require(results.last)
    #expect(plain != input)
    let size = plain.map(abs).max() ?? 1
    for (kernels, result) in zip(sets, results) {
        let difference = zip(result, plain).map { abs($0 - $1) }.max() ?? 0
        #expect(difference <= tolerance * size, "\(String(cString: kernels.name)) \(name): \(difference)")
    }
}

@Test(arguments: [1, 7, 16, 64, 131]) func everySetAgreesWithThePlainOne(count: Int) throws {
    let rows = 5
    let size = rows * count
    let input = random(8 * size + 2 * count * count, seed: UInt64(count))
    try compare("gelu", input) { $0.gelu(size, $1, $1 + size) }
    try compare("geluBackward", input) { $0.geluBackward(size, $1, $1 + size) }
    try compare("add", input) { $0.add(size, $1, $1 + size) }
    try compare("addBias", input) { $0.addBias(rows, count, $1, $1 + size) }
    try compare("addColumnSums", input) { $0.addColumnSums(rows, count, $1, $1 + size) }
    try compare("transpose", input) { $0.transpose(rows, count, $1, count, $1 + size, rows) }
    try compare("layerNorm", input, tolerance: 1e-4) {
        $0.layerNorm(rows, count, $1, $1 + 4 * size, $1 + 5 * size, $1 + size, $1 + 2 * size, $1 + 3 * size)
    }
    try compare("layerNormBackward", input, tolerance: 1e-4) {
        $0.layerNormBackward(
            rows, count, $1, $1 + size, $1 + 2 * size, $1 + 3 * size, $1 + 4 * size, $1 + 5 * size, $1 + 6 * size,
            $1 + 7 * size)
    }
    try compare("causalSoftmax", input) { $0.causalSoftmax(count, 0.7, $1) }
    try compare("causalSoftmaxBackward", input) { $0.causalSoftmaxBackward(count, 0.7, $1, $1 + count * count) }
    try compare("crossEntropy", input) { $1[size] = $0.crossEntropy(count, count / 2, 0.3, $1) }
    try compare("sumOfSquares", input) { $1[0] = $0.sumOfSquares(size, $1) }
    try compare("rotate", input) { $0.rotate(rows, 1, count, $1 + 3 * size, $1 + 4 * size, 1, $1, 2 * count) }
    try compare("adamW", input.map(abs)) {
        $0.adamW(size, $1, $1 + size, $1 + 2 * size, $1 + 3 * size, 0.5, 0.01, 0.1, 0.9, 0.98, 1e-8, 0.1, 0.02)
    }
}

@Test func theExponentialIsRightFromEndToEnd() {
    for kernels in sets {
        for x in stride(from: Float(-80), through: 0, by: 0.37) {
            var pair: [Float] = [x, 0]
            let entropy = pair.withUnsafeMutableBufferPointer {
                kernels.crossEntropy(2, 1, 1, $0.baseAddress ?? .allocate(capacity: 2))
            }
            #expect(abs(pair[0] - softmax([x, 0])[0]) <= 1e-6 * softmax([x, 0])[0] + 1e-37)
            #expect(entropy >= 0)
        }
    }
}
