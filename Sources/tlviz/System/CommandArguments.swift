import TinyLM

/// The words of the command line behind the program's name.
enum CommandArguments {
    /// As they were given, of any bytes (`FileName`); the standard library's own would lose what is not UTF-8.
    static var all: [String] {
        (1..<max(CommandLine.argc, 1)).compactMap { index in
            CommandLine.unsafeArgv[Int(index)].map { word in
                var bytes: [UInt8] = []
                var place = word
                while place.pointee != 0 {
                    bytes.append(UInt8(bitPattern: place.pointee))
                    place += 1
                }
                return FileName.text(bytes)
            }
        }
    }

    /// The options whose next word is a file, whatever it begins with.
    private static let fileOptions: Set = ["--corpus", "--validation"]

    /// The words as the parser takes them: a file whose name begins with a dash would be an option to it.
    static func protectingFiles(_ words: [String]) -> [String] {
        words.indices.map { index in
            guard index > 0, fileOptions.contains(words[index - 1]), words[index].hasPrefix("-") else {
                return words[index]
            }
            return "./" + words[index]
        }
    }
}
