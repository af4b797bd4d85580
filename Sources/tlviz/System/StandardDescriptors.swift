import Platform

/// Standard input, output and error.
enum StandardDescriptors {
    /// Opens nothing in place of each that the caller closed. Else the first file that the program opens would get its
    /// number, and whatever is printed would stand in that file.
    static func openClosed() {
        for descriptor in [STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO] where fcntl(descriptor, F_GETFD) < 0 {
            // The system gives the lowest free number, which is this one.
            _ = open("/dev/null", O_RDWR)
        }
    }

    /// Whether standard output is a pipe that nobody reads any more.
    static var isOutputAbandoned: Bool {
        var output = pollfd(fd: STDOUT_FILENO, events: 0, revents: 0)
        return poll(&output, 1, 0) == 1 && output.revents & Int16(POLLERR) != 0
    }
}
