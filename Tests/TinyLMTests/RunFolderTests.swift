import Foundation
import Testing

@testable import TinyLM

@Test func aRunGoesOnWhereItStopped() throws {
    try withTemporaryFolder { parent in
        let path = "\(parent)/run"
        do {
            let run = try RunFolder.create(at: path, description: sampleDescription())
            #expect(try run.latestCheckpoint() == nil)
            for step in 0...3 {
                try run.append(sampleReport(step: step))
                if step == 1 || step == 2 { try run.save(sampleCheckpoint(step: step)) }
            }
        }
        let seen = try RunContents(path: path)
        #expect(seen.reports.map(\.step) == [0, 1, 2, 3])
        #expect(seen.checkpoint == sampleCheckpoint(step: 2))
        let run = try RunFolder.open(at: path)
        #expect(run.description == sampleDescription())
        #expect(try run.latestCheckpoint() == sampleCheckpoint(step: 2))
        #expect(run.earlierReports.map(\.step) == [0, 1, 2])
        #expect(run.earlierReports[2].abilities == sampleReport(step: 2).abilities)
        try run.append(sampleReport(step: 3))
        #expect(try RunContents(path: path).reports.map(\.step) == [0, 1, 2, 3])
        #expect(
            try names(in: path) == [
                "checkpoint.previous.safetensors", "checkpoint.safetensors", "reports.jsonl", "run.json", "run.lock",
            ])
    }
}

@Test func aRunOfOnesOwnTextKeepsItsTokenizer() throws {
    try withTemporaryFolder { parent in
        var description = sampleDescription(vocabularyCount: sampleTokenizer.vocabularyCount)
        description.tokenizer = .bytePairEncoding
        #expect(description.fault == "corpus is missing, and tokenizer is bytePairEncoding")
        description.corpus = .init(files: ["a.txt"], byteCount: 10, checksum: "0123456789abcdef")
        _ = try RunFolder.create(at: "\(parent)/run", description: description, tokenizer: sampleTokenizer)
        #expect(try RunFolder.open(at: "\(parent)/run").tokenizer == sampleTokenizer)
        description.shape.vocabularyCount += 1
        #expect(
            exitCode { () throws(StorageError) in
                _ = try RunFolder.create(at: "\(parent)/other", description: description, tokenizer: sampleTokenizer)
            } == 65)
    }
}

@Test func aFolderThatHoldsSomethingIsRefused() throws {
    try withTemporaryFolder { parent in
        func create(_ path: String) -> Int32 {
            exitCode { () throws(StorageError) in _ = try RunFolder.create(at: path, description: sampleDescription()) }
        }
        func open(_ path: String) -> Int32 {
            exitCode { () throws(StorageError) in _ = try RunFolder.open(at: path) }
        }
        #expect(create("\(parent)/run") == 0)
        #expect(create("\(parent)/run") == 73)
        try write([1], "\(parent)/file")
        #expect(create(parent) == 73)
        #expect(create("\(parent)/file") == 73)
        #expect(create("\(parent)/no/run") == 73)
        #expect(open("\(parent)/no/run") == 66)
        #expect(open(parent) == 66)
        #expect(open("\(parent)/file") == 66)
        #expect(try names(in: parent) == ["file", "run"])
        // What a run leaves that ended while its folder was made.
        try FileManager.default.removeItem(atPath: "\(parent)/run/run.json")
        try write([1], "\(parent)/run/run.json.part")
        #expect(open("\(parent)/run") == 66)
        try FileManager.default.removeItem(atPath: "\(parent)/run/reports.jsonl")
        #expect(create("\(parent)/run") == 0)
        #expect(open("\(parent)/run") == 0)
    }
}

@Test func twoTrainersNeverWriteOneRun() throws {
    try withTemporaryFolder { parent in
        let run = try RunFolder.create(at: "\(parent)/run", description: sampleDescription())
        #expect(exitCode { () throws(StorageError) in _ = try RunFolder.open(at: "\(parent)/run") } == 75)
        try withExtendedLifetime(run) { _ = try RunContents(path: "\(parent)/run") }
    }
}

