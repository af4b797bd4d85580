import Evidence

/// The models that a prompt is put to, side by side; of one of them more is told.
struct ModelShelf: Equatable, Sendable {
    enum Kind: CaseIterable, Sendable {
        /// One model at several ages of its training.
        case ages
        /// Finished models of several sizes.
        case sizes
        /// Models that the person trained.
        case own
    }

    struct Entry: Equatable, Sendable {
        let model: ModelReference
        let run: RunSummary
    }

    private(set) var kind = Kind.ages
    private var entries: [Kind: [Entry]] = [:]
    private var places: [Kind: Int] = [:]

    var all: [Entry] { entries[kind] ?? [] }

    /// The chosen one, from zero.
    var place: Int { min(places[kind] ?? .max, max(0, all.count - 1)) }

    var chosen: Entry? { all.indices.contains(place) ? all[place] : nil }

    /// Whether there is any recorded model.
    var isEmpty: Bool { entries.isEmpty }

    /// Takes the runs that are recorded.
    mutating func take(recorded runs: [RunSummary]) {
        entries[.ages] = runs.first(where: \.hasTrajectory).map { run in
            guard case .recorded(let name) = run.origin else { return [] }
            return run.keptSteps.filter(RecordedPrompts.ages.contains).map {
                Entry(model: .recorded(run: name, step: $0), run: run)
            }
        }
        entries[.sizes] = runs.filter { !$0.hasTrajectory }.compactMap { run in
            guard case .recorded(let name) = run.origin, let last = run.keptSteps.last else { return nil }
            return Entry(model: .recorded(run: name, step: last), run: run)
        }.sorted { $0.run.parameters.value < $1.run.parameters.value }
    }

    /// Takes the person's runs and shows them; false where none of them has a model.
    mutating func take(own runs: [RunSummary]) -> Bool {
        let found = runs.compactMap { run -> Entry? in
            guard !run.keptSteps.isEmpty, case .saved(let folder) = run.origin else { return nil }
            return Entry(model: .saved(folder: folder), run: run)
        }
        entries[.own] = found
        guard !found.isEmpty else { return false }
        kind = .own
        return true
    }

    /// From the ages to the sizes; the person's own are looked for first.
    mutating func show(_ next: Kind) { kind = next }

    /// Whether another is chosen so many places on.
    func canMove(by offset: Int) -> Bool { all.indices.contains(place + offset) }

    mutating func move(by offset: Int) { if canMove(by: offset) { places[kind] = place + offset } }
}
