// What the benchmark needs from C: clocks, an allocation counter, and libexpat driven by handlers in C.
#ifndef CBENCH_H
#define CBENCH_H
#include "allocations.h"
#include "clocks.h"
#include "expat_parser.h"
#endif
