// Counts what the calling thread allocates, by standing in for malloc and its family.
#ifndef CBENCH_ALLOCATIONS_H
#define CBENCH_ALLOCATIONS_H
#include <stdbool.h>
#include <stdint.h>

/// Whether this build counts: glibc without a sanitizer. Otherwise every figure below is 0.
bool cbench_counts_allocations(void);

/// Calls of malloc, calloc, realloc and the aligned allocators by this thread since it started.
uint64_t cbench_allocations(void);

/// Starts following this thread's live bytes from 0. Costs a few nanoseconds an allocation until it is stopped.
void cbench_follow_live_bytes(void);

/// Stops following live bytes.
void cbench_ignore_live_bytes(void);

/// Usable bytes allocated minus freed since following started. Negative if older blocks were freed meanwhile.
int64_t cbench_live_bytes(void);

/// The highest value of `cbench_live_bytes` since following started.
int64_t cbench_peak_live_bytes(void);
#endif
