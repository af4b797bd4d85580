import Cells
import Foundation
import Testing

@testable import Scene

/// The folder of the package.
let packageRoot = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

/// A small generator that a seed repeats (SplitMix64, Steele, Lea and Flood 2014).
struct SplitMix {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    mutating func below(_ bound: Int) -> Int { Int(next() % UInt64(max(1, bound))) }
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
