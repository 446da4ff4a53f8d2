// The counters are thread-local, not atomic: the benchmark runs on one thread, an atomic addition would burden the
// contender that allocates most, and other threads must not blur the count. Freeing a block that another thread
// allocated would skew the live bytes; nothing here does.
#include "allocations.h"

#include <features.h>
#include <stddef.h>

#if defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer) || __has_feature(memory_sanitizer) || \
    __has_feature(leak_sanitizer)
#define CBENCH_SANITIZED 1
#endif
#endif
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
#define CBENCH_SANITIZED 1
#endif

#if defined(__GLIBC__) && !defined(CBENCH_SANITIZED)
#include <errno.h>
#include <malloc.h>

extern void *__libc_malloc(size_t);
extern void *__libc_calloc(size_t, size_t);
extern void *__libc_realloc(void *, size_t);
extern void *__libc_memalign(size_t, size_t);
extern void __libc_free(void *);

static _Thread_local uint64_t allocations;
static _Thread_local int64_t live, peak;
static _Thread_local bool following;

static void *taken(void *block) {
  allocations++;
  if (following && block) {
    live += (int64_t)malloc_usable_size(block);
    if (live > peak) peak = live;
  }
  return block;
}

static void given_back(void *block) {
  if (following && block) live -= (int64_t)malloc_usable_size(block);
}

void *malloc(size_t size) { return taken(__libc_malloc(size)); }

void *calloc(size_t count, size_t size) { return taken(__libc_calloc(count, size)); }

void *realloc(void *old, size_t size) {
  // While a block moves both copies live; only the outcome is counted here. A failure leaves the old one alone.
  size_t before = following && old ? malloc_usable_size(old) : 0;
  void *block = __libc_realloc(old, size);
  if (block || size == 0) live -= (int64_t)before;
  return taken(block);
}

void free(void *block) {
  given_back(block);
  __libc_free(block);
}

void *memalign(size_t alignment, size_t size) { return taken(__libc_memalign(alignment, size)); }

void *aligned_alloc(size_t alignment, size_t size) { return taken(__libc_memalign(alignment, size)); }

int posix_memalign(void **block, size_t alignment, size_t size) {
  if (alignment < sizeof(void *) || (alignment & (alignment - 1))) return EINVAL;
  void *new_block = taken(__libc_memalign(alignment, size));
  if (!new_block) return ENOMEM;
  *block = new_block;
  return 0;
}

bool cbench_counts_allocations(void) { return true; }
uint64_t cbench_allocations(void) { return allocations; }
int64_t cbench_live_bytes(void) { return live; }
int64_t cbench_peak_live_bytes(void) { return peak; }
void cbench_ignore_live_bytes(void) { following = false; }

void cbench_follow_live_bytes(void) {
  live = peak = 0;
  following = true;
}

#else
bool cbench_counts_allocations(void) { return false; }
uint64_t cbench_allocations(void) { return 0; }
int64_t cbench_live_bytes(void) { return 0; }
int64_t cbench_peak_live_bytes(void) { return 0; }
void cbench_ignore_live_bytes(void) {}
void cbench_follow_live_bytes(void) {}
#endif
