extension Panel {
    /// Panel 3: fine-tune, prompt, or look things up.
    public static let adaptation = Panel(
        digit: 3, title: "Adaptation",
        words: [
            .slider: "labelled examples", .rows: "path", .step: "next step", .measure: "mean, best",
            .dataSet: "data set", .variant: "task", .zoom: "zoom", .chooser: "choose for my case",
        ], hints: [.step, .slider, .dataSet, .chooser], make: { AdaptationExhibit() })
}
