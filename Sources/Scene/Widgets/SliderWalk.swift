/// The knob that walks over its places by itself: it rests at each, and goes on as long as nobody takes it.
struct SliderWalk: Hashable, Sendable {
    /// How long the knob still rests, and where the walk has put it.
    private var rest: Double
    private var place: Double
    private let secondsAtPlace: Double

    /// A walk takes about so long from the first place to the last, and at each at most so long.
    private static let seconds = 20.0
    private static let mostSecondsAtPlace = 0.45

    /// Sets off over some places, ascending, to the one after the knob's, or to the first where it stands at the last; nil
    /// where there is nowhere to go.
    init?(_ slider: inout Slider, over places: [Double], on axis: SliderAxis) {
        guard let first = places.first, let last = places.last, first < last else { return nil }
        secondsAtPlace = min(SliderWalk.seconds / Double(places.count), SliderWalk.mostSecondsAtPlace)
        rest = secondsAtPlace
        let next = places.first { !slider.value.reaches($0) }
        place = next ?? first
        slider.move(to: place, on: axis, glide: next != nil)
    }

    /// Lets time pass; nil when the walk is over.
    func advanced(seconds: Double, _ slider: inout Slider, over places: [Double], on axis: SliderAxis) -> SliderWalk? {
        // Whoever takes the knob takes it from the walk.
        guard slider.value == place else { return nil }
        var walk = self
        walk.rest -= seconds
        guard walk.rest <= 0 else { return walk }
        guard let next = places.first(where: { !slider.value.reaches($0) }) else { return nil }
        slider.move(to: next, on: axis, glide: true)
        walk.place = next
        walk.rest = secondsAtPlace
        return next == places.last ? nil : walk
    }
}
