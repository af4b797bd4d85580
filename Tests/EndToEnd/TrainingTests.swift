import Foundation
import Testing
import TestSupport

private func tlviz(_ arguments: String...) throws -> CommandResult { try .of([Product.path] + arguments) }

@Suite(.serialized) struct TrainingTests {
    @Test func controlCSavesAndTheSameCommandGoesOn() throws {
        let folder = try TemporaryFolder()
        let run = folder.path + "/run"
        let terminal = try TestTerminal()
        let command = "'\(Product.path)' train --size S --tokens 60M --threads 1 --output '\(run)'"
        try terminal.run("clear; \(command); echo status $?.")
        try terminal.wait(for: "step 64 ")
        try terminal.press("C-c")
        try terminal.wait(for: "status 130.")
        #expect(try terminal.screen().contains("saved at step"))
        try terminal.run("clear; \(command); echo status $?.")
        try terminal.wait(for: "goes on at step")
        try terminal.press("C-c")
        try terminal.wait(for: "status 130.")
    }

    @Test func aTrainedRunIsExaminedWritesAndGoesOnOnlyAsItBegan() throws {
        let folder = try TemporaryFolder()
        let run = folder.path + "/run"
        let trained = try tlviz("train", "--size", "XS", "--tokens", "200K", "--output", run)
        #expect(trained.status == 0)
        #expect(trained.output.contains("loss ") && trained.output.contains("finished"))
        let lines = try tlviz("train", "--size", "XS", "--tokens", "50K", "--format", "json", "--output", run + "2")
        #expect(
            try lines.output == String(contentsOfFile: run + "2/reports.jsonl", encoding: .utf8))
        #expect(try tlviz("examine", run, "--items", "20").output.contains("translation"))
        let examined = try tlviz("examine", run, "--items", "20", "--format", "json").output
        let scores = try #require(JSONSerialization.jsonObject(with: Data(examined.utf8)) as? [[String: Any]])
        #expect(scores.contains { $0["ability"] as? String == "agreement" })
        let written = try tlviz("generate", run, "--prompt", "Q : where does tolu live ? A :", "--words", "5")
        #expect(written.status == 0 && !written.output.isEmpty)
        let other = try tlviz("train", "--size", "XS", "--seed", "2", "--output", run)
        #expect(other.status == 64 && other.error.contains("--seed"))
    }

    @Test func anExperimentStartsFromARunAndSaysWhatItFound() throws {
        let folder = try TemporaryFolder()
        let run = folder.path + "/run"
        #expect(try tlviz("train", "--size", "XS", "--tokens", "100K", "--quiet", "--output", run).status == 0)
        let file = folder.path + "/adaptation.json"
        #expect(try tlviz("experiment", "adaptation", run, "--format", "json", "--output", file).status == 0)
        let object = try JSONSerialization.jsonObject(with: Data(contentsOf: URL(fileURLWithPath: file)))
        let result = try #require((object as? [String: Any])?["result"] as? [String: Any])
        #expect(result["retrieval"] != nil && result["fewShot"] != nil)
        #expect(try tlviz("experiment", "transfer", folder.path).status == 66)
    }

    @Test func aRecordedRunIsTheSameOrWithinItsError() throws {
        let result = try tlviz("verify", "XS-4.1M-1", "--tokens", "200K")
        #expect(result.status == 0, "\(result.output)\(result.error)")
        #expect(result.output.contains("XS-4.1M-1"))
        #expect(try tlviz("verify").output.contains("M-12.3M-1\n"))
    }

    @Test func aTextOfOnesOwnIsLearned() throws {
        let folder = try TemporaryFolder()
        let text = folder.path + "/text"
        try String(repeating: "the cat sat on the mat, and the dog on the log. ", count: 400)
            .write(toFile: text, atomically: true, encoding: .utf8)
        let run = folder.path + "/run"
        let trained = try tlviz(
            "train", "--layers", "2", "--width", "32", "--heads", "2", "--tokens", "300K", "--output", run, "--corpus",
            text)
        #expect(trained.status == 0, "\(trained.error)")
        #expect(try tlviz("generate", run, "--prompt", "the cat sat on").output.contains("the mat"))
        #expect(try tlviz("examine", run).output.contains("bits a byte"))
    }

    @Test func whatIsWrongIsSaidInOneLine() throws {
        let folder = try TemporaryFolder()
        let bytes = folder.path + "/bytes"
        try Data([0x61, 0x62, 0xFF, 0x63]).write(to: URL(fileURLWithPath: bytes))
        let file = folder.path + "/file"
        try "x".write(toFile: file, atomically: true, encoding: .utf8)
        let cases: [(arguments: [String], status: Int32, word: String)] = [
            (["train", "--tokens", "many"], 64, "--tokens"), (["train", "--threads", "0"], 64, "--threads"),
            (["train", "--tokens", "-5"], 64, "-5"),
            (["train", "--size", "XXL"], 64, "XS16"), (["examine", ""], 64, "empty"),
            (["train", "--width", "8"], 64, "--layers"), (["train", "--corpus", bytes], 65, "byte 2"),
            (["train", "--corpus", folder.path + "/none"], 66, "none"),
            (["train", "--layers", "1", "--width", "10", "--heads", "3"], 64, "heads"),
            (["train", "--output", file + "/run"], 73, file), (["examine", folder.path], 66, folder.path),
            (["generate", folder.path, "--prompt", "a"], 66, folder.path), (["verify", "none"], 64, "none"),
        ]
        for (arguments, status, word) in cases {
            let result = try CommandResult.of([Product.path] + arguments)
            #expect(result.status == status, "\(arguments): \(result.status) \(result.error)")
            #expect(result.error.contains(word), "\(arguments): \(result.error)")
            #expect(result.error.split(separator: "\n").count == 1, "\(result.error)")
        }
    }
}
