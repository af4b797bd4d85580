/// The tour that the program carries, as its file is written.
public enum TourText {
    /// The file's place in the repository.
    public static let file = "Assets/words/tour.txt"

    /// All of it.
    public static var carried: String {
        let bytes = AssetBytes(name: "tour")
        return bytes.text(0..<bytes.count)
    }
}
