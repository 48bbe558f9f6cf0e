// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The times of the HTML pages: words of the user's language, no zone, seconds or none.

#include "core/model/item.h"

#include <optional>
#include <string>
#include <string_view>

namespace core::format::messenger {

// "Sep 13, 2020, 12:26 PM", "14. maj 2025 kl. 21.30", "maj 14, 2025 9:30:45 pm", "2020-09-13 12:26", read in
// `zone`. None for what names no month in a known language, or whose day and month could be turned.
std::optional<model::TimeClaim> writtenTime(std::string_view text, const std::string& zone);

} // namespace core::format::messenger
