import Evidence

/// A model that is trained here, while the person watches.
extension PretrainingExhibit {
    /// Begins to train a model of the size that is shown, goes on with the one that was stopped, or stops it.
    mutating func train(_ questions: inout Questions) {
        guard live?.isAtWork != true else {
            live?.stop(&questions)
            return
        }
        let earlier = canGoOn ? live : nil
        live = LiveTraining(earlier?.requestToGoOn ?? newRequest, earlier: earlier, asking: &questions)
        show(.live, &questions)
        if earlier == nil { slider = Slider(0) }
    }

    private var newRequest: TrainingRequest {
        TrainingRequest(size: sizeToTrain, tokens: PretrainingExhibit.tokensToTrain, seed: seed, startsAnew: true)
    }

    /// As the recorded runs of all sizes: 4,000 steps.
    private static let tokensToTrain = 4_096_000

    /// The size of the run that is shown, where it has a name; else the one that learns everything and is quick.
    private var sizeToTrain: String {
        let shown = dataSet == .pythia ? nil : run?.history.model
        return shown.flatMap { LiveTraining.sizes.contains($0) ? $0 : nil } ?? "M"
    }

    mutating func receive(_ answer: Answer, to id: QuestionID, asking questions: inout Questions) {
        records.receive(answer, to: id, &questions)
        ownRuns.receive(answer, to: id, &questions)
        let end = live?.run?.checkpoints.last ?? 0
        let wasAtEnd = slider(of: .live).value.reaches(end)
        live?.receive(answer, to: id, &questions)
        if wasAtEnd, let newEnd = live?.run?.checkpoints.last, newEnd > end { follow(to: newEnd) }
        fit()
        receiveInside(answer, to: id, &questions)
    }

    private func slider(of dataSet: DataSet) -> Slider {
        self.dataSet == dataSet ? slider : otherSliders[dataSet] ?? Slider(0)
    }

    /// The knob of the training goes with it, unless the person has taken it back.
    private mutating func follow(to end: Double) {
        guard let axis = live?.run?.axis(at: end) else { return }
        if dataSet == .live {
            slider.move(to: end, on: axis, glide: false)
        } else {
            var slider = slider(of: .live)
            slider.move(to: end, on: axis, glide: false)
            otherSliders[.live] = slider
        }
    }
}
