// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Invented indices and views for the tests of this folder.

#include "core/timeline/layout.h"

#include <cstddef>
#include <string>
#include <vector>

namespace sample {

using namespace core::timeline;

inline const std::string kZone = "Europe/Copenhagen";
inline constexpr std::int64_t kHour = 3'600'000;
inline constexpr std::int64_t kDay = 24 * kHour;

std::int64_t at(const char* rfc3339);

// `n` items over two years in all lanes; one in seven photos "in the week of", every tenth chat undated.
std::vector<Entry> entries(std::size_t n, unsigned seed = 1);

// A view of 1000 px with all lanes; text is 7 px a byte.
LayoutInput input(const TimelineIndex& index, const TimeScale& scale, int width = 1000);

// From all of it down to seconds, around its middle.
std::vector<TimeScale> zooms(const TimelineIndex& index, int width = 1000);

} // namespace sample
