import TinyLM

/// The two directions along which points of many numbers are spread most, and their centre.
struct PrincipalAxes: Equatable, Sendable {
    /// (C), the mean of the points.
    let center: [Double]
    /// (C) each, of length 1 and at right angles; the number of each that is largest in size is positive, so that the
    /// same points never give a mirrored map.
    let first: [Double]
    let second: [Double]

    /// Rounds after which two directions stand still, or are so nearly equal in spread that neither is the better one.
    private static let mostRounds = 2000
    private static let tolerance = 1e-13

    /// Nil where there is no point, where points have fewer than two numbers, or where `isStopped`, asked between rounds.
    ///
    /// - Parameter points: Of C numbers each.
    init?(_ points: [[Double]], isStopped: () -> Bool = { false }) {
        guard let width = points.first?.count, width > 1, points.allSatisfy({ $0.count == width }) else { return nil }
        let center = (0..<width).map { column in points.reduce(0) { $0 + $1[column] } / Double(points.count) }
        let covariance = Self.covariance(points.map { zip($0, center).map(-) }, width)
        // Two directions that no round of numbers is at right angles to.
        var random = RandomSource(seed: 1)
        var (first, second) = Self.rightAngled(
            (0..<width).map { _ in random.unit() - 0.5 }, (0..<width).map { _ in random.unit() - 0.5 })
        for _ in 0..<Self.mostRounds {
            guard !isStopped() else { return nil }
            let (nextFirst, nextSecond) = Self.rightAngled(
                Self.product(covariance, first), Self.product(covariance, second))
            let change = 2 - abs(Self.dot(first, nextFirst)) - abs(Self.dot(second, nextSecond))
            (first, second) = (nextFirst, nextSecond)
            if change < Self.tolerance { break }
        }
        self.center = center
        self.first = Self.upright(first)
        self.second = Self.upright(second)
    }

    /// How far a point lies from the centre along each direction.
    func place(of point: [Double]) -> (x: Double, y: Double) {
        let offset = zip(point, center).map(-)
        return (Self.dot(offset, first), Self.dot(offset, second))
    }

    /// The fraction of the variance of some points, 0 to 1, that lies along the two directions.
    func fractionHeld(of points: [[Double]]) -> Double {
        guard let width = points.first?.count else { return 0 }
        var (held, all) = (0.0, 0.0)
        let mean = (0..<width).map { column in points.reduce(0) { $0 + $1[column] } / Double(points.count) }
        for point in points {
            let offset = zip(point, mean).map(-)
            let (x, y) = (Self.dot(offset, first), Self.dot(offset, second))
            held += x * x + y * y
            all += Self.dot(offset, offset)
        }
        return all > 0 ? held / all : 0
    }

    private static func covariance(_ offsets: [[Double]], _ width: Int) -> [[Double]] {
        var matrix = Array(repeating: Array(repeating: 0.0, count: width), count: width)
        for offset in offsets {
            for row in 0..<width {
                for column in 0..<width { matrix[row][column] += offset[row] * offset[column] }
            }
        }
        return matrix.map { $0.map { $0 / Double(offsets.count) } }
    }

    private static func product(_ matrix: [[Double]], _ vector: [Double]) -> [Double] {
        matrix.map { dot($0, vector) }
    }

    static func dot(_ one: [Double], _ other: [Double]) -> Double {
        var sum = 0.0
        for index in one.indices { sum += one[index] * other[index] }
        return sum
    }

    /// The first of two vectors at length 1, and what of the second is at right angles to it, at length 1; a vector of no
    /// length gives way to a fixed one.
    private static func rightAngled(_ one: [Double], _ other: [Double]) -> ([Double], [Double]) {
        let first = unit(one) ?? axis(0, one.count)
        func rest(_ vector: [Double]) -> [Double] {
            let along = dot(vector, first)
            return zip(vector, first).map { $0 - along * $1 }
        }
        let fallbacks = (0..<one.count).lazy.compactMap { unit(rest(axis($0, one.count))) }
        return (first, unit(rest(other)) ?? fallbacks.first ?? first)
    }

    private static func axis(_ index: Int, _ width: Int) -> [Double] { (0..<width).map { $0 == index ? 1 : 0 } }

    private static func unit(_ vector: [Double]) -> [Double]? {
        let length = dot(vector, vector).squareRoot()
        return length > 1e-12 ? vector.map { $0 / length } : nil
    }

    private static func upright(_ vector: [Double]) -> [Double] {
        let largest = vector.max { abs($0) < abs($1) } ?? 0
        return largest < 0 ? vector.map { -$0 } : vector
    }
}
