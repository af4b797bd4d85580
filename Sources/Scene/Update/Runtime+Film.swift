import Cells

extension Runtime {
    /// What is seen while the scene moves by itself, a picture every third of a second, for at most so many seconds; its
    /// last picture stands a while.
    public mutating func film(size: Size, seconds: Double) -> Film {
        var film = Film(picture(size: size).canvas, seconds: Runtime.secondsOfPicture)
        var rest = min(max(0, seconds), Runtime.longestFilm)
        while rest > Runtime.secondsOfPicture, scene.isMoving {
            for _ in 0..<Runtime.framesOfPicture { apply(.tick(seconds: Runtime.secondsOfFrame)) }
            film.append(picture(size: size).canvas, seconds: Runtime.secondsOfPicture)
            rest -= Runtime.secondsOfPicture
        }
        film.append(picture(size: size).canvas, seconds: Runtime.secondsAtEnd)
        return film
    }

    private static let framesOfPicture = 10
    private static let secondsOfPicture = Double(framesOfPicture) * secondsOfFrame
    private static let secondsAtEnd = 3.0
    private static let longestFilm = 600.0
}
