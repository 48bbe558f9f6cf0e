// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The film of a live photo: the file beside the picture that has its name and carries the same identifier.

#include "core/format/reader.h"

#include <optional>
#include <string>
#include <string_view>

namespace core::format::photo {

// The name of that file. None where the names agree and the identifiers do not: two phones both have an
// IMG_0001, and a film that stands alone must never get the time of another's picture.
std::optional<std::string> livePair(std::string_view picture, const ReadContext& context);

} // namespace core::format::photo
