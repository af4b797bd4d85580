import Evidence

extension AdaptationExhibit {
    var miniature: Miniature {
        switch dataSet {
        case .clinic: clinicMiniature
        case .published: publishedMiniature
        case .medicine, .openQuestions: scoresMiniature
        }
    }

    private var ground: Miniature.Ground {
        Miniature.Ground(axis: axis, along: .labelledExamples, slider: slider)
    }

    /// Both beginnings over their labels, the prompts that take none, and the person's own model.
    private var clinicMiniature: Miniature {
        var rows = ClinicRecord.Start.allCases.compactMap { start -> Miniature.Row? in
            guard let series = clinic.series(start) else { return nil }
            let value = clinic.reading(start, at: slider.value).text.map { "\($0)" as Phrase } ?? "—"
            let names: [Phrase] = start == .pretrained ? ["fine-tuned", "tuned"] : ["from scratch", "scratch"]
            return row(names, series, value: value)
        }
        if let own = live?.curve?.test ?? live?.latest {
            rows.insert(Miniature.Row(["yours"], own.value, .green, ["\(own)"]), at: 0)
        }
        if let prompted = clinic.score(.newWords) {
            rows.append(
                Miniature.Row(["a prompt", "prompt"], prompted.value, AdaptationPath.prompt.ink, ["\(prompted)"]))
        }
        return Miniature(
            rows, ground: ground, captions: ["right answers at illnesses, of all", "right answers at illnesses"])
    }

    private func row(_ names: [Phrase], _ series: Series, value: Phrase) -> Miniature.Row {
        let strip = Strip(
            name: "", subtitles: [], series: series, floor: 0, ceiling: Unit.fraction.factor(to: series.unit) ?? 1,
            guessing: series.figures.first?.subject.chance.map { $0 * (Unit.fraction.factor(to: series.unit) ?? 1) },
            value: value, ink: AdaptationPath.fineTune.ink)
        return Miniature.Row(names: names, mark: .strip(strip), values: [value])
    }

    private var publishedMiniature: Miniature {
        var rows = [LearningTask.Method.pattern, .head].compactMap { method -> Miniature.Row? in
            guard let series = task.curve(method, measure).main else { return nil }
            return row(
                method.names.map { Phrase(words: $0) }, series,
                value: Miniature.value(of: series, at: slider.value, over: .labelledExamples))
        }
        if let prompted = task.prompted {
            rows.append(
                Miniature.Row(
                    ["a prompt", "prompt"], prompted.value * (prompted.unit.factor(to: .fraction) ?? 1),
                    AdaptationPath.prompt.ink, ["\(prompted)"]))
        }
        return Miniature(rows, ground: ground, captions: [Phrase(words: task.plain)])
    }

    /// The scores of the models, the chosen path's first one as the main one.
    private var scoresMiniature: Miniature {
        let rows = shownCase.rows
        return Miniature(
            rows.compactMap { row in
                guard let last = row.figures.last, let first = row.figures.first else { return nil }
                let ends = [first, last].map { shownCase.axis.scale.fraction(of: $0.value) }.sorted()
                return Miniature.Row(Array(row.names.suffix(2)), ends[1], row.path.ink, ["\(last)"])
            }, main: rows.firstIndex { $0.isAt(slider.value) } ?? 0,
            captions: ["a bar: right answers of the exam’s questions", "right answers"])
    }
}
