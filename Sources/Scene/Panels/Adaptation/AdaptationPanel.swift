extension Panel {
    /// Panel 3: fine-tune, prompt, or look things up.
    public static let adaptation = Panel(
        digit: 3, title: "Adaptation",
        words: [
            .slider: "labels", .rows: "path", .step: "next step", .train: "fine-tune now", .measure: "mean, best",
            .dataSet: "clinic, tasks, medicine", .variant: "task", .zoom: "zoom", .chooser: "choose my path",
        ], hints: [.slider, .chooser, .rows, .train, .step, .dataSet], make: { AdaptationExhibit() })
}
