// Gives the terminal back as it was found, whichever way the process ends.
//
// While the guard is up:
// - a signal that asks something of the program (end, stop, go on, resize) becomes a byte in a pipe, the signal's
//   number; where the loop takes no request to end for a second, or somebody insists with a third one, it need not wait
//   for the terminal any more; where it still takes none, the terminal is given back as after a crash;
// - a signal of a crash, and exit(), write a restore string that was prepared before, set the terminal's old state,
//   print what standard error would have said, and go on to whatever handler was there before.
#ifndef CNCURSES_GUARD_H
#define CNCURSES_GUARD_H

#include <stdbool.h>
#include <stddef.h>

#include "job.h"
#include "signals.h"

/// Puts the guard up; false where a pipe or the terminal's state cannot be had. Call it in the foreground, before
/// opening the screen.
bool guard_raise(void);

/// What a crash writes to the terminal; call it once the terminal is known. At most 1024 bytes; more are refused.
bool guard_prepare(const char *restore, size_t length);

/// The reading end of the pipe of signals. It has a byte too when the parent process ends: that of SIGCONT.
int guard_pipe(void);

/// Whether a request to end came that the loop has not taken yet.
bool guard_is_asked(void);

/// Says that the loop has taken the request to end: while none is left unanswered for long, it does not hang.
void guard_answer(void);

/// Until when an answer of the terminal may come, in milliseconds of the monotonic clock; 0 where none is due.
void guard_expect(long long due);

/// Takes the guard down: old handlers, old terminal state, and standard error with what it kept. The screen must be
/// closed before.
void guard_lower(void);

/// Gives the terminal back as a crash would: for where ncurses cannot, as the terminal reads no more, or is not this
/// process's any more.
void guard_restore(void);

/// Stops the process as Control-Z does without a handler; returns when it goes on and may have the terminal again, or
/// never will. The screen must have been left before.
enum job_place guard_stop(void);

#endif
