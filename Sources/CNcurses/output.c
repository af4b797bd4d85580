#include "output.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <termios.h>
#include <unistd.h>

static int changed_flags = -1;
// The terminal, while what is written goes nowhere; -1 while it goes to the terminal.
static volatile sig_atomic_t diverted = -1;

void output_write(const char *bytes, size_t length) {
    while (length > 0) {
        ssize_t written = write(STDOUT_FILENO, bytes, length);
        if (written < 0 && errno == EINTR) continue;
        if (written <= 0) return;
        bytes += written;
        length -= (size_t)written;
    }
}

bool output_has_room(int patience) {
    if (diverted >= 0) return false;
    struct pollfd output = {.fd = STDOUT_FILENO, .events = POLLOUT};
    // An error counts as room: whoever writes learns of it.
    return poll(&output, 1, patience) != 0;
}

void output_block(void) {
    int flags = fcntl(STDOUT_FILENO, F_GETFL);
    if (flags < 0 || !(flags & O_NONBLOCK)) return;
    if (fcntl(STDOUT_FILENO, F_SETFL, flags & ~O_NONBLOCK) == 0) changed_flags = flags;
}

void output_unblock(void) {
    if (changed_flags >= 0) fcntl(STDOUT_FILENO, F_SETFL, changed_flags);
    changed_flags = -1;
}

void output_divert(void) {
    if (diverted >= 0 || output_has_room(0)) return;
    int nowhere = open("/dev/null", O_WRONLY | O_CLOEXEC);
    if (nowhere < 0) return;
    diverted = fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, 3);
    if (diverted >= 0) dup2(nowhere, STDOUT_FILENO);
    close(nowhere);
}

void output_return(void) {
    if (diverted < 0) return;
    dup2(diverted, STDOUT_FILENO);
    close(diverted);
    diverted = -1;
}

void output_make_room(void) {
    if (output_has_room(200)) return;
    tcflush(STDOUT_FILENO, TCOFLUSH);
    output_block();
    output_write("\030", 1);
}
