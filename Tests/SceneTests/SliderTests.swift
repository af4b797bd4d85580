import Evidence
import Testing

@testable import Scene

@Test func aLogarithmicAxisHasTwelveStepsADecadeAndStopsOnMeasuredSizes() {
    let positions = SliderAxis.positions(1e7...1e9, exactly: [1.25e8, 3e12])
    #expect(positions.first == 1e7 && positions.last == 1e9)
    #expect(positions.contains(1.25e8) && !positions.contains(3e12))
    #expect(positions == positions.sorted())
    #expect(AxisScale.twelveADecade(1e7...1e9).count == 25)
}

@Test(arguments: [
    AxisScale.linear(1...20), .logarithmic(1e7...1e12), .logarithmicAfterZero(2e6...3e11),
])
func fractionsAndPositionsAreEachOthersInverse(scale: AxisScale) {
    for step in 0...100 {
        let fraction = Double(step) / 100
        #expect(abs(scale.fraction(of: scale.position(at: fraction)) - fraction) < 1e-9)
    }
    #expect(scale.fraction(of: -1) == 0 && scale.fraction(of: .infinity) == 1 && scale.fraction(of: .nan) == 0)
}

@Test func theScaleStopsOnTheLessonsStopsAndEveryMeasuredSize() {
    let axis = ScaleExhibit().axis
    for stop in [1e8, 1e9, 1e10, 1e11, 1.25e8, 1.75e11, 1.2e10, 8e9] { #expect(axis.positions.contains(stop)) }
    #expect(axis.stop(after: 1e9) == 1e10)
    #expect(axis.stop(after: 1e11) == 1e8)
}

@Test func theKnobGlidesAndComesToRest() {
    let axis = ScaleExhibit().axis
    var slider = Slider(1e9)
    slider.move(to: 1e11, on: axis, glide: true)
    #expect(slider.isMoving && slider.value == 1e11)
    for _ in 0..<60 { slider.advance(seconds: 1.0 / 30, on: axis) }
    #expect(!slider.isMoving)
    #expect(slider.shown(on: axis) == axis.scale.fraction(of: 1e11))
}

@Test func reducedMotionCutsEveryGlide() {
    var scene = Scene(panel: .scale, reducesMotion: true)
    for command in [Command.step, .slideToEnd, .slideFarLeft] {
        _ = scene.apply(.command(command))
        #expect(!scene.isMoving)
    }
}
