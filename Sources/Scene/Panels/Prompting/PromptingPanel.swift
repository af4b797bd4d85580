extension Panel {
    /// Panel 6: a model is asked in words alone.
    public static let prompting = Panel(
        digit: 6, title: "Prompting", shortTitle: "Ask",
        words: [
            .slider: "examples", .rows: "prompt", .step: "next word", .play: "write it out",
            .measure: "two questions", .dataSet: "ages, sizes, yours",
            .variant: "model", .amount: "temperature", .chooser: "look it up", .zoom: "type",
        ], hints: [.zoom, .rows, .slider, .chooser, .measure, .step], make: { PromptingExhibit() })
}
