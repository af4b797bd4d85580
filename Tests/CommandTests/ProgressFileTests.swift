import Foundation
import Platform
import Scene
import TestSupport
import Testing
import TinyLM

@testable import tlviz

/// The file in which progress is kept, in a folder of the test's own.
@Suite struct ProgressFileTests {
    private let folder: TestSupport.TemporaryFolder
    private var file: ProgressFile { ProgressFile(path: folder.path + "/tlviz/progress.json") }

    init() throws { folder = try TestSupport.TemporaryFolder() }

    private func names() -> [String] {
        ((try? FileManager.default.contentsOfDirectory(atPath: folder.path + "/tlviz")) ?? []).sorted()
    }

    private func lay(_ text: String) throws {
        try FileManager.default.createDirectory(atPath: folder.path + "/tlviz", withIntermediateDirectories: true)
        try text.write(toFile: file.path, atomically: false, encoding: .utf8)
    }

    private func progress(_ panels: [String], surprises: [String] = []) throws -> LearningProgress {
        let list = { (words: [String]) in words.map { "\"\($0)\"" }.joined(separator: ", ") }
        let text = #"{"version": 1, "panelsSeen": [\#(list(panels))], "surprisesSeen": [\#(list(surprises))]}"#
        return try JSONDecoder().decode(LearningProgress.self, from: Data(text.utf8))
    }

    @Test func whatIsWrittenIsReadAndCanBeReadByAPerson() throws {
        #expect(file.read() == .nothing)
        let kept = try progress(["scale", "paradigms"], surprises: ["scale"])
        #expect(file.write(kept, since: nil) == (kept, nil))
        #expect(file.read() == .progress(kept) && names() == ["progress.json"])
        let text = try String(contentsOfFile: file.path, encoding: .utf8)
        #expect(text.contains("  \"panelsSeen\" : [\n    \"paradigms\",\n    \"scale\"\n  ]") && text.hasSuffix("}\n"))
    }

    @Test func whatAnotherProgramKeptMeanwhileStays() throws {
        let base = try progress(["scale"])
        _ = file.write(base, since: nil)
        let other = try progress(["scale", "prompting"], surprises: ["prompting"])
        _ = file.write(other, since: base)
        let own = try progress(["scale", "paradigms"])
        let whole = try progress(["scale", "paradigms", "prompting"], surprises: ["prompting"])
        #expect(file.write(own, since: base) == (whole, nil) && file.read() == .progress(whole))
    }

    @Test func manyProgramsAtOnceLoseNothing() throws {
        let file = file
        let all = try (0..<24).map { try progress(["panel-\($0)"]) }
        let threads = all.compactMap { one in SystemThread { _ = file.write(one, since: nil) } }
        for thread in threads { thread.join() }
        #expect(threads.count == all.count)
        #expect(file.read() == .progress(try progress((0..<24).map { "panel-\($0)" })) && names() == ["progress.json"])
    }

    @Test(arguments: [
        "", "{", "[]", "null", #"{"panelsSeen": []}"#, #"{"version": "1"}"#, #"{"version": 0}"#, #"{"version": -3}"#,
        #"{"version": 1, "panelsSeen": "scale"}"#, #"{"version": 1, "challenges": 7}"#, "\u{0}\u{1}",
        String(repeating: "[", count: 100_000), String(repeating: " ", count: 2 << 20),
    ])
    func aDamagedFileIsSetAsideAndNotLost(text: String) throws {
        for number in 1...3 {
            try lay(text)
            guard case .damaged(let reason) = file.read() else {
                Issue.record("it is taken for \(file.read())")
                return
            }
            let kept = KeptProgress.open(file)
            #expect(kept.progress == LearningProgress() && kept.base == nil)
            #expect(
                kept.notice == .setAside(file: file.path, keptAs: "progress.json.damaged-\(number)", reason: reason))
            #expect(try String(contentsOfFile: file.path + ".damaged-\(number)", encoding: .utf8) == text)
            #expect(file.read() == .nothing)
        }
    }

    @Test func aFileThatIsDamagedWhileTheProgramRunsIsSetAside() throws {
        try lay("no progress")
        let kept = try progress(["scale"])
        let (written, notice) = file.write(kept, since: kept)
        #expect(written == kept && file.read() == .progress(kept))
        guard case .setAside(_, "progress.json.damaged-1", _) = notice else {
            Issue.record("\(String(describing: notice))")
            return
        }
    }

    @Test func aNewerFileIsNotTouched() throws {
        let text = #"{"version": \#(LearningProgress.version + 1), "panelsSeen": {"all": true}}"#
        try lay(text)
        let kept = KeptProgress.open(file)
        #expect(kept.progress == nil && kept.file == nil && kept.notice == .newer(file: file.path))
        #expect(file.write(try progress(["scale"]), since: nil) == (nil, .newer(file: file.path)))
        #expect(try String(contentsOfFile: file.path, encoding: .utf8) == text && names() == ["progress.json"])
    }

    @Test func whatIsNoFileIsNotTouched() throws {
        try FileManager.default.createDirectory(atPath: file.path, withIntermediateDirectories: true)
        let kept = KeptProgress.open(file)
        guard case .unreadable(_, let reason) = kept.notice else {
            Issue.record("\(String(describing: kept.notice))")
            return
        }
        #expect(kept.progress == nil && !reason.isEmpty && names() == ["progress.json"])
    }

    @Test func whereNothingCanBeWrittenItIsSaidOnceAndGoesOn() throws {
        let file = ProgressFile(path: "/dev/null/tlviz/progress.json")
        let signals = Monitor(0)
        var keeper = FileKeeper(file, base: nil) { signals.change { $0 += 1 } }
        for panel in ["scale", "paradigms", "prompting"] {
            keeper.keep(try progress([panel]))
            keeper.end()
        }
        #expect(signals.current == 1)
        #expect(keeper.takeNotice() == .unwritten(file: file.path, reason: "Not a directory"))
        #expect(keeper.takeNotice() == nil)
    }

    @Test func theKeeperWritesTheNewestAndWaitsForItAtTheEnd() throws {
        var keeper = FileKeeper(file, base: nil) {}
        for count in 1...50 { keeper.keep(try progress((0..<count).map { "panel-\($0)" })) }
        keeper.end()
        #expect(file.read() == .progress(try progress((0..<50).map { "panel-\($0)" })))
        #expect(keeper.takeNotice() == nil)
        // After a rest it begins anew.
        keeper.keep(try progress(["scale"]))
        keeper.end()
        #expect(file.read() == .progress(try progress((0..<50).map { "panel-\($0)" } + ["scale"])))
    }

    @Test func theDoctorTellsAndChangesNothing() throws {
        #expect(KeptProgress.finding(file, isAsked: true) == ("kept", "\(file.path), from the first start on"))
        #expect(KeptProgress.finding(file, isAsked: false).result == "not kept")
        #expect(KeptProgress.finding(nil, isAsked: true).result == "not kept")
        try lay("{")
        #expect(KeptProgress.finding(file, isAsked: true).result == "damaged" && names() == ["progress.json"])
        try lay(#"{"version": 99}"#)
        #expect(KeptProgress.finding(file, isAsked: true).result == "not kept")
        try lay(#"{"version": 1}"#)
        #expect(KeptProgress.finding(file, isAsked: true) == ("kept", file.path))
    }
}
