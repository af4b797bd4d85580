/// The machine's memory, as the system tells.
public enum Memory {
    /// In bytes; 0 where the system does not tell.
    public static var size: Double {
        max(Double(sysconf(Int32(_SC_PHYS_PAGES))), 0) * max(Double(sysconf(Int32(_SC_PAGESIZE))), 0)
    }
}
