#define _GNU_SOURCE
#include "signals.h"

#include <string.h>

// Signals that ask the program to end, or end it where nobody handles them; the loop leaves by its usual way and then
// dies of the same signal. The real-time signals belong to them too.
static const int ending[] = {
    SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGUSR1, SIGUSR2, SIGALRM, SIGVTALRM, SIGPROF, SIGXCPU, SIGXFSZ, SIGIO,
#ifdef SIGPWR
    SIGPWR,
#endif
#ifdef SIGSTKFLT
    SIGSTKFLT,
#endif
#ifdef SIGEMT
    SIGEMT,
#endif
};
// Signals that ask it for something else.
static const int asking[] = {SIGTSTP, SIGCONT, SIGWINCH};
// Signals of a program that cannot go on. Swift's traps are SIGILL on x86 and SIGTRAP on ARM.
static const int crashing[] = {SIGSEGV, SIGBUS, SIGILL, SIGTRAP, SIGFPE, SIGABRT, SIGSYS};

#define COUNT(list) (sizeof(list) / sizeof((list)[0]))
#define SIGNALS 65

static struct sigaction earlier[SIGNALS];
static bool handled[SIGNALS];
static char handler_stack[65536];
static bool owns_stack;

bool signals_end(int number) {
#ifdef SIGRTMIN
    if (number >= SIGRTMIN && number <= SIGRTMAX) return true;
#endif
    for (size_t i = 0; i < COUNT(ending); i++) {
        if (ending[i] == number) return true;
    }
    return false;
}

struct sigaction signals_earlier(int number) { return earlier[number]; }

static void handle(int number, struct sigaction action, bool is_crash) {
    if (sigaction(number, NULL, &earlier[number]) != 0) return;
    // What the parent let us ignore (nohup) stays ignored, and a signal that somebody in this process waits for, such
    // as a profiler's, stays theirs; only of a crash both want to know.
    bool is_standard = !(earlier[number].sa_flags & SA_SIGINFO) && earlier[number].sa_handler == SIG_DFL;
    bool is_ignored = !(earlier[number].sa_flags & SA_SIGINFO) && earlier[number].sa_handler == SIG_IGN;
    if (is_ignored || (!is_standard && !is_crash)) return;
    handled[number] = sigaction(number, &action, NULL) == 0;
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

void signals_install(void (*request)(int), void (*crash)(int, siginfo_t *, void *)) {
    prepare_stack();
    struct sigaction action;
    memset(&action, 0, sizeof action);
    sigfillset(&action.sa_mask);
    action.sa_handler = request;
    // Without SA_RESTART, as a call that the kernel would begin again can stop the process again.
    action.sa_flags = 0;
    for (size_t i = 0; i < COUNT(ending); i++) handle(ending[i], action, false);
#ifdef SIGRTMIN
    for (int number = SIGRTMIN; number <= SIGRTMAX; number++) handle(number, action, false);
#endif
    for (size_t i = 0; i < COUNT(asking); i++) handle(asking[i], action, false);

    sigemptyset(&action.sa_mask);
    action.sa_flags = SA_SIGINFO | SA_ONSTACK;
    action.sa_sigaction = crash;
    for (size_t i = 0; i < COUNT(crashing); i++) handle(crashing[i], action, true);

    // A connection that breaks is an error for whoever writes to it, not the end of the program.
    memset(&action, 0, sizeof action);
    action.sa_handler = SIG_IGN;
    handle(SIGPIPE, action, true);
}

void signals_uninstall(void) {
    for (int number = 1; number < SIGNALS; number++) {
        if (handled[number]) sigaction(number, &earlier[number], NULL);
        handled[number] = false;
    }
    release_stack();
}
