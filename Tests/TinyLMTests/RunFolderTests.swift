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
                #expect(opened.warnings.isEmpty)
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
        #expect(run.warnings.count == 1)
        #expect(run.warnings[0].hasSuffix("going on from the checkpoint before it, of step 2"))
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
    func steps(_ text: String, upTo step: Int?) -> ([Int], Int) {
        let kept = ReportLines(Array(text.utf8), upTo: step, requiringChecks: true)
        return (kept.reports.map(\.step), kept.byteCount)
    }
    let whole = lines.joined()
    #expect(steps(whole, upTo: 9) == ([0, 1, 2, 3], whole.utf8.count))
    #expect(steps(whole, upTo: 1) == ([0, 1], lines[0].utf8.count + lines[1].utf8.count))
    #expect(steps(whole, upTo: nil) == ([], 0))
    #expect(steps(whole, upTo: -1) == ([], 0))
    for count in 0..<whole.utf8.count {
        let torn = String(decoding: Array(whole.utf8)[..<count], as: UTF8.self)
        #expect(steps(torn, upTo: 9).0.count == torn.filter { $0 == "\n" }.count)
    }
    #expect(steps(whole + "{\"step\":4}\n\0\0\0\n", upTo: 9) == ([0, 1, 2, 3], whole.utf8.count))
}

@Test func aDamagedLineIsLeftOutAndTold() throws {
    let lines = try (0...3).map { try sampleReport(step: $0).line() + "\n" }
    func read(_ lines: [String], upTo step: Int = 3, requiringChecks: Bool = true) -> ReportLines {
        ReportLines(Array(lines.joined().utf8), upTo: step, requiringChecks: requiringChecks)
    }
    func fault(_ lines: ReportLines) -> String? { lines.fault(upTo: 3, of: sampleDescription(), file: "r") }
    #expect(fault(read(lines)) == nil)
    let other = lines[1].replacing("6.2", with: "6.3")
    for damaged in ["{}\n", "\n", "\0\0\n", other, String(lines[1].dropLast(4)) + "\n"] {
        let kept = read([lines[0], damaged, lines[2], lines[3]])
        #expect(kept.reports.map(\.step) == [0, 2, 3] && kept.damagedLines == [2])
        #expect(fault(kept) == "r lacks 1 of the 4 reports up to step 3: line 2 cannot be read")
    }
    #expect(fault(read([lines[0], lines[3]])) == "r lacks 2 of the 4 reports up to step 3")
    #expect(fault(read([])) == "r lacks 4 of the 4 reports up to step 3")
    // The first format had no checksums.
    let old = lines.map { $0.replacing(/,"checksum":"[0-9a-f]*"/, with: "") }
    #expect(read(old).reports.isEmpty)
    #expect(read(old, requiringChecks: false).reports.map(\.step) == [0, 1, 2, 3])
    // Counts that no arithmetic could bear.
    var large = sampleReport(step: 2)
    large.tokensSeen = .max
    #expect(read([lines[0], try large.line() + "\n", lines[3]]).damagedLines == [2])
}

@Test func aDamagedLineStopsNeitherALookNorTheTraining() throws {
    try withTemporaryFolder { parent in
        let path = "\(parent)/run"
        do {
            let run = try RunFolder.create(at: path, description: sampleDescription())
            for step in 0...4 { try run.append(sampleReport(step: step)) }
            try run.save(sampleCheckpoint(step: 4))
        }
        var bytes = try readFile("\(path)/reports.jsonl", limit: 1 << 20)
        bytes[bytes.count / 2] ^= 1
        try write(bytes, "\(path)/reports.jsonl")
        let seen = try RunContents(path: path)
        #expect(seen.reports.count == 4 && seen.checkpoint == sampleCheckpoint(step: 4))
        #expect(seen.warnings.count == 1 && seen.warnings[0].contains("lacks 1 of the 5 reports"))
        #expect(try RunFolder.open(at: path).warnings == seen.warnings)
        try FileManager.default.removeItem(atPath: "\(path)/reports.jsonl")
        #expect(try RunContents(path: path).warnings[0].contains("lacks 5 of the 5 reports"))
    }
}

/// Each has the checksum that belongs to it: what it tells is impossible all the same.
