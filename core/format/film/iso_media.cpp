// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/format/film/iso_media.h"

#include "core/base/civil.h"
#include "core/base/timestamp.h"
#include "core/format/film/iso_box.h"
#include "core/format/film/iso_fragments.h"
#include "core/format/film/iso_tags.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace core::format::film {

namespace {

constexpr std::int64_t kFrom1904To1970 = 2'082'844'800; // seconds
constexpr std::uint64_t kLargestTable = 64 * 1024 * 1024;
constexpr int kMostBoxes = 20'000; // at the top: a film in fragments has two a second

struct TrackHeader {
    int width = 0;
    int height = 0;
    int orientation = 1;
};

// As EXIF counts them. The matrix is a b u c d v ..., 16.16; films are turned by quarters only.
int orientationOf(std::string_view matrix) {
    const auto sign = [&](std::size_t at) {
        const auto value = static_cast<std::int32_t>(bigEndian(matrix, at, 4));
        return value > 0x8000 ? 1 : value < -0x8000 ? -1 : 0;
    };
    const std::array<int, 4> m{sign(0), sign(4), sign(12), sign(16)};
    constexpr std::array<std::array<int, 4>, 8> known{{{1, 0, 0, 1},
                                                       {-1, 0, 0, 1},
                                                       {-1, 0, 0, -1},
                                                       {1, 0, 0, -1},
                                                       {0, 1, 1, 0},
                                                       {0, 1, -1, 0},
                                                       {0, -1, -1, 0},
                                                       {0, -1, 1, 0}}};
    const auto found = std::find(known.begin(), known.end(), m);
    return found == known.end() ? 1 : static_cast<int>(found - known.begin()) + 1;
}

TrackHeader trackHeader(std::string_view tkhd) {
    TrackHeader out;
    const std::size_t matrix = !tkhd.empty() && tkhd[0] == 1 ? 52 : 40;
    if (tkhd.size() < matrix + 44) return out;
    out.orientation = orientationOf(tkhd.substr(matrix, 36));
    out.width = static_cast<int>(bigEndian(tkhd, matrix + 36, 4) >> 16);
    out.height = static_cast<int>(bigEndian(tkhd, matrix + 40, 4) >> 16);
    return out;
}

struct Clock {
    std::uint64_t created = 0; // seconds since 1904
    std::uint64_t scale = 0;   // units a second
    std::uint64_t length = 0;
};

// mvhd and mdhd begin alike.
Clock clockOf(std::string_view box) {
    const bool isLong = !box.empty() && box[0] == 1;
    const std::size_t field = isLong ? 8 : 4;
    Clock clock;
    clock.created = bigEndian(box, 4, field);
    clock.scale = bigEndian(box, 4 + 2 * field, 4);
    clock.length = bigEndian(box, 8 + 2 * field, field);
    if (clock.length == (isLong ? ~std::uint64_t{0} : 0xFFFFFFFFULL)) clock.length = 0; // not known
    return clock;
}

std::optional<std::int64_t> durationMs(const Clock& clock) {
    constexpr double longest = 400.0 * 24 * 3600 * 1000; // a year of film is a broken number
    if (clock.scale == 0 || clock.length == 0) return std::nullopt;
    const double ms = static_cast<double>(clock.length) * 1000 / static_cast<double>(clock.scale);
    return ms <= longest ? std::optional(static_cast<std::int64_t>(std::llround(ms))) : std::nullopt;
}

void takeTime(std::uint64_t created, MediaInfo& info) {
    constexpr std::int64_t latest = 4'102'444'800; // 2100
    const std::int64_t seconds = static_cast<std::int64_t>(std::min<std::uint64_t>(created, 1ULL << 40U));
    if (seconds == 0 || seconds == kFrom1904To1970) {
        info.headerIsNone = true;
        return;
    }
    std::int64_t unix = seconds - kFrom1904To1970;
    // Some writers count from 1970 all the same: read as the standard has it, it would be 1904 to 1970.
    if (unix < 0) {
        info.headerIsNone = true;
        info.headerAsWritten = base::toRfc3339(unix * 1000);
        return;
    }
    if (unix > latest) return;
    info.header = base::toRfc3339(unix * 1000);
    info.headerAsWritten = info.header;
}

void readTrack(std::string_view trak, MediaInfo& info, Fragments& fragments) {
    const std::string_view media = findBox(trak, "mdia");
    const std::string_view handler = findBox(media, "hdlr");
    fragments.addTrack(trak);
    const std::string_view kind = handler.size() >= 12 ? handler.substr(8, 4) : std::string_view();
    if (kind == "soun") info.hasSound = true;
    if (const std::string_view meta = findBox(trak, "meta"); !meta.empty()) readKeys(meta, info);
    if (kind != "vide") return;
    const std::string_view description = findBox(findBox(findBox(media, "minf"), "stbl"), "stsd");
    const std::string_view codec = description.size() >= 16 ? description.substr(12, 4) : std::string_view();
    if (codec == "jpeg" || codec == "png ") return; // a cover, or a still picture beside the film
    const TrackHeader header = trackHeader(findBox(trak, "tkhd"));
    const bool isFirst = !info.hasPictures;
    info.hasPictures = true;
    if (!isFirst) return;
    // The sample entry has the size as stored; that of the track is as shown, and may be stretched.
    const int width = static_cast<int>(bigEndian(description, 40, 2));
    const int height = static_cast<int>(bigEndian(description, 42, 2));
    info.frame.width = width > 0 ? width : header.width;
    info.frame.height = height > 0 ? height : header.height;
    info.frame.orientation = header.orientation;
    if (!info.durationMs) info.durationMs = durationMs(clockOf(findBox(media, "mdhd")));
}

void readMovie(std::string_view moov, MediaInfo& info, Fragments& fragments) {
    const std::string_view mvhd = findBox(moov, "mvhd");
    const Clock clock = clockOf(mvhd);
    if (mvhd.size() < 20) info.damage = "mvhd";
    info.durationMs = durationMs(clock);
    if (!info.durationMs) {
        const std::string_view mehd = findBox(findBox(moov, "mvex"), "mehd");
        const bool isLong = !mehd.empty() && mehd[0] == 1;
        info.durationMs = durationMs({0, clock.scale, bigEndian(mehd, 4, isLong ? 8 : 4)});
    }
    Box box;
    std::string_view rest = moov;
    while (nextBox(rest, box)) {
        if (box.type == "trak") readTrack(box.content, info, fragments);
        if (box.type == "udta") readUserData(box.content, info);
        if (box.type == "meta") readKeys(box.content, info);
    }
    if (!mvhd.empty()) takeTime(clock.created, info);
}

bool isStillBrand(std::string_view brand) {
    constexpr std::array<std::string_view, 11> brands{"heic", "heix", "heim", "heis", "mif1", "msf1",
                                                      "hevc", "hevx", "avif", "avis", "crx "};
    return std::find(brands.begin(), brands.end(), brand) != brands.end();
}

} // namespace

