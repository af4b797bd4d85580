#include "CKernels.h"

#include <math.h>
#include <string.h>

// Double precision, for checking gradients.

#define REAL double
#define REAL_IS_FLOAT 0
#define SQRT(x) __builtin_elementwise_sqrt(x)
#define LOG(x) log(x)
#define LANES 2
#define ROWS 4
#define NAME(x) double_##x
#define KERNELS CDoubleKernels
#define LABEL "plain"
#include "Kernels.inc"
