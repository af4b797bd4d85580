/// Which parts of a text are trained, and which are only examined.
struct HeldOutSplit: Equatable, Sendable {
    /// Ranges of tokens in their order, none empty.
    var training: [Range<Int>]
    var heldOut: [Range<Int>]

    /// Nothing is held out of a text whose run is examined on another.
    static func whole(_ count: Int) -> HeldOutSplit {
        HeldOutSplit(training: count > 0 ? [0..<count] : [], heldOut: [])
    }

    /// The rule of the first format of runs: the text's end is held out.
    static func lastTwentieth(_ count: Int) -> HeldOutSplit {
        HeldOutSplit(training: [0..<count - count / 20], heldOut: [count - count / 20..<count])
    }

    /// A twentieth in blocks spread evenly over the text, about a thousand tokens each and at most 256; where a block holds
    /// all of a file, the file's first half is trained all the same.
    static func spreadBlocks(_ count: Int, fileEnds: [Int]) -> HeldOutSplit {
        let periods = min(max(count / 20_480, 1), 256)
        var split = HeldOutSplit(training: [], heldOut: [])
        var trained = 0
        for period in 1...periods {
            let end = count * period / periods
            let block = end - (end - count * (period - 1) / periods) / 20..<end
            for part in parts(of: block, fileEnds) where !part.isEmpty {
                if part.lowerBound > trained { split.training.append(trained..<part.lowerBound) }
                split.heldOut.append(part)
                trained = part.upperBound
            }
        }
        if count > trained { split.training.append(trained..<count) }
        return split
    }

    /// The block without the first halves of the files that lie wholly in it.
    private static func parts(of block: Range<Int>, _ fileEnds: [Int]) -> [Range<Int>] {
        var parts: [Range<Int>] = []
        var start = block.lowerBound
        // The first file that ends in the block; files before it are not touched.
        var index = fileEnds.firstIndex { $0 > block.lowerBound } ?? fileEnds.count
        while index < fileEnds.count, fileEnds[index] <= block.upperBound {
            let file = (index > 0 ? fileEnds[index - 1] : 0)..<fileEnds[index]
            if file.lowerBound >= block.lowerBound {
                parts.append(start..<file.lowerBound)
                start = file.lowerBound + (file.count + 1) / 2
            }
            index += 1
        }
        return parts + [start..<block.upperBound]
    }
}

/// The places in ranges of a text where a row of one length can begin, to be drawn from with one number.
struct RowPlaces: Sendable {
    let length: Int
    /// The ranges that are long enough.
    private let ranges: [Range<Int>]
    /// The number of places before each range, and one more for all.
    private let sums: [Int]

    /// Rows of `length` tokens, 1 or more; where no range has so many, of all tokens of the longest.
    init(_ all: [Range<Int>], length: Int) {
        let length = min(max(length, 1), all.map(\.count).max() ?? 0)
        self.length = length
        ranges = all.filter { $0.count >= length }
        sums = ranges.reduce(into: [0]) { $0.append($0[$0.count - 1] + $1.count - length + 1) }
    }

    /// The row at a place that a random number chooses.
    func row(_ random: UInt64) -> Range<Int> {
        guard length > 0, let count = sums.last else { return 0..<0 }
        // The upper half of the product is a number below the bound, for texts of any length.
        let place = Int(random.multipliedFullWidth(by: UInt64(count)).high)
        var (low, high) = (0, ranges.count - 1)
        while low < high {
            let middle = (low + high + 1) / 2
            if sums[middle] <= place { low = middle } else { high = middle - 1 }
        }
        let start = ranges[low].lowerBound + place - sums[low]
        return start..<start + length
    }
}
