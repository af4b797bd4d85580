import Foundation

/// What one module of the house may import. Arrows point one way: from the program to the screen and the engine, from
/// these to what they show and run, and from there to nothing.
struct ModuleRule {
    var own: Set<String> = []
    /// Modules of packages and of the system.
    var other: Set<String> = []
    /// Modules that everyone who imports this one sees too.
    var passedOn: Set<String> = []

    /// Foundation stands where a platform has no FoundationEssentials.
    private static let essentials: Set<String> = ["FoundationEssentials", "Foundation"]
    private static let algorithms: Set<String> = ["Algorithms", "Collections", "HeapModule", "OrderedCollections"]
    private static let cLibraries: Set<String> = ["Glibc", "Musl", "Darwin"]

    static let all: [String: ModuleRule] = [
        "Platform": ModuleRule(other: cLibraries, passedOn: cLibraries),
        "Cells": ModuleRule(other: algorithms),
        "Evidence": ModuleRule(own: ["CAssets"], other: algorithms.union(["RealModule", "Synchronization"])),
        "Scene": ModuleRule(own: ["Cells", "Evidence"], other: algorithms),
        "Terminal": ModuleRule(own: ["Cells", "CNcurses", "Platform"], other: ["Synchronization"]),
        "TinyLM": ModuleRule(
            own: ["CKernels", "Platform"],
            other: essentials.union(algorithms).union(["RealModule", "Synchronization"])),
        "LittleWorld": ModuleRule(
            own: ["Evidence", "TinyLM"], other: essentials.union(algorithms).union(["RealModule"])),
        "Engine": ModuleRule(
            own: ["Evidence", "LittleWorld", "Platform", "TinyLM"], other: algorithms.union(["Synchronization"])),
        "tlviz": ModuleRule(
            own: ["Cells", "Engine", "Evidence", "LittleWorld", "Platform", "Scene", "Terminal", "TinyLM"],
            other: essentials.union(algorithms).union(["ArgumentParser", "Synchronization"])),
    ]

    /// Modules in C, which import none of ours.
    static let inC: Set<String> = ["CAssets", "CKernels", "CNcurses"]

    /// Why a source breaks the rule, a line an import; empty where it does not.
    func faults(of source: String) throws -> [String] {
        try ImportDeclaration.all(in: source).compactMap { declaration in
            let module = declaration.module
            if !own.contains(module), !other.contains(module) { return "imports \(module)" }
            if declaration.attributes.contains("@_exported"), !passedOn.contains(module) {
                return "passes \(module) on"
            }
            if declaration.attributes.contains("@testable") { return "sees what is internal in \(module)" }
            return nil
        }
    }
}
