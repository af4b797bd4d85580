import Testing

@Suite struct ImportScannerTests {
    @Test(
        arguments: [
            "import Foundation", "import struct Foundation.Date", "import func Foundation.sin",
            "@testable import Foundation",
            "@_exported import Foundation", "@_exported\nimport Foundation", "public import Foundation",
            "@preconcurrency internal import class Foundation.Thread", "import Foundation.NSObject",
            "import `Foundation`",
            "#if canImport(Foundation)\n    import Foundation\n#endif", "import  Foundation", "\timport Foundation",
            "let a = 1; import Foundation", "/* why */ import Foundation", "import /* why */ Foundation",
            "@_spi(Tests) import Foundation", "@_implementationOnly import Foundation",
        ])
    func findsEveryFormOfImport(text: String) throws {
        let found = try ImportDeclaration.all(in: "import Cells\n" + text + "\nlet b = 2\n")
        #expect(found.map(\.module) == ["Cells", "Foundation"], "\(text)")
    }

    @Test(arguments: [
        "// import Foundation", "/// import Foundation", "/*\nimport Foundation\n*/", "let important = 1",
    ])
    func findsNoneWhereThereIsNone(text: String) throws {
        #expect(try ImportDeclaration.all(in: text).isEmpty, "\(text)")
    }

    @Test func tellsWhatIsPassedOn() throws {
        let found = try ImportDeclaration.all(in: "@_exported import Platform\nimport Cells\n")
        #expect(found.map(\.attributes) == [["@_exported"], []])
    }
}
