// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/format/photo/heif_size.h"

#include "core/format/film/iso_box.h"

#include <cstdint>
#include <vector>

namespace core::format::photo {

namespace {

using film::bigEndian;
using film::findBox;

constexpr std::uint32_t kLargestSide = 1'000'000;

// 0 where the file does not say.
std::uint64_t primaryItem(std::string_view boxes) {
    const std::string_view box = findBox(boxes, "pitm");
    if (box.size() < 6) return 0;
    const bool isLong = box[0] != 0;
    return isLong && box.size() >= 8 ? bigEndian(box, 4, 4) : bigEndian(box, 4, 2);
}

// Which properties, counted from 1, belong to the item (ISO/IEC 23008-12, 9.3.1, ipma).
std::vector<bool> propertiesOf(std::string_view box, std::uint64_t item) {
    std::vector<bool> wanted;
    if (box.size() < 8) return wanted;
    const std::size_t idBytes = box[0] == 0 ? 2 : 4;
    const std::size_t indexBytes = (box[3] & 1) != 0 ? 2 : 1;
    const std::uint64_t entries = bigEndian(box, 4, 4);
    std::size_t at = 8;
    for (std::uint64_t entry = 0; entry < entries && at + idBytes + 1 <= box.size(); ++entry) {
        const bool isIt = bigEndian(box, at, idBytes) == item;
        std::uint64_t count = bigEndian(box, at + idBytes, 1);
        at += idBytes + 1;
        for (; count > 0 && at + indexBytes <= box.size(); --count, at += indexBytes) {
            const std::uint64_t mask = indexBytes == 1 ? 0x7F : 0x7FFF; // the highest bit means "essential"
            const auto index = static_cast<std::size_t>(bigEndian(box, at, indexBytes) & mask);
            if (!isIt) continue;
            if (wanted.size() <= index) wanted.resize(index + 1);
            wanted[index] = true;
        }
    }
    return wanted;
}

} // namespace

void readHeifSize(std::string_view heif, model::PhotoInfo& info) {
    const std::string_view meta = findBox(heif, "meta");
    if (meta.size() < 4) return;
    const std::string_view boxes = meta.substr(4);
    const std::string_view properties = findBox(boxes, "iprp");
    std::string_view container = findBox(properties, "ipco");
    const std::vector<bool> wanted = propertiesOf(findBox(properties, "ipma"), primaryItem(boxes));
    film::Box box;
    for (std::size_t index = 1; nextBox(container, box); ++index) {
        if (box.type != "ispe" || box.content.size() < 12 || index >= wanted.size() || !wanted[index])
            continue;
        const std::uint64_t width = bigEndian(box.content, 4, 4);
        const std::uint64_t height = bigEndian(box.content, 8, 4);
        if (width > kLargestSide || height > kLargestSide) return;
        info.width = static_cast<int>(width);
        info.height = static_cast<int>(height);
        return;
    }
}

} // namespace core::format::photo
