import Evidence
import Testing
import TinyLM

@testable import LittleWorld

@Suite struct PrincipalAxesTests {
    /// Points along three directions at right angles, ten, three and one away from a centre that is not zero.
    private static let points: [[Double]] = {
        let directions: [[Double]] = [[6, 8, 0], [-2.4, 1.8, 0], [0, 0, 1]]
        return directions.flatMap { direction in
            [1.0, -1].map { sign in zip(direction, [5, -7, 2]).map { sign * $0 + $1 } }
        }
    }()

    @Test func theAxesOfAKnownMatrix() throws {
        let axes = try #require(PrincipalAxes(Self.points))
        func isNear(_ one: [Double], _ other: [Double]) -> Bool { zip(one, other).allSatisfy { abs($0 - $1) < 1e-6 } }
        #expect(isNear(axes.center, [5, -7, 2]))
        #expect(isNear(axes.first, [0.6, 0.8, 0]), "\(axes.first)")
        // The largest of its numbers is positive, though the points were made with the opposite direction.
        #expect(isNear(axes.second, [0.8, -0.6, 0]), "\(axes.second)")
        #expect(abs(axes.fractionHeld(of: Self.points) - 109.0 / 110) < 1e-9)
        let place = axes.place(of: [5 + 6, -7 + 8, 2])
        #expect(abs(place.x - 10) < 1e-6 && abs(place.y) < 1e-6)
    }

    @Test func pointsWithoutSpreadHaveDirectionsToo() throws {
        let axes = try #require(PrincipalAxes([[1, 2, 3], [1, 2, 3]]))
        #expect(abs(PrincipalAxes.dot(axes.first, axes.second)) < 1e-12)
        #expect(axes.fractionHeld(of: [[1, 2, 3], [1, 2, 3]]) == 0)
        #expect(PrincipalAxes([]) == nil && PrincipalAxes([[1], [2]]) == nil && PrincipalAxes([[1, 2], [3]]) == nil)
        #expect(PrincipalAxes(Self.points, isStopped: { true }) == nil)
    }
}

@Suite struct WordMapTests {
    private func map(of run: String) throws -> WordMap {
        let answers = RecordedAnswers.answer(.wordMap(.recorded(run: run, step: nil)))
        guard case .wordMap(let map) = answers.first, answers.last == .finished else {
            throw Failure("\(answers)", exitCode: 70)
        }
        return map
    }

    @Test func everyKeptStepHasItsPlaceAndTheAxesAreThoseOfTheLast() throws {
        let map = try map(of: Recordings.trajectoryRun)
        #expect(map.states.map(\.model.step) == (try Recordings.trajectorySteps()))
        let run = try Recordings.description(of: Recordings.trajectoryRun)
        let last = try #require(map.states.last)
        let embedding = try #require(
            WordMap.Embedding(last.model, tensors: Recordings.trajectoryWeights(step: run.recipe.steps)))
        #expect(try #require(WordMap([embedding])).states == [last])
        // The axes hold more of what they were made for than of any state before, and the words move.
        #expect(map.states.dropLast().allSatisfy { $0.spread.value < last.spread.value && $0.x != last.x })
        func width(_ state: WordMap.State) -> Float { (state.x.max() ?? 0) - (state.x.min() ?? 0) }
        #expect(width(last) > 5 * width(map.states[0]))
    }

    @Test func wordsOfAKindComeTogether() throws {
        let map = try map(of: Recordings.trajectoryRun)
        let (first, last) = (map.states[0].sameKind, try #require(map.states.last).sameKind)
        let chance = try #require(first.subject.chance)
        #expect(abs(chance - 0.134) < 0.001 && last.subject.chance == chance)
        #expect(abs(first.value - chance) < 0.05 && last.value > 0.9)
        #expect(first.kind == .measured && first.subject.step == "0" && first.source == .recordedRuns)
        // Words that no text has are on no map, and each kind is.
        let texts = Set(map.words.map(\.text.text))
        #expect(!texts.contains("croup") && texts.contains("tolu") && texts.contains("pegu"))
        #expect(Set(map.words.compactMap(\.kind)) == Set(map.kinds.indices) && map.kinds.count <= 7)
    }

    @Test func ofAnotherSizeTheLastWeightsAreShown() throws {
        let map = try map(of: "S-4.1M-1")
        #expect(map.states.map(\.model.step) == [4000])
        #expect(RecordedAnswers.answer(.wordMap(.recorded(run: "none", step: nil))).last?.isLast == true)
    }

    @Test func neighboursAreCountedAsByHand() throws {
        let points: [[Double]] = [[1, 0], [2, 0.1], [0, 3], [0.1, 1], [-1, -1], [0, 0]]
        let nearest = try #require(Neighbours.nearest(of: points))
        #expect(nearest[0] == 1 && nearest[1] == 0 && nearest[2] == 3 && nearest[3] == 2)
        let kinds: [Int?] = [0, 1, 2, 2, nil, 0]
        let neighbours = Neighbours(kinds: kinds, nearest: nearest)
        // Of five words with a kind the two of kind 2 have each other, and the last may have any.
        let same = kinds.indices.filter { kinds[$0] != nil && kinds[nearest[$0]] == kinds[$0] }
        #expect(neighbours.fractionOfSameKind == Double(same.count) / 5 && same.contains(2) && same.contains(3))
        var (met, all) = (0, 0)
        for word in kinds.indices where kinds[word] != nil {
            for other in kinds.indices where other != word {
                all += 1
                met += kinds[other] == kinds[word] ? 1 : 0
            }
        }
        #expect(abs(neighbours.guessing - Double(met) / Double(all)) < 1e-12)
        #expect(Neighbours.nearest(of: [[1, 2]]) == nil)
    }

    @Test func theWeightsOfASizeAreSeenAsInTheTrajectory() throws {
        guard
            case .weights(let pictures) = RecordedAnswers.answer(
                .weights(.recorded(run: Recordings.trajectoryRun, step: 12_000))
            ).first
        else { throw Failure("no weights", exitCode: 70) }
        let point = try #require(try RecordedAnswers.history(of: Recordings.trajectoryRun).points.last)
        #expect(pictures.map(\.name) == point.weights.map(\.name))
        // The record holds them in steps of a 255th, the weights in half precision.
        for (one, other) in zip(pictures, point.weights) {
            #expect(zip(one.values, other.values).allSatisfy { abs($0 - $1) < 0.003 })
        }
    }
}

