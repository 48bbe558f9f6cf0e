// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The name of a PDF by its content (ISO 32000-1, 14.4): the same document has the same, any other another.
// Not a proof of anything: 16 of the 32 bytes of a SHA-256. qpdf's own is an MD5 of every byte it writes,
// which costs more than all else that a photo needs in the file.

#include "core/pdf/haru.h"
#include "core/pdf/metadata.h"

#include <string>
#include <string_view>

namespace core::pdf {

// As it stands in the file: "<0123...>". Of a picture that is fetched later, its name is taken.
std::string fileId(std::string_view assembled, const StreamTable& streams, const Metadata& metadata);

// What qpdf writes in the place of the name where it is told to make none (setStaticID).
inline constexpr std::string_view kNoFileId = "<31415926535897932384626433832795>";

} // namespace core::pdf
