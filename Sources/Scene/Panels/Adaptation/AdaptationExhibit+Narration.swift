import Evidence

extension AdaptationExhibit {
    var narration: [Paragraph] {
        var paragraphs: [Paragraph] = [
            .heading("\(strong: "Adaptation"): fine-tune, prompt, or look things up"), .text(headline),
        ]
        paragraphs += commentary(columns: .max).map { .text(Phrase.sentences($0)) }
        for path in AdaptationPath.allCases { paragraphs += narration(of: path) }
        paragraphs.append(.heading(detail.title))
        paragraphs += detail.about.map { .text($0) }
        return paragraphs
            + detail.tables.filter { $0 != traitTable }.map { .table($0) }
    }

    /// What is taught of a path, and one case on it.
    private func narration(of path: AdaptationPath) -> [Paragraph] {
        var paragraphs: [Paragraph] = [.heading(Phrase("\(words: path.name): \(words: path.motto)"))]
        paragraphs.append(.text(path.meaning))
        paragraphs += PathTrait.allCases.map { .text("\(words: $0.name): \($0.full(path))") }
        guard dataSet == .clinic, path != self.path else { return paragraphs }
        let example = PathExample(path: path, clinic: clinic, labels: slider.value)
        return paragraphs
            + ExampleStep.allCases.compactMap { step in
                example.wordings(step).first.map { .text("One example, \(words: step.name): \($0)") }
            }
    }
}
