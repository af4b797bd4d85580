import Evidence

extension PromptingExhibit {
    /// The next words by their probability; or what both questions are answered.
    var miniature: Miniature {
        if isComparing { return Miniature([]) }
        let rows = (nextWords?.words ?? []).map { word -> Miniature.Row in
            let name: Phrase = word.isEnd ? "(the end)" : "\(word)"
            return Miniature.Row(
                [name.inked(.standard)], word.probability.value, Figure.Kind.measured.ink, ["\(word.probability)"])
        }
        return Miniature(
            rows,
            captions: ["what may come next, by how probable the model finds it", "what may come next, how probable"])
    }
}
