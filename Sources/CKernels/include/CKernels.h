#ifndef TLVIZ_CKERNELS_H
#define TLVIZ_CKERNELS_H

// The inner loops of a small transformer. Every matrix is row-major; strides and counts are in elements.
//
// One text, Kernels.inc, is compiled once for each instruction set and once in double precision; the widest set that the
// processor has is chosen once at run time. A set always sums in the same order, whatever the number of threads.

#pragma clang assume_nonnull begin

#define TLVIZ_KERNELS(Real, Kernels)                                                                                   \
    typedef struct {                                                                                                   \
        const char *name;                                                                                              \
        /* c (rows, columns) = or += a (rows, depth) times b (depth, columns); c's columns are adjacent, and b's       \
           columns or its rows. */                                                                                     \
        void (*product)(long rows, long columns, long depth, const Real *a, long aRow, long aColumn, const Real *b,    \
                        long bRow, long bColumn, Real *c, long cRow, long accumulates);                                \
        /* to (columns, rows) = from (rows, columns); the columns of from and to are adjacent. */                      \
        void (*transpose)(long rows, long columns, const Real *from, long fromRow, Real *to, long toRow);              \
        /* to += from. */                                                                                              \
        void (*add)(long count, const Real *from, Real *to);                                                           \
        /* x (rows, columns) += bias (columns). */                                                                     \
        void (*addBias)(long rows, long columns, const Real *bias, Real *x);                                           \
        /* sum (columns) += the sum of x's rows. */                                                                    \
        void (*addColumnSums)(long rows, long columns, const Real *x, Real *sum);                                      \
        /* Each row of x to mean 0 and deviation 1, times gain, plus bias; mean and 1 / deviation are kept. */         \
        void (*layerNorm)(long rows, long columns, const Real *x, const Real *gain, const Real *bias, Real *y,         \
                          Real *mean, Real *inverseDeviation);                                                         \
        /* From y's gradient: adds to x's gradient, and to the gradients of gain and bias. */                          \
        void (*layerNormBackward)(long rows, long columns, const Real *x, const Real *gain, const Real *mean,          \
                                  const Real *inverseDeviation, const Real *yGradient, Real *xGradient,                \
                                  Real *gainGradient, Real *biasGradient);                                             \
        /* y = GELU(x), the tanh form. */                                                                              \
        void (*gelu)(long count, const Real *x, Real *y);                                                              \
        /* x becomes y's gradient times GELU'(x). */                                                                   \
        void (*geluBackward)(long count, const Real *yGradient, Real *x);                                              \
        /* Turns pairs (i, i + half) of each head of each row by the row's angles (rows, half); direction 1 or -1. */  \
        void (*rotate)(long rows, long heads, long half, const Real *cosine, const Real *sine, Real direction,         \
                       Real *x, long xRow);                                                                            \
        /* Row r of scores (rows, rows) to the softmax of scale times its first r + 1 values, then zeros. */           \
        void (*causalSoftmax)(long rows, Real scale, Real *scores);                                                    \
        /* The gradient of the probabilities becomes the gradient of the scores before their scale. */                 \
        void (*causalSoftmaxBackward)(long rows, Real scale, const Real *probabilities, Real *gradient);               \
        /* logits (count) become the gradient of weight times the cross-entropy; gives the cross-entropy in nats. */   \
        Real (*crossEntropy)(long count, long target, Real weight, Real *logits);                                      \
        Real (*sumOfSquares)(long count, const Real *x);                                                               \
        /* One step of AdamW; the corrections are 1 - beta^step; the gradient is taken times gradientScale. */         \
        void (*adamW)(long count, Real *parameters, Real *firstMoments, Real *secondMoments, const Real *gradient,     \
                      Real gradientScale, Real learningRate, Real weightDecay, Real beta1, Real beta2, Real epsilon,   \
                      Real firstCorrection, Real secondCorrection);                                                    \
    } Kernels;

TLVIZ_KERNELS(float, CFloatKernels)
TLVIZ_KERNELS(double, CDoubleKernels)

/// The sets that were compiled, the widest first; index from 0. NULL after the last, and where the processor lacks it.
const CFloatKernels *_Nullable cFloatKernels(long index);
long cFloatKernelsCount(void);
const CDoubleKernels *cDoubleKernels(void);

/// The widest set that this processor has.
const CFloatKernels *cBestFloatKernels(void);

/// Runs `count` rounds of independent fused multiply-adds in registers and gives the number of floating-point operations:
/// what this core can do at most.
double cMultiplyAddPeak(long count);

#pragma clang assume_nonnull end
#endif
