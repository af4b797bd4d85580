import Foundation
import Testing
import TestSupport

/// Runs a line of bash in a folder, in which `$T` is the program.
private func bash(_ line: String, in folder: TemporaryFolder) throws -> CommandResult {
    try .of(
        ["bash", "-c", "cd '\(folder.path)' && \(line)"],
        environment: ["T": Product.path, "SWIFT_BACKTRACE": "enable=no"])
}

private func contents(_ path: String, _ folder: TemporaryFolder) throws -> String {
    try String(contentsOfFile: "\(folder.path)/\(path)", encoding: .utf8)
}

private let words = String(
    repeating: "The café near the river opens at nine, and the small fox waits for it.\n", count: 700)

@Suite(.serialized) struct TrainingFaultTests {
    @Test func closedDescriptorsGetNoneOfItsFiles() throws {
        let folder = try TemporaryFolder()
        let result = try bash("$T train --size XS --tokens 100K --output z <&- >&- 2>&-", in: folder)
        #expect(result.status == 0)
        let lines = try contents("z/reports.jsonl", folder).split(separator: "\n")
        #expect(lines.count > 50 && lines.allSatisfy { $0.hasPrefix("{") && $0.hasSuffix("\"}") })
        // Every other command too, whatever is closed.
        for closed in ["<&-", ">&-", "2>&-", "<&- >&-", "<&- >&- 2>&-"] {
            #expect(try bash("$T sources --format csv --output s.csv \(closed)", in: folder).status == 0)
            #expect(try contents("s.csv", folder).hasPrefix("\"") || contents("s.csv", folder).contains(","))
        }
    }

    @Test func aClosedPipeIsAControlC() throws {
        let folder = try TemporaryFolder()
        let line = "$T train --size S --tokens 60M --output r | head -2; exit ${PIPESTATUS[0]}"
        var steps: [Int] = []
        for _ in 0..<2 {
            let result = try bash(line, in: folder)
            #expect(result.status == 128 + SIGPIPE)
            #expect(result.error.contains("--output r goes on"))
            #expect(result.error.split(separator: "\n").count == 1)
            let saved = try #require(result.error.firstMatch(of: /saved at step (\d+)/))
            steps.append(try #require(Int(saved.output.1)))
            #expect(FileManager.default.fileExists(atPath: folder.path + "/r/checkpoint.safetensors"))
        }
        // However soon the reader was gone, nothing of the first is lost.
        #expect(steps[0] <= steps[1])
    }

    @Test func nohupIsRespected() throws {
        let folder = try TemporaryFolder()
        let line = """
            trap '' HUP; $T train --size XS --tokens 3M --output r --quiet & p=$!; until [ -e r/reports.jsonl ]; do :; done; \
            kill -HUP $p; wait $p
            """
        #expect(try bash(line, in: folder).status == 0)
    }

    @Test func aTextsRunTellsItsHeldOutLossAndIsExamined() throws {
        let folder = try TemporaryFolder()
        try words.write(toFile: folder.path + "/text", atomically: true, encoding: .utf8)
        try "An altogether other text, of which nothing was ever read, stands here for once and for all.\n"
            .write(toFile: folder.path + "/other", atomically: true, encoding: .utf8)
        let trained = try bash("$T train --size XS --tokens 60K --output own --corpus text", in: folder)
        #expect(trained.status == 0, "\(trained.error)")
        let reports = trained.output.split(separator: "\n").filter { $0.hasPrefix("step ") }
        #expect(reports.count > 20)
        for report in reports {
            #expect(report.contains(/loss [\d.]+, held out [\d.]+ ± [\d.]+ \([\d.]+ bits a byte\)/))
        }
        #expect(
            try bash("$T examine own", in: folder).output.contains(/held out of .*text: [\d.]+ ± [\d.]+ nats a token/))
        let other = try bash("$T examine own --corpus other --format json", in: folder)
        let loss = try #require(JSONSerialization.jsonObject(with: Data(other.output.utf8)) as? [String: Any])
        #expect((loss["bitsPerByte"] as? Double ?? 0) > 2 && loss["standardError"] is Double)
        let world = try bash(
            "$T train --size XS --tokens 2K --quiet --output w && $T examine w --corpus text", in: folder)
        #expect(world.status == 64 && world.error.contains("--corpus"))
        // The corpus is gone: a finished run does not care, and whoever needs it is told what helps.
        let gone = try bash("mv text moved && $T train --output own && $T examine own", in: folder)
        #expect(gone.status == 66 && gone.output.contains("finished") && gone.error.contains("--corpus"))
        #expect(try bash("$T examine own --corpus moved", in: folder).output.contains("held out of"))
        #expect(try bash("$T train --output own --corpus none", in: folder).output.contains("finished"))
        let sampled = try bash(
            "$T generate own --prompt -x --words 5 && $T generate own --prompt The --words 5", in: folder)
        #expect(sampled.status == 0)
    }

