/// What a run is, apart from how far it is: what `run.json` holds. It is written once, when the run begins.
public struct RunDescription: Codable, Equatable, Sendable {
    /// How a text becomes tokens.
    public enum TokenizerKind: String, Codable, Sendable {
        /// The little world's whole words.
        case world
        /// Merged bytes, in `tokenizer.json`.
        case bytePairEncoding
    }

    /// A person's own text.
    public struct Corpus: Codable, Equatable, Sendable {
        /// The files' paths, in the order of the text.
        public var files: [String]
        /// The bytes of all files.
        public var byteCount: Int
        /// Of all bytes, 16 hexadecimal digits.
        public var checksum: String

        public init(files: [String], byteCount: Int, checksum: String) {
            self.files = files
            self.byteCount = byteCount
            self.checksum = checksum
        }
    }

    /// What is examined of a person's own text.
    public enum HeldOutRule: String, Codable, Sendable {
        /// The last twentieth of the tokens, as in the first format of runs.
        case lastTwentieth
        /// A twentieth of the tokens, in blocks spread evenly over the text.
        case spreadBlocks
        /// None of it, but another text.
        case otherText
    }

    /// The format of the folder.
    public var formatVersion: Int
    /// The program that began the run.
    public var programVersion: String
    public var seed: UInt64
    /// The version of the little world, where the run learns that.
    public var worldVersion: Int?
    /// The size by name, where it is one of the lesson's.
    public var size: ModelSize?
    public var shape: ModelShape
    public var tokenizer: TokenizerKind
    /// The text, where it is not the little world.
    public var corpus: Corpus?
    /// What of the text is examined and never trained; nil, which is `lastTwentieth`, in the first format.
    public var heldOut: HeldOutRule?
    /// The other text that is examined, with `otherText`.
    public var validation: Corpus?
    public var recipe: TrainingRecipe
    /// When the run began, as `2026-11-30T12:00:00Z`.
    public var date: String
    /// The processor's name.
    public var processor: String

    /// The format that this program writes. It reads the first too, whose reports had no checksums, and whose runs of a
    /// person's own text held out its end.
    public static let currentFormatVersion = 2

    public init(
        programVersion: String, seed: UInt64, worldVersion: Int? = nil, size: ModelSize? = nil, shape: ModelShape,
        tokenizer: TokenizerKind, corpus: Corpus? = nil, validation: Corpus? = nil, recipe: TrainingRecipe,
        date: String, processor: String
    ) {
        formatVersion = Self.currentFormatVersion
        self.programVersion = programVersion
        self.seed = seed
        self.worldVersion = worldVersion
        self.size = size
        self.shape = shape
        self.tokenizer = tokenizer
        self.corpus = corpus
        heldOut = corpus == nil ? nil : validation == nil ? .spreadBlocks : .otherText
        self.validation = validation
        self.recipe = recipe
        self.date = date
        self.processor = processor
    }

    /// What is wrong with the first field that no run can have, as `shape.layers is 0, not 1 to 64`, or nil.
    public var fault: String? {
        guard (1...Self.currentFormatVersion).contains(formatVersion) else {
            return "formatVersion is \(formatVersion), and this tlviz reads 1 to \(Self.currentFormatVersion)"
        }
        if let fault = worldVersion.flatMap({ rangeFault("worldVersion", $0, 0...1_000_000) }) { return fault }
        if let fault = shape.fault { return "shape.\(fault)" }
        if let fault = recipe.fault { return "recipe.\(fault)" }
        if let fault = rangeFault("recipe.context", recipe.context, 1...shape.context) { return fault }
        if let size, (size.layers, size.width, size.heads) != (shape.layers, shape.width, shape.heads) {
            return "size is \(size.rawValue), which is not the size of the shape"
        }
        for (name, text) in [("programVersion", programVersion), ("date", date), ("processor", processor)] {
            if let fault = rangeFault("the length of \(name)", text.utf8.count, 0...1000) { return fault }
        }
        return corpusFault
    }

    private var corpusFault: String? {
        guard let corpus else {
            return tokenizer == .world ? nil : "corpus is missing, and tokenizer is \(tokenizer.rawValue)"
        }
        guard tokenizer == .bytePairEncoding else { return "tokenizer is \(tokenizer.rawValue), and corpus is given" }
        if (heldOut == .otherText) != (validation != nil) { return "validation is not what heldOut tells" }
        return Self.fault(of: corpus, "corpus") ?? validation.flatMap { Self.fault(of: $0, "validation") }
    }

    private static func fault(of corpus: Corpus, _ name: String) -> String? {
        rangeFault("the number of \(name).files", corpus.files.count, 1...10_000)
            ?? rangeFault("\(name).byteCount", corpus.byteCount, 1...CorpusFiles.mostBytes)
            ?? rangeFault("the length of \(name).checksum", corpus.checksum.utf8.count, 16...16)
    }
}

extension RunDescription {
    /// The bytes of `run.json`: JSON with a checksum, so that a damaged number is no other run.
    ///
    /// Throws 65 with the field where the description has a fault.
    public func json() throws(StorageError) -> [UInt8] {
        if let fault { throw .badData("run.json: \(fault)") }
        return try checkedJSON(self, file: "run.json")
    }

    /// Reads what `json` wrote. Throws 65 with the field and what mends it; `file` is the name in the error.
    public init(json: [UInt8], file: String) throws(StorageError) {
        self = try checkedValue(json, file: file)
        if let fault { throw .badData("\(file): \(fault); train again into another --output") }
    }
}
