// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pdf/work_ahead.h"

#include <sched.h>

namespace core::pdf {

int thisCore() { return sched_getcpu(); }

void leaveCore(int core) {
    cpu_set_t all{};
    if (core < 0 || core >= CPU_SETSIZE || sched_getaffinity(0, sizeof all, &all) != 0) return;
    cpu_set_t others = all;
    CPU_CLR(static_cast<std::size_t>(core), &others);
    if (CPU_COUNT(&others) == 0) return;
    sched_setaffinity(0, sizeof others, &others);
    sched_setaffinity(0, sizeof all, &all);
}

} // namespace core::pdf
