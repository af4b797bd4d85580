extension Panel {
    /// Panel 7: what was learned is tried, and each answer is checked.
    public static let challenges = Panel(
        digit: 7, title: "Challenges", shortTitle: "Try",
        words: [
            .slider: "your guess", .rows: "choose", .step: "tick, hint, next", .dataSet: "next challenge",
            .variant: "another case", .zoom: "begin, answer",
        ], hints: [.zoom, .rows, .slider, .step, .variant, .dataSet], make: { ChallengesExhibit() })
}
