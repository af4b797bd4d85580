extension Panel {
    /// Panel 6: a model is asked in words alone.
    public static let prompting = Panel(
        digit: 6, title: "Prompting",
        words: [
            .rows: "next word", .step: "take the word", .variant: "example prompt", .dataSet: "whose model",
            .zoom: "type a prompt",
        ], hints: [.zoom, .step, .rows, .variant], make: { PromptingExhibit() })
}
