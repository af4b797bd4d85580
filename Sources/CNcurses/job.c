#define _GNU_SOURCE
#include "job.h"

#include "guard.h"

#include <errno.h>
#include <signal.h>
#include <termios.h>
#include <unistd.h>

#ifdef __linux__
#include <sys/prctl.h>
#endif

// The terminal was this process's to control at the start.
static bool controls;
static pid_t parent;

// Lets the end of the parent be told, which may be the shell that a stopped program would wait for in vain. SIGCONT
// means no harm where it is only a thread of the parent that ended.
static void watch_parent(int number) {
#ifdef __linux__
    prctl(PR_SET_PDEATHSIG, number);
#else
    (void)number;
#endif
}

void job_begin(void) {
    controls = tcgetpgrp(STDIN_FILENO) >= 0;
    parent = getppid();
    watch_parent(SIGCONT);
}

void job_end(void) { watch_parent(0); }

void job_send(int number) {
    // What a key of the terminal's own sends goes to everybody in the foreground.
    if (tcgetpgrp(STDIN_FILENO) == getpgrp()) {
        kill(0, number);
    } else {
        kill(getpid(), number);
    }
}

bool job_is_orphan(void) { return getppid() != parent; }

bool job_is_foreground(void) {
    pid_t group = tcgetpgrp(STDIN_FILENO);
    return group < 0 ? !controls : group == getpgrp();
}

sigset_t job_block_stop(void) {
    sigset_t output, before;
    sigemptyset(&output);
    sigaddset(&output, SIGTTOU);
    pthread_sigmask(SIG_BLOCK, &output, &before);
    return before;
}

enum job_place job_await_foreground(void) {
    while (!guard_is_asked()) {
        struct termios now;
        if (tcgetattr(STDIN_FILENO, &now) != 0) return JOB_LOST;
        // Changes nothing, but the kernel stops a process for it that is in the background, as it should be stopped;
        // refuses it to one that nobody could call back; and lets a signal that goes on or ends come between.
        if (tcsetattr(STDIN_FILENO, TCSANOW, &now) == 0) return job_is_foreground() ? JOB_FOREGROUND : JOB_LOST;
        if (errno != EINTR) return JOB_LOST;
    }
    return JOB_ENDING;
}
