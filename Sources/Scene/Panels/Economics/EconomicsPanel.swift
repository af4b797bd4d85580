extension Panel {
    /// Panel 5: what it costs, and for how many it pays.
    public static let economics = Panel(
        digit: 5, title: "Economics", shortTitle: "Cost",
        words: [
            .slider: "tasks", .rows: "assumption", .step: "next example", .play: "play", .measure: "linear, log",
            .dataSet: "tasks, users, published, meter", .variant: "whose figure", .amount: "change it",
            .train: "measure this machine", .zoom: "zoom",
        ], hints: [.amount, .rows, .step, .dataSet, .zoom], make: { EconomicsExhibit() })
}
