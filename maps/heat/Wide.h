#pragma once

/// Before a loop over plain arrays: compiled for wider registers too, which are taken where the processor has them.
#ifdef HUYING_WIDE
#define HUYING_WIDEST __attribute__((target_clones("arch=x86-64-v3", "default")))
#else
#define HUYING_WIDEST
#endif
