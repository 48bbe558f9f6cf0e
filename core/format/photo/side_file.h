// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The small file that Google Takeout puts beside each picture and film, with the time and place that the
// file itself may have lost. Its upload time is no evidence and is not read.

#include "core/format/reader.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace core::format::photo {

struct SideFile {
    std::int64_t takenMs = 0; // UTC
    std::string asWritten;    // the number in the file, and the file's name
    std::optional<model::Gps> gps;
};

// Of the file that is read; none where it came alone, or where no file beside it is surely its own.
std::optional<SideFile> sideFileOf(const ReadContext& context);

// The names that could be the side file of `media`, the surest first. Takeout cuts them to 51 characters,
// moves "(1)" behind the ending, and gives an edited copy that of its original.
std::vector<std::string> sideNames(const std::string& media, const std::vector<std::string>& beside);

bool looksLikeSideFile(std::string_view head);

} // namespace core::format::photo
