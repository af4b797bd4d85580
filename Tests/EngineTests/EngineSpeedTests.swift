import Evidence
import LittleWorld
import Testing

@testable import Engine

@Suite(.serialized, .timeLimit(.minutes(5))) struct EngineSpeedTests {
    @Test func theSpeedOfThisMachineIsMeasured() throws {
        let harness = try Harness()
        let answers = try harness.all(.speed(size: "XS"))
        let speeds = answers.compactMap { answer -> TrainingSpeed? in
            if case .speed(let speed) = answer { speed } else { nil }
        }
        let speed = try #require(speeds.first)
        #expect(speeds.count == 1 && answers.last == .finished)
        #expect(speed.tokensPerSecond.value > 1_000 && speed.tokensPerSecond.source == .ownRuns)
        #expect(speed.tokensPerSecond.kind == .measured && speed.tokensPerSecond.subject.model == "XS")
        guard case .speed(let recorded) = RecordedAnswers.answer(.recordedSpeed(size: "XS")).first else {
            Issue.record("no speed is recorded")
            return
        }
        #expect(recorded.parameters.value == speed.parameters.value && recorded.tokensPerSecond.source == .recordedRuns)
    }

    @Test func aSizeThatIsNoneIsRefused() throws {
        let harness = try Harness()
        guard case .failure(let failure) = try harness.all(.speed(size: "XXL")).last else {
            Issue.record("no failure")
            return
        }
        #expect(failure.exitCode == 64 && failure.line.contains("XXL") && failure.line.contains("XS16"))
    }

    @Test func measuringIsStopped() throws {
        let harness = try Harness()
        let id = harness.ask(.speed(size: "L"))
        _ = try harness.wait(for: id) { if case .progress(let progress) = $0 { progress.fraction } else { nil } }
        harness.engine.cancel(id)
        harness.engine.end()
        harness.take()
        #expect(!(harness.answers[id] ?? []).contains { if case .speed = $0 { true } else { false } })
    }
}
