import Algorithms
import Cells
import Evidence

/// The sources of everything on the picture that it lies over.
struct SourcesSheet: Hashable, Sendable {
    /// The source that was asked for; it comes first.
    var first: Source?
    var scroll = Scroll()

    func lines(of picture: Picture) -> (_ columns: Int) -> [Phrase] {
        { columns in
            var sources = picture.sources
            if let first, let index = sources.firstIndex(of: first) {
                sources.insert(sources.remove(at: index), at: 0)
            }
            let derivations = picture.derivations.flatMap { $0.lines(columns: columns) }
            return [Phrase("Sources of what is on the screen").bold]
                + sources.flatMap { [""] + $0.lines(columns: columns) }
                + (derivations.isEmpty ? [] : ["", Phrase("Computed from them").bold] + derivations)
        }
    }
}

extension Picture {
    /// How the computed figures of the picture follow from others, each formula once.
    var derivations: [Derivation] {
        let all = seenReferences.compactMap { reference -> Derivation? in
            guard case .figure(let figure) = reference else { return nil }
            return figure.derivation
        }
        return all.uniqued(on: \.formula)
    }
}

extension Derivation {
    func lines(columns: Int) -> [Phrase] {
        Phrase("· \(formula, \.name): \(formula, \.expression)").wrapped(columns)
    }
}

extension Source {
    /// The full reference: who, when, what, where in it, address, licence, and what to beware of.
    func lines(columns: Int) -> [Phrase] {
        let end = self.title.last.map { ".?!".contains($0) } == true ? "" : "."
        let title: Phrase = "\("\(authors) \(year). ", of: self)\(self.title + end, of: self)"
        let place: Phrase = "\(self.place, of: self)"
        let address: Phrase = "\(self.address, of: self)"
        let licence: Phrase? = self.licence.isEmpty ? nil : "licence: \(self.licence, of: self)"
        let caution: Phrase? = self.caution.isEmpty ? nil : "beware: \(self.caution, of: self)"
        return title.wrapped(columns)
            + [place.inked(.soft), address.inked(.blue)].flatMap { $0.wrapped(columns) }
            + [licence?.inked(.soft), caution?.inked(.soft)].compactMap { $0 }.flatMap { $0.wrapped(columns) }
    }
}
