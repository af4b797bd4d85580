import Foundation
import Testing

/// The house's rule: imports point one way. Package.swift and the sources are read as text.
private let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

/// What each module may import of ours, and of the system.
private let allowed: [String: (own: Set<String>, system: Set<String>)] = [
    "Cells": ([], []),
    "Evidence": (["CAssets"], ["RealModule", "Synchronization"]),
    "Scene": (["Cells", "Evidence"], []),
    "Terminal": (["Cells", "CNcurses"], ["Glibc", "Synchronization"]),
    "TinyLM": (["CKernels"], ["FoundationEssentials", "Foundation", "Glibc", "Musl", "Darwin", "Synchronization"]),
    "LittleWorld": (["TinyLM", "Evidence"], ["FoundationEssentials", "Foundation"]),
    "Engine": (["LittleWorld", "TinyLM", "Evidence"], ["Glibc", "Musl", "Darwin", "Synchronization"]),
    "tlviz": (
        ["Cells", "Engine", "Evidence", "LittleWorld", "Scene", "Terminal", "TinyLM"],
        ["ArgumentParser", "FoundationEssentials", "Foundation", "Glibc", "Musl", "Darwin", "Synchronization"]
    ),
]

private func imports(of file: URL) throws -> [String] {
    try String(contentsOf: file, encoding: .utf8).split(separator: "\n").compactMap { line in
        let words = line.split(separator: " ")
        guard let index = words.firstIndex(of: "import"), index <= 1, words.count > index + 1 else { return nil }
        return String(words[index + 1])
    }
}

private func sources(of module: String) throws -> [URL] {
    let folder = root.appendingPathComponent("Sources/\(module)")
    let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
    return (files?.allObjects as? [URL] ?? []).filter { $0.pathExtension == "swift" }
}

@Test(arguments: allowed.keys.sorted()) func sourcesImportOnlyWhatTheirModuleMay(module: String) throws {
    let rule = try #require(allowed[module])
    let files = try sources(of: module)
    #expect(!files.isEmpty)
    for file in files {
        for name in try imports(of: file) {
            #expect(
                rule.own.contains(name) || rule.system.contains(name), "\(file.lastPathComponent) imports \(name)")
        }
    }
}

@Test func theManifestNamesNoOtherDependency() throws {
    let manifest = try String(contentsOf: root.appendingPathComponent("Package.swift"), encoding: .utf8)
    for (module, rule) in allowed {
        let pattern = try Regex("arget\\(\\s*name: \"\(module)\"(?:,\\s*dependencies: \\[([^\\]]*)\\])?")
        let match = try #require(manifest.firstMatch(of: pattern), "\(module) is not in Package.swift")
        let list = match.output[1].substring.map(String.init) ?? ""
        let names = list.matches(of: /"([A-Za-z]+)"(?:, package)?/).map { String($0.output.1) }
            .filter { !$0.hasPrefix("swift-") }
        for name in names where !name.hasPrefix("swift") {
            #expect(rule.own.contains(name) || rule.system.contains(name), "\(module) depends on \(name)")
        }
    }
}

@Test func everyFolderOfSourcesHasARule() throws {
    let folders = try FileManager.default.contentsOfDirectory(atPath: root.appendingPathComponent("Sources").path)
    let plain: Set<String> = ["CNcurses", "CAssets", "CKernels"]
    #expect(Set(folders).subtracting(plain) == Set(allowed.keys))
}
