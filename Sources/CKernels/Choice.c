#include "CKernels.h"

#include <stddef.h>

extern const CFloatKernels avx512_kernels, avx2_kernels, neon_kernels, plain_kernels;
extern const CDoubleKernels double_kernels;

long cFloatKernelsCount(void) { return 4; }

const CFloatKernels *cFloatKernels(long index) {
    switch (index) {
#if defined(__x86_64__)
    case 0:
        return __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw") &&
                       __builtin_cpu_supports("avx512dq") && __builtin_cpu_supports("avx512vl")
                   ? &avx512_kernels
                   : NULL;
    case 1:
        return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma") ? &avx2_kernels : NULL;
#elif defined(__aarch64__)
    case 2:
        return &neon_kernels;
#endif
    case 3:
        return &plain_kernels;
    default:
        return NULL;
    }
}

const CFloatKernels *cBestFloatKernels(void) {
    for (long index = 0; index < cFloatKernelsCount(); index++) {
        const CFloatKernels *kernels = cFloatKernels(index);
        if (kernels != NULL) return kernels;
    }
    return &plain_kernels;
}

const CDoubleKernels *cDoubleKernels(void) { return &double_kernels; }
