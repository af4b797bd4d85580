import Foundation

/// What the kernels of CKernels.h compute, in double precision and from the definitions: no loop is shared with them, and
/// gradients are products with whole Jacobians. Slow, and plainly right.
enum KernelReference {
    /// GELU as Hendrycks and Gimpel 2016, "Gaussian error linear units", approximate it in section 2.
    static func gelu(_ x: Double) -> Double {
        0.5 * x * (1 + tanh((2 / Double.pi).squareRoot() * (x + 0.044715 * pow(x, 3))))
    }

    /// GELU's slope by the product rule.
    static func geluSlope(_ x: Double) -> Double {
        let root = (2 / Double.pi).squareRoot()
        let t = tanh(root * (x + 0.044715 * pow(x, 3)))
        return 0.5 * (1 + t) + 0.5 * x * (1 - t * t) * root * (1 + 3 * 0.044715 * x * x)
    }

    /// A row's mean and 1 / √(variance + 1e-5).
    static func moments(_ row: [Double]) -> (mean: Double, inverseDeviation: Double) {
        let mean = row.reduce(0, +) / Double(row.count)
        let variance = row.reduce(0) { $0 + pow($1 - mean, 2) } / Double(row.count)
        return (mean, 1 / (variance + 1e-5).squareRoot())
    }

    /// A row to mean 0 and deviation 1.
    static func normal(_ row: [Double]) -> [Double] {
        let (mean, inverse) = moments(row)
        return row.map { ($0 - mean) * inverse }
    }

    /// The gradient of a row, from that of the row to mean 0 and deviation 1: by the Jacobian
    /// ∂n[j] / ∂x[i] = (δ[i, j] - (1 + n[i] n[j]) / count) / deviation.
    static func normalBackward(_ row: [Double], gradient: [Double]) -> [Double] {
        let (normal, inverse) = (normal(row), moments(row).inverseDeviation)
        return row.indices.map { i in
            row.indices.reduce(0) { sum, j in
                let slope = (i == j ? 1 : 0) - (1 + normal[i] * normal[j]) / Double(row.count)
                return sum + gradient[j] * inverse * slope
            }
        }
    }

    static func softmax(_ row: [Double]) -> [Double] {
        let sum = row.reduce(0) { $0 + exp($1) }
        return row.map { exp($0) / sum }
    }

    /// The gradient of a softmax's input, by the Jacobian ∂p[j] / ∂x[i] = p[j] (δ[i, j] - p[i]).
    static func softmaxBackward(_ probabilities: [Double], gradient: [Double]) -> [Double] {
        probabilities.indices.map { i in
            probabilities.indices.reduce(0) { sum, j in
                sum + gradient[j] * probabilities[j] * ((i == j ? 1 : 0) - probabilities[i])
            }
        }
    }
}

extension Array where Element == Double {
    /// One row of a matrix (rows, columns) that begins at `start`.
    func row(_ index: Int, of columns: Int, from start: Int = 0) -> [Double] {
        Array(self[start + index * columns..<start + (index + 1) * columns])
    }

    mutating func setRow(_ index: Int, of columns: Int, from start: Int = 0, _ values: [Double]) {
        replaceSubrange(start + index * columns..<start + (index + 1) * columns, with: values)
    }
}
