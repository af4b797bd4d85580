#include "CNcurses.h"

#include <limits.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <unistd.h>

static SCREEN *screen;
static bool has_default_colors;

// Control-S and Control-V belong to the program too, while the keys that make signals stay with the terminal:
// so Control-C works even while the program is busy. raw() would take those as well.
static void free_control_keys(void) {
    struct termios state;
    if (tcgetattr(STDIN_FILENO, &state) != 0) return;
    state.c_iflag &= ~(tcflag_t)IXON;
    state.c_lflag &= ~(tcflag_t)IEXTEN;
    if (tcsetattr(STDIN_FILENO, TCSADRAIN, &state) == 0) def_prog_mode();
}

// ncurses keeps sizes in a short, and a screen's memory grows with its area: what no terminal has is cut. The largest
// displays have room for so many of the smallest letters.
enum { MOST_COLUMNS = 2048, MOST_ROWS = 640 };

static int limited(int value, int most) { return value > most ? most : value; }

// A number of the environment, 0 where there is none.
static int environment_number(const char *name) {
    const char *text = getenv(name);
    if (text == NULL) return 0;
    char *end;
    long value = strtol(text, &end, 10);
    return *text == 0 || *end != 0 || value < 0 ? 0 : value > INT_MAX ? INT_MAX : (int)value;
}

// The size in cells as the kernel says it, or, as a serial line knows none, as the environment does; 0 where nobody
// does.
static void find_size(int *rows, int *columns) {
    struct winsize size = {0};
    ioctl(STDOUT_FILENO, TIOCGWINSZ, &size);
    bool is_known = size.ws_row > 0 && size.ws_col > 0;
    *rows = is_known ? size.ws_row : environment_number("LINES");
    *columns = is_known ? size.ws_col : environment_number("COLUMNS");
}

// ncurses takes any size from the kernel, and before it from the environment, and ends by a signal at some.
static bool is_possible(void) {
    int rows, columns;
    find_size(&rows, &columns);
    return rows <= MOST_ROWS && columns <= MOST_COLUMNS && environment_number("LINES") <= MOST_ROWS &&
        environment_number("COLUMNS") <= MOST_COLUMNS;
}

bool screen_open(const char *term) {
    // Without the two it takes the size from terminfo, until it is told a better one.
    use_env(is_possible());
    screen = newterm(term, stdout, stdin);
    if (screen == NULL) return false;
    set_term(screen);
    cbreak();
    noecho();
    nonl();
    free_control_keys();
    intrflush(stdscr, FALSE);
    keypad(stdscr, TRUE);
    // The loop reads the terminal itself, so a key that waits must not make ncurses put off drawing.
    typeahead(-1);
    leaveok(stdscr, FALSE);
    scrollok(stdscr, FALSE);
    screen_fit();
    return true;
}

void screen_close(void) {
    if (screen == NULL) return;
    // Where there is no screen of our own to leave, or a multiplexer only says that there is, what the shell writes
    // next would stand in our last row.
    move(getmaxy(stdscr) - 1, 0);
    clrtoeol();
    refresh();
    endwin();
    screen_discard();
}

void screen_discard(void) {
    if (screen != NULL) delscreen(screen);
    screen = NULL;
}

int screen_columns(void) { return stdscr == NULL ? 0 : getmaxx(stdscr); }
int screen_rows(void) { return stdscr == NULL ? 0 : getmaxy(stdscr); }

bool screen_fit(void) {
    int rows, columns;
    if (stdscr == NULL) return false;
    find_size(&rows, &columns);
    // Where nobody knows, what terminfo says stays.
    if (rows == 0 || columns == 0) return false;
    rows = limited(rows, MOST_ROWS);
    columns = limited(columns, MOST_COLUMNS);
    if (rows == getmaxy(stdscr) && columns == getmaxx(stdscr)) return false;
    return resizeterm(rows, columns) == OK;
}

int screen_start_color(void) {
    has_default_colors = false;
    if (!has_colors() || start_color() != OK) return 0;
    has_default_colors = use_default_colors() == OK;
    return COLORS;
}

bool screen_has_default_colors(void) { return has_default_colors; }

void screen_put(int row, int column, const cchar_t *cells, int count) {
    mvwadd_wchnstr(stdscr, row, column, cells, count);
}

void screen_make_cell(
    cchar_t *cell, uint32_t base, uint32_t first_mark, uint32_t second_mark, bool bold, bool underline, bool reverse,
    int pair) {
    const wchar_t text[] = {(wchar_t)base, (wchar_t)first_mark, (wchar_t)second_mark, 0};
    attr_t attributes = (bold ? A_BOLD : 0) | (underline ? A_UNDERLINE : 0) | (reverse ? A_REVERSE : 0);
    // Pairs over 32767 fit only through the last argument, which is an int behind a pointer to void.
    setcchar(cell, text, attributes, (short)(pair > 32767 ? 32767 : pair), &pair);
}

void screen_update(int row, int column) {
    int rows = screen_rows(), columns = screen_columns();
    bool shown = row >= 0 && row < rows && column >= 0 && column < columns;
    // A terminal that cannot hide its cursor has it in the corner, where it disturbs least.
    if (!shown) {
        row = rows - 1;
        column = columns - 1;
    }
    wmove(stdscr, row, column);
    wnoutrefresh(stdscr);
    curs_set(shown ? 1 : 0);
    doupdate();
}

void screen_forget(void) { clearok(curscr, TRUE); }

void screen_rewrite(int row) { wredrawln(stdscr, row, 1); }

void screen_leave(void) { endwin(); }

void screen_return(void) {
    reset_prog_mode();
    screen_fit();
    // A refresh after endwin() enters the alternate screen again; clearing makes it a whole repaint.
    clearok(curscr, TRUE);
}
