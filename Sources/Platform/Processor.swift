/// The machine's processors, as the system tells.
public enum Processor {
    /// Processors that are online, 1 or more.
    public static var count: Int { max(sysconf(Int32(_SC_NPROCESSORS_ONLN)), 1) }

    /// The name of the first one, or `unknown`.
    public static var name: String {
        #if canImport(Darwin)
            var name = [CChar](repeating: 0, count: 256)
            var size = name.count
            let isKnown = sysctlbyname("machdep.cpu.brand_string", &name, &size, nil, 0) == 0
            return isKnown ? text(name) : "unknown"
        #else
            guard let file = fopen("/proc/cpuinfo", "r") else { return "unknown" }
            defer { fclose(file) }
            var line = [CChar](repeating: 0, count: 1024)
            while fgets(&line, Int32(line.count), file) != nil {
                let text = text(line)
                guard text.hasPrefix("model name"), let colon = text.firstIndex(of: ":") else { continue }
                return text[text.index(after: colon)...].split(whereSeparator: \.isWhitespace).joined(separator: " ")
            }
            return "unknown"
        #endif
    }

    private static func text(_ characters: [CChar]) -> String {
        String(decoding: characters.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
    }
}
