extension Panel {
    /// Panel 1: a model for each task, or one for all.
    public static let paradigms = Panel(
        digit: 1, title: "Paradigms", shortTitle: "Tasks",
        words: [
            .slider: "tasks", .rows: "task", .step: "train the next task", .measure: "cost, worth, forgetting",
            .dataSet: "published, measured", .variant: "what it was trained on", .train: "run it here",
            .play: "play",
            .zoom: "zoom",
        ], hints: [.train, .step, .measure, .dataSet, .zoom], make: { ParadigmsExhibit() })
}