@Test func aFullDiskLeavesTheRunAsItWas() throws {
    guard FileManager.default.fileExists(atPath: "/dev/full") else { return }
    try withTemporaryFolder { parent in
        let path = "\(parent)/run"
        let run = try RunFolder.create(at: path, description: sampleDescription())
        try run.save(sampleCheckpoint(step: 1))
        try FileManager.default.createSymbolicLink(
            atPath: "\(path)/checkpoint.safetensors.part", withDestinationPath: "/dev/full")
        #expect(exitCode { () throws(StorageError) in try run.save(sampleCheckpoint(step: 2)) } == 74)
        #expect(try run.latestCheckpoint() == sampleCheckpoint(step: 1))
        try run.save(sampleCheckpoint(step: 3))
        #expect(try run.latestCheckpoint() == sampleCheckpoint(step: 3))
    }
}

/// Every state of the folder that a process can leave which is killed while it saves: before, between and after the
/// steps, and with each length of the file that is being written.
@Test func aRunKilledWhileItSavesOpens() throws {
    try withTemporaryFolder { parent in
        let path = "\(parent)/run"
        for older in 0...2 {
            let bytes = sampleCheckpoint(step: 3).tensorFile.safetensors()
            let steps = RunFolder.savingSteps(bytes, in: path, keepingNewest: older > 0)
            for state in interruptions(of: steps) {
                do {
                    let run = try RunFolder.create(at: path, description: sampleDescription())
                    for step in 0..<older { try run.save(sampleCheckpoint(step: 1 + step)) }
                    for step in 0...3 { try run.append(sampleReport(step: step)) }
                }
                for change in state { try change() }
                try FileManager.default.moveItem(atPath: path, toPath: "\(parent)/killed")
                let opened = try RunFolder.open(at: "\(parent)/killed")
                let step = try opened.latestCheckpoint()?.step
                #expect(step == 3 || step == (older > 0 ? older : nil), "\(older)")
                #expect(opened.warning == nil)
                #expect(opened.earlierReports.map(\.step) == Array(0..<(step.map { $0 + 1 } ?? 0)))
                try opened.save(sampleCheckpoint(step: 4))
                #expect(try RunContents(path: "\(parent)/killed").checkpoint?.step == 4)
                try FileManager.default.removeItem(atPath: "\(parent)/killed")
            }
        }
    }
}

/// Ways to take only some of the steps.
private func interruptions(of steps: [FileStep]) -> [[() throws -> Void]] {
    var states: [[() throws -> Void]] = []
    for count in 0...steps.count {
        let taken = steps[..<count].map { step in { try step.run() } }
        states.append(taken)
        guard count < steps.count, case .write(let bytes, let path) = steps[count] else { continue }
        for length in stride(from: 0, to: bytes.count, by: 97) {
            states.append(taken + [{ try write(bytes[..<length], path) }])
        }
    }
    return states
}

@Test func theCheckpointBeforeIsTakenWhereTheNewestIsDamaged() throws {
    try withTemporaryFolder { parent in
        let path = "\(parent)/run"
        do {
            let run = try RunFolder.create(at: path, description: sampleDescription())
            for step in 0...3 {
                try run.append(sampleReport(step: step))
                try run.save(sampleCheckpoint(step: step))
            }
        }
        let newest = "\(path)/checkpoint.safetensors"
        var bytes = try readFile(newest, limit: 1 << 20)
        bytes[bytes.count - 1] ^= 1
        try write(bytes, newest)
        let run = try RunFolder.open(at: path)
        #expect(run.warning?.hasSuffix("going on from the checkpoint before it, of step 2") == true)
        #expect(run.earlierReports.map(\.step) == [0, 1, 2])
        // The damaged one does not take the place of the only one that reads.
        try run.save(sampleCheckpoint(step: 3))
        #expect(try run.latestCheckpoint() == sampleCheckpoint(step: 3))
        #expect(try TensorFile(path: "\(path)/checkpoint.previous.safetensors").metadata["step"] == "2")
        try write([], newest)
        try write([], "\(path)/checkpoint.previous.safetensors")
        #expect(exitCode { () throws(StorageError) in _ = try run.latestCheckpoint() } == 65)
    }
}

