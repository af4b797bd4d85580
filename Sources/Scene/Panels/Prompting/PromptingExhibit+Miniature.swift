import Evidence

extension PromptingExhibit {
    /// The next words by their probability; or what both questions are answered.
    var miniature: Miniature {
        if isComparing { return miniatureOfQuestions }
        let rows = (nextWords?.words ?? []).map { word -> Miniature.Row in
            let name: Phrase = word.isEnd ? "(the end)" : "\(word)"
            return Miniature.Row(
                [name.inked(.standard)], word.probability.value, Figure.Kind.measured.ink, ["\(word.probability)"])
        }
        return Miniature(
            rows,
            captions: ["what may come next, by how probable the model finds it", "what may come next, how probable"])
    }

    /// Each form of the weak and the strong question, by how often it is answered rightly.
    private var miniatureOfQuestions: Miniature {
        Miniature(
            PromptForm.allCases.compactMap { form in
                let prompt = scores?.prompts.first { $0.id == form.rawValue && $0.examples == 0 }
                guard let figure = prompt?.choiceAccuracy else { return nil }
                return Miniature.Row(
                    form.wordings, figure.value, Figure.Kind.measured.ink, ["\(figure)"])
            }, captions: ["right answers to the same notes, by how it is asked", "right, by how it is asked"])
    }
}
