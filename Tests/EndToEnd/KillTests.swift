import Foundation
import Testing
import TestSupport

/// What a run tells apart from times: its reports, and its last weights.
private struct Outcome: Equatable {
    var reports: [Data]
    var weights: Data

    init(run: String) throws {
        reports = try String(contentsOfFile: run + "/reports.jsonl", encoding: .utf8).split(separator: "\n").map {
            line in
            let object = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
            let kept = (object ?? [:]).filter { !["seconds", "tokensPerSecond", "checksum", "check"].contains($0.key) }
            return try JSONSerialization.data(withJSONObject: kept, options: .sortedKeys)
        }
        let file = try Data(contentsOf: URL(fileURLWithPath: run + "/checkpoint.safetensors"))
        weights = file.dropFirst(8 + Self.headerSize(file))
    }

    private static func headerSize(_ file: Data) -> Int { file.prefix(8).reversed().reduce(0) { $0 << 8 | Int($1) } }

    /// The step of a run's newest checkpoint; nil before the first, and while it is replaced.
    static func step(of run: String) -> Int? {
        guard let file = try? Data(contentsOf: URL(fileURLWithPath: run + "/checkpoint.safetensors")),
            let header = try? JSONSerialization.jsonObject(with: file.dropFirst(8).prefix(headerSize(file))),
            let metadata = (header as? [String: Any])?["__metadata__"] as? [String: String]
        else { return nil }
        return metadata["step"].flatMap { Int($0) }
    }
}

/// Trainings that are killed at any moment.
@Suite(.serialized) struct KillTests {
    private static let steps = 600
    private static let options = [
        "--size", "XS16", "--tokens", "\(steps * 1024)", "--threads", "1", "--quiet", "--save-every", "0.02",
    ]

    private static func train(_ run: String, killedAfter seconds: Double? = nil) throws -> CommandResult {
        let timeout = seconds.map { ["timeout", "-s", "KILL", "\($0)"] } ?? []
        return try CommandResult.of(timeout + [Product.path, "train", "--output", run] + options)
    }

    /// Only a kill that came before the training's end counts. A run that was finished sooner is compared, and another
    /// begun: how quick the machine is decides how many that are, and not whether the test means something.
    @Test func runsKilledTwentyTimesAreTheRunThatWasNeverKilled() throws {
        let folder = try TemporaryFolder()
        let start = ContinuousClock.now
        #expect(try Self.train(folder.path + "/whole").status == 0)
        let whole = try Outcome(run: folder.path + "/whole")
        let wholeSeconds = (ContinuousClock.now - start) / .seconds(1)
        #expect(Outcome.step(of: folder.path + "/whole") == Self.steps)
        var generator = SeededGenerator(seed: printedSeed(of: "moments of death"))
        var kills = 0
        var stepsAtDeath: Set<Int> = []
        var runs = 0
        for _ in 0..<200 where kills < 20 {
            let run = folder.path + "/killed\(runs)"
            let result = try Self.train(
                run, killedAfter: .random(in: 0.02...0.05 + wholeSeconds / 6, using: &generator))
            #expect(result.error.isEmpty)
            if result.status == 128 + SIGKILL {
                kills += 1
                stepsAtDeath.insert(Outcome.step(of: run) ?? 0)
            } else {
                #expect(result.status == 0)
                #expect(try Outcome(run: run) == whole)
                runs += 1
            }
        }
        #expect(kills == 20)
        // The deaths were on the way, not all before the first step was saved nor all at the end.
        #expect(stepsAtDeath.filter { $0 > 0 && $0 < Self.steps }.count >= 5, "\(stepsAtDeath.sorted())")
        #expect(try Self.train(folder.path + "/killed\(runs)").status == 0)
        #expect(try Outcome(run: folder.path + "/killed\(runs)") == whole)
    }
}
