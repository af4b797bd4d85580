extension Panel {
    /// Panel 4: which abilities appear at which size.
    public static let scale = Panel(
        digit: 4, title: "Scale",
        words: [
            .slider: "parameters", .rows: "ability", .step: "next stop", .measure: "sharp, smooth", .dataSet: "data",
            .variant: "shots", .zoom: "zoom",
        ], hints: [.slider, .step, .dataSet, .zoom], make: { ScaleExhibit() })
}
