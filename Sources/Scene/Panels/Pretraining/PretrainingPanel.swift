extension Panel {
    /// Panel 2: what a model can do after so many tokens.
    public static let pretraining = Panel(
        digit: 2, title: "Pretraining", shortTitle: "Train",
        words: [
            .slider: "words read", .rows: "ability", .step: "next stage", .play: "a film of it",
            .train: "train one here, now", .measure: "right answers, their probability, both",
            .dataSet: "whose training", .variant: "model size", .zoom: "zoom", .reading: "what it reads",
            .inside: "look inside", .amount: "seed of its weights",
        ], hints: [.inside, .step, .train, .reading, .dataSet, .zoom], make: { PretrainingExhibit() })
}
