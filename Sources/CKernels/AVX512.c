#include "CKernels.h"

#include <math.h>
#include <string.h>

#if defined(__x86_64__)
#include <immintrin.h>

#pragma clang attribute push(__attribute__((target("avx512f,avx512bw,avx512dq,avx512vl,avx2,fma"))), apply_to = function)
#pragma clang attribute push(__attribute__((min_vector_width(512))), apply_to = function)
#define REAL float
#define REAL_IS_FLOAT 1
#define SQRT(x) __builtin_elementwise_sqrt(x)
#define LOG(x) logf(x)
#define LANES 16
#define ROWS 8
#define NAME(x) avx512_##x
#define KERNELS CFloatKernels
#define MASKS
#define MASK(count) ((__mmask16)((1u << (count)) - 1))
#define LOAD_LANES(from, count) (avx512_Vector)_mm512_maskz_loadu_ps(MASK(count), from)
#define STORE_LANES(to, x, count) _mm512_mask_storeu_ps(to, MASK(count), (__m512)(x))
#define LABEL "AVX-512"
#include "Kernels.inc"
#pragma clang attribute pop
#pragma clang attribute pop
#endif
