/// A queue that gives the largest number first (a binary heap).
struct LargestFirst {
    private var heap: [UInt64] = []

    mutating func insert(_ value: UInt64) {
        heap.append(value)
        var place = heap.count - 1
        while place > 0, heap[(place - 1) / 2] < heap[place] {
            heap.swapAt(place, (place - 1) / 2)
            place = (place - 1) / 2
        }
    }

    mutating func removeLargest() -> UInt64? {
        guard let largest = heap.first, let last = heap.popLast() else { return nil }
        guard !heap.isEmpty else { return largest }
        heap[0] = last
        var place = 0
        while true {
            var child = 2 * place + 1
            guard child < heap.count else { return largest }
            if child + 1 < heap.count, heap[child + 1] > heap[child] { child += 1 }
            guard heap[child] > heap[place] else { return largest }
            heap.swapAt(place, child)
            place = child
        }
    }
}
