import TinyLM

extension String {
    /// The text with a `?` for each control character, so that text that came from elsewhere moves nothing on a terminal;
    /// line breaks and tabs stay where they are wanted.
    func withoutControls(keeping kept: Set<Unicode.Scalar> = []) -> String {
        var result = String.UnicodeScalarView()
        for scalar in unicodeScalars {
            let isControl = scalar.value < 0x20 || (0x7F..<0xA0).contains(scalar.value)
            if let byte = FileName.shown(scalar) {
                result.append(contentsOf: byte.unicodeScalars)
            } else {
                result.append(isControl && !kept.contains(scalar) ? "?" : scalar)
            }
        }
        return String(result)
    }

    var withoutControls: String { withoutControls() }
}
