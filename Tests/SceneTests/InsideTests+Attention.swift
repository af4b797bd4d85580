import Cells
import Evidence
import Testing
import TestSupport

@testable import Scene

extension InsideTests {
    // MARK: - Attention

    @Test func attentionIsTheRecordsWhereItIsRecorded() throws {
        var (runtime, log) = runtime()
        try press("End Enter i", &runtime)
        let asked = log.asked.count
        try press("i", &runtime)
        #expect(log.asked.count == asked, "the history tells it")
        #expect(runtime.scene.exhibit.headline.plain.hasSuffix("the last word looks there with 86.3%."))
        #expect(text(runtime).contains("Chosen: layer 3, head 2"))
        try press("Home", &runtime)
        #expect(runtime.scene.exhibit.headline.plain.contains("no head has found that"))
        #expect(text(runtime).contains("Chosen: layer 3, head 2"), "the same head is followed")
        try press("Up Up", &runtime)
        #expect(text(runtime).contains("Chosen: layer 2, head 4"))
    }

    @Test func anEditedSentenceIsAskedOfTheKeptWeights() throws {
        var (runtime, log) = runtime()
        try press("End Left Enter i i Enter", &runtime)
        #expect(runtime.scene.focusedPanel != nil && runtime.scene.hasZoom)
        runtime.apply(.key(.control("u")))
        try press("text:the Space text:fox Enter", &runtime)
        let id = try #require(log.asked.last?.id)
        #expect(
            log.asked.last?.question == .attention(.recorded(run: Self.run, step: 5248), text: "the fox"))
        #expect(runtime.scene.focusedPanel == nil)
        #expect(runtime.scene.exhibit.headline.plain.hasPrefix("One moment"), "nothing is said of the old sentence")
        // Another place, another model; what comes of the first is dropped.
        try press("Home", &runtime)
        #expect(log.cancelled == [id])
        #expect(log.asked.last?.question == .attention(.recorded(run: Self.run, step: 0), text: "the fox"))
        let model = try #require(
            MeasuredModel(name: "M", parameters: 9, seed: 1, step: 0, tokensSeen: 0, source: .recordedRuns))
        let map = try #require(
            AttentionMap(
                of: model, tokens: ["<end>", "the", "fox"],
                heads: [AttentionMap.Head(layer: 0, head: 0, weights: [1, 0, 0, 0.5, 0.5, 0, 0.2, 0.7, 0.1])]))
        runtime.apply(.answered(id, .attention(map)))
        #expect(runtime.scene.exhibit.headline.plain.hasPrefix("One moment"))
        runtime.apply(.answered(try #require(log.asked.last?.id), .attention(map)))
        #expect(runtime.scene.exhibit.headline.plain.contains("looks most at “the”: with 70.0%"))
    }

    @Test func aHeadIsChosenWithTheMouse() throws {
        var (runtime, _) = runtime()
        try press("End Enter i i", &runtime)
        let picture = runtime.picture(size: Self.size)
        let row = try #require((0..<30).first { picture.canvas.text(row: $0).contains("layer 3, head 4") })
        let column = Array(picture.canvas.text(row: row)).count - 3
        runtime.follow(Pointer(.press, at: Position(column: column, row: row + 3)))
        #expect(text(runtime).contains("Chosen: layer 3, head 4"))
        let field = try #require((0..<30).first { picture.canvas.text(row: $0).contains("sentence ▸") })
        runtime.follow(Pointer(.press, at: Position(column: 30, row: field)))
        #expect(runtime.scene.focusedPanel != nil)
    }

    @Test func aFilmIsMadeOfWhatNeedNotBeAskedAlone() throws {
        for (view, isFilm) in [("i", true), ("i i", true), ("i i i", true), ("i i i i", true), ("i i i i i", false)] {
            var (runtime, _) = runtime()
            try press("Enter \(view)", &runtime)
            #expect(runtime.scene.answers(.play) == isFilm, "\(view)")
        }
        var (runtime, _) = runtime()
        try press("Enter i i Enter text:; Enter", &runtime)
        #expect(!runtime.scene.answers(.play))
        // A film that plays is ended by a view that cannot go with it.
        try press("i", &runtime)
        runtime.apply(.key(.character("a")))
        #expect(runtime.scene.isMoving)
        runtime.apply(.key(.character("i")))
        #expect(runtime.scene.isMoving)
        runtime.apply(.key(.character("i")))
        #expect(try exhibit(runtime).playback == nil)
    }

    // MARK: - Weights

    @Test func theWeightsGoFromNoiseToStructure() throws {
        var (runtime, log) = runtime()
        try press("Enter i i i", &runtime)
        #expect(runtime.scene.exhibit.headline.plain.hasPrefix("A list of numbers for each word: noise."))
        try press("End", &runtime)
        #expect(runtime.scene.exhibit.headline.plain.contains("now its parts go from 0.13 to 0.57"))
        try press("Down", &runtime)
        #expect(runtime.scene.exhibit.headline.plain.hasPrefix("Layer 1: what to look for"))
        try press("]", &runtime)
        let weights = log.asked.last { if case .weights = $0.question { true } else { false } }
        guard case .weights(.recorded(let name, _)) = weights?.question else {
            Issue.record("a size without a trajectory is asked")
            return
        }
        #expect(name != Self.run && runtime.scene.exhibit.headline.plain.contains("in size"))
    }

    @Test func partsAreMergedByTheirRootMeanSquare() throws {
        let model = try #require(
            MeasuredModel(name: "M", parameters: 9, seed: 1, step: 0, tokensSeen: 0, source: .recordedRuns))
        let picture = try #require(WeightPicture(of: model, name: "w", rows: 2, columns: 2, values: [3, 4, 0, 5]))
        #expect(picture.merged(rows: 9, columns: 9) == [[3, 4], [0, 5]])
        #expect(picture.merged(rows: 1, columns: 2) == [[(4.5).squareRoot(), (20.5).squareRoot()]])
        #expect(picture.merged(rows: 0, columns: 1) == [[(12.5).squareRoot()]])
        #expect(picture.strongestPart?.value == 5 && picture.weakestPart?.value == 0)
    }
}
