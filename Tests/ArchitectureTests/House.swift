import Foundation

/// The repository as text.
enum House {
    static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    /// The folders of `Sources`, a module each.
    static func modules() throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: root.appendingPathComponent("Sources").path).sorted()
    }

    /// A module's Swift sources by their path in it.
    static func sources(of module: String) throws -> [(path: String, text: String)] {
        let folder = root.appendingPathComponent("Sources/\(module)")
        let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
        return try (files?.allObjects as? [URL] ?? []).filter { $0.pathExtension == "swift" }
            .map { ($0.path.replacing(folder.path + "/", with: ""), try String(contentsOf: $0, encoding: .utf8)) }
    }

    static func manifest() throws -> String {
        try String(contentsOf: root.appendingPathComponent("Package.swift"), encoding: .utf8)
    }

    /// The names of modules that a target depends on by the manifest, or nil where there is no such target.
    static func dependencies(of module: String, in manifest: String) throws -> Set<String>? {
        let target = try Regex<(Substring, Substring?)>(
            #"arget\(\s*name: "\#(module)"(?:,\s*dependencies: \[([^\]]*)\])?"#)
        guard let match = manifest.firstMatch(of: target) else { return nil }
        let list = (match.output.1 ?? "").replacing(/package: "[^"]*"/, with: "")
        return Set(list.matches(of: /"([A-Za-z]+)"/).map { String($0.output.1) })
    }
}
