// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Keeps this process' memory off the disk when it crashes: keys and messages are in it. Not protection from
// somebody who rules the computer, and nothing about swap.

namespace app {

// First thing in main, before anything secret is read. Other processes of the same user cannot read the
// memory after it either (it cannot be traced). Does nothing where the system knows no such thing.
void forbidCoreDumps();

} // namespace app
