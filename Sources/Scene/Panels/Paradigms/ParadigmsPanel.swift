extension Panel {
    /// Panel 1: a model for each task, or one for all.
    public static let paradigms = Panel(
        digit: 1, title: "Paradigms",
        words: [
            .slider: "tasks", .rows: "task", .step: "train the next task", .measure: "measure", .zoom: "zoom",
        ], hints: [.step, .slider, .measure, .zoom], make: { ParadigmsExhibit() })
}
