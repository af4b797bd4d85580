import Evidence

/// The published series behind the learning curves, read once.
enum LearningFigures {
    struct Key: Hashable, Sendable {
        var task: LearningTask
        var method: LearningTask.Method
        var measure: LearningTask.Measure
    }

    static let curves: [Key: FineTuningSeries] = {
        var curves: [Key: FineTuningSeries] = [:]
        for task in LearningTask.allCases {
            for method in LearningTask.Method.allCases {
                for measure in LearningTask.Measure.allCases {
                    let prefix = "pet/\(task.slug)/\(method.slug)/\(measure.slug)/"
                    let series = Archive.transfer.identifiers(under: prefix)
                        .compactMap { Archive.transfer.series($0) }.filter { !$0.figures.isEmpty }
                        .sorted { seeds($0) > seeds($1) }
                    curves[Key(task: task, method: method, measure: measure)] = FineTuningSeries(
                        main: series.first, others: Array(series.dropFirst()))
                }
            }
        }
        return curves
    }()

    /// How many seeds a series has: the last part of its identifier.
    static func seeds(_ series: Series) -> Int { series.id.split(separator: "/").last.flatMap { Int($0) } ?? 0 }

    /// How a figure's runs are put together: `mean of 4 seeds`.
    static func seedsText(_ figure: Figure) -> String {
        figure.subject.note.split(separator: ";").first.map(String.init) ?? ""
    }

    private static let largestGPT3 = 1.75e11

    static let prompted: [LearningTask: Figure] = {
        var figures: [LearningTask: Figure] = [:]
        for task in LearningTask.allCases {
            // The same metric only: these two are scored in F1 in the learning curves.
            let slug = task == .cb ? "cb-f1" : task == .multirc ? "multirc-f1a" : task.slug
            figures[task] = Archive.gpt3.series("gpt3/\(slug)/few")?.figures
                .first { ($0.subject.parameters ?? 0).isSame(as: largestGPT3) }
        }
        return figures
    }()

    static let worth: [LearningTask: Figure] = {
        var figures: [LearningTask: Figure] = [:]
        for task in LearningTask.allCases {
            figures[task] = Archive.transfer.series("petworth/\(task.slug)")?.figures.first
        }
        return figures
    }()

    static let tests: [LearningTask: Series] = {
        var tests: [LearningTask: Series] = [:]
        for task in LearningTask.allCases { tests[task] = Archive.transfer.series("superglue/\(task.slug)") }
        return tests
    }()

    static let ranges: [LearningTask: ClosedRange<Double>] = {
        var ranges: [LearningTask: ClosedRange<Double>] = [:]
        for task in LearningTask.allCases {
            let series = curves.filter { $0.key.task == task }.values.flatMap(\.all)
            let values =
                series.flatMap { $0.figures.map(\.value) } + [prompted[task]?.value].compactMap { $0 }
                + series.compactMap(\.subject.chance)
            let low = ((values.min() ?? 0) / 10).rounded(.down) * 10
            let high = ((values.max() ?? 100) / 10).rounded(.up) * 10
            ranges[task] = low...max(low + 10, high)
        }
        return ranges
    }()

    /// Every number of labelled examples that was measured for a task.
    static let sizes: [LearningTask: [Double]] = {
        var sizes: [LearningTask: [Double]] = [:]
        for task in LearningTask.allCases {
            let series = curves.filter { $0.key.task == task }.values.flatMap(\.all)
            sizes[task] = Set(series.flatMap { $0.figures.compactMap(\.subject.labelledExamples) }).sorted()
        }
        return sizes
    }()

    /// A number of labelled examples that follows from measured points.
    static func place(_ formula: Formula, _ examples: Double, _ inputs: [Figure]) -> Figure {
        var subject = inputs.first?.subject ?? Subject()
        subject.metric = "labelled examples"
        subject.chance = nil
        return Figure(formula, value: examples, unit: .examples, subject: subject, inputs: inputs)
    }

    /// How far the pattern is ahead of the head, where both stand on the same footing.
    static func lead(_ pattern: Reading, _ head: Reading) -> Figure? {
        guard let first = pattern.figure, let second = head.figure, seedsText(first) == seedsText(second)
        else { return nil }
        var subject = first.subject
        subject.method = "pattern less head"
        subject.chance = nil
        return Figure(
            .difference, value: first.value - second.value, unit: .points, subject: subject, inputs: [second, first])
    }
}
