import TinyLM

/// A program and what it prints: `code : z 2 ; x z + 3 ; u x - 1 ; print u 4`. All values are 0 to 9; what a name
/// stands for is its neighbour, for the reason that games have.
public struct Code: ExaminedKind {
    public let name = "code"
    public let title = "programs, and what they print"
    public let heldOut = "some are kept back"
    public let percentage = 8.0
    public let weight = 7.845
    public let abilities: [Ability] = [.codeLookUp, .codeOperation, .codeChain]

    public init() {}

    public func write(into tokens: inout [Token], using random: inout RandomSource) {
        let program = writeProgram(level: 1 + random.below(3), isHeldOut: false, into: &tokens, using: &random)
        program.writePrint(program.asked, into: &tokens)
        tokens.write(Lexicon.little.digits[program.value(program.asked)])
        if random.below(2) == 0 {
            let other = (program.asked + 1 + random.below(program.count - 1)) % program.count
            tokens.write(.semicolon)
            program.writePrint(other, into: &tokens)
            tokens.write(Lexicon.little.digits[program.value(other)])
        }
        tokens.write(.end)
    }

    /// A program that training never runs, up to what its first `print` prints.
    public func item(of ability: Ability, using random: inout RandomSource) -> ExaminationItem {
        let level =
            switch ability {
            case .codeLookUp: 1
            case .codeOperation: 2
            default: 3
            }
        var program = Program()
        return ExaminationItem {
            program = writeProgram(level: level, isHeldOut: true, into: &$0, using: &random)
            program.writePrint(program.asked, into: &$0)
        } answer: {
            $0.write(Lexicon.little.digits[program.value(program.asked)])
        }
    }

    static func isHeldOut(statements: ArraySlice<Token>) -> Bool { HeldOut.code.contains(statements) }

    /// Writes `code :` and the statements, again until they are, or are not, held out.
    private func writeProgram(
        level: Int, isHeldOut: Bool, into tokens: inout [Token], using random: inout RandomSource
    ) -> Program {
        tokens.write(.code, .colon)
        let start = tokens.count
        return redrawn {
            tokens.removeLast(tokens.count - start)
            return Program(level: level, into: &tokens, using: &random)
        } until: { _ in
            Code.isHeldOut(statements: tokens[start...]) == isHeldOut
        }
    }
}

/// The names of a program and their values, in the order in which they are set.
private struct Program {
    private var names = ShortList()
    private var values = ShortList()
    /// The name that is printed first.
    private(set) var asked = 0

    var count: Int { values.count }

    init() {}

    /// Writes the statements of a program. Level 1: two or three names are set. Level 2: one or two are set, and one is
    /// computed from one of them. Level 3: one is set, and two are computed, each from the one before.
    init(level: Int, into tokens: inout [Token], using random: inout RandomSource) {
        for _ in 0..<4 { names.appendNew(from: Lexicon.little.variables, using: &random) }
        let constants =
            switch level {
            case 1: 2 + random.below(2)
            case 2: 1 + random.below(2)
            default: 1
            }
        for index in 0..<constants {
            let value = random.below(10)
            values.append(Token(value))
            tokens.write(names[index])
            tokens.write(Lexicon.little.digits[value])
            tokens.write(.semicolon)
        }
        if level == 1 {
            asked = random.below(constants)
            return
        }
        compute(from: random.below(constants), into: &tokens, using: &random)
        if level > 2 { compute(from: count - 1, into: &tokens, using: &random) }
        asked = count - 1
    }

    func value(_ index: Int) -> Int { Int(values[index]) }

    func writePrint(_ index: Int, into tokens: inout [Token]) {
        tokens.write(.print)
        tokens.write(names[index])
    }

    /// Sets the next name to another's value, plus or minus what stays between 0 and 9.
    private mutating func compute(from source: Int, into tokens: inout [Token], using random: inout RandomSource) {
        let value = value(source)
        let isSum = value == 0 || (value < 9 && random.below(2) == 0)
        let difference = 1 + random.below(isSum ? 9 - value : value)
        tokens.write(names[count])
        tokens.write(names[source])
        tokens.write(isSum ? .plus : .minus)
        tokens.write(Lexicon.little.digits[difference])
        tokens.write(.semicolon)
        values.append(Token(isSum ? value + difference : value - difference))
    }
}
