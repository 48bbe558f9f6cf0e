// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/format/film/iso_fragments.h"

#include "core/format/film/iso_box.h"

#include <algorithm>
#include <cmath>

namespace core::format::film {

namespace {

std::uint64_t flagsOf(std::string_view box) { return bigEndian(box, 1, 3); }

// Of all samples of one trun box, in the track's units; `usual` where it does not say each.
std::uint64_t lengthOf(std::string_view trun, std::uint64_t usual) {
    const std::uint64_t flags = flagsOf(trun);
    const std::uint64_t count = bigEndian(trun, 4, 4);
    if ((flags & 0x100) == 0) return count * usual;
    std::size_t at = 8 + ((flags & 1) != 0 ? 4 : 0) + ((flags & 4) != 0 ? 4 : 0);
    std::size_t step = 0;
    for (const std::uint64_t field : std::initializer_list<std::uint64_t>{0x100, 0x200, 0x400, 0x800})
        if ((flags & field) != 0) step += 4;
    std::uint64_t length = 0;
    for (std::uint64_t i = 0; i < count && at + step <= trun.size(); ++i, at += step)
        length += bigEndian(trun, at, 4);
    return length;
}

std::uint64_t usualLength(std::string_view tfhd) {
    const std::uint64_t flags = flagsOf(tfhd);
    if ((flags & 8) == 0) return 0;
    return bigEndian(tfhd, 8 + ((flags & 1) != 0 ? 8 : 0) + ((flags & 2) != 0 ? 4 : 0), 4);
}

} // namespace

void Fragments::addTrack(std::string_view trak) {
    const std::string_view tkhd = findBox(trak, "tkhd");
    const std::string_view mdhd = findBox(findBox(trak, "mdia"), "mdhd");
    const auto isLong = [](std::string_view box) { return !box.empty() && box[0] == 1; };
    scales_[bigEndian(tkhd, isLong(tkhd) ? 20 : 12, 4)] = bigEndian(mdhd, isLong(mdhd) ? 20 : 12, 4);
}

std::optional<std::int64_t> Fragments::endMs(std::string_view moof) const {
    constexpr double longest = 400.0 * 24 * 3600 * 1000;
    std::optional<std::int64_t> latest;
    Box box;
    while (nextBox(moof, box)) {
        if (box.type != "traf") continue;
        const std::string_view tfhd = findBox(box.content, "tfhd");
        const std::string_view tfdt = findBox(box.content, "tfdt");
        const auto scale = scales_.find(bigEndian(tfhd, 4, 4));
        if (tfdt.empty() || scale == scales_.end() || scale->second == 0) continue;
        auto units = static_cast<double>(bigEndian(tfdt, 4, tfdt[0] == 1 ? 8 : 4));
        Box run;
        for (std::string_view runs = box.content; nextBox(runs, run);)
            if (run.type == "trun") units += static_cast<double>(lengthOf(run.content, usualLength(tfhd)));
        const double ms = units * 1000 / static_cast<double>(scale->second);
        if (ms > 0 && ms <= longest)
            latest = std::max(latest.value_or(0), static_cast<std::int64_t>(std::llround(ms)));
    }
    return latest;
}

} // namespace core::format::film