bool isIsoMedia(std::string_view head) {
    if (head.size() < 12) return false;
    const std::string_view type = head.substr(4, 4);
    if (type == "ftyp") return !isStillBrand(head.substr(8, 4));
    // QuickTime before there were brands. A length that begins with a letter is more likely a text.
    constexpr std::array<std::string_view, 5> first{"moov", "mdat", "wide", "pnot", "skip"};
    const std::uint64_t size = bigEndian(head, 0, 4);
    return std::find(first.begin(), first.end(), type) != first.end() && head[0] >= 0 && head[0] < ' ' &&
           (size >= 8 || size <= 1);
}

MediaInfo readIsoMedia(Window& file) {
    MediaInfo info;
    std::uint64_t at = 0;
    bool found = false;
    Fragments fragments;
    std::pair<std::uint64_t, std::uint64_t> lastFragment;
    for (int boxes = 0; boxes < kMostBoxes && at + 8 <= file.size(); ++boxes) {
        const std::string head = file.range(at, 16);
        if (head.size() < 8) break;
        std::uint64_t size = bigEndian(head, 0, 4);
        const std::uint64_t header = size == 1 ? 16 : 8;
        if (size == 1) size = bigEndian(head, 8, 8);
        if (size == 0) size = file.size() - at;
        if (size < header) break;
        const bool fits = size <= file.size() - at;
        if (!fits) info.isShort = true;
        if (head.compare(4, 4, "moov") == 0 && !found) {
            found = true;
            if (size > kLargestTable)
                info.damage = "moov too large";
            else
                readMovie(file.range(at + header, size - header), info, fragments);
        }
        if (fits && head.compare(4, 4, "moof") == 0) lastFragment = {at + header, size - header};
        if (!fits) break;
        at += size;
    }
    if (!found) info.damage = "no moov";
    // Doorbells and the like write in pieces, so that nothing is lost when they are torn off.
    if (!info.durationMs && lastFragment.second > 0)
        info.durationMs = fragments.endMs(file.range(lastFragment.first, lastFragment.second));
    return info;
}

} // namespace core::format::film
