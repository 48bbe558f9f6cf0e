// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The time that a phone or program wrote into a file name. A claim like any other, never a fact; numbers that
// only look like dates (ids, telephone numbers) give none.

#include "core/format/photo/written_time.h"

#include <optional>
#include <string>
#include <string_view>

namespace core::format::photo {

// isUtc is set where the pattern is known to be UTC (PXL_, FB_IMG_).
std::optional<WrittenTime> timeFromFileName(std::string_view name);

// By its name: "Screenshot_...", "Skærmbillede ...", and IMG_1234.PNG, as iPhones call theirs.
bool isScreenshotName(std::string_view name);

} // namespace core::format::photo
