import Cells
import Evidence

/// Everything on the screen, as a value. `apply` says how it changes, `picture` what it looks like; both are pure:
/// the same scene and the same size give the same picture.
public struct Scene: Sendable {
    public private(set) var panel: Panel
    public private(set) var overlay: Overlay?
    /// Rows scrolled down in the text form of a panel.
    private var scroll = 0
    private var size = Size(columns: 80, rows: 24)
    private let reducesMotion: Bool

    private var paradigms = ParadigmsExhibit()
    private var pretraining = PretrainingExhibit()
    private var adaptation = AdaptationExhibit()
    private var scale = ScaleExhibit()

    /// A sheet that lies over the panel.
    public struct Overlay: Hashable, Sendable {
        public enum Kind: Hashable, Sendable { case help, sources, zoom, overview, chooser }

        public var kind: Kind
        /// Rows scrolled down.
        public var scroll = 0
        /// The chosen line of a sheet that has lines to choose.
        public var line = 0
        /// The source to begin with, in the sheet of sources.
        public var source: Source?
    }

    /// A scene that opens on a panel; with `reducesMotion` each animation is a cut.
    public init(panel: Panel = .scale, reducesMotion: Bool = false) {
        self.panel = panel
        self.reducesMotion = reducesMotion
    }

    var exhibit: any Exhibit {
        get { exhibit(panel) }
        set { set(newValue, for: panel) }
    }

    func exhibit(_ panel: Panel) -> any Exhibit {
        switch panel {
        case .paradigms: paradigms
        case .pretraining: pretraining
        case .adaptation: adaptation
        case .scale: scale
        }
    }

    private mutating func set(_ exhibit: any Exhibit, for panel: Panel) {
        switch exhibit {
        case let exhibit as ParadigmsExhibit: paradigms = exhibit
        case let exhibit as PretrainingExhibit: pretraining = exhibit
        case let exhibit as AdaptationExhibit: adaptation = exhibit
        case let exhibit as ScaleExhibit: scale = exhibit
        default: break
        }
    }

    /// The chooser's answers, which belong to the panel of adaptation.
    var chooser: Chooser { adaptation.chooser }

    /// Whether something moves of itself: only then does the scene want ticks.
    public var isMoving: Bool { exhibit.isMoving }

    /// Changes the scene; what the program must do is returned.
    public mutating func apply(_ action: Action) -> [Effect] {
        switch action {
        case .command(let command): return perform(command)
        case .show(let panel): show(panel)
        case .slideTo(let fraction):
            if let position = exhibit.axis.position(nearest: fraction) { slide(to: position, glide: false) }
        case .choose(let row): choose(row)
        case .toggle(let line): toggle(line)
        case .openSource(let source): overlay = Overlay(kind: .sources, source: source)
        case .tick(let seconds):
            if seconds.isFinite, seconds > 0 { exhibit.advance(seconds: min(seconds, 1)) }
        case .resize(let size): self.size = size
        }
        if reducesMotion { exhibit.settle() }
        return []
    }

    /// Cuts every animation to its end.
    public mutating func settle() { exhibit.settle() }

    private mutating func perform(_ command: Command) -> [Effect] {
        switch command {
        case .quit: return [.quit]
        case .close: overlay = nil
        case .help: toggle(.help)
        case .sources: toggle(.sources)
        case .overview: toggle(.overview)
        case .chooser: if panel == .adaptation { toggle(.chooser) }
        case .zoom: enter()
        case .nextPanel: show(neighbour(1))
        case .previousPanel: show(neighbour(-1))
        case .pageUp: scrolled(by: -max(1, size.rows / 2))
        case .pageDown: scrolled(by: max(1, size.rows / 2))
        case .rowUp: move(by: -1)
        case .rowDown: move(by: 1)
        case .slideLeft, .slideRight, .slideFarLeft, .slideFarRight, .slideToStart, .slideToEnd: slide(command)
        case .step where overlay?.kind == .chooser: toggle(overlay?.line ?? 0)
        case .reset: reset()
        case .step, .play, .measure, .dataSet, .previousVariant, .nextVariant: exhibit.perform(command)
        }
        if reducesMotion { exhibit.settle() }
        return []
    }

