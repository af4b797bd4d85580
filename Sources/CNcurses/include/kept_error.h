// Standard error while the screen is open: where it is the terminal, it goes to memory, so that it neither spoils the
// picture nor gets lost with the alternate screen.
#ifndef CNCURSES_KEPT_ERROR_H
#define CNCURSES_KEPT_ERROR_H

void kept_error_begin(void);

/// Writes what was kept to the terminal, once. Safe in a signal handler.
void kept_error_replay(void);
void kept_error_end(void);

#endif
