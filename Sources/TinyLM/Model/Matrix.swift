/// Memory for numbers: zeros at first, aligned to a cache line, freed with its last owner.
final class Buffer<Element: Scalar>: @unchecked Sendable {
    // Sendable because threads write to disjoint parts only: each task of a region owns the rows it is given.
    let count: Int
    let base: UnsafeMutablePointer<Element>
    private let memory: UnsafeMutableRawPointer

    init(count: Int) {
        self.count = count
        memory = .allocate(byteCount: max(count, 1) * MemoryLayout<Element>.stride, alignment: 64)
        base = memory.bindMemory(to: Element.self, capacity: max(count, 1))
        base.initialize(repeating: 0, count: max(count, 1))
    }

    deinit { memory.deallocate() }

    /// The buffer's elements from `offset` as a matrix.
    func matrix(at offset: Int = 0, rows: Int, columns: Int) -> Matrix<Element> {
        precondition(offset >= 0 && rows >= 0 && columns >= 0 && offset + rows * columns <= count)
        return Matrix(base: base + offset, rows: rows, columns: columns, rowStride: columns)
    }

    /// The elements as values.
    var values: [Element] {
        get { Array(UnsafeBufferPointer(start: base, count: count)) }
        set {
            precondition(newValue.count == count)
            for index in 0..<count { base[index] = newValue[index] }
        }
    }
}

/// A view of numbers in a buffer as a matrix (rows, columns), row-major; its buffer has to outlive it.
///
/// Every view is a part of a buffer's matrix, cut by checked ranges; every operation checks that shapes agree before a
/// kernel touches memory. That is the whole argument for the bounds of this module.
struct Matrix<Element: Scalar>: @unchecked Sendable {
    let base: UnsafeMutablePointer<Element>
    let rows: Int
    let columns: Int
    /// Elements from one row to the next.
    let rowStride: Int

    var isContiguous: Bool { rowStride == columns || rows <= 1 }
    var count: Int { rows * columns }

    func rows(_ range: Range<Int>) -> Matrix {
        precondition(range.lowerBound >= 0 && range.upperBound <= rows)
        return Matrix(
            base: base + range.lowerBound * rowStride, rows: range.count, columns: columns, rowStride: rowStride)
    }

    func columns(_ range: Range<Int>) -> Matrix {
        precondition(range.lowerBound >= 0 && range.upperBound <= columns)
        return Matrix(base: base + range.lowerBound, rows: rows, columns: range.count, rowStride: rowStride)
    }

    subscript(row: Int, column: Int) -> Element {
        get {
            precondition(row >= 0 && row < rows && column >= 0 && column < columns)
            return base[row * rowStride + column]
        }
        nonmutating set {
            precondition(row >= 0 && row < rows && column >= 0 && column < columns)
            base[row * rowStride + column] = newValue
        }
    }

    func fill(with value: Element) {
        for row in 0..<rows { (base + row * rowStride).update(repeating: value, count: columns) }
    }

    func copy(from other: Matrix) {
        precondition(rows == other.rows && columns == other.columns)
        if isContiguous && other.isContiguous { return base.update(from: other.base, count: count) }
        for row in 0..<rows {
            (base + row * rowStride).update(from: other.base + row * other.rowStride, count: columns)
        }
    }

    /// Adds another matrix of the same shape, both without gaps.
    func add(_ other: Matrix) {
        precondition(rows == other.rows && columns == other.columns && isContiguous && other.isContiguous)
        Element.add(count: count, from: other.base, to: base)
    }

    /// Adds a bias (1, columns) to every row.
    func addBias(_ bias: Matrix) {
        precondition(bias.count == columns && isContiguous && bias.isContiguous)
        Element.addBias(rows: rows, columns: columns, bias: bias.base, to: base)
    }

    /// Adds the sums of another matrix's columns to this row (1, columns).
    func addColumnSums(of other: Matrix) {
        precondition(rows == 1 && columns == other.columns && other.isContiguous)
        Element.addColumnSums(rows: other.rows, columns: columns, from: other.base, to: base)
    }

    /// The sum of the squares of the elements.
    var sumOfSquares: Element {
        precondition(isContiguous)
        return Element.sumOfSquares(count: count, of: base)
    }

    /// Writes this matrix, transposed, into `other` (columns, rows).
    func transpose(into other: Matrix) {
        precondition(other.rows == columns && other.columns == rows)
        Element.transpose(
            rows: rows, columns: columns, from: base, fromRow: rowStride, to: other.base, toRow: other.rowStride)
    }

    /// This = left (rows, depth) × right (depth, columns), or is added to.
    func setProduct(_ left: Factor<Element>, _ right: Factor<Element>, adding: Bool = false) {
        precondition(left.rows == rows && right.columns == columns && left.columns == right.rows)
        Element.product(
            rows: rows, columns: columns, depth: left.columns, a: left.matrix.base, aRow: left.rowStride,
            aColumn: left.columnStride, b: right.matrix.base, bRow: right.rowStride, bColumn: right.columnStride,
            c: base, cRow: rowStride, accumulates: adding)
    }

    /// As a factor of a product, as it is.
    var plain: Factor<Element> { Factor(matrix: self, isTransposed: false) }
    /// As a factor of a product, transposed; nothing is moved.
    var transposed: Factor<Element> { Factor(matrix: self, isTransposed: true) }
}

/// A matrix in a product, as it is or transposed.
struct Factor<Element: Scalar> {
    let matrix: Matrix<Element>
    let isTransposed: Bool

    var rows: Int { isTransposed ? matrix.columns : matrix.rows }
    var columns: Int { isTransposed ? matrix.rows : matrix.columns }
    var rowStride: Int { isTransposed ? 1 : matrix.rowStride }
    var columnStride: Int { isTransposed ? matrix.rowStride : 1 }
}
