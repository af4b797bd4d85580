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
            dependencies: ["Cells", "Evidence"],
            swiftSettings: optimized),
        .target(name: "TinyLM", dependencies: ["CKernels", "Platform"], swiftSettings: optimized),
        .target(name: "LittleWorld", dependencies: ["Evidence", "TinyLM"], swiftSettings: optimized),
        .target(
            name: "Engine", dependencies: ["Evidence", "LittleWorld", "Platform", "TinyLM"], swiftSettings: optimized),
        .target(name: "Terminal", dependencies: ["Cells", "CNcurses", "Platform"]),
        .executableTarget(
            name: "tlviz",
            dependencies: [
                "Cells", "Engine", "Evidence", "LittleWorld", "Platform", "Scene", "Terminal", "TinyLM",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ]),
        .testTarget(name: "CellsTests", dependencies: ["Cells"]),
        .testTarget(name: "EvidenceTests", dependencies: ["Evidence"]),
        .testTarget(name: "SceneTests", dependencies: ["Scene", "Cells", "Evidence"], exclude: ["Snapshots"]),
        .testTarget(name: "TinyLMTests", dependencies: ["TinyLM", "CKernels"]),
        .testTarget(name: "LittleWorldTests", dependencies: ["LittleWorld", "TinyLM", "Evidence"]),
        .testTarget(name: "EngineTests", dependencies: ["Engine", "LittleWorld", "TinyLM", "Evidence"]),
        .testTarget(name: "TerminalTests", dependencies: ["Terminal", "Cells"]),
        .testTarget(name: "ArchitectureTests"),
        .testTarget(name: "EndToEnd", dependencies: ["tlviz"]),
    ],
    swiftLanguageModes: [.v6],
    cLanguageStandard: .gnu2x
)
