import CNcurses

/// The character locale to use, and how it was found.
public struct LocaleChoice: Hashable, Sendable {
    /// The name for `setlocale`.
    public var name: String
    /// Whether the terminal is written to in UTF-8; otherwise only in ASCII.
    public var isUTF8: Bool
    /// A sentence for the person.
    public var reason: String

    /// Chooses by the rules: what the environment names; where it names nothing, or what this machine lacks, C.UTF-8.
    ///
    /// - Parameters:
    ///   - requested: The variable that names the locale and its value.
    ///   - codeset: Sets a locale and returns its codeset, or nil where the machine lacks it.
    static func choose(
        requested: (variable: String, name: String)?, codeset: (String) -> String?
    ) -> LocaleChoice {
        guard let requested else { return fallback("no locale is set", codeset) }
        let told = "\(requested.variable)=\(requested.name)"
        if requested.name == "C" || requested.name == "POSIX" {
            _ = codeset("C")
            return LocaleChoice(name: "C", isUTF8: false, reason: "\(told) asks for ASCII")
        }
        if let found = codeset(requested.name) {
            guard isUTF8(found) else {
                return LocaleChoice(
                    name: requested.name, isUTF8: false, reason: "\(told) has the codeset \(found), not UTF-8")
            }
            return LocaleChoice(name: requested.name, isUTF8: true, reason: told)
        }
        if let named = statedCodeset(requested.name), !isUTF8(named) {
            _ = codeset("C")
            return LocaleChoice(
                name: "C", isUTF8: false, reason: "\(told) is not installed and its codeset is not UTF-8")
        }
        return fallback("\(told) is not installed", codeset)
    }

    private static func fallback(_ why: String, _ codeset: (String) -> String?) -> LocaleChoice {
        for name in ["C.UTF-8", "C.utf8", "en_US.UTF-8"] {
            if let found = codeset(name), isUTF8(found) {
                return LocaleChoice(name: name, isUTF8: true, reason: "\(why), so \(name)")
            }
        }
        _ = codeset("C")
        return LocaleChoice(name: "C", isUTF8: false, reason: "\(why), and no UTF-8 locale is installed")
    }

    private static func isUTF8(_ codeset: String) -> Bool {
        codeset.uppercased().filter { $0 != "-" } == "UTF8"
    }

    /// The codeset that a locale's name states, as in `de_DE.ISO-8859-1@euro`.
    private static func statedCodeset(_ name: String) -> String? {
        guard let dot = name.firstIndex(of: ".") else { return nil }
        return String(name[name.index(after: dot)...].prefix { $0 != "@" })
    }

    /// Sets the locale of this process and returns its codeset.
    static func set(_ name: String) -> String? {
        guard locale_set(name) else { return nil }
        // The text belongs to the C library and is copied before the next call could change it.
        guard let codeset = locale_codeset() else { return nil }
        return String(cString: codeset)
    }
}
