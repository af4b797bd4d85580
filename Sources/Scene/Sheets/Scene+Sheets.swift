/// The sheets over the panel, and what commands do there.
extension Scene {
    /// The topmost sheet.
    var sheet: Sheet? { sheets.last }

    /// The scene without its topmost sheet.
    var beneath: Scene {
        var scene = self
        _ = scene.sheets.popLast()
        return scene
    }

    /// Opens a sheet: one of text lies over what is open, any other takes its place.
    mutating func open(_ sheet: Sheet) {
        sheets = sheet.isText ? sheets.filter { !$0.isText } + [sheet] : [sheet]
    }

    mutating func toggle(_ sheet: Sheet) {
        if self.sheet?.isSameKind(as: sheet) == true {
            sheets.removeLast()
        } else {
            open(sheet)
        }
    }

    mutating func performOnSheet(_ command: Command) {
        let before = self
        switch sheets.popLast() {
        case nil: break
        case .zoom(let zoom): perform(command, on: zoom, limit: before.scrollLimit)
        case .overview(let overview): perform(command, on: overview)
        case .chooser(let line): perform(command, on: line)
        case let sheet?:
            var scroll = sheet.scroll ?? Scroll()
            scroll.move(command, page: page, limit: before.scrollLimit)
            sheets.append(sheet.scrolled(to: scroll))
        }
    }

    private mutating func perform(_ command: Command, on zoom: ZoomSheet, limit: @autoclosure () -> Int) {
        var zoom = zoom
        switch command {
        case .zoom where exhibit.withTextField != nil: performOnPanel(command)
        case .zoom: return
        case .chooser where exhibit.opensChooser: return open(.chooser(ChooserSheet()))
        case _ where command.scrolls(isText: isText): zoom.scroll.move(command, page: page, limit: limit())
        default:
            performOnPanel(command)
            if command.group == .rows || command == .reset { zoom.scroll = Scroll() }
        }
        sheets.append(.zoom(zoom))
    }

    private mutating func perform(_ command: Command, on overview: OverviewSheet) {
        if command == .zoom { return show(panels[overview.line]) }
        sheets.append(.overview(overview.moved(command, count: panels.count, grid: overviewGrid)))
    }

    private mutating func perform(_ command: Command, on sheet: ChooserSheet) {
        var sheet = sheet
        switch command {
        case .chooser: return
        case .step, .zoom: chooser.toggle(sheet.line)
        case .press(let line):
            sheet.line = line
            chooser.toggle(line)
        case .reset: chooser = Chooser()
        default: sheet = sheet.moved(command)
        }
        sheets.append(.chooser(sheet))
    }
}