@Suite struct ContextCountTests {
    private static let rows = (0..<400).map { LittleWorldText(seed: 5).row(at: $0, length: 65).tokens }

    private static let model = MeasuredModel(
        name: "M", parameters: 1, seed: 5, step: 25, tokensSeen: 25_600, source: .ownRuns)

    /// The words after each place where a text stands in the rows, counted word by word.
    private func naive(_ text: String) -> [String: Int] {
        let wanted = text.split(separator: " ").map(String.init)
        var counts: [String: Int] = [:]
        for row in Self.rows {
            let words = LittleWorld.words(of: row)
            for start in words.indices {
                let end = start + wanted.count
                guard end < words.count, Array(words[start..<end]) == wanted else { continue }
                counts[words[end], default: 0] += 1
            }
        }
        return counts
    }

    @Test(arguments: ["tolu lives in", "the small fox", "game : dax fox ; wug duck ; dax", "; ;", "croup", "in"])
    func everyEndingIsCountedAsByHand(prompt: String) throws {
        var count = ContextCount(prompt: try Vocabulary.little.encode(prompt))
        for row in Self.rows { count.read(row) }
        let contexts = count.contexts(of: try #require(Self.model), prompt: prompt)
        let words = prompt.split(separator: " ").map(String.init)
        for (index, ending) in contexts.endings.enumerated() {
            let text = words.suffix(index + 1).joined(separator: " ")
            let counts = naive(text)
            #expect(ending.text.text == text && ending.count.value == Double(counts.values.reduce(0, +)))
            for follower in ending.followers {
                #expect(counts[follower.word.text].map(Double.init) == follower.count.value)
            }
            #expect(ending.followers.count == min(12, counts.count))
            #expect(ending.followers.map(\.count.value) == ending.followers.map(\.count.value).sorted(by: >))
        }
        #expect(contexts.isWhole == (contexts.endings.count == words.count))
        if !contexts.isWhole {
            #expect(naive(words.suffix(contexts.endings.count + 1).joined(separator: " ")).isEmpty)
        }
    }

    @Test func aPromptOfAnyLengthIsCounted() throws {
        let long = Array(repeating: FunctionWord.semicolon.token, count: 500)
        var count = ContextCount(prompt: long)
        count.read(long)
        #expect(count.contexts(of: try #require(Self.model), prompt: "").endings.count == 64)
        var empty = ContextCount(prompt: [])
        empty.read(long)
        #expect(empty.contexts(of: try #require(Self.model), prompt: "").endings.isEmpty)
    }
}
