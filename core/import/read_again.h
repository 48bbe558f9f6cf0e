// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Reads the originals of a rescued case once more, from the case itself, where rows of them are lost: what is
// there stays, what is not comes back. Between rescueCase() and finishRescue() of core/store/rescue.h.

#include "core/base/progress.h"

namespace core::store {
struct Rescued;
}

namespace core::import {

// An original that cannot be read is added to what is lost. Throws Error where the case itself fails.
void readAgain(store::Rescued& rescued, base::Progress& progress);

} // namespace core::import
