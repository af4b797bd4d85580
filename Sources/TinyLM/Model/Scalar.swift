import CKernels

/// The kernels of this processor: the widest set that it has, chosen once.
enum Kernels {
    nonisolated(unsafe) static let float = cBestFloatKernels()
    nonisolated(unsafe) static let double = cDoubleKernels()
}

/// A number that the model is computed in: Float, and Double where its gradients are checked.
///
/// The functions are those of CKernels.h, one for one; each touches only the elements that its counts name. They are
/// called through `Matrix`, which checks the shapes.
protocol Scalar: BinaryFloatingPoint, Sendable {
    typealias Pointer = UnsafeMutablePointer<Self>

    static func product(
        rows: Int, columns: Int, depth: Int, a: Pointer, aRow: Int, aColumn: Int, b: Pointer, bRow: Int, bColumn: Int,
        c: Pointer, cRow: Int, accumulates: Bool)
    static func transpose(rows: Int, columns: Int, from: Pointer, fromRow: Int, to: Pointer, toRow: Int)
    static func add(count: Int, from: Pointer, to: Pointer)
    static func addBias(rows: Int, columns: Int, bias: Pointer, to: Pointer)
    static func addColumnSums(rows: Int, columns: Int, from: Pointer, to: Pointer)
    static func layerNorm(
        rows: Int, columns: Int, from: Pointer, gain: Pointer, bias: Pointer, to: Pointer, mean: Pointer,
        inverseDeviation: Pointer)
    static func layerNormBackward(
        rows: Int, columns: Int, x: Pointer, gain: Pointer, mean: Pointer, inverseDeviation: Pointer,
        yGradient: Pointer, xGradient: Pointer, gainGradient: Pointer, biasGradient: Pointer)
    static func gelu(count: Int, from: Pointer, to: Pointer)
    static func geluBackward(count: Int, yGradient: Pointer, x: Pointer)
    static func rotate(
        rows: Int, heads: Int, half: Int, cosine: Pointer, sine: Pointer, direction: Self, x: Pointer, xRow: Int)
    static func causalSoftmax(rows: Int, scale: Self, scores: Pointer)
    static func causalSoftmaxBackward(rows: Int, scale: Self, probabilities: Pointer, gradient: Pointer)
    static func crossEntropy(count: Int, target: Int, weight: Self, logits: Pointer) -> Self
    static func sumOfSquares(count: Int, of: Pointer) -> Self
    static func adamW(
        count: Int, parameters: Pointer, firstMoments: Pointer, secondMoments: Pointer, gradient: Pointer,
        gradientScale: Self,
        learningRate: Self, weightDecay: Self, beta1: Self, beta2: Self, epsilon: Self, firstCorrection: Self,
        secondCorrection: Self)
}

extension Float: Scalar {
    static func product(
        rows: Int, columns: Int, depth: Int, a: Pointer, aRow: Int, aColumn: Int, b: Pointer, bRow: Int, bColumn: Int,
        c: Pointer, cRow: Int, accumulates: Bool
    ) {
        Kernels.float.pointee.product(
            rows, columns, depth, a, aRow, aColumn, b, bRow, bColumn, c, cRow, accumulates ? 1 : 0)
    }
    static func transpose(rows: Int, columns: Int, from: Pointer, fromRow: Int, to: Pointer, toRow: Int) {
        Kernels.float.pointee.transpose(rows, columns, from, fromRow, to, toRow)
    }
    static func add(count: Int, from: Pointer, to: Pointer) { Kernels.float.pointee.add(count, from, to) }
    static func addBias(rows: Int, columns: Int, bias: Pointer, to: Pointer) {
        Kernels.float.pointee.addBias(rows, columns, bias, to)
    }
    static func addColumnSums(rows: Int, columns: Int, from: Pointer, to: Pointer) {
        Kernels.float.pointee.addColumnSums(rows, columns, from, to)
    }
    static func layerNorm(
        rows: Int, columns: Int, from: Pointer, gain: Pointer, bias: Pointer, to: Pointer, mean: Pointer,
        inverseDeviation: Pointer
    ) { Kernels.float.pointee.layerNorm(rows, columns, from, gain, bias, to, mean, inverseDeviation) }
    static func layerNormBackward(
        rows: Int, columns: Int, x: Pointer, gain: Pointer, mean: Pointer, inverseDeviation: Pointer,
        yGradient: Pointer, xGradient: Pointer, gainGradient: Pointer, biasGradient: Pointer
    ) {
        Kernels.float.pointee.layerNormBackward(
            rows, columns, x, gain, mean, inverseDeviation, yGradient, xGradient, gainGradient, biasGradient)
    }
    static func gelu(count: Int, from: Pointer, to: Pointer) { Kernels.float.pointee.gelu(count, from, to) }
    static func geluBackward(count: Int, yGradient: Pointer, x: Pointer) {
        Kernels.float.pointee.geluBackward(count, yGradient, x)
    }
    static func rotate(
        rows: Int, heads: Int, half: Int, cosine: Pointer, sine: Pointer, direction: Self, x: Pointer, xRow: Int
    ) { Kernels.float.pointee.rotate(rows, heads, half, cosine, sine, direction, x, xRow) }
    static func causalSoftmax(rows: Int, scale: Self, scores: Pointer) {
        Kernels.float.pointee.causalSoftmax(rows, scale, scores)
    }
    static func causalSoftmaxBackward(rows: Int, scale: Self, probabilities: Pointer, gradient: Pointer) {
        Kernels.float.pointee.causalSoftmaxBackward(rows, scale, probabilities, gradient)
    }
    static func crossEntropy(count: Int, target: Int, weight: Self, logits: Pointer) -> Self {
        Kernels.float.pointee.crossEntropy(count, target, weight, logits)
    }
    static func sumOfSquares(count: Int, of x: Pointer) -> Self { Kernels.float.pointee.sumOfSquares(count, x) }
    static func adamW(
        count: Int, parameters: Pointer, firstMoments: Pointer, secondMoments: Pointer, gradient: Pointer,
        gradientScale: Self,
        learningRate: Self, weightDecay: Self, beta1: Self, beta2: Self, epsilon: Self, firstCorrection: Self,
        secondCorrection: Self
    ) {
        Kernels.float.pointee.adamW(
            count, parameters, firstMoments, secondMoments, gradient, gradientScale, learningRate, weightDecay, beta1,
            beta2, epsilon,
            firstCorrection, secondCorrection)
    }
}

