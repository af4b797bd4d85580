/// Makes tokens of texts that come in blocks of any length, the same as of the whole texts at once.
struct TextEncoder {
    private var words: WordEncoder
    private(set) var tokens = TokenList()
    /// The bytes of the current text whose words may go on in the next block.
    private var rest: [UInt8] = []
    /// The bytes at the end of `rest` that begin a character.
    private var unchecked = 0

    init(_ tokenizer: BytePairEncoding) { words = tokenizer.wordEncoder }

    /// Adds the next block of a text, which is not empty; behind the last a new text begins.
    ///
    /// Returns the place in the block of the first byte that is not UTF-8 (negative where it was in the block before), or
    /// nil; then nothing is to be added any more.
    mutating func add(_ block: [UInt8], isLast: Bool) -> Int? {
        let earlier = rest.count
        let text = earlier == 0 ? block : rest + block
        let checked = earlier - unchecked
        var end = text.count
        do {
            _ = try UTF8Span(validating: text.span.extracting(checked...))
        } catch {
            let fault = checked + error.byteOffsets.lowerBound
            let isCut = error.kind == .truncatedScalar && checked + error.byteOffsets.upperBound == text.count
            guard isCut, !isLast else { return fault - earlier }
            end = fault
        }
        var found: [Token] = []
        found.reserveCapacity(text.count / 2)
        let start = words.append(text.span.extracting(..<end), isLast: isLast, to: &found)
        tokens.append(found[...])
        rest = isLast ? [] : Array(text[start...])
        unchecked = isLast ? 0 : text.count - end
        return nil
    }
}
