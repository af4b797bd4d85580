#include "CKernels.h"

#include <math.h>
#include <string.h>

#if defined(__x86_64__)
#pragma clang attribute push(__attribute__((target("avx2,fma"))), apply_to = function)
#define REAL float
#define REAL_IS_FLOAT 1
#define SQRT(x) __builtin_elementwise_sqrt(x)
#define LOG(x) logf(x)
#define LANES 8
#define ROWS 6
#define NAME(x) avx2_##x
#define KERNELS CFloatKernels
#define LABEL "AVX2"
#include "Kernels.inc"
#pragma clang attribute pop
#endif