extension Double: Scalar {
    static func product(
        rows: Int, columns: Int, depth: Int, a: Pointer, aRow: Int, aColumn: Int, b: Pointer, bRow: Int, bColumn: Int,
        c: Pointer, cRow: Int, accumulates: Bool
    ) {
        Kernels.double.pointee.product(
            rows, columns, depth, a, aRow, aColumn, b, bRow, bColumn, c, cRow, accumulates ? 1 : 0)
    }
    static func transpose(rows: Int, columns: Int, from: Pointer, fromRow: Int, to: Pointer, toRow: Int) {
        Kernels.double.pointee.transpose(rows, columns, from, fromRow, to, toRow)
    }
    static func add(count: Int, from: Pointer, to: Pointer) { Kernels.double.pointee.add(count, from, to) }
    static func addBias(rows: Int, columns: Int, bias: Pointer, to: Pointer) {
        Kernels.double.pointee.addBias(rows, columns, bias, to)
    }
    static func addColumnSums(rows: Int, columns: Int, from: Pointer, to: Pointer) {
        Kernels.double.pointee.addColumnSums(rows, columns, from, to)
    }
    static func layerNorm(
        rows: Int, columns: Int, from: Pointer, gain: Pointer, bias: Pointer, to: Pointer, mean: Pointer,
        inverseDeviation: Pointer
    ) { Kernels.double.pointee.layerNorm(rows, columns, from, gain, bias, to, mean, inverseDeviation) }
    static func layerNormBackward(
        rows: Int, columns: Int, x: Pointer, gain: Pointer, mean: Pointer, inverseDeviation: Pointer,
        yGradient: Pointer, xGradient: Pointer, gainGradient: Pointer, biasGradient: Pointer
    ) {
        Kernels.double.pointee.layerNormBackward(
            rows, columns, x, gain, mean, inverseDeviation, yGradient, xGradient, gainGradient, biasGradient)
    }
    static func gelu(count: Int, from: Pointer, to: Pointer) { Kernels.double.pointee.gelu(count, from, to) }
    static func geluBackward(count: Int, yGradient: Pointer, x: Pointer) {
        Kernels.double.pointee.geluBackward(count, yGradient, x)
    }
    static func rotate(
        rows: Int, heads: Int, half: Int, cosine: Pointer, sine: Pointer, direction: Self, x: Pointer, xRow: Int
    ) { Kernels.double.pointee.rotate(rows, heads, half, cosine, sine, direction, x, xRow) }
    static func causalSoftmax(rows: Int, scale: Self, scores: Pointer) {
        Kernels.double.pointee.causalSoftmax(rows, scale, scores)
    }
    static func causalSoftmaxBackward(rows: Int, scale: Self, probabilities: Pointer, gradient: Pointer) {
        Kernels.double.pointee.causalSoftmaxBackward(rows, scale, probabilities, gradient)
    }
    static func crossEntropy(count: Int, target: Int, weight: Self, logits: Pointer) -> Self {
        Kernels.double.pointee.crossEntropy(count, target, weight, logits)
    }
    static func sumOfSquares(count: Int, of x: Pointer) -> Self { Kernels.double.pointee.sumOfSquares(count, x) }
    static func adamW(
        count: Int, parameters: Pointer, firstMoments: Pointer, secondMoments: Pointer, gradient: Pointer,
        gradientScale: Self,
        learningRate: Self, weightDecay: Self, beta1: Self, beta2: Self, epsilon: Self, firstCorrection: Self,
        secondCorrection: Self
    ) {
        Kernels.double.pointee.adamW(
            count, parameters, firstMoments, secondMoments, gradient, gradientScale, learningRate, weightDecay, beta1,
            beta2, epsilon,
            firstCorrection, secondCorrection)
    }
}
