// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/timestamp.h"
#include "core/format/film/containers.h"
#include "core/format/film/iso_box.h"

#include <algorithm>
#include <cmath>
#include <cstring>

namespace core::format::film {

namespace {

constexpr std::uint64_t kMatroskaHead = 1024 * 1024; // information and tracks stand in front of the clusters
constexpr std::int64_t kFrom1970To2001 = 978'307'200'000; // milliseconds
constexpr std::uint64_t kUnknownSize = ~std::uint64_t{0};

struct Element {
    std::uint64_t id = 0;
    std::string_view content; // as far as it is there
    bool isWhole = true;
};

// RFC 8794, 4: the zeros in front of the first one say how many bytes follow. The id keeps that bit.
std::uint64_t variable(std::string_view& rest, bool keepMark) {
    if (rest.empty() || rest[0] == 0) return kUnknownSize;
    std::size_t length = 1;
    while ((static_cast<unsigned char>(rest[0]) & (0x80U >> (length - 1))) == 0) ++length;
    if (length > rest.size()) return kUnknownSize;
    std::uint64_t value = bigEndian(rest, 0, length);
    const std::uint64_t mark = std::uint64_t{1} << (7 * length);
    rest.remove_prefix(length);
    if (keepMark) return value;
    value &= mark - 1;
    return value == mark - 1 ? kUnknownSize : value;
}

bool nextElement(std::string_view& rest, Element& element) {
    if (rest.empty()) return false;
    element.id = variable(rest, true);
    if (element.id == kUnknownSize || rest.empty()) return false;
    const std::uint64_t size = variable(rest, false);
    element.isWhole = size <= rest.size();
    element.content = rest.substr(0, static_cast<std::size_t>(std::min<std::uint64_t>(size, rest.size())));
    rest.remove_prefix(element.content.size());
    return true;
}

std::uint64_t number(const Element& element) {
    return element.content.size() > 8 ? 0 : bigEndian(element.content, 0, element.content.size());
}

double real(const Element& element) {
    const std::uint64_t bits = number(element);
    if (element.content.size() == 4) {
        const auto half = static_cast<std::uint32_t>(bits);
        float value = 0;
        std::memcpy(&value, &half, sizeof value);
        return value;
    }
    double value = 0;
    std::memcpy(&value, &bits, sizeof value);
    return element.content.size() == 8 ? value : 0;
}

// RFC 9559, 5.1.2.
void readInformation(std::string_view content, MediaInfo& info) {
    double scale = 1'000'000; // nanoseconds
    double duration = 0;
    Element element;
    while (nextElement(content, element)) {
        if (element.id == 0x2AD7B1) scale = static_cast<double>(number(element));
        if (element.id == 0x4489) duration = real(element);
        if (element.id != 0x4461 || element.content.size() != 8) continue;
        const auto nanoseconds = static_cast<std::int64_t>(number(element));
        info.header = info.headerAsWritten = base::toRfc3339(kFrom1970To2001 + nanoseconds / 1'000'000);
        info.headerZone = HeaderZone::Utc;
    }
    setDuration(info, duration * scale, 1e9); // the scale is nanoseconds a unit
}

void readTrackEntry(std::string_view content, MediaInfo& info) {
    constexpr std::uint64_t kPictures = 1;
    constexpr std::uint64_t kSound = 2;
    constexpr std::uint64_t largestSide = 100'000;
    std::uint64_t type = 0;
    Element element;
    while (nextElement(content, element)) {
        if (element.id == 0x83) type = number(element);
        if (element.id != 0xE0 || info.frame.width > 0) continue;
        std::string_view video = element.content;
        Element field;
        while (nextElement(video, field)) {
            const int side = static_cast<int>(std::min(number(field), largestSide));
            if (field.id == 0xB0) info.frame.width = side;
            if (field.id == 0xBA) info.frame.height = side;
        }
    }
    info.hasPictures = info.hasPictures || type == kPictures;
    info.hasSound = info.hasSound || type == kSound;
}

} // namespace

MediaInfo readMatroska(Window& file) {
    MediaInfo info;
    const std::string head = file.range(0, kMatroskaHead);
    std::string_view rest = head;
    Element element;
    if (!nextElement(rest, element) || !nextElement(rest, element) || element.id != 0x18538067) {
        info.damage = "no segment";
        return info;
    }
    std::string_view segment = element.content;
    while (nextElement(segment, element)) {
        if (element.id == 0x1549A966) readInformation(element.content, info);
        if (element.id == 0x1654AE6B) {
            std::string_view tracks = element.content;
            Element entry;
            while (nextElement(tracks, entry))
                if (entry.id == 0xAE) readTrackEntry(entry.content, info);
        }
        if (element.id == 0x1F43B675) break; // the first cluster
    }
    if (!info.hasPictures && !info.hasSound) info.damage = "no tracks";
    return info;
}

} // namespace core::format::film
