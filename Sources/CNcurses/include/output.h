// What goes to the terminal, and whether it takes it. All of it is safe in a signal handler.
#ifndef CNCURSES_OUTPUT_H
#define CNCURSES_OUTPUT_H

#include <stdbool.h>
#include <stddef.h>

/// Writes bytes to the terminal; gives up where the terminal is gone.
void output_write(const char *bytes, size_t length);

/// Whether the terminal takes more output, waiting so many milliseconds for it.
bool output_has_room(int patience);

/// Makes room on a terminal that reads no more: what it has not read is dropped, and a sequence that was cut by that is
/// cancelled.
void output_make_room(void);

/// Lets what is written go nowhere where the terminal takes nothing: whoever waits in a write goes on.
void output_divert(void);

/// Lets what is written go to the terminal again.
void output_return(void);

/// Makes writing to the terminal wait where somebody has made it fail instead: ncurses would try again and again.
void output_block(void);

/// Lets writing fail again where it did before.
void output_unblock(void);

#endif
