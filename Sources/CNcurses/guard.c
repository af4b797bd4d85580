#define _GNU_SOURCE
#include "guard.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <termios.h>
#include <unistd.h>

// Signals that ask the program to end; the loop leaves by its usual way and then dies of the same signal.
static const int ending[] = {SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGUSR1, SIGUSR2, SIGALRM, SIGVTALRM, SIGXCPU};
// Signals that ask it for something else.
static const int asking[] = {SIGTSTP, SIGCONT, SIGWINCH};
// Signals of a program that cannot go on. Swift's traps are SIGILL on x86 and SIGTRAP on ARM.
static const int crashing[] = {SIGSEGV, SIGBUS, SIGILL, SIGTRAP, SIGFPE, SIGABRT, SIGSYS};

#define COUNT(list) (sizeof(list) / sizeof((list)[0]))
#define SIGNALS 65

static struct sigaction earlier[SIGNALS];
static bool handled[SIGNALS];
static struct termios found;
static char restore[1024];
static size_t restore_length;
static int signal_pipe[2] = {-1, -1};
static int real_error = -1, kept_error = -1;
static char handler_stack[65536];
static bool owns_stack;
// True while the terminal is not as it was found. Handlers on several threads race for it: one of them restores.
static atomic_bool dirty;
static atomic_int unanswered;

static void write_all(int file, const char *bytes, size_t length) {
    while (length > 0) {
        ssize_t written = write(file, bytes, length);
        if (written < 0 && errno == EINTR) continue;
        if (written <= 0) return;
        bytes += written;
        length -= (size_t)written;
    }
}

void guard_write(const char *bytes, size_t length) { write_all(STDOUT_FILENO, bytes, length); }

// MARK: Standard error

static int memory_file(void) {
#ifdef __linux__
    return memfd_create("standard error", MFD_CLOEXEC);
#else
    char name[] = "/tmp/standard-error-XXXXXX";
    int file = mkstemp(name);
    if (file >= 0) unlink(name);
    return file;
#endif
}

static void keep_error(void) {
    if (!isatty(STDERR_FILENO)) return;
    kept_error = memory_file();
    if (kept_error < 0) return;
    real_error = fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, 3);
    if (real_error < 0 || dup2(kept_error, STDERR_FILENO) < 0) {
        if (real_error >= 0) close(real_error);
        close(kept_error);
        real_error = kept_error = -1;
    }
}

// Only calls that are safe in a signal handler.
static void replay_error(void) {
    if (real_error < 0) return;
    char part[512];
    ssize_t length;
    dup2(real_error, STDERR_FILENO);
    lseek(kept_error, 0, SEEK_SET);
    while ((length = read(kept_error, part, sizeof part)) > 0) write_all(STDERR_FILENO, part, (size_t)length);
}

static void forget_error(void) {
    if (real_error >= 0) close(real_error);
    if (kept_error >= 0) close(kept_error);
    real_error = kept_error = -1;
}

// MARK: Handlers

static void restore_at_once(void) {
    if (!atomic_exchange(&dirty, false)) return;
    write_all(STDOUT_FILENO, restore, restore_length);
    // Mouse reports must not reach the shell. TCSAFLUSH would drop them too, but also wait for the terminal to take
    // what was written, and a crash must not wait.
    tcflush(STDIN_FILENO, TCIFLUSH);
    tcsetattr(STDIN_FILENO, TCSANOW, &found);
    replay_error();
}

static void die_of(int number) {
    struct sigaction standard;
    memset(&standard, 0, sizeof standard);
    standard.sa_handler = SIG_DFL;
    sigaction(number, &standard, NULL);
    // The signal is blocked while its handler runs; it strikes on return, with the registers of the crash.
    raise(number);
}

static void on_crash(int number, siginfo_t *information, void *context) {
    int error = errno;
    restore_at_once();
    struct sigaction before = earlier[number];
    // Swift's runtime prints its backtrace from the handler that it had installed.
    if (before.sa_flags & SA_SIGINFO) {
        before.sa_sigaction(number, information, context);
    } else if (before.sa_handler != SIG_DFL && before.sa_handler != SIG_IGN) {
        before.sa_handler(number);
    }
    errno = error;
    die_of(number);
}

