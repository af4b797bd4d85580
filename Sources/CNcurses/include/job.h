// Where the process stands with its terminal and its shell.
#ifndef CNCURSES_JOB_H
#define CNCURSES_JOB_H

#include <signal.h>
#include <stdbool.h>

enum job_place {
    /// The terminal is this process's.
    JOB_FOREGROUND,
    /// A request to end came before the terminal was.
    JOB_ENDING,
    /// It never will be: it is gone, or nobody could call this process to the foreground.
    JOB_LOST,
};

/// Notes whose process this is, and lets SIGCONT tell when that one ends.
void job_begin(void);
void job_end(void);

/// Waits, stopped as job control has it, until this process may have its terminal.
enum job_place job_await_foreground(void);

/// Whether the terminal is this process's now, or nobody's.
bool job_is_foreground(void);

/// Whether the process that started this one is gone.
bool job_is_orphan(void);

/// Lets nothing stop the thread for touching the terminal in the background; returns the mask to set again.
sigset_t job_block_stop(void);

/// Sends a signal as the terminal does for a key: to all in the foreground.
void job_send(int number);

#endif
