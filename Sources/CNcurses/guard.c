#define _GNU_SOURCE
#include "guard.h"

#include "job.h"
#include "kept_error.h"
#include "output.h"
#include "signals.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <termios.h>
#include <time.h>
#include <unistd.h>

static struct termios found;
static char restore[1024];
static size_t restore_length;
static int signal_pipe[2] = {-1, -1};
// True while the terminal is not as it was found. Handlers on several threads race for it: one of them restores.
static atomic_bool dirty;
// Requests to end since the loop last took one, the first of them, and since when the loop has time to take
// it, in milliseconds of the monotonic clock.
static atomic_int unanswered;
static atomic_int first_request;
static atomic_llong first_moment;
// Whether a loop that does not take the request has been helped along.
static atomic_bool looked_after;
// True while the process is stopped, or about to be.
static atomic_bool stopping;
// Until when an answer of the terminal may come, in milliseconds of the monotonic clock; 0 where none is due.
static atomic_llong answer_due;

// Seconds until a loop that does not take a request to end is looked after: it may wait for a terminal that reads no
// more; and until it counts as hung after that.
#define BUSY 1
#define HUNG 2
// Milliseconds that the loop has to take a request to end, however often it is repeated: what is trained is saved in them.
#define PATIENCE 500

static long long milliseconds(void) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return now.tv_sec * 1000LL + now.tv_nsec / 1000000;
}

// MARK: Handlers

// Takes in what the terminal was asked for and has not answered yet: the shell would read it as typed. The answer that
// ends the wait is `ESC [ ? … c`.
static void take_answers(void) {
    static const char *const opening = "\033[?";
    int matched = 0;
    for (long long rest; (rest = atomic_load(&answer_due) - milliseconds()) > 0;) {
        struct pollfd input = {.fd = STDIN_FILENO, .events = POLLIN};
        int ready = poll(&input, 1, (int)rest);
        if (ready < 0 && errno == EINTR) continue;
        char byte;
        if (ready <= 0 || read(STDIN_FILENO, &byte, 1) != 1) return;
        if (matched == 3 && byte == 'c') return;
        if (matched == 3 && ((byte >= '0' && byte <= '9') || byte == ';')) continue;
        matched = matched < 3 && byte == opening[matched] ? matched + 1 : byte == '\033';
    }
}

static void restore_at_once(void) {
    if (!atomic_exchange(&dirty, false)) return;
    sigset_t before = job_block_stop();
    output_return();
    output_make_room();
    output_write(restore, restore_length);
    // In the background the terminal's state, and what is typed, are somebody else's.
    if (job_is_foreground()) {
        take_answers();
        // Mouse reports must not reach the shell. TCSAFLUSH would drop them too, but also wait for the terminal to
        // take what was written, and a crash must not wait.
        tcflush(STDIN_FILENO, TCIFLUSH);
        tcsetattr(STDIN_FILENO, TCSANOW, &found);
    }
    output_unblock();
    kept_error_replay();
    pthread_sigmask(SIG_SETMASK, &before, NULL);
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
    struct sigaction before = signals_earlier(number);
    // Swift's runtime prints its backtrace from the handler that it had installed.
    if (before.sa_flags & SA_SIGINFO) {
        before.sa_sigaction(number, information, context);
    } else if (before.sa_handler != SIG_DFL && before.sa_handler != SIG_IGN) {
        before.sa_handler(number);
    }
    errno = error;
    die_of(number);
}

static void ignore_stops(void) {
    signal(SIGTSTP, SIG_IGN);
    signal(SIGTTOU, SIG_IGN);
}

static void on_request(int number) {
    int error = errno;
    unsigned char byte = (unsigned char)number;
    // The pipe does not block: where it is full, the loop has enough to wake up for.
    ssize_t written = write(signal_pipe[1], &byte, 1);
    (void)written;
    if (signals_end(number)) {
        int before = atomic_fetch_add(&unanswered, 1);
        if (before == 0) {
            atomic_store(&first_request, number);
            atomic_store(&first_moment, milliseconds());
            alarm(BUSY);
        }
        // Whoever is asked to end is not stopped any more.
        if (atomic_load(&stopping)) ignore_stops();
        // A program that hangs must still give the terminal back: to somebody who insists, or after a while. It is helped
        // first where all that it waits for is a terminal that reads no more.
        bool insists = before >= 2 && milliseconds() - atomic_load(&first_moment) >= PATIENCE;
        bool is_late = before > 0 && number == SIGALRM;
        if (insists || is_late) {
            if (atomic_exchange(&looked_after, true)) {
                restore_at_once();
                die_of(atomic_load(&first_request));
            }
            output_divert();
            atomic_store(&first_moment, milliseconds());
            alarm(HUNG);
        }
    }
    errno = error;
}

void guard_answer(void) {
    alarm(0);
    atomic_store(&unanswered, 0);
    atomic_store(&looked_after, false);
}

bool guard_is_asked(void) { return atomic_load(&unanswered) > 0; }

void guard_expect(long long due) { atomic_store(&answer_due, due); }

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
    atomic_store(&looked_after, false);
    atomic_store(&answer_due, 0);
    atomic_store(&stopping, false);
    atomic_store(&dirty, true);
    kept_error_begin();
    signals_install(on_request, on_crash);
    job_begin();
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
        sigset_t before = job_block_stop();
        if (job_is_foreground()) tcsetattr(STDIN_FILENO, TCSANOW, &found);
        pthread_sigmask(SIG_SETMASK, &before, NULL);
    }
    kept_error_replay();
    guard_answer();
    job_end();
    output_unblock();
    signals_uninstall();
    kept_error_end();
    for (int end = 0; end < 2; end++) {
        if (signal_pipe[end] >= 0) close(signal_pipe[end]);
        signal_pipe[end] = -1;
    }
}

void guard_restore(void) {
    atomic_store(&answer_due, 0);
    restore_at_once();
}

enum job_place guard_stop(void) {
    struct sigaction standard, stop, output;
    memset(&standard, 0, sizeof standard);
    standard.sa_handler = SIG_DFL;
    sigaction(SIGTTOU, NULL, &output);
    if (sigaction(SIGTSTP, &standard, &stop) != 0) return JOB_LOST;
    atomic_store(&dirty, false);
    output_unblock();
    atomic_store(&stopping, true);
    // A request to end that came before stops nothing; one that comes later lets no stop happen.
    if (atomic_load(&unanswered) > 0) ignore_stops();
    raise(SIGTSTP);
    enum job_place place = job_await_foreground();
    atomic_store(&stopping, false);
    sigaction(SIGTSTP, &stop, NULL);
    sigaction(SIGTTOU, &output, NULL);
    atomic_store(&dirty, place == JOB_FOREGROUND);
    return place;
}
