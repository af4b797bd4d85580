import Platform

/// What the environment asks of the program.
enum Environment {
    static func value(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }

    /// https://no-color.org: set and not empty.
    static var forbidsColor: Bool { !(value("NO_COLOR") ?? "").isEmpty }

    static var reducesMotion: Bool { !["", "0"].contains(value("TLVIZ_REDUCE_MOTION") ?? "") }
}
