import CKernels
import Foundation
import Testing

@testable import TinyLM

/// The sets of kernels that this processor has, the plain one last.
var kernelSets: [CFloatKernels] { (0..<cFloatKernelsCount()).compactMap { cFloatKernels($0)?.pointee } }

extension [Float] {
    /// Numbers from -1 to 1, the same for a seed.
    static func random(_ count: Int, seed: UInt64) -> [Float] {
        var source = RandomSource(seed: seed)
        return (0..<count).map { _ in Float(source.unit() * 2 - 1) }
    }
}

/// Runs one kernel of every set and compares all of the memory with what the reference makes of it: to `tolerance` of
/// the largest number that changes, and bit for bit where nothing may change.
private func compare(
    _ name: String, _ input: [Float], tolerance: Double = 2e-6, reference: (inout [Double]) -> Void,
    _ work: (CFloatKernels, UnsafeMutablePointer<Float>) -> Void
) {
    let start = input.map { Double($0) }
    var right = start
    reference(&right)
    let changed = right.indices.filter { right[$0] != start[$0] }
    #expect(!changed.isEmpty, "\(name) does nothing")
    let size = changed.map { abs(right[$0]) }.max() ?? 0
    for kernels in kernelSets {
        var values = input
        values.withUnsafeMutableBufferPointer { if let base = $0.baseAddress { work(kernels, base) } }
        let wrong = values.indices.first {
            right[$0] == start[$0] && values[$0] == input[$0]
                ? false : !(abs(Double(values[$0]) - right[$0]) <= tolerance * size)
        }
        if let wrong {
            Issue.record("\(String(cString: kernels.name)) \(name)[\(wrong)]: \(values[wrong]), not \(right[wrong])")
        }
    }
}

@Test(arguments: [1, 2, 7, 16, 33, 64, 131]) func everySetIsTheReferenceRowByRow(count: Int) {
    typealias Reference = KernelReference
    let rows = 5
    let size = rows * count
    let input = [Float].random(8 * size + 2 * count * count + 7, seed: UInt64(count))
    compare("gelu", input) { x in
        for i in 0..<size { x[size + i] = Reference.gelu(x[i]) }
    } _: {
        $0.gelu(size, $1, $1 + size)
    }
    compare("geluBackward", input) { x in
        for i in 0..<size { x[size + i] = x[i] * Reference.geluSlope(x[size + i]) }
    } _: {
        $0.geluBackward(size, $1, $1 + size)
    }
    compare("add", input) { x in
        for i in 0..<size { x[size + i] += x[i] }
    } _: {
        $0.add(size, $1, $1 + size)
    }
    compare("addBias", input) { x in
        for i in 0..<size { x[size + i] += x[i % count] }
    } _: {
        $0.addBias(rows, count, $1, $1 + size)
    }
    compare("addColumnSums", input) { x in
        for column in 0..<count { x[size + column] += (0..<rows).reduce(0) { $0 + x[$1 * count + column] } }
    } _: {
        $0.addColumnSums(rows, count, $1, $1 + size)
    }
    compare("transpose", input, tolerance: 0) { x in
        for row in 0..<rows { for column in 0..<count { x[size + column * rows + row] = x[row * count + column] } }
    } _: {
        $0.transpose(rows, count, $1, count, $1 + size, rows)
    }
    compare("sumOfSquares", input) { x in
        x[size] = (0..<size).reduce(0) { $0 + x[$1] * x[$1] }
    } _: {
        $1[size] = $0.sumOfSquares(size, $1)
    }
    guard count > 1 else { return }
    compare("rotate", input) { x in
        for row in 0..<rows {
            for head in 0..<2 {
                for i in 0..<count / 2 {
                    // (left + i right) times (cosine + i sine), turned back: times its conjugate.
                    let (left, angle) = (row * 2 * count + head * count / 2 * 2 + i, 3 * size + row * (count / 2) + i)
                    let (a, b, c, s) = (x[left], x[left + count / 2], x[angle], -x[angle + size])
                    (x[left], x[left + count / 2]) = (a * c - b * s, a * s + b * c)
                }
            }
        }
    } _: {
        $0.rotate(rows, 2, count / 2, $1 + 3 * size, $1 + 4 * size, -1, $1, 2 * count)
    }
}

