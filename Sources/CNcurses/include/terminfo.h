// Terminfo entries, read without opening a screen.
#ifndef CNCURSES_TERMINFO_H
#define CNCURSES_TERMINFO_H

#include <stdbool.h>

/// Loads an entry by name; false where there is none. One is open at a time, and none while a screen is.
bool terminfo_open(const char *term);
void terminfo_close(void);

/// A capability of the open entry by its terminfo name.
bool terminfo_flag(const char *name);
/// -1 where it is missing.
int terminfo_number(const char *name);
/// NULL where it is missing. The text lives as long as the entry.
const char *terminfo_string(const char *name);

/// Writes a string capability as it goes to the terminal, without padding marks, into `buffer`; returns its length,
/// or 0 where it is missing or does not fit.
int terminfo_expand(const char *name, char *buffer, int capacity);

/// The width in cells that the C library gives a character in the current locale, -1 for unprintable ones.
int locale_width(unsigned int scalar);

/// Sets the character locale ("" names the environment's); false where the machine lacks it.
bool locale_set(const char *name);
/// The codeset of the current character locale, such as "UTF-8".
const char *locale_codeset(void);

#endif
