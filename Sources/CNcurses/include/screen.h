// The ncurses screen: what Swift cannot reach by itself.
#ifndef CNCURSES_SCREEN_H
#define CNCURSES_SCREEN_H

#include <stdbool.h>
#include <stdint.h>
#include <stddef.h>

/// Opens ncurses on standard input and output with a terminfo entry; false where ncurses refuses it.
/// Unlike initscr it never ends the process.
bool screen_open(const char *term);

/// Closes what `screen_open` opened and frees it.
void screen_close(void);

/// Frees what `screen_open` opened and leaves the terminal alone.
void screen_discard(void);

/// The size of the open screen in cells.
int screen_columns(void);
int screen_rows(void);

/// Asks for the terminal's size and makes the screen that large, within reason; false where the size stayed as it was.
bool screen_fit(void);

/// Starts colours; returns how many the terminal has, 0 for none.
int screen_start_color(void);

/// Whether -1 stands for the terminal's own foreground and background.
bool screen_has_default_colors(void);

/// Puts a run of cells on the screen. `cells` holds `count` cells; what would go past the row's end is cut.
void screen_put(int row, int column, const cchar_t *cells, int count);

/// Makes one cell of a spacing character and its marks, 0 where there is none.
void screen_make_cell(
    cchar_t *cell, uint32_t base, uint32_t first_mark, uint32_t second_mark, bool bold, bool underline, bool reverse,
    int pair);

/// Brings the terminal to the state of the screen, with its cursor at a place, hidden where `row` is negative.
void screen_update(int row, int column);

/// Lets the next update repaint everything, whatever ncurses believes is on the terminal.
void screen_forget(void);

/// Lets the next update write a row again.
void screen_rewrite(int row);

/// Gives the terminal back to the shell for a while, and takes it again.
void screen_leave(void);
void screen_return(void);

#endif