@Test(arguments: [1, 2, 7, 16, 33, 64, 131]) func everySetNormalizesAsTheReference(count: Int) {
    typealias Reference = KernelReference
    let rows = 5
    let size = rows * count
    var input = [Float].random(6 * size + 3 * count + 7, seed: UInt64(count))
    // x, gain, bias, y, mean, 1 / deviation; backward: x, gain, mean, 1 / deviation, y's gradient, and those that grow.
    let (gain, bias, y, mean) = (size, size + count, size + 2 * count, 2 * size + 2 * count)
    compare("layerNorm", input, tolerance: 1e-5) { x in
        for row in 0..<rows {
            let values = x.row(row, of: count)
            let normal = Reference.normal(values)
            x.setRow(row, of: count, from: y, (0..<count).map { normal[$0] * x[gain + $0] + x[bias + $0] })
            (x[mean + row], x[mean + rows + row]) = Reference.moments(values)
        }
    } _: {
        $0.layerNorm(rows, count, $1, $1 + gain, $1 + bias, $1 + y, $1 + mean, $1 + mean + rows)
    }
    for row in 0..<rows {
        let moments = Reference.moments(input[row * count..<(row + 1) * count].map { Double($0) })
        (input[mean + row], input[mean + rows + row]) = (Float(moments.mean), Float(moments.inverseDeviation))
    }
    let (gradient, xGradient) = (mean + 2 * rows, mean + 2 * rows + size)
    let gainGradient = xGradient + size
    input += [Float].random(gainGradient + 2 * count, seed: 99)
    compare("layerNormBackward", input, tolerance: 2e-5) { x in
        for row in 0..<rows {
            let values = x.row(row, of: count)
            let yGradient = x.row(row, of: count, from: gradient)
            let back = Reference.normalBackward(values, gradient: (0..<count).map { yGradient[$0] * x[gain + $0] })
            let normal = Reference.normal(values)
            for i in 0..<count {
                x[xGradient + row * count + i] += back[i]
                x[gainGradient + i] += yGradient[i] * normal[i]
                x[gainGradient + count + i] += yGradient[i]
            }
        }
    } _: {
        $0.layerNormBackward(
            rows, count, $1, $1 + gain, $1 + mean, $1 + mean + rows, $1 + gradient, $1 + xGradient,
            $1 + gainGradient, $1 + gainGradient + count)
    }
}

@Test(arguments: [1, 2, 7, 16, 33, 64, 131]) func everySetsSoftmaxIsThatOfTheReference(count: Int) {
    typealias Reference = KernelReference
    let square = count * count
    var input = [Float].random(2 * square + 7, seed: UInt64(count))
    compare("causalSoftmax", input) { x in
        for row in 0..<count {
            let seen = Reference.softmax(x.row(row, of: count)[...row].map { 4 * $0 })
            x.setRow(row, of: count, seen + Array(repeating: 0, count: count - 1 - row))
        }
    } _: {
        $0.causalSoftmax(count, 4, $1)
    }
    compare("crossEntropy", input) { x in
        let probabilities = Reference.softmax(x.row(0, of: count))
        for i in 0..<count { x[i] = 0.3 * (probabilities[i] - (i == count / 2 ? 1 : 0)) }
        x[square + 3] = -log(probabilities[count / 2])
    } _: {
        $1[square + 3] = $0.crossEntropy(count, count / 2, 0.3, $1)
    }
    for row in 0..<count {
        let seen = Reference.softmax(input[row * count...row * count + row].map { Double($0) })
        for i in 0..<count { input[row * count + i] = i <= row ? Float(seen[i]) : 0 }
    }
    compare("causalSoftmaxBackward", input, tolerance: 5e-6) { x in
        for row in 0..<count {
            let back = Reference.softmaxBackward(
                x.row(row, of: count), gradient: x.row(row, of: count, from: square))
            x.setRow(row, of: count, from: square, (0..<count).map { $0 <= row ? 0.7 * back[$0] : 0 })
        }
    } _: {
        $0.causalSoftmaxBackward(count, 0.7, $1, $1 + square)
    }
}

/// Loshchilov and Hutter 2019, algorithm 2, in the notation there.
@Test(arguments: [1, 7, 16, 33, 500]) func everySetUpdatesAsTheReference(count: Int) {
    let input = [Float].random(4 * count + 7, seed: UInt64(count)).enumerated().map {
        // The mean of squares is not negative.
        (2 * count..<3 * count).contains($0.offset) ? abs($0.element) : $0.element
    }
    let (scale, rate, decay, beta1, beta2, epsilon, updates) = (0.5, 0.01, 0.1, 0.9, 0.98, 1e-3, 3.0)
    compare("adamW", input) { x in
        for i in 0..<count {
            let gradient = scale * x[3 * count + i]
            let m = beta1 * x[count + i] + (1 - beta1) * gradient
            let v = beta2 * x[2 * count + i] + (1 - beta2) * gradient * gradient
            let (mHat, vHat) = (m / (1 - pow(beta1, updates)), v / (1 - pow(beta2, updates)))
            x[i] -= rate * (mHat / (vHat.squareRoot() + epsilon) + decay * x[i])
            (x[count + i], x[2 * count + i]) = (m, v)
        }
    } _: {
        $0.adamW(
            count, $1, $1 + count, $1 + 2 * count, $1 + 3 * count, Float(scale), Float(rate), Float(decay),
            Float(beta1), Float(beta2), Float(epsilon), Float(1 - pow(beta1, updates)), Float(1 - pow(beta2, updates)))
    }
}

/// e^x is inside of the kernels; a softmax over two numbers shows it.
@Test func theExponentialIsRightFromEndToEnd() {
    for kernels in kernelSets {
        for x in stride(from: Float(-80), through: 0, by: 0.37) {
            var pair: [Float] = [x, 0]
            let entropy = pair.withUnsafeMutableBufferPointer { buffer in
                buffer.baseAddress.map { kernels.crossEntropy(2, 1, 1, $0) } ?? .nan
            }
            let right = KernelReference.softmax([Double(x), 0])[0]
            #expect(abs(Double(pair[0]) - right) <= 1e-6 * right + 1e-37)
            #expect(abs(Double(entropy) + log(1 - right)) < 1e-7)
        }
    }
}
