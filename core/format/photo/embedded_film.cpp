// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/format/photo/embedded_film.h"

#include "core/format/film/iso_box.h"

#include <algorithm>
#include <charconv>
#include <cstdint>

namespace core::format::photo {

namespace {

using film::littleEndian;

std::uint64_t numberAt(std::string_view text, std::size_t at) {
    std::uint64_t value = 0;
    if (at < text.size()) std::from_chars(text.data() + at, text.data() + text.size(), value);
    return value;
}

// The number behind name=" or in <name>; 0 where there is none.
std::uint64_t numberOf(std::string_view xmp, std::string_view name) {
    const std::size_t found = xmp.find(name);
    if (found == std::string_view::npos) return 0;
    std::size_t at = found + name.size();
    if (xmp.substr(at, 2) == "=\"" || xmp.substr(at, 2) == "='") return numberAt(xmp, at + 2);
    return xmp.substr(at, 1) == ">" ? numberAt(xmp, at + 1) : 0;
}

// How far before the end of the file it begins.
// https://developer.android.com/media/platform/motion-photo-format
std::uint64_t fromEndByXmp(std::string_view xmp) {
    if (const std::uint64_t offset = numberOf(xmp, "MicroVideoOffset")) return offset;
    for (const std::string_view said : {"Semantic=\"MotionPhoto\"", "Semantic>MotionPhoto<"}) {
        const std::size_t at = xmp.find(said);
        if (at == std::string_view::npos) continue;
        const bool isAttribute = said.find('"') != std::string_view::npos;
        const std::size_t begin = isAttribute ? xmp.rfind('<', at) : xmp.rfind("<rdf:li", at);
        const std::size_t end = isAttribute ? xmp.find('>', at) : xmp.find("</rdf:li", at);
        if (begin == std::string_view::npos || end == std::string_view::npos) continue;
        return numberOf(xmp.substr(begin, end - begin), "Length");
    }
    return 0;
}

// Samsung's trailer: "SEFH", a list of blocks by their distance, its length, "SEFT".
std::size_t beginBySamsung(std::string_view bytes) {
    constexpr std::uint64_t kMotionPhoto = 0x0A30;
    constexpr std::size_t kEntry = 12;
    if (!bytes.ends_with("SEFT") || bytes.size() < 8) return 0;
    const std::uint64_t length = littleEndian(bytes, bytes.size() - 8, 4);
    if (length > bytes.size() - 8 || length < 12) return 0;
    const std::size_t head = bytes.size() - 8 - static_cast<std::size_t>(length);
    const std::string_view list = bytes.substr(head, static_cast<std::size_t>(length));
    if (!list.starts_with("SEFH")) return 0;
    const std::uint64_t count = littleEndian(list, 8, 4);
    for (std::uint64_t i = 0; i < count && 12 + (i + 1) * kEntry <= list.size(); ++i) {
        const auto at = static_cast<std::size_t>(12 + i * kEntry);
        const std::uint64_t back = littleEndian(list, at + 4, 4);
        if (littleEndian(list, at + 2, 2) != kMotionPhoto || back > head) continue;
        const std::size_t block = head - static_cast<std::size_t>(back);
        const std::uint64_t name = littleEndian(bytes, block + 4, 4);
        if (name < bytes.size() - block) return block + 8 + static_cast<std::size_t>(name);
    }
    return 0;
}

std::size_t beginByBox(std::string_view bytes) {
    if (bytes.substr(0, 8).substr(std::min<std::size_t>(4, bytes.size())) != "ftyp") return 0;
    const std::string_view content = film::findBox(bytes, "mpvd");
    return content.empty() ? 0 : static_cast<std::size_t>(content.data() - bytes.data());
}

bool isBoxType(std::string_view type) {
    return std::all_of(type.begin(), type.end(), [](char c) { return c >= ' ' && c <= '~'; });
}

std::optional<FilmPlace> filmAt(std::string_view bytes, std::size_t begin) {
    if (begin == 0 || begin >= bytes.size() || bytes.size() - begin < 16) return std::nullopt;
    std::string_view rest = bytes.substr(begin);
    film::Box box;
    bool isFirst = true;
    bool hasTracks = false;
    std::size_t length = 0;
    while (nextBox(rest, box) && isBoxType(box.type)) {
        if (isFirst && box.type != "ftyp") return std::nullopt;
        isFirst = false;
        hasTracks = hasTracks || box.type == "moov";
        length = bytes.size() - begin - rest.size();
    }
    if (!hasTracks) return std::nullopt;
    return FilmPlace{begin, length};
}

} // namespace

std::optional<FilmPlace> embeddedFilm(std::string_view bytes, std::string_view xmp) {
    const std::uint64_t fromEnd = fromEndByXmp(xmp);
    if (fromEnd > 0 && fromEnd < bytes.size())
        if (const auto place = filmAt(bytes, bytes.size() - static_cast<std::size_t>(fromEnd))) return place;
    if (const auto place = filmAt(bytes, beginBySamsung(bytes))) return place;
    return filmAt(bytes, beginByBox(bytes));
}

} // namespace core::format::photo
