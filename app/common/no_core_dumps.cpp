// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/common/no_core_dumps.h"

#ifdef __linux__
#include <sys/prctl.h>
#include <sys/resource.h>
#endif

namespace app {

// Both: the limit does not hold where the system hands cores to a program, and the other is undone by a
// change of the user id.
void forbidCoreDumps() {
#ifdef __linux__
    const rlimit none{0, 0};
    setrlimit(RLIMIT_CORE, &none);
    prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
#endif
}

} // namespace app
