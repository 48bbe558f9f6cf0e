// SPDX-License-Identifier: GPL-3.0-or-later
// Windows Media: WMV, WMA and ASF. Advanced Systems Format specification 01.20.
#include "core/base/timestamp.h"
#include "core/format/film/containers.h"
#include "core/format/film/iso_box.h"

#include <algorithm>

namespace core::format::film {

namespace {

using namespace std::string_view_literals;

constexpr std::uint64_t kLargestHeader = 4 * 1024 * 1024;
constexpr std::size_t kHeaderBegin = 30;                     // of the objects inside of it
constexpr std::size_t kObjectBegin = 24;                     // behind its name and size
constexpr std::int64_t kFrom1601To1970 = 11'644'473'600'000; // milliseconds
constexpr std::uint64_t kLongestMs = 400ULL * 24 * 3600 * 1000;

// Names of objects and of kinds of streams, as the file has them.
constexpr auto kHeader = "\x30\x26\xB2\x75\x8E\x66\xCF\x11\xA6\xD9\x00\xAA\x00\x62\xCE\x6C"sv;
constexpr auto kFile = "\xA1\xDC\xAB\x8C\x47\xA9\xCF\x11\x8E\xE4\x00\xC0\x0C\x20\x53\x65"sv;
constexpr auto kStream = "\x91\x07\xDC\xB7\xB7\xA9\xCF\x11\x8E\xE6\x00\xC0\x0C\x20\x53\x65"sv;
constexpr auto kPictureStream = "\xC0\xEF\x19\xBC\x4D\x5B\xCF\x11\xA8\xFD\x00\x80\x5F\x5C\x44\x2B"sv;
constexpr auto kSoundStream = "\x40\x9E\x69\xF8\x4D\x5B\xCF\x11\xA8\xFD\x00\x80\x5F\x5C\x44\x2B"sv;

// 3.2: when it was made, by the standard in UTC, and how long it plays.
void readFile(std::string_view content, const Window& file, MediaInfo& info) {
    const bool isBroadcast = (littleEndian(content, 64, 4) & 1U) != 0; // the numbers are not filled in
    if (content.size() < 80 || isBroadcast) return;
    info.isShort = littleEndian(content, 16, 8) > file.size();
    const std::uint64_t made = littleEndian(content, 24, 8) / 10'000;
    if (made == 0)
        info.headerIsNone = true;
    else if (made < kLongestMs * 10'000)
        info.header = info.headerAsWritten =
            base::toRfc3339(static_cast<std::int64_t>(made) - kFrom1601To1970);
    const std::uint64_t plays = littleEndian(content, 40, 8) / 10'000;
    const std::uint64_t before = littleEndian(content, 56, 8); // the time that is filled up before it begins
    if (plays > before && plays - before < kLongestMs)
        info.durationMs = static_cast<std::int64_t>(plays - before);
}

// 3.3.
void readStream(std::string_view content, MediaInfo& info) {
    const std::string_view kind = content.substr(0, kStream.size());
    info.hasSound = info.hasSound || kind == kSoundStream;
    if (kind != kPictureStream) return;
    info.hasPictures = true;
    constexpr std::size_t kSpecific = 54;
    constexpr std::uint64_t kLargestSide = 100'000;
    const std::uint64_t width = littleEndian(content, kSpecific, 4);
    const std::uint64_t height = littleEndian(content, kSpecific + 4, 4);
    if (info.frame.width != 0 || width > kLargestSide || height > kLargestSide) return;
    info.frame.width = static_cast<int>(width);
    info.frame.height = static_cast<int>(height);
}

} // namespace

bool isAsf(std::string_view head) { return head.starts_with(kHeader); }

MediaInfo readAsf(Window& file) {
    MediaInfo info;
    const std::uint64_t size = littleEndian(file.range(0, kHeaderBegin), 16, 8);
    const std::string header = file.range(0, std::min(size, kLargestHeader));
    std::string_view rest = std::string_view(header).substr(std::min(header.size(), kHeaderBegin));
    bool isFileThere = false;
    while (rest.size() >= kObjectBegin) {
        const std::uint64_t length = littleEndian(rest, 16, 8);
        if (length < kObjectBegin || length > rest.size()) break;
        const std::string_view name = rest.substr(0, kFile.size());
        const std::string_view content =
            rest.substr(kObjectBegin, static_cast<std::size_t>(length) - kObjectBegin);
        if (name == kFile) readFile(content, file, info);
        isFileThere = isFileThere || name == kFile;
        if (name == kStream) readStream(content, info);
        rest.remove_prefix(static_cast<std::size_t>(length));
    }
    if (!isFileThere) info.damage = "no properties";
    return info;
}

} // namespace core::format::film
