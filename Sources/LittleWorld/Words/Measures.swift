/// The least number of insertions, deletions and replacements that make one list of another (Levenshtein 1966).
func editDistance<Element: Equatable>(_ first: [Element], _ second: [Element]) -> Int {
    var row = Array(0...second.count)
    for (index, element) in first.enumerated() {
        var diagonal = row[0]
        row[0] = index + 1
        for column in second.indices {
            let replaced = diagonal + (second[column] == element ? 0 : 1)
            diagonal = row[column + 1]
            row[column + 1] = min(replaced, row[column] + 1, diagonal + 1)
        }
    }
    return row[second.count]
}

/// e to the power `exponent`, within 1e-15 of its size: a power of two times a short Taylor series. Only logarithms of
/// probabilities come here, so a module of mathematics would be one dependency for one function.
func exponential(_ exponent: Double) -> Double {
    guard exponent > -700 else { return 0 }
    guard exponent < 700 else { return .infinity }
    let logarithmOfTwo = 0.693_147_180_559_945_3
    let doublings = (exponent / logarithmOfTwo).rounded()
    let rest = exponent - doublings * logarithmOfTwo
    var sum = 1.0
    for divisor in stride(from: 14.0, through: 1, by: -1) { sum = 1 + rest / divisor * sum }
    return Double(sign: .plus, exponent: Int(doublings), significand: 1) * sum
}
