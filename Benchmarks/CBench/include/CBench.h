#include <stdint.h>
uint64_t cbench_placeholder(void);
