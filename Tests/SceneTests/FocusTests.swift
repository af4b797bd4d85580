import Cells
import Testing

@testable import Scene

/// Keys by which each sheet opens, and what opens none.
private let sheets = ["", "Enter", "0", "?", "s", "g", "p", "c", "w", "Enter ?", "Enter s", "c ?"]
private let sizes = [Size(columns: 200, rows: 60), Size(columns: 80, rows: 24), Size(columns: 40, rows: 12)]

/// Every key that a person can press by its name.
private let allKeys: [Key] =
    Key.named + (0x21...0x7E).compactMap { Unicode.Scalar($0).map { .character(Character($0)) } }

/// Each panel with each sheet, where its slider stands at the start, between and at the end.
private func scenes(of panel: Panel, sheets: [String] = sheets, places: [String] = ["", "Home", "End"]) -> [Scene] {
    sizes.flatMap { size in
        places.flatMap { place in
            // A field that has the focus takes the keys: that is another test's.
            sheets.map { Scene.after("\(place) \($0)", on: panel, size: size) }.filter { $0.focusedPanel == nil }
        }
    }
}

@Suite struct FocusTests {
    @Test(arguments: Panel.allCases) func theKeysThatAreListedDoSomethingAndNoOthers(panel: Panel) {
        for scene in scenes(of: panel, places: ["End"])
            + Scene.states(of: panel).enumerated().filter({ $0.offset % 3 == 0 }).map(\.element)
        {
            let listed = Set(scene.answeredBindings.map(\.command))
            for binding in Keymap.bindings {
                for key in binding.keys {
                    var next = scene
                    let effects = next.apply(.key(key))
                    let does = next != scene || !effects.isEmpty
                    #expect(
                        does == listed.contains(binding.command),
                        "\(key.name) on \(panel.title) at \(scene.size), \(String(describing: scene.sheet))")
                }
            }
        }
    }

    @Test(arguments: Panel.allCases) func whatAKeyDoesIsSeen(panel: Panel) {
        for scene in scenes(of: panel, places: ["Right"])
            + Scene.states(of: panel).enumerated().filter({ $0.offset % 7 == 0 }).map(\.element)
        {
            // Text that is scrolled, and a sheet that lies over what moves, may show nothing of it.
            guard !scene.isText else { continue }
            let before = scene.picture(size: scene.size)
            for binding in scene.answeredBindings
            where binding.command != .quit && !(binding.command == .step && scene.sheet != nil) {
                var next = scene
                _ = next.apply(.command(binding.command))
                next.settle()
                #expect(
                    next.picture(size: scene.size).canvas != before.canvas,
                    "\(binding.caption) on \(panel.title) at \(scene.size), \(String(describing: scene.sheet))")
            }
        }
    }

    @Test(arguments: Panel.allCases) func aKeyOfNoMeaningDoesNothing(panel: Panel) {
        let known = Set(Keymap.bindings.flatMap(\.keys))
        for scene in scenes(of: panel, places: [""]) {
            for key in allKeys where !known.contains(key) {
                var next = scene
                let effects = next.apply(.key(key))
                guard next != scene || !effects.isEmpty else { continue }
                #expect(panelOf(key) == next.panel, "\(key.name)")
            }
        }
    }

    private func panelOf(_ key: Key) -> Panel? { Panel(key.name) }

    @Test(arguments: Panel.allCases) func nothingLeaksThroughASheet(panel: Panel) {
        for scene in scenes(
            of: panel, sheets: ["0", "?", "s", "g", "p", "c", "Enter ?", "Enter s", "c ?"], places: ["Right"])
        {
            guard scene.sheet != nil else { continue }
            for key in allKeys {
                var next = scene
                _ = next.apply(.key(key))
                check(next, against: scene, after: key.name)
            }
            let map = TouchMap(scene.picture(size: scene.size))
            for (motion, apart) in [
                (Pointer.Motion.press, 1), (.drag, 3), (.release, 20), (.wheelUp, 20), (.wheelDown, 20),
            ] {
                for row in stride(from: 0, to: scene.size.rows, by: apart) {
                    for column in stride(from: row % 37, to: scene.size.columns, by: 37) {
                        var next = scene
                        _ = next.apply(.pointer(Pointer(motion, at: Position(column: column, row: row)), over: map))
                        check(next, against: scene, after: "\(motion) at \(column), \(row)")
                    }
                }
            }
            var next = scene
            _ = next.apply(.paste("the cat 1 2 q"))
            #expect(next == scene)
        }
    }

    private func check(_ next: Scene, against scene: Scene, after event: String) {
        // A panel that comes on the screen may ask, as all of them do on the overview.
        if case .overview = next.sheet, next.sheet != scene.sheet { return }
        for panel in Panel.allCases where panel == scene.panel || panel != next.panel {
            #expect(
                next.exhibit(of: panel).isEqual(to: scene.exhibit(of: panel)),
                "\(event) reached \(panel.title) through \(String(describing: scene.sheet))")
        }
    }

    @Test func theSheetThatChoosesAPathKeepsItsKeys() {
        var scene = Scene.after("c Space Down Down Space", on: .adaptation)
        #expect(scene.chooser.ticked == [.jargon, .lastPoints])
        let slider = scene.slider
        for key in [Key.right, .character("d"), .character("]"), .character("m"), .end] {
            var next = scene
            _ = next.apply(.key(key))
            #expect(next == scene, "\(key.name)")
        }
        _ = scene.apply(.key(.escape))
        #expect(scene.sheet == nil && scene.slider == slider)
        _ = scene.apply(.key(.character("c")))
        #expect(scene.chooser.ticked == [.jargon, .lastPoints])
        _ = scene.apply(.key(.character("r")))
        #expect(scene.chooser == Chooser() && scene.sheet != nil)
    }

    @Test func aSheetOfTextClosesToWhatLiesBeneath() {
        let zoom = Scene.after("Enter", on: .scale)
        for text in ["?", "s", "g", "? s", "s ?", "g s"] {
            let scene = Scene.after("Enter \(text)", on: .scale)
            #expect(scene.sheet?.isText == true && scene.sheets.count == 2)
            #expect(scene.beneath == zoom)
        }
        #expect(Scene.after("Enter 0", on: .scale).sheets.count == 1)
    }

    @Test(arguments: Panel.allCases) func helpListsWhatIsBeneathIt(panel: Panel) {
        for scene in scenes(of: panel, sheets: ["", "Enter", "c", "0"]) {
            let entries = HelpSheet().entries(in: scene)
            for binding in Keymap.bindings {
                let isListed = entries.contains {
                    $0.keys.plain.split(separator: "\u{A0}").first == binding.caption[...]
                }
                #expect(isListed == scene.answers(binding.command), "\(binding.caption) on \(panel.title)")
            }
            for columns in [20, 56, 96, 196] {
                let text = HelpSheet().lines(in: scene)(columns).map(\.plain).joined(separator: "\n")
                for entry in entries { #expect(text.contains(entry.keys.plain), "\(entry.keys.plain) at \(columns)") }
            }
        }
    }

    @Test(arguments: Panel.allCases) func helpFitsOnePage(panel: Panel) {
        let size = Size(columns: 100, rows: 30)
        for scene in Scene.states(of: panel) {
            let help = Scene.after("?", scene, size: size)
            #expect(!help.answers(.rowDown), "\(help.picture(size: size).canvas.text)")
        }
    }

    @Test(arguments: Panel.allCases) func theLastLineOffersOnlyWhatDoesSomething(panel: Panel) {
        for scene in Scene.states(of: panel) + scenes(of: panel, sheets: [""]) where !scene.isText {
            let row = scene.picture(size: scene.size).canvas.text(row: scene.size.rows - 1)
            for binding in Keymap.bindings where !scene.answers(binding.command) {
                guard let group = binding.command.group, !panel.word(group).isEmpty else { continue }
                let others = Keymap.bindings(of: group).contains { scene.answers($0.command) }
                #expect(others || !row.contains("\(binding.groupCaption) \(panel.word(group))"), "\(row)")
            }
        }
    }
}
