import Foundation
import Testing

/// The house's rule: imports point one way. Package.swift and the sources are read as text.
@Suite struct ImportTests {
    @Test(arguments: ModuleRule.all.keys.sorted()) func sourcesImportOnlyWhatTheirModuleMay(module: String) throws {
        let rule = try #require(ModuleRule.all[module])
        for source in try House.sources(of: module) {
            let faults = try rule.faults(of: source.text)
            #expect(faults.isEmpty, "\(module)/\(source.path) \(faults.joined(separator: ", "))")
        }
    }

    @Test func everyModuleHasARuleAndSources() throws {
        for module in try House.modules() where !ModuleRule.inC.contains(module) {
            #expect(ModuleRule.all[module] != nil, "\(module)")
            #expect(try !House.sources(of: module).isEmpty, "\(module)")
        }
    }

    @Test func theManifestNamesNoOtherDependency() throws {
        let manifest = try House.manifest()
        for module in try House.modules() {
            let names = try #require(try House.dependencies(of: module, in: manifest), "\(module) is no target")
            let rule = ModuleRule.all[module] ?? ModuleRule()
            let others = names.subtracting(rule.own).subtracting(rule.other)
            #expect(others.isEmpty, "\(module) depends on \(others.sorted())")
        }
    }

    /// A module that is imported without being named may have been built before, or may not.
    @Test func whatIsImportedIsNamedInTheManifest() throws {
        let manifest = try House.manifest()
        for module in try House.modules() {
            let names = try #require(try House.dependencies(of: module, in: manifest))
            for source in try House.sources(of: module) {
                let own = try Set(ImportDeclaration.all(in: source.text).map(\.module))
                    .intersection(Set(ModuleRule.all.keys).union(ModuleRule.inC))
                #expect(own.isSubset(of: names), "\(module)/\(source.path) imports \(own.subtracting(names).sorted())")
            }
        }
    }

    @Test func arrowsGoNowhereInACircle() throws {
        func reach(_ module: String, _ path: [String]) {
            #expect(!path.contains(module), "\(path) and \(module) again")
            guard !path.contains(module) else { return }
            for next in ModuleRule.all[module]?.own ?? [] { reach(next, path + [module]) }
        }
        for module in ModuleRule.all.keys { reach(module, []) }
    }

    @Test func packagesAreTheAllowedOnesAndSayWhatTheyAreFor() throws {
        let allowed: Set<Substring> = [
            "swift-argument-parser", "swift-collections", "swift-algorithms", "swift-numerics", "swift-docc-plugin",
        ]
        let lines = try House.manifest().split(separator: "\n")
        for (index, line) in lines.enumerated() where line.contains(".package(") {
            let name = line.split(separator: "\"").first { $0.hasPrefix("https:") }?.split(separator: "/").last
            #expect(name.map(allowed.contains) == true, "\(line)")
            #expect(index > 0 && lines[index - 1].contains("// "), "nothing says what this is for: \(line)")
        }
    }
}

/// The rules would fail on what they forbid.
@Suite struct RuleTests {
    @Test(
        arguments: [
            ("Scene", "import Foundation"), ("Scene", "import FoundationEssentials"), ("Scene", "import CNcurses"),
            ("Scene", "import Terminal"), ("Scene", "import Engine"), ("Scene", "import Platform"),
            ("Scene", "import struct Foundation.Date"), ("Scene", "#if os(Linux)\n    import Glibc\n#endif"),
            ("Scene", "@testable import Cells"), ("Scene", "@_exported import Cells"),
            ("Scene", "import Synchronization"), ("Cells", "import Evidence"), ("Evidence", "import Scene"),
            ("Evidence", "import LittleWorld"), ("Engine", "import Scene"), ("Engine", "import Terminal"),
            ("Engine", "import Cells"), ("TinyLM", "import LittleWorld"), ("TinyLM", "import Evidence"),
            ("TinyLM", "import Glibc"), ("LittleWorld", "import Engine"), ("Terminal", "import Scene"),
            ("Terminal", "import Glibc"), ("Platform", "import Foundation"), ("tlviz", "import CNcurses"),
            ("tlviz", "import Glibc"), ("tlviz", "@_exported import Scene"), ("tlviz", "import Testing"),
        ])
    func aForbiddenImportIsAFault(module: String, source: String) throws {
        #expect(try ModuleRule.all[module]?.faults(of: source).count == 1)
    }

    @Test func anAllowedImportIsNone() throws {
        #expect(try ModuleRule.all["Engine"]?.faults(of: "import Evidence\nimport TinyLM\n").isEmpty == true)
        #expect(try ModuleRule.all["Platform"]?.faults(of: "@_exported import Glibc").isEmpty == true)
    }

    @Test func dependenciesAreReadFromAManifest() throws {
        let manifest = """
            .target(name: "A"), .target(
                name: "B", dependencies: ["A", .product(name: "RealModule", package: "swift-numerics")], path: "x"),
            """
        #expect(try House.dependencies(of: "A", in: manifest) == [])
        #expect(try House.dependencies(of: "B", in: manifest) == ["A", "RealModule"])
        #expect(try House.dependencies(of: "C", in: manifest) == nil)
    }
}
