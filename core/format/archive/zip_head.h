// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What the first bytes of a zip tell: enough to know a document by, and not a zip with a document in it,
// whose names stand in the same bytes.

#include <string_view>

namespace core::format::archive {

// Of the first file, empty where the bytes are no zip.
inline std::string_view firstZipName(std::string_view head) {
    constexpr std::size_t kName = 30;
    if (head.size() < kName || !head.starts_with("PK\x03\x04")) return {};
    const auto byte = [&](std::size_t at) { return static_cast<unsigned char>(head[at]); };
    return head.substr(kName, byte(26) + 256U * byte(27));
}

// One of the parts that Office begins its files with.
inline bool isOfficeZip(std::string_view head) {
    const std::string_view name = firstZipName(head);
    for (const char* part : {"[Content_Types].xml", "_rels/", "docProps/", "customXml/", "word/", "xl/"})
        if (name.starts_with(part)) return true;
    return false;
}

} // namespace core::format::archive
