import CKernels
import Foundation
import Testing

@testable import TinyLM

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

    var left: [Float] { [Float].random(rows * depth, seed: 1) }
    var right: [Float] { [Float].random(depth * columns, seed: 2) }
    var start: [Float] { [Float].random(rows * (columns + Self.margin), seed: 3) }
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
        for kernels in kernelSets {
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

/// Every set, for every shape of the models, by a random vector v (Freivalds 1977): c v = a (b v), both in double
/// precision, which a wrong number anywhere breaks.
@Test func everySetMultipliesEveryShapeOfTheModels() {
    for product in products(modelShapes) {
        let (a, b, start) = (product.left, product.right, product.start)
        let (columns, depth, stride) = (product.columns, product.depth, product.columns + Product.margin)
        let v = [Float].random(columns, seed: 4).map { Double($0) }
        let bv = (0..<depth).map { k in
            (0..<columns).reduce(0.0) {
                $0 + Double(b[k * product.rightStrides.0 + $1 * product.rightStrides.1]) * v[$1]
            }
        }
        let right = (0..<product.rows).map { row in
            let before = product.adds ? (0..<columns).reduce(0.0) { $0 + Double(start[row * stride + $1]) * v[$1] } : 0
            return (0..<depth).reduce(before) {
                $0 + Double(a[row * product.leftStrides.0 + $1 * product.leftStrides.1]) * bv[$1]
            }
        }
        for kernels in kernelSets {
            let c = product.result(kernels)
            for row in 0..<product.rows {
                let found = (0..<columns).reduce(0.0) { $0 + Double(c[row * stride + $1]) * v[$1] }
                #expect(abs(found - right[row]) < 1e-3, "\(String(cString: kernels.name)) \(product) row \(row)")
            }
        }
    }
}
