// Gives the terminal back as it was found, whichever way the process ends.
//
// While the guard is up:
// - a signal that asks something of the program (end, stop, go on, resize) becomes a byte in a pipe, the signal's
//   number, and nothing else;
// - a signal of a crash, and exit(), write a restore string that was prepared before, set the terminal's old state,
//   print what standard error would have said, and go on to whatever handler was there before;
// - standard error, where it is the terminal, goes to memory, so that it neither spoils the picture nor gets lost
//   with the alternate screen.
#ifndef CNCURSES_GUARD_H
#define CNCURSES_GUARD_H

#include <stdbool.h>
#include <stddef.h>

/// Puts the guard up; false where a pipe or the terminal's state cannot be had. Call it before opening the screen.
bool guard_raise(void);

/// What a crash writes to the terminal; call it once the terminal is known. At most 1024 bytes; more are refused.
bool guard_prepare(const char *restore, size_t length);

/// The reading end of the pipe of signals.
int guard_pipe(void);

/// Takes the guard down: old handlers, old terminal state, and standard error with what it kept. The screen must be
/// closed before.
void guard_lower(void);

/// Stops the process as Control-Z does without a handler; returns when it goes on.
void guard_stop(void);

/// Whether this signal would have ended the process if the guard had not been up.
bool guard_ends(int number);

/// Writes bytes to the terminal; gives up where the terminal is gone.
void guard_write(const char *bytes, size_t length);

#endif
