extension Panel {
    /// Panel 4: which abilities appear at which size.
    public static let scale = Panel(
        digit: 4, title: "Scale", shortTitle: "Scale",
        words: [
            .slider: "parameters", .rows: "ability", .step: "next size", .play: "play",
            .measure: "is the jump real?", .dataSet: "data", .variant: "examples", .zoom: "zoom",
            .train: "train them here",
        ], hints: [.slider, .train, .measure, .dataSet], make: { ScaleExhibit() })
}
