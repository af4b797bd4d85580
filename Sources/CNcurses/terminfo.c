#define _GNU_SOURCE
#include "CNcurses.h"

#include <langinfo.h>
#include <locale.h>
#include <stdlib.h>
#include <string.h>
#include <term.h>
#include <unistd.h>
#include <wchar.h>

static TERMINAL *entry;

bool terminfo_open(const char *term) {
    int found = 0;
    terminfo_close();
    // With a place for its finding setupterm neither prints nor ends the process.
    if (setupterm(term, STDOUT_FILENO, &found) != OK) return false;
    entry = cur_term;
    return true;
}

void terminfo_close(void) {
    if (entry != NULL) del_curterm(entry);
    entry = NULL;
}

// The three functions of terminfo want `char *` for a name that they only read.
bool terminfo_flag(const char *name) { return entry != NULL && tigetflag((char *)name) > 0; }

int terminfo_number(const char *name) {
    int value = entry == NULL ? -1 : tigetnum((char *)name);
    return value < 0 ? -1 : value;
}

const char *terminfo_string(const char *name) {
    char *text = entry == NULL ? NULL : tigetstr((char *)name);
    return text == NULL || text == (char *)-1 ? NULL : text;
}

static char *output;
static int output_length, output_capacity;

static int collect(int character) {
    if (output_length < output_capacity) output[output_length] = (char)character;
    output_length++;
    return character;
}

int terminfo_expand(const char *name, char *buffer, int capacity) {
    const char *text = terminfo_string(name);
    if (text == NULL) return 0;
    output = buffer;
    output_length = 0;
    output_capacity = capacity;
    tputs(text, 1, collect);
    return output_length <= capacity ? output_length : 0;
}

int locale_width(unsigned int scalar) { return wcwidth((wchar_t)scalar); }
bool locale_set(const char *name) { return setlocale(LC_CTYPE, name) != NULL; }
const char *locale_codeset(void) { return nl_langinfo(CODESET); }
