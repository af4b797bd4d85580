extension Panel {
    /// Panel 3: fine-tune, prompt, or look things up.
    public static let adaptation = Panel(
        digit: 3, title: "Adaptation", shortTitle: "Adapt",
        words: [
            .slider: "labels", .rows: "path", .step: "next step", .play: "play", .train: "fine-tune now",
            .measure: "mean, best",
            .dataSet: "data set", .variant: "task", .zoom: "zoom", .chooser: "choose my path",
        ], hints: [.slider, .chooser, .train, .dataSet, .rows, .step], make: { AdaptationExhibit() })
}
