#include "CKernels.h"

#include <math.h>
#include <string.h>

// Four lanes: what every 64-bit processor has without asking.

#define REAL float
#define REAL_IS_FLOAT 1
#define SQRT(x) __builtin_elementwise_sqrt(x)
#define LOG(x) logf(x)
#define LANES 4
#define ROWS 4
#define NAME(x) plain_##x
#define KERNELS CFloatKernels
#define LABEL "plain"
#include "Kernels.inc"
