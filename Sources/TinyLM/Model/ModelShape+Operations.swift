extension ModelShape {
    /// Channels a head.
    public var headWidth: Int { width / heads }

    /// Floating-point operations to train on one token of a full row: 6 for each parameter of a matrix (Kaplan et al. 2020,
    /// "Scaling laws for neural language models", section 2.1), and 12·T·C a layer for attention.
    public var trainingOperationsPerToken: Double {
        let matrices = vocabularyCount * width + layers * 12 * width * width
        return Double(6 * matrices + 12 * layers * context * width)
    }
}
