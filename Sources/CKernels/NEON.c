#include "CKernels.h"

#include <math.h>
#include <string.h>

#if defined(__aarch64__)

#define REAL float
#define REAL_IS_FLOAT 1
#define SQRT(x) __builtin_elementwise_sqrt(x)
#define LOG(x) logf(x)
#define LANES 4
#define ROWS 8
#define NAME(x) neon_##x
#define KERNELS CFloatKernels
#define LABEL "NEON"
#include "Kernels.inc"
#endif
