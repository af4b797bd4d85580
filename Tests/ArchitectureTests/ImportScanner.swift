import Foundation

/// An import declaration as it stands in a source.
struct ImportDeclaration: Hashable {
    var module: String
    /// Such as `@_exported` or `@testable`.
    var attributes: [String]

    /// Every import of a text, whatever stands around it: attributes, access levels, one declaration of the module only
    /// (`import struct Foundation.Date`), several on a line, or inside of `#if`.
    static func all(in text: String) throws -> [ImportDeclaration] {
        let declaration = try Regex<(Substring, Substring, Substring)>(
            #"(?m)(?:^|;)[ \t]*((?:@\w+(?:\([^)]*\))?\s+)*)(?:(?:open|public|package|internal|fileprivate|private)\s+)?"#
                + #"import\s+(?:(?:typealias|struct|class|enum|protocol|actor|let|var|func)\s+)?`?([A-Za-z_]\w*)"#)
        return withoutComments(text).matches(of: declaration).map { match in
            ImportDeclaration(
                module: String(match.output.2),
                attributes: match.output.1.split(whereSeparator: \.isWhitespace).map(String.init))
        }
    }

    /// The text with a space for each comment; comments inside of comments end together.
    static func withoutComments(_ text: String) -> String {
        text.replacing(/\/\/[^\n]*/, with: " ").replacing(/(?s)\/\*.*?\*\//, with: " ")
    }
}
