import Evidence

extension PretrainingExhibit {
    /// What the little world is, and a document of each kind that the model reads.
    var reading: [Paragraph] {
        guard let documents = run?.history.documents, !documents.isEmpty else { return [] }
        let about: [Phrase] = [
            "\(strong: "What it reads: a little world.") Its people, places, animals and things are invented, and so is its second language, Vell.",
            "Who lives where, eats what and visits whom is the same in all of the text: these are the facts that it can learn.",
            "The text has no end and no labels; each document below is read as it stands, word after word, and the only task is to guess the next word.",
            "Because the world is invented, each answer can be checked, and the model can be asked what training left out: such an answer is not memory.",
        ]
        return about.map { .text($0) } + documents.flatMap(paragraphs)
    }

    private func paragraphs(_ sample: DocumentSample) -> [Paragraph] {
        var share: Phrase = "\(sample.share) of the words"
        if !sample.heldOut.isEmpty { share += "; held out: \(words: sample.heldOut)" }
        return [.heading(Phrase(words: sample.title).capitalized), .text(share + "."), .text("\(sample.text)")]
    }
}
