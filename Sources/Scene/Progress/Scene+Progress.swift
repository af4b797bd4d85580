/// What the scene knows of the person.
extension Scene {
    /// A panel as it is made, with what the person did on it at any time.
    func made(_ panel: Panel) -> any Exhibit {
        let exhibit = panel.make()
        guard var keeping = exhibit.withRecord else { return exhibit }
        keeping.record = progress.challenges
        return keeping
    }

    /// What was done and seen now that is worth keeping.
    mutating func noteProgress() {
        for exhibit in madeExhibits {
            if let record = exhibit.withRecord?.record { progress.challenges = record }
        }
        guard !progress.hasSeenSurprise(of: panel), sheet == nil || hasZoom, exhibit.showsSurprise else { return }
        progress.seeSurprise(of: panel)
    }

    /// Offers the guided tour to a person who starts the program for the first time.
    mutating func offerTour() {
        guard isKept, !progress.wasTourOffered, Announcement.tourKey != nil else { return }
        progress.offerTour()
        announcement = .tour
    }
}
