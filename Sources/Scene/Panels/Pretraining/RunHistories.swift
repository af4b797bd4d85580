import Evidence

/// The histories of the runs of one list, as they come: what was asked for them, and what came.
struct RunHistories: Equatable, Sendable {
    /// What is known of a run so far.
    private enum Entry: Equatable, Sendable {
        case asked
        case history(HistoryCurves)
        case failure(Failure)
    }

    /// The question that is answered with the list.
    let list: Question
    /// The runs of the list that are shown, in the panel's order; nil before it has come.
    private(set) var runs: [RunSummary]?
    /// Every run of the list, those that are not shown among them.
    private var listed: [RunSummary] = []
    private var entries: [TrainingHistory.Origin: Entry] = [:]
    private var askers: [QuestionID: TrainingHistory.Origin] = [:]
    private var listing: QuestionID?
    private var listingFailure: Failure?

    init(_ list: Question) { self.list = list }

    /// How many runs can be chosen from.
    var count: Int { runs?.count ?? 0 }

    /// Every history that has come, in the order of the runs.
    var all: [HistoryCurves] { (0..<count).compactMap { curves(at: $0) } }

    func curves(at index: Int) -> HistoryCurves? {
        guard case .history(let curves) = entry(at: index) else { return nil }
        return curves
    }

    /// Runs of the same size over the same text from other random weights.
    private func siblings(at index: Int) -> [RunSummary] {
        guard let runs, runs.indices.contains(index) else { return [] }
        let run = runs[index]
        return listed.filter {
            $0.model == run.model && $0.tokens.value.isSame(as: run.tokens.value) && $0.seed != run.seed
        }
    }

    /// Their histories, as far as they have come.
    func siblingCurves(at index: Int) -> [HistoryCurves] {
        siblings(at: index).compactMap { run in
            guard case .history(let curves) = entries[run.origin] else { return nil }
            return curves
        }
    }

    mutating func askSiblings(at index: Int, _ questions: inout Questions) {
        for run in siblings(at: index) { ask(for: run.origin, &questions) }
    }

    /// Why a run is not to be seen; nil where it is, or where it may yet come.
    func failure(at index: Int) -> Failure? {
        guard case .failure(let failure) = entry(at: index) else { return listingFailure }
        return failure
    }

    private func entry(at index: Int) -> Entry? {
        guard let runs, runs.indices.contains(index) else { return nil }
        return entries[runs[index].origin]
    }

    /// Asks for what has not come and is not asked, or has failed.
    mutating func ask(_ questions: inout Questions) {
        if runs == nil {
            guard !questions.isOpen(listing) else { return }
            listing = questions.ask(list)
            listingFailure = nil
        }
        for run in runs ?? [] { ask(for: run.origin, &questions) }
    }

    /// Asks for the list once more, since a run may have been added to it or have gone on.
    mutating func askAnew(_ questions: inout Questions) {
        guard !questions.isOpen(listing) else { return }
        (runs, entries, listing) = (nil, [:], nil)
        ask(&questions)
    }

    private mutating func ask(for origin: TrainingHistory.Origin, _ questions: inout Questions) {
        switch entries[origin] {
        case .asked, .history: return
        case .failure, nil: break
        }
        guard let question = origin.question else { return }
        entries[origin] = .asked
        askers[questions.ask(question)] = origin
    }

    /// Takes an answer to what was asked here; any other is left alone.
    mutating func receive(_ answer: Answer, to id: QuestionID, _ questions: inout Questions) {
        if id == listing {
            switch answer {
            case .runs(let all):
                listed = all
                runs = list == .recordedRuns ? RunHistories.shown(of: all) : all
                ask(&questions)
            case .failure(let failure): listingFailure = failure
            default: break
            }
        } else if let origin = askers[id] {
            switch answer {
            case .history(let history): entries[origin] = .history(HistoryCurves(history))
            case .failure(let failure): entries[origin] = .failure(failure)
            default: break
            }
        }
    }

    /// The first run of each size, from small to large; the one that tells most of itself comes first.
    private static func shown(of runs: [RunSummary]) -> [RunSummary] {
        let first = runs.map(\.seed).min()
        return runs.filter { $0.seed == first }.sorted { one, other in
            one.hasTrajectory != other.hasTrajectory
                ? one.hasTrajectory
                : (one.parameters.value, one.name) < (other.parameters.value, other.name)
        }
    }
}

extension TrainingHistory.Origin {
    /// What is asked for a history of this origin; nil where it is not asked for.
    fileprivate var question: Question? {
        switch self {
        case .recorded(let run): .history(run: run)
        case .saved(let folder), .live(let folder): .savedHistory(folder: folder)
        case .published: nil
        }
    }
}