@Test func tornReportsAndThoseBeyondTheCheckpointAreCutOff() throws {
    let lines = try (0...3).map { try sampleReport(step: $0).line() + "\n" }
    func steps(_ text: String, upTo step: Int?) throws -> ([Int], Int) {
        let kept = try ReportLines(Array(text.utf8), upTo: step, file: "r")
        return (kept.reports.map(\.step), kept.byteCount)
    }
    let whole = lines.joined()
    #expect(try steps(whole, upTo: 9) == ([0, 1, 2, 3], whole.utf8.count))
    #expect(try steps(whole, upTo: 1) == ([0, 1], lines[0].utf8.count + lines[1].utf8.count))
    #expect(try steps(whole, upTo: nil) == ([], 0))
    #expect(try steps(whole, upTo: -1) == ([], 0))
    for count in 0..<whole.utf8.count {
        let torn = String(decoding: Array(whole.utf8)[..<count], as: UTF8.self)
        #expect(try steps(torn, upTo: 9).0.count == torn.filter { $0 == "\n" }.count)
    }
    #expect(try steps(whole + "{\"step\":4}\n\0\0\0\n", upTo: 9) == ([0, 1, 2, 3], whole.utf8.count))
    let damaged = lines[0] + "{}\n" + lines[2]
    let error = #expect(throws: StorageError.self) { try steps(damaged, upTo: 9) }
    #expect(error == StorageError("r, line 2 is damaged; remove it, or train again", exitCode: 65))
    #expect(throws: StorageError.self) { try steps(lines[0] + lines[3] + lines[1], upTo: 2) }
}

@Test func aDescriptionSurvivesAndItsFaultsAreNamed() throws {
    let description = sampleDescription()
    #expect(try RunDescription(json: description.json(), file: "x") == description)
    func fault(_ change: (inout RunDescription) -> Void) -> String? {
        var description = description
        change(&description)
        return description.fault
    }
    #expect(fault { $0.formatVersion = 2 } == "formatVersion is 2, and this tlviz reads 1")
    #expect(fault { $0.shape.layers = 0 } == "shape.layers is 0, not 1 to 64")
    #expect(fault { $0.recipe.maxGradientNorm = -1 }?.hasPrefix("recipe.clip is -1.0, not ") == true)
    #expect(fault { $0.recipe.context = 65 } == "recipe.context is 65, not 1 to 64")
    #expect(fault { $0.size = .large } == "size is L, which is not the size of the shape")
    #expect(fault { $0.worldVersion = -1 } == "worldVersion is -1, not 0 to 1000000")
    let edited = String(decoding: try description.json(), as: UTF8.self)
        .replacingOccurrences(of: "\"seed\" : 18446744073709551615", with: "\"seed\" : 3")
    let error = #expect(throws: StorageError.self) { try RunDescription(json: Array(edited.utf8), file: "run.json") }
    #expect(error?.message.hasPrefix("run.json was damaged or edited") == true)
}

@Test func aCheckpointOfAnotherModelIsRefused() throws {
    let checkpoint = sampleCheckpoint(step: 1)
    try checkpoint.require([("embedding", [2, 2])], file: "x")
    #expect(throws: StorageError.self) { try checkpoint.require([("embedding", [4])], file: "x") }
    #expect(throws: StorageError.self) { try checkpoint.require([], file: "x") }
    #expect(throws: StorageError.self) { try Checkpoint(sampleTensors, file: "x") }
}