    @Test func aStoppedRunFindsItsTextFromAnyFolderOrSaysWhatHelps() throws {
        let folder = try TemporaryFolder()
        try words.write(toFile: folder.path + "/text", atomically: true, encoding: .utf8)
        let start = "timeout -s INT 3 $T train --size XS --tokens 900M --quiet --save-every 0.1 --output r"
        #expect(try bash("\(start) --corpus text", in: folder).status == 124)
        #expect(
            try bash("mkdir d && cd d && timeout -s INT 2 $T train --quiet --output ../r", in: folder).status == 124)
        try FileManager.default.moveItem(atPath: folder.path + "/text", toPath: folder.path + "/d/text")
        let lost = try bash(start, in: folder)
        #expect(lost.status == 66 && lost.error.contains("--corpus"))
        #expect(try bash("\(start) --corpus d/text", in: folder).status == 124)
        let changed = try bash("echo more >> d/text; \(start) --corpus d/text", in: folder)
        #expect(changed.status == 64 && changed.error.contains("another --corpus"))
    }

    @Test func anotherTextIsHeldOut() throws {
        let folder = try TemporaryFolder()
        try words.write(toFile: folder.path + "/text", atomically: true, encoding: .utf8)
        try String(words.reversed()).write(toFile: folder.path + "/other", atomically: true, encoding: .utf8)
        let line = "$T train --size XS --tokens 20K --output r --corpus text --validation other"
        let trained = try bash(line, in: folder)
        #expect(trained.status == 0, "\(trained.error)")
        #expect(try bash("$T examine r", in: folder).output.contains("the held-out text"))
        #expect(try bash("$T train --validation other", in: folder).status == 64)
    }

    @Test func namesOfAnyKindWork() throws {
        let folder = try TemporaryFolder()
        try words.write(toFile: folder.path + "/-text", atomically: true, encoding: .utf8)
        let line = """
            cp ./-text $'t\\xe9xt' && $T train --size XS --tokens 3K --corpus -text --output -r && \
            $T train --size XS --tokens 3K --corpus $'t\\xe9xt' --output $'r \\xe9' && \
            $T train --output $'r \\xe9' && $T examine -- -r && $T generate $'r \\xe9' --prompt The --words 2 && \
            $T render 4 --output -p.txt && ls
            """
        let result = try bash(line, in: folder)
        #expect(result.status == 0, "\(result.error)")
        #expect(result.output.contains("tlviz generate ./-r --prompt the lets it write"))
        #expect(result.output.contains("tlviz generate $'r \\xe9' --prompt the lets it write"))
        let hint = try bash("$T train --size XS --tokens 2K --output 'my run'", in: folder).output
        #expect(hint.contains("tlviz generate 'my run' --prompt 'the small fox' lets it write"))
    }

    /// The progress of a terminal that cannot move its cursor has no sequences, and no rate before there is one.
    @Test(arguments: ["dumb", ""]) func aDumbTerminalGetsPlainLines(name: String) throws {
        let folder = try TemporaryFolder()
        let command = "TERM='\(name)' $T train --size XS --tokens 100K --output r"
        let result = try bash("script -qec \"\(command)\" typed > /dev/null && cat typed", in: folder)
        #expect(result.status == 0 && result.output.contains("step 97"))
        #expect(!result.output.contains("\u{1B}") && !result.output.contains("0 s left"))
    }

    @Test func oddNumbersWriteText() throws {
        let folder = try TemporaryFolder()
        try words.write(toFile: folder.path + "/text", atomically: true, encoding: .utf8)
        #expect(try bash("$T train --size XS --tokens 30K --quiet --corpus text --output r", in: folder).status == 0)
        for temperature in ["1e-40", "5e-324", "0", "1e-300", "100"] {
            let result = try bash("$T generate r --prompt The --words 20 --temperature \(temperature)", in: folder)
            #expect(result.status == 0 && !result.output.contains("\0"), "\(temperature)")
        }
        for temperature in ["nan", "inf", "-1", "1e400"] {
            #expect(try bash("$T generate r --prompt The --temperature \(temperature)", in: folder).status == 64)
        }
        // One line of the reports is damaged: it is told, and the model writes.
        let damaged = try bash(
            "sed -i 's/\"step\":2,/\"step\":3,/' r/reports.jsonl; $T generate r --prompt The", in: folder)
        #expect(damaged.status == 0 && damaged.error.contains("lacks 1 of the"))
    }
}
