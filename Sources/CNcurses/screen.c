#include "CNcurses.h"

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

bool screen_open(const char *term) {
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
    delscreen(screen);
    screen = NULL;
}

int screen_columns(void) { return stdscr == NULL ? 0 : getmaxx(stdscr); }
int screen_rows(void) { return stdscr == NULL ? 0 : getmaxy(stdscr); }

bool screen_fit(void) {
    struct winsize size;
    if (stdscr == NULL || ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0) return false;
    // A serial line knows no size: what terminfo says stays.
    if (size.ws_row == 0 || size.ws_col == 0) return false;
    if (size.ws_row == getmaxy(stdscr) && size.ws_col == getmaxx(stdscr)) return false;
    return resizeterm(size.ws_row, size.ws_col) == OK;
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

void screen_leave(void) { endwin(); }

void screen_return(void) {
    reset_prog_mode();
    screen_fit();
    // A refresh after endwin() enters the alternate screen again; clearing makes it a whole repaint.
    clearok(curscr, TRUE);
}
