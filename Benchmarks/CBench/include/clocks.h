// Two clocks in nanoseconds.
#ifndef CBENCH_CLOCKS_H
#define CBENCH_CLOCKS_H
#include <stdint.h>

/// CPU time that this thread has used, in nanoseconds.
uint64_t cbench_cpu_nanoseconds(void);

/// Monotonic wall-clock time, in nanoseconds.
uint64_t cbench_wall_nanoseconds(void);
#endif
