// The files of Assets/figures, Assets/words and Assets/runs, compiled into the binary.
#ifndef CASSETS_H
#define CASSETS_H
#include <stddef.h>

typedef struct {
    const char *_Nonnull name;            // the file's name without its extension, or for a run's what it holds
    const unsigned char *_Nonnull bytes;  // valid for the life of the program
    size_t count;
} CAsset;

// The asset at an index below cAssetCount().
CAsset cAsset(size_t index);
size_t cAssetCount(void);

#endif
