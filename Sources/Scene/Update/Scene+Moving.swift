/// Rows and knobs.
extension Scene {
    mutating func choose(_ command: Command) {
        guard var listing = exhibit.withRows, let row = row(after: command, in: listing) else { return }
        listing.chosenRow = row
        exhibit = listing
        tellOfMove()
    }

    mutating func slide(_ command: Command) {
        guard var sliding = exhibit.withSlider, let position = position(after: command, on: sliding) else { return }
        sliding.slider.move(to: position, on: sliding.axis, glide: command.glides && !reducesMotion)
        exhibit = sliding
        tellOfMove()
    }
}
