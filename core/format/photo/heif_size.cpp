// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/format/photo/heif_size.h"

#include <cstdint>
#include <vector>

namespace core::format::photo {

namespace {

constexpr std::uint32_t kLargestSide = 1'000'000;

std::uint64_t number(std::string_view bytes, std::size_t at, std::size_t count) {
    std::uint64_t value = 0;
    for (std::size_t i = 0; i < count; ++i) value = value << 8 | static_cast<unsigned char>(bytes[at + i]);
    return value;
}

// Cuts the first box off `rest`. False at the end and where a box does not fit.
bool nextBox(std::string_view& rest, std::string_view& type, std::string_view& content) {
    if (rest.size() < 8) return false;
    std::uint64_t size = number(rest, 0, 4);
    std::size_t header = 8;
    if (size == 1 && rest.size() >= 16) {
        size = number(rest, 8, 8);
        header = 16;
    } else if (size == 0) {
        size = rest.size();
    }
    if (size < header || size > rest.size()) return false;
    type = rest.substr(4, 4);
    content = rest.substr(header, static_cast<std::size_t>(size) - header);
    rest.remove_prefix(static_cast<std::size_t>(size));
    return true;
}

std::string_view findBox(std::string_view boxes, std::string_view wanted) {
    std::string_view type;
    std::string_view content;
    while (nextBox(boxes, type, content))
        if (type == wanted) return content;
    return {};
}

// 0 where the file does not say.
std::uint64_t primaryItem(std::string_view boxes) {
    const std::string_view box = findBox(boxes, "pitm");
    if (box.size() < 6) return 0;
    const bool isLong = box[0] != 0;
    return isLong && box.size() >= 8 ? number(box, 4, 4) : number(box, 4, 2);
}

// Which properties, counted from 1, belong to the item (ISO/IEC 23008-12, 9.3.1, ipma).
std::vector<bool> propertiesOf(std::string_view box, std::uint64_t item) {
    std::vector<bool> wanted;
    if (box.size() < 8) return wanted;
    const std::size_t idBytes = box[0] == 0 ? 2 : 4;
    const std::size_t indexBytes = (box[3] & 1) != 0 ? 2 : 1;
    const std::uint64_t entries = number(box, 4, 4);
    std::size_t at = 8;
    for (std::uint64_t entry = 0; entry < entries && at + idBytes + 1 <= box.size(); ++entry) {
        const bool isIt = number(box, at, idBytes) == item;
        std::uint64_t count = number(box, at + idBytes, 1);
        at += idBytes + 1;
        for (; count > 0 && at + indexBytes <= box.size(); --count, at += indexBytes) {
            const std::uint64_t mask = indexBytes == 1 ? 0x7F : 0x7FFF; // the highest bit means "essential"
            const auto index = static_cast<std::size_t>(number(box, at, indexBytes) & mask);
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
    std::string_view type;
    std::string_view content;
    for (std::size_t index = 1; nextBox(container, type, content); ++index) {
        if (type != "ispe" || content.size() < 12 || index >= wanted.size() || !wanted[index]) continue;
        const std::uint64_t width = number(content, 4, 4);
        const std::uint64_t height = number(content, 8, 4);
        if (width > kLargestSide || height > kLargestSide) return;
        info.width = static_cast<int>(width);
        info.height = static_cast<int>(height);
        return;
    }
}

} // namespace core::format::photo
