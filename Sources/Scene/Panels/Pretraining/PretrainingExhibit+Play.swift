/// The knob that walks over the reports by itself.
extension PretrainingExhibit {
    /// A play in progress: how long the knob still rests, and where the play has put it.
    struct Playback: Hashable, Sendable {
        var rest: Double
        var place: Double
    }

    /// A play takes about so long from the first report to the last, and at each at most so long.
    private static let secondsOfPlay = 20.0
    private static let mostSecondsAtCheckpoint = 0.45

    /// Starts at the next checkpoint, or from the beginning where there is none; a second press pauses.
    mutating func play() {
        guard playback == nil, let checkpoints = run?.checkpoints else {
            playback = nil
            return
        }
        if let last = checkpoints.last, let first = checkpoints.first, slider.value >= last {
            slider.move(to: first, on: axis, glide: false)
            playback = Playback(rest: secondsAtCheckpoint, place: first)
        } else {
            playOn()
        }
    }

    private var secondsAtCheckpoint: Double {
        let seconds = Self.secondsOfPlay / Double(max(1, run?.checkpoints.count ?? 1))
        return min(seconds, Self.mostSecondsAtCheckpoint)
    }

    /// The knob goes to the next checkpoint; at the last one the play ends.
    private mutating func playOn() {
        playback = nil
        guard let checkpoints = run?.checkpoints, let next = checkpoints.first(where: { !slider.value.reaches($0) })
        else { return }
        slider.move(to: next, on: axis, glide: true)
        if next != checkpoints.last {
            playback = Playback(rest: secondsAtCheckpoint, place: next)
        }
    }

    mutating func advancePlay(seconds: Double) {
        guard var current = playback else { return }
        // Whoever takes the knob takes it from the play.
        guard slider.value == current.place else {
            playback = nil
            return
        }
        current.rest -= seconds
        playback = current
        if current.rest <= 0 { playOn() }
    }
}
