import Cells

/// How the rows of panel 6 are shared: the field, the next words, what the models write, and what examples are worth.
struct PromptingLayout: Hashable, Sendable {
    private(set) var field = 1
    /// The next words; without their title, and the blank row after them.
    private(set) var words = 0
    /// Models that are compared.
    private(set) var models = 0
    /// The strip over the slider.
    private(set) var strip = 0
    /// Prompts to begin with.
    private(set) var examples = 0
    private(set) var hasTitles = false
    private(set) var hasAir = false

    private static let (mostModels, mostLargeModels) = (8, 4)
    private static let fewestWords = 3
    private static let tallestStrip = 8
    private static let fewestExamples = 4

    /// - Parameters:
    ///   - modelCount: The rows that the models take.
    ///   - readings: How many bars stand in the strip, a row each; none where the strip is one picture.
    ///   - isLarge: Whether there are fewer rows, and these farther apart.
    init(
        rows: Int, words wordCount: Int, models modelCount: Int, examples exampleCount: Int, readings: Int = 0,
        isLarge: Bool = false
    ) {
        var rest = max(0, rows - field)
        /// Takes up to so many of the rows that are left.
        func take(_ wanted: Int) -> Int {
            let taken = min(max(0, wanted), rest)
            rest -= taken
            return taken
        }
        /// Takes so many or none.
        func takeAll(_ wanted: Int) -> Bool {
            guard wanted <= rest else { return false }
            rest -= wanted
            return true
        }
        strip = take(max(1, readings))
        words = take(min(max(1, Self.fewestWords - max(0, readings - 1)), wordCount))
        models = take(min(modelCount, isLarge ? Self.mostLargeModels : Self.mostModels))
        hasTitles = takeAll(2)
        if !isLarge { words += take(wordCount - words) }
        if takeAll(1) { strip += 1 }
        hasAir = takeAll(3)
        // A list without air before it, or of a line or two, would be no list.
        if rest > Self.fewestExamples, !isLarge { examples = take(min(exampleCount, rest - 2) + 2) - 2 }
        strip += take(Self.tallestStrip - strip)
    }
}
