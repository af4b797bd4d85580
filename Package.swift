// swift-tools-version: 6.2
import PackageDescription

/// Pure modules are compiled with `-O` in debug builds too: traps stay, and a million fuzzed events take seconds.
let optimized: [SwiftSetting] = [.unsafeFlags(["-O"], .when(configuration: .debug))]

let package = Package(
    name: "tlviz",
    products: [.executable(name: "tlviz", targets: ["tlviz"])],
    dependencies: [
        // Parses the command line and writes its help.
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        // Powers, logarithms and exponentials without Foundation.
        .package(url: "https://github.com/apple/swift-numerics", from: "1.1.1"),
        // The most probable few of many, and what loops over sequences say longer.
        .package(url: "https://github.com/apple/swift-algorithms", from: "1.2.1"),
        // A heap for the most frequent pairs, where a tokenizer learns its merges.
        .package(url: "https://github.com/apple/swift-collections", from: "1.6.0"),
    ],
    targets: [
        .target(name: "CNcurses", linkerSettings: [.linkedLibrary("ncursesw"), .linkedLibrary("tinfo")]),
        .target(name: "CAssets"),
        // The C library and what differs between operating systems.
        .target(name: "Platform"),
        .target(name: "CKernels", cSettings: [.unsafeFlags(["-O3"], .when(configuration: .debug))]),
        .target(name: "Cells", swiftSettings: optimized),
        .target(
            name: "Evidence",
            dependencies: ["CAssets", .product(name: "RealModule", package: "swift-numerics")],
            swiftSettings: optimized),
        .target(
            name: "Scene",
            dependencies: ["Cells", "Evidence", .product(name: "Algorithms", package: "swift-algorithms")],
            swiftSettings: optimized),
        .target(
            name: "TinyLM",
            dependencies: [
                "CKernels", "Platform", .product(name: "HeapModule", package: "swift-collections"),
                .product(name: "RealModule", package: "swift-numerics"),
            ],
            swiftSettings: optimized),
        .target(
            name: "LittleWorld",
            dependencies: ["Evidence", "TinyLM", .product(name: "RealModule", package: "swift-numerics")],
            swiftSettings: optimized),
        .target(
            name: "Engine",
            dependencies: [
                "Evidence", "LittleWorld", "Platform", "TinyLM",
                .product(name: "Algorithms", package: "swift-algorithms"),
            ],
            swiftSettings: optimized),
        .target(name: "Terminal", dependencies: ["Cells", "CNcurses", "Platform"]),
        .executableTarget(
            name: "tlviz",
            dependencies: [
                "Cells", "Engine", "Evidence", "LittleWorld", "Platform", "Scene", "Terminal", "TinyLM",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            linkerSettings: [
                // One file that runs from anywhere, and starts sooner: nothing to look for, nothing to relocate.
                .unsafeFlags(
                    ["-static-executable", "-use-ld=lld", "-l_FoundationCollections", "-l_FoundationCShims"],
                    .when(platforms: [.linux], configuration: .release))
            ]),
        // What several tests need: random numbers by a seed.
        .target(name: "TestSupport", path: "Tests/TestSupport"),
        .testTarget(name: "CellsTests", dependencies: ["Cells", "TestSupport"]),
        .testTarget(name: "EvidenceTests", dependencies: ["Evidence", "TestSupport"]),
        .testTarget(
            name: "SceneTests", dependencies: ["Scene", "Cells", "Evidence", "LittleWorld", "TestSupport"],
            exclude: ["Snapshots"]),
        .testTarget(name: "TinyLMTests", dependencies: ["TinyLM", "CKernels", "TestSupport"], exclude: ["Golden"]),
        .testTarget(name: "LittleWorldTests", dependencies: ["LittleWorld", "TinyLM", "Evidence"]),
        .testTarget(
            name: "EngineTests",
            dependencies: ["Engine", "LittleWorld", "TinyLM", "Evidence", "Platform", "TestSupport"]),
        .testTarget(name: "TerminalTests", dependencies: ["Terminal", "Cells", "Platform", "TestSupport"]),
        .testTarget(name: "CommandTests", dependencies: ["tlviz", "Engine", "LittleWorld", "Scene", "TinyLM"]),
        .testTarget(name: "ArchitectureTests"),
        .testTarget(name: "EndToEnd", dependencies: ["tlviz", "TestSupport"]),
    ],
    swiftLanguageModes: [.v6],
    cLanguageStandard: .gnu2x
)
