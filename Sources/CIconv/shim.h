#ifndef CICONV_SHIM_H
#define CICONV_SHIM_H
#include <iconv.h>
#endif
