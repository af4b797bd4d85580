extension Scene: Equatable {
    public static func == (first: Scene, second: Scene) -> Bool {
        first.panels == second.panels && first.shown == second.shown && first.sheets == second.sheets
            && first.textScroll == second.textScroll && first.size == second.size && first.isLarge == second.isLarge
            && first.chooser == second.chooser
            && first.isDraggingSlider == second.isDraggingSlider && first.questions == second.questions
            && first.reducesMotion == second.reducesMotion && first.walk == second.walk
            && first.progress == second.progress && first.guessing == second.guessing
            && first.announcement == second.announcement
            && first.panels.allSatisfy { first.exhibit(of: $0).isEqual(to: second.exhibit(of: $0)) }
    }
}
