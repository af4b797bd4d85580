import Cells
import Testing

@testable import Scene

@Test func spaceWalksTheStagesAndComesRound() throws {
    var scene = Scene.after("d", on: .pretraining)
    let borders = try #require(PythiaHistories.of(.b14)).stages.map(\.tokens)
    for border in borders.dropFirst() + borders.prefix(1) {
        _ = scene.apply(.command(.step))
        #expect(scene.slider.value == border)
    }
}

@Test func playGoesOverEveryCheckpointAndEnds() throws {
    var scene = Scene.after("d", on: .pretraining)
    #expect(!scene.isMoving)
    _ = scene.apply(.command(.play))
    var seen: [Double] = [0]
    var ticks = 0
    while scene.isMoving, ticks < 10_000 {
        if seen.last != scene.slider.value { seen.append(scene.slider.value) }
        _ = scene.apply(.tick(seconds: 0.03))
        ticks += 1
    }
    #expect(!scene.isMoving)
    #expect(try seen == #require(PythiaHistories.of(.b14)).checkpoints)
    _ = scene.apply(.command(.play))
    #expect(scene.isMoving && scene.slider.value == 0)
}

@Test func playYieldsToTheHandAndToAPause() {
    var scene = Scene.after("d", on: .pretraining)
    _ = scene.apply(.command(.play))
    _ = scene.apply(.command(.slideRight))
    let place = scene.slider.value
    for _ in 0..<100 { _ = scene.apply(.tick(seconds: 0.1)) }
    #expect(!scene.isMoving && scene.slider.value == place)
    _ = scene.apply(.command(.play))
    _ = scene.apply(.command(.play))
    for _ in 0..<20 { _ = scene.apply(.tick(seconds: 0.1)) }
    #expect(!scene.isMoving)
}

@Test func withReducedMotionEachPlayIsOneCheckpoint() throws {
    var scene = Scene.after("d", Scene(panel: .pretraining, reducesMotion: true))
    for checkpoint in try #require(PythiaHistories.of(.b14)).checkpoints.dropFirst() {
        _ = scene.apply(.command(.play))
        #expect(!scene.isMoving && scene.slider.value == checkpoint)
    }
}
