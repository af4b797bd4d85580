import Cells
import Foundation
import TestSupport
import Testing

@testable import Scene

/// The folder of the package.
let packageRoot = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

// The name that tests of panels know it by.
typealias SplitMix = SeededGenerator

extension SeededGenerator {
    init(state: UInt64) { self.init(seed: state) }
}

extension Scene {
    /// A scene after keys, by their names; animations are settled.
    static func after(_ keys: String, on panel: Panel, size: Size = Size(columns: 100, rows: 30)) -> Scene {
        var scene = Scene(panel: panel)
        _ = scene.apply(.resize(size))
        for name in keys.split(separator: " ") {
            guard let key = Key(name: String(name)), let action = Keymap.action(for: key) else {
                Issue.record("\(name) is no key")
                continue
            }
            _ = scene.apply(action)
        }
        scene.settle()
        return scene
    }
}
