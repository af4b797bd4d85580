import Cells
import Evidence

/// The words of the second challenge.
extension ChallengesExhibit {
    var headlineOfGuess: Phrase {
        guard let question = guess.question else {
            return guess.failure.map { ("The curve cannot be read: \($0)." as Phrase) }
                ?? "One moment: the record of the little world is being read."
        }
        guard let said = guess.guess else { return question.text }
        let error = Logarithm.base10(said / question.place)
        let answer: Phrase = "\(name: question.answer.exactText(along: question.topic.scale.along))"
        let unit = question.topic.scale.unit
        guard let factor = factor(of: error, question.topic), factor.value > 1.05 else {
            return
                "You said \(slider: question.topic.scale.text(said)), and \(answer) \(words: unit) it is: right on the spot."
        }
        let side = error > 0 ? "too high" : "too low"
        let verdict =
            !guess.isFirst
            ? "You had seen the answer" : ChallengeRecord.isHit(error) ? "Solved, near enough" : "Not near enough"
        return
            "\(words: verdict): you said \(slider: question.topic.scale.text(said)), it is \(answer) \(words: unit): \(words: side) by a factor of \(factor.withoutUnit)."
    }

    var linesOfGuess: [[Phrase]] {
        guard let question = guess.question else { return [] }
        guard guess.guess != nil else {
            return [
                ["\(key: "←→") moves your guess", "\(key: "Enter") draws the curve over it"],
                record.hasGuessed(question.topic.rawValue)
                    ? ["You have seen this answer: the first guess alone counts"]
                    : ["Near enough is within a factor of three, up or down", "the first guess alone counts"],
                [question.rule], [question.measured],
            ]
        }
        var lines: [[Phrase]] = []
        if let taught = question.taught {
            lines.append([
                "\(strong: "Courses say"): from \(taught)",
                "\(words: question.answer.kind.name): \(question.answer) at \(name: question.answer.exactText(along: question.topic.scale.along))",
            ])
        }
        if let calibration { lines.append(calibration) }
        lines.append([question.rule])
        lines.append([question.measured])
        return lines
    }

    var provenanceOfGuess: [Phrase] {
        guard let question = guess.question else { return [] }
        let answer = question.answer
        return [
            "\(answer.source)",
            "\(name: question.series.subject.model.isEmpty ? question.series.subject.family : question.series.subject.model, of: answer)",
            .legend(of: [answer.kind]),
        ]
    }

    /// Before the guess nothing of the curve is told.
    var detailOfGuess: Detail {
        guard let question = guess.question else { return Detail(title: "Predict, then see", about: []) }
        let about = [question.text, question.measured]
        guard guess.guess != nil else {
            return Detail(title: "Predict, then see", about: about, tables: [tableOfTopics])
        }
        return Detail(
            title: "Predict, then see", about: about + [question.rule + "."],
            tables: [tableOfPoints(question), tableOfTopics])
    }

    private func tableOfPoints(_ question: GuessQuestion) -> Table {
        let along = question.topic.scale.along
        return Table(
            heading: "The curve", columns: ["\(words: question.topic.scale.name)", "score", ""],
            rows: question.series.figures(over: along).map { _, figure in
                [
                    "\(name: figure.exactText(along: along))", "\(figure)",
                    figure == question.answer ? "● the answer" : "",
                ]
            })
    }

    /// The questions and which of them were ever hit.
    private var tableOfTopics: Table {
        Table(
            heading: "The questions", columns: ["of", ""],
            rows: GuessTopic.allCases.map { topic in
                let isTried = record.guesses.contains { $0.question == topic.rawValue }
                return [
                    "\(words: topic.name)",
                    record.hasHit(topic.rawValue) ? "● within a factor of three" : isTried ? "○ not yet near" : "",
                ]
            })
    }

    // MARK: - Picture

    func drawGuess(on picture: inout Picture, in frame: PanelFrame) {
        guard let question = guess.question else { return }
        let isDrawn = guess.guess != nil
        let along = question.topic.scale.along
        let ink = question.series.figures.first?.kind.ink ?? .green
        var lines = [Plot.Line(labels: [], series: question.series, ink: ink, isFocus: true)]
        if let other = question.other {
            lines.append(
                Plot.Line(labels: ["pretrained"], series: other, ink: AdaptationPath.fineTune.ink, isDashed: true))
        }
        let plot = Plot(
            along: along, question.unit, range: 0...question.ceiling, lines: isDrawn ? lines : [],
            points: isDrawn ? [Plot.Point(figure: question.answer, labels: ["the answer"], ink: ink)] : [],
            chance: question.chance.map { $0 * (question.series.unit.factor(to: question.unit) ?? 1) })
        let area = frame.area.inset(top: 1)
        let title: [Phrase] =
            isDrawn
            ? ["your guess ╎ and the measured curve", "your guess ╎ and the curve"]
            : ["the curve is drawn when you have said where", "no curve yet"]
        picture.drawFirstFitting(
            title, in: Area(column: frame.axis.start, row: frame.area.row, columns: frame.axis.columns, rows: 1),
            style: Style(.faint))
        plot.draw(on: &picture, in: area, frame: frame.axis, axis: axis, slider: slider)
        guard let said = guess.guess else { return }
        let column = frame.axis.column(axis.scale.fraction(of: said))
        for row in area.row..<area.endRow where picture.isBlank(column: column, row: row) {
            picture.put(Glyph("╎"), column: column, row: row, style: Style(.accent), reference: .slider)
        }
    }
}

extension Figure {
    /// Where it stands: labels with every digit, all else in short.
    fileprivate func exactText(along quantity: Quantity) -> FigureText? {
        quantity == .labelledExamples ? exactPlace(along: quantity) : place(along: quantity)
    }
}
