#include "CBench.h"
uint64_t cbench_placeholder(void) { return 0; }
