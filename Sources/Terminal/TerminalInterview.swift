import CNcurses
import Platform

/// Asks a terminal without a full screen, on a line of the shell's.
enum TerminalInterview {
    /// The answers, and whether a signal asks the process to end; nil where there is nobody to ask.
    static func answers(_ capabilities: Capabilities) -> (TerminalAnswers?, Ending) {
        // Only a terminal that is this process's in both directions, so that nothing is stopped or left unread.
        guard capabilities.terminal.speaksXterm, isatty(STDIN_FILENO) == 1, isatty(STDOUT_FILENO) == 1,
            job_is_foreground(), output_has_room(0), guard_raise()
        else { return (nil, .ended) }
        defer { guard_lower() }
        var state = termios()
        guard tcgetattr(STDIN_FILENO, &state) == 0 else { return (nil, .ended) }
        state.c_lflag &= ~tcflag_t(ICANON | ECHO)
        guard tcsetattr(STDIN_FILENO, TCSANOW, &state) == 0 else { return (nil, .ended) }
        let isUTF8 = capabilities.locale.isUTF8
        TerminalModes.write(
            TerminalQuestion.background + (isUTF8 ? TerminalQuestion.widthOnLine : "") + TerminalQuestion.attributes)
        return wait()
    }

    /// Takes answers until the last has come, or the patience is at its end; a signal does not end the wait.
    private static func wait() -> (TerminalAnswers, Ending) {
        var answers = TerminalAnswers()
        var ending = Ending.ended
        var decoder = InputDecoder()
        let clock = ContinuousClock()
        let deadline = clock.now + .milliseconds(Int64(Questions.patience))
        while clock.now < deadline {
            let rest = (deadline - clock.now) / Duration.milliseconds(1)
            let ready = Poll.wait([STDIN_FILENO, guard_pipe()], milliseconds: Int32(rest.rounded(.up)))
            if ready[1], let number = (Poll.read(guard_pipe()) ?? []).map(Int32.init).first(where: signals_end) {
                guard_answer()
                ending = .signal(number)
            }
            guard ready[0] else { continue }
            guard let bytes = Poll.read(STDIN_FILENO) else { return (answers, .signal(SIGHUP)) }
            for event in decoder.feed(bytes) {
                switch event {
                case .background(let color): answers.background = color
                case .cursor(let position): answers.isWide = TerminalQuestion.isWide(position)
                case .attributes: return (answers, ending)
                default: continue
                }
            }
        }
        return (answers, ending)
    }
}
