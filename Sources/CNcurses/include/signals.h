// Which signals a full-screen program has to know of, and who handles them while the guard is up.
#ifndef CNCURSES_SIGNALS_H
#define CNCURSES_SIGNALS_H

#include <signal.h>
#include <stdbool.h>

/// Sends what asks something of the program to `request` and what a program cannot go on from to `crash`, on a stack of
/// their own; a broken connection is an error for whoever writes to it. What the parent lets us ignore stays ignored.
void signals_install(void (*request)(int), void (*crash)(int, siginfo_t *, void *));

/// Whoever handled the signals before does so again.
void signals_uninstall(void);

/// Who handled a signal before.
struct sigaction signals_earlier(int number);

/// Whether this signal would have ended the process if the guard had not been up.
bool signals_end(int number);

#endif
