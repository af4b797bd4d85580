#define _GNU_SOURCE
#include "kept_error.h"

#include <fcntl.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

static int real_error = -1, kept_error = -1;
static atomic_bool keeps_error;

static int memory_file(void) {
#ifdef __linux__
    return memfd_create("standard error", MFD_CLOEXEC);
#else
    char name[] = "/tmp/standard-error-XXXXXX";
    int file = mkstemp(name);
    if (file >= 0) unlink(name);
    return file;
#endif
}

void kept_error_begin(void) {
    if (!isatty(STDERR_FILENO)) return;
    kept_error = memory_file();
    if (kept_error < 0) return;
    real_error = fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, 3);
    if (real_error < 0 || dup2(kept_error, STDERR_FILENO) < 0) {
        if (real_error >= 0) close(real_error);
        close(kept_error);
        real_error = kept_error = -1;
        return;
    }
    atomic_store(&keeps_error, true);
}

void kept_error_replay(void) {
    if (!atomic_exchange(&keeps_error, false)) return;
    char part[512];
    ssize_t length;
    dup2(real_error, STDERR_FILENO);
    lseek(kept_error, 0, SEEK_SET);
    while ((length = read(kept_error, part, sizeof part)) > 0) {
        // Where it cannot be written, nothing else could be done with it.
        if (write(STDERR_FILENO, part, (size_t)length) < 0) return;
    }
}

void kept_error_end(void) {
    if (real_error >= 0) close(real_error);
    if (kept_error >= 0) close(kept_error);
    real_error = kept_error = -1;
}
