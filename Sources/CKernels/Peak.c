#include "CKernels.h"

#include <stddef.h>

// Twelve vectors in registers, each multiplied and added to itself: no load, no store, no wait for a result.
#define PEAK(name, lanes)                                                                                              \
    static double name(long count) {                                                                                   \
        typedef float Vector __attribute__((vector_size(lanes * sizeof(float))));                                      \
        Vector sums[12];                                                                                               \
        for (int i = 0; i < 12; i++) sums[i] = (Vector){0} + (float)i;                                                 \
        for (long round = 0; round < count; round++) {                                                                 \
            _Pragma("clang fp contract(fast)")                                                                         \
            for (int i = 0; i < 12; i++) sums[i] = sums[i] * 0.999f + 0.001f;                                          \
            for (int i = 0; i < 12; i++) __asm__ volatile("" : "+" REGISTER(sums[i]));                                 \
        }                                                                                                              \
        return 2.0 * lanes * 12 * (double)count;                                                                       \
    }

#if defined(__x86_64__)
#define REGISTER(x) "v"(x)
#pragma clang attribute push(__attribute__((target("avx512f,fma"))), apply_to = function)
PEAK(peak512, 16)
#pragma clang attribute pop
#pragma clang attribute push(__attribute__((target("avx2,fma"))), apply_to = function)
PEAK(peak256, 8)
#pragma clang attribute pop
#undef REGISTER
#define REGISTER(x) "x"(x)
#elif defined(__aarch64__)
#define REGISTER(x) "w"(x)
#endif
PEAK(peak128, 4)

double cMultiplyAddPeak(long count) {
#if defined(__x86_64__)
    if (cFloatKernels(0) != NULL) return peak512(count);
    if (cFloatKernels(1) != NULL) return peak256(count);
#endif
    return peak128(count);
}
