#ifndef TLVIZ_CKERNELS_H
#define TLVIZ_CKERNELS_H
#endif