static void on_request(int number) {
    int error = errno;
    unsigned char byte = (unsigned char)number;
    // The pipe does not block: where it is full, the loop has enough to wake up for.
    ssize_t written = write(signal_pipe[1], &byte, 1);
    (void)written;
    // A program that hangs must still give the terminal back to somebody who insists.
    if (guard_ends(number) && atomic_fetch_add(&unanswered, 1) >= 2) {
        restore_at_once();
        die_of(number);
    }
    errno = error;
}

bool guard_ends(int number) {
    for (size_t i = 0; i < COUNT(ending); i++) {
        if (ending[i] == number) return true;
    }
    return false;
}

static void handle(int number, struct sigaction action) {
    if (sigaction(number, NULL, &earlier[number]) != 0) return;
    // What the parent let us ignore (nohup) stays ignored.
    bool ignored = !(earlier[number].sa_flags & SA_SIGINFO) && earlier[number].sa_handler == SIG_IGN;
    if (ignored) return;
    handled[number] = sigaction(number, &action, NULL) == 0;
}

static void install(void) {
    struct sigaction action;
    memset(&action, 0, sizeof action);
    sigfillset(&action.sa_mask);
    action.sa_handler = on_request;
    action.sa_flags = SA_RESTART;
    for (size_t i = 0; i < COUNT(ending); i++) handle(ending[i], action);
    for (size_t i = 0; i < COUNT(asking); i++) handle(asking[i], action);

    sigemptyset(&action.sa_mask);
    action.sa_flags = SA_SIGINFO | SA_ONSTACK;
    action.sa_sigaction = on_crash;
    for (size_t i = 0; i < COUNT(crashing); i++) handle(crashing[i], action);

    // A connection that breaks is an error for whoever writes to it, not the end of the program.
    memset(&action, 0, sizeof action);
    action.sa_handler = SIG_IGN;
    handle(SIGPIPE, action);
}

static void uninstall(void) {
    for (int number = 1; number < SIGNALS; number++) {
        if (handled[number]) sigaction(number, &earlier[number], NULL);
        handled[number] = false;
    }
}

// A stack overflow leaves no room for a handler on the stack that overflowed.
static void prepare_stack(void) {
    stack_t stack;
    if (sigaltstack(NULL, &stack) != 0 || !(stack.ss_flags & SS_DISABLE)) return;
    stack.ss_sp = handler_stack;
    stack.ss_size = sizeof handler_stack;
    stack.ss_flags = 0;
    owns_stack = sigaltstack(&stack, NULL) == 0;
}

static void release_stack(void) {
    if (!owns_stack) return;
    stack_t stack;
    memset(&stack, 0, sizeof stack);
    stack.ss_flags = SS_DISABLE;
    sigaltstack(&stack, NULL);
    owns_stack = false;
}

// MARK: Up and down

static bool open_pipe(void) {
    if (pipe(signal_pipe) != 0) return false;
    for (int end = 0; end < 2; end++) {
        fcntl(signal_pipe[end], F_SETFL, O_NONBLOCK);
        fcntl(signal_pipe[end], F_SETFD, FD_CLOEXEC);
    }
    return true;
}

bool guard_raise(void) {
    static bool registered;
    if (tcgetattr(STDIN_FILENO, &found) != 0) return false;
    if (!open_pipe()) return false;
    if (!registered) registered = atexit(restore_at_once) == 0;
    restore_length = 0;
    atomic_store(&unanswered, 0);
    atomic_store(&dirty, true);
    keep_error();
    prepare_stack();
    install();
    return true;
}

bool guard_prepare(const char *text, size_t length) {
    if (length > sizeof restore) return false;
    memcpy(restore, text, length);
    restore_length = length;
    return true;
}

int guard_pipe(void) { return signal_pipe[0]; }

void guard_lower(void) {
    if (atomic_exchange(&dirty, false)) {
        tcsetattr(STDIN_FILENO, TCSANOW, &found);
        replay_error();
    }
    uninstall();
    release_stack();
    forget_error();
    for (int end = 0; end < 2; end++) {
        if (signal_pipe[end] >= 0) close(signal_pipe[end]);
        signal_pipe[end] = -1;
    }
}

void guard_stop(void) {
    struct sigaction standard, ours;
    memset(&standard, 0, sizeof standard);
    standard.sa_handler = SIG_DFL;
    if (sigaction(SIGTSTP, &standard, &ours) != 0) return;
    atomic_store(&dirty, false);
    raise(SIGTSTP);
    atomic_store(&dirty, true);
    sigaction(SIGTSTP, &ours, NULL);
}
