extension Panel {
    /// Panel 2: what a model can do after so many tokens.
    public static let pretraining = Panel(
        digit: 2, title: "Pretraining",
        words: [
            .slider: "tokens read", .rows: "task", .step: "next stage", .play: "play", .measure: "sharp, smooth",
            .dataSet: "data set", .variant: "model size", .zoom: "zoom",
        ], hints: [.step, .slider, .dataSet, .variant, .zoom], make: { PretrainingExhibit() })
}
