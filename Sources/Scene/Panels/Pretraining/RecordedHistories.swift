import Evidence

/// The histories of the runs that the program carries, as they come: what was asked for them, and what came.
struct RecordedHistories: Equatable, Sendable {
    /// What is known of a run so far.
    private enum Entry: Equatable, Sendable {
        case asked
        case history(HistoryCurves)
        case failure(Failure)
    }

    /// The runs that the panel shows, in its order; nil before their list has come.
    private(set) var runs: [RunSummary]?
    private var entries: [String: Entry] = [:]
    private var askers: [QuestionID: String] = [:]
    private var listing: QuestionID?
    private var listingFailure: Failure?

    /// How many runs can be chosen from.
    var count: Int { runs?.count ?? 0 }

    /// Every history that has come, in the order of the runs.
    var all: [HistoryCurves] { (0..<count).compactMap { curves(at: $0) } }

    func curves(at index: Int) -> HistoryCurves? {
        guard case .history(let curves) = entry(at: index) else { return nil }
        return curves
    }

    /// Why a run is not to be seen; nil where it is, or where it may yet come.
    func failure(at index: Int) -> Failure? {
        guard case .failure(let failure) = entry(at: index) else { return listingFailure }
        return failure
    }

    private func entry(at index: Int) -> Entry? {
        guard let runs, runs.indices.contains(index) else { return nil }
        return entries[runs[index].name]
    }

    /// Asks for what has not come and is not asked, or has failed.
    mutating func ask(_ questions: inout Questions) {
        if runs == nil {
            guard !questions.isOpen(listing) else { return }
            listing = questions.ask(.recordedRuns)
            listingFailure = nil
        }
        for run in runs ?? [] { ask(for: run.name, &questions) }
    }

    private mutating func ask(for name: String, _ questions: inout Questions) {
        switch entries[name] {
        case .asked, .history: return
        case .failure, nil: break
        }
        entries[name] = .asked
        askers[questions.ask(.history(run: name))] = name
    }

    /// Takes an answer to what was asked here; any other is left alone.
    mutating func receive(_ answer: Answer, to id: QuestionID, _ questions: inout Questions) {
        if id == listing {
            switch answer {
            case .runs(let all):
                runs = RecordedHistories.shown(of: all)
                ask(&questions)
            case .failure(let failure): listingFailure = failure
            default: break
            }
        } else if let name = askers[id] {
            switch answer {
            case .history(let history): entries[name] = .history(HistoryCurves(history))
            case .failure(let failure): entries[name] = .failure(failure)
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