    private mutating func show(_ panel: Panel) {
        exhibit.settle()
        self.panel = panel
        overlay = nil
        scroll = 0
    }

    private func neighbour(_ offset: Int) -> Panel {
        let all = Panel.allCases
        let index = all.firstIndex(of: panel) ?? 0
        return all[(index + offset + all.count) % all.count]
    }

    private mutating func toggle(_ kind: Overlay.Kind) {
        let line = kind == .overview ? Panel.allCases.firstIndex(of: panel) ?? 0 : 0
        overlay = overlay?.kind == kind ? nil : Overlay(kind: kind, line: line)
    }

    private mutating func enter() {
        switch overlay?.kind {
        case .chooser: toggle(overlay?.line ?? 0)
        case .overview: show(Panel.allCases[min(max(0, overlay?.line ?? 0), Panel.allCases.count - 1)])
        default: toggle(.zoom)
        }
    }

    private mutating func toggle(_ line: Int) {
        guard overlay?.kind == .chooser else { return }
        overlay?.line = min(max(0, line), Chooser.needs.count - 1)
        adaptation.chooser.toggle(overlay?.line ?? 0)
    }

    /// Up and down: a line in a sheet with lines, a scroll in a sheet of text, else a row of the panel.
    private mutating func move(by offset: Int) {
        switch overlay?.kind {
        case .help, .sources: scrolled(by: offset)
        case .chooser: chooseLine(by: offset, of: Chooser.needs.count)
        case .overview: chooseLine(by: offset, of: Panel.allCases.count)
        case .zoom: choose(exhibit.chosenRow + offset)
        case nil:
            if Layout(size).form == .picture { choose(exhibit.chosenRow + offset) } else { scrolled(by: offset) }
        }
    }

    private mutating func chooseLine(by offset: Int, of count: Int) {
        let line = overlay?.line ?? 0
        overlay?.line = min(max(0, line + offset), count - 1)
    }

    private mutating func choose(_ row: Int) {
        exhibit.chosenRow = min(max(0, row), max(0, exhibit.rowCount - 1))
        overlay?.scroll = 0
    }

    private mutating func scrolled(by rows: Int) {
        let limit = scrollLimit
        if let sheet = overlay {
            overlay?.scroll = min(max(0, sheet.scroll + rows), limit)
        } else {
            scroll = min(max(0, scroll + rows), limit)
        }
    }

    /// The last row that a sheet of this size can be scrolled to.
    private var scrollLimit: Int { max(0, sheetRows(size: size) - 1) }

    private mutating func slide(_ command: Command) {
        let axis = exhibit.axis
        let value = exhibit.slider.value
        switch command {
        case .slideLeft: slide(to: axis.position(after: value, by: -1), glide: false)
        case .slideRight: slide(to: axis.position(after: value, by: 1), glide: false)
        case .slideFarLeft: slide(to: axis.position(after: value, by: -6), glide: true)
        case .slideFarRight: slide(to: axis.position(after: value, by: 6), glide: true)
        case .slideToStart: slide(to: axis.positions.first ?? value, glide: true)
        default: slide(to: axis.positions.last ?? value, glide: true)
        }
    }

    private mutating func slide(to position: Double, glide: Bool) {
        let axis = exhibit.axis
        exhibit.slider.move(to: position, on: axis, glide: glide && !reducesMotion)
    }

    private mutating func reset() {
        set(fresh(panel), for: panel)
        scroll = 0
        overlay?.scroll = 0
    }

    private func fresh(_ panel: Panel) -> any Exhibit {
        switch panel {
        case .paradigms: ParadigmsExhibit()
        case .pretraining: PretrainingExhibit()
        case .adaptation: AdaptationExhibit()
        case .scale: ScaleExhibit()
        }
    }

    var textScroll: Int { scroll }
}
