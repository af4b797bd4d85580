import Platform

/// The environment variables that say something about the terminal; an empty one counts as unset.
public struct TerminalEnvironment: Hashable, Sendable {
    public var term: String?
    public var colorTerm: String?
    public var noColor: String?
    public var colorFgBg: String?
    /// `LC_ALL`, `LC_CTYPE` or `LANG`: the first that is set names the character locale.
    public var locale: (variable: String, name: String)? {
        get { localeVariable.flatMap { variable in localeName.map { (variable, $0) } } }
        set {
            localeVariable = newValue?.variable
            localeName = newValue?.name
        }
    }

    private var localeVariable: String?
    private var localeName: String?

    public init() {}

    /// The environment of this process.
    public static var current: TerminalEnvironment {
        var environment = TerminalEnvironment()
        environment.term = variable("TERM")
        environment.colorTerm = variable("COLORTERM")
        environment.noColor = variable("NO_COLOR")
        environment.colorFgBg = variable("COLORFGBG")
        for name in ["LC_ALL", "LC_CTYPE", "LANG"] where environment.locale == nil {
            environment.locale = variable(name).map { (name, $0) }
        }
        return environment
    }

    private static func variable(_ name: String) -> String? {
        // The text belongs to the environment, which this process never changes; it is copied at once.
        guard let text = getenv(name) else { return nil }
        let value = String(cString: text)
        return value.isEmpty ? nil : value
    }
}
