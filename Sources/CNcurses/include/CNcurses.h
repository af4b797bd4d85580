// What Swift sees of ncurses and of the C library.
//
// Swift imports neither the macros nor the writable globals of curses.h, and may not run code in a signal handler:
// whatever needs one of these stands behind a function here. <term.h> is never included in a header, as its macros
// give names such as `columns` to everything that follows.
#ifndef CNCURSES_H
#define CNCURSES_H

#ifndef NCURSES_WIDECHAR
#define NCURSES_WIDECHAR 1
#endif
#include <curses.h>

#include "guard.h"
#include "job.h"
#include "kept_error.h"
#include "output.h"
#include "screen.h"
#include "terminfo.h"

#endif
