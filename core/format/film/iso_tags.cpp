// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/format/film/iso_tags.h"

#include "core/base/utf8.h"
#include "core/format/film/iso_box.h"

#include <algorithm>
#include <charconv>
#include <vector>

namespace core::format::film {

namespace {

constexpr std::size_t kLongestText = 1024;

std::string clean(std::string_view text) {
    const std::size_t end = text.find('\0');
    std::string out(text.substr(0, std::min({end, text.size(), kLongestText})));
    while (!out.empty() && out.back() == ' ') out.pop_back();
    return base::repairUtf8(out);
}

// Maker and model come in any order; the model often repeats the maker.
struct Camera {
    std::string make;
    std::string model;
    std::string joined() const {
        return make.empty() || model.starts_with(make) ? model : model.empty() ? make : make + " " + model;
    }
};

// A sign, whole degrees and a fraction; moves `text` behind it.
std::optional<double> signedDegrees(std::string_view& text) {
    if (text.empty() || (text[0] != '+' && text[0] != '-')) return std::nullopt;
    std::size_t end = 1;
    while (end < text.size() && ((text[end] >= '0' && text[end] <= '9') || text[end] == '.')) ++end;
    double value = 0;
    const auto [at, error] = std::from_chars(text.data() + 1, text.data() + end, value);
    if (error != std::errc() || at != text.data() + end) return std::nullopt;
    const bool isNegative = text[0] == '-';
    text.remove_prefix(end);
    return isNegative ? -value : value;
}

void take(MediaInfo& info, Camera& camera, std::string_view name, const std::string& value) {
    if (value.empty()) return;
    const auto ends = [&](std::string_view end) { return name.ends_with(end); };
    if (ends("quicktime.creationdate")) info.created = value;
    if (ends("quicktime.content.identifier")) info.contentId = value;
    if (ends("location.ISO6709") || name == "\xA9xyz")
        if (const auto place = placeOf(value)) info.frame.gps = place;
    if (ends("quicktime.make") || name == "\xA9mak" || ends("android.manufacturer")) camera.make = value;
    if (ends("quicktime.model") || name == "\xA9mod" || ends("android.model")) camera.model = value;
    // Its recorder writes UTC, when it stops: frameworks/av, MPEG4Writer.
    if (name.starts_with("com.android.")) info.headerMayBeEnd = true;
    if (name.starts_with("com.android.") || name.starts_with("com.apple.quicktime"))
        info.headerZone = HeaderZone::Utc;
    // With its zone only: the plain year of a song tells nothing.
    if (name == "\xA9"
                "day" &&
        info.created.empty() && value.size() >= 20 && value.find('T') != std::string::npos)
        info.created = value;
}

void addCamera(const Camera& camera, MediaInfo& info) {
    if (info.frame.camera.empty()) info.frame.camera = camera.joined();
}

// 3GPP TS 26.244, 8.8: language, name, role, then longitude and latitude as 16.16.
std::optional<model::Gps> placeOfLoci(std::string_view box) {
    const std::size_t name = 6;
    std::size_t at = box.find('\0', name);
    if (at == std::string_view::npos || at + 10 > box.size()) return std::nullopt;
    at += 2;
    const auto fixed = [&](std::size_t from) {
        return static_cast<std::int32_t>(bigEndian(box, from, 4)) / 65536.0;
    };
    const model::Gps place{fixed(at + 4), fixed(at)};
    const bool isReal = place.latitude >= -90 && place.latitude <= 90 && place.longitude >= -180 &&
                        place.longitude <= 180 && (place.latitude != 0 || place.longitude != 0);
    return isReal ? std::optional(place) : std::nullopt;
}

// The text of an ilst entry: a data box of type, locale and bytes.
std::string dataOf(std::string_view entry) {
    const std::string_view data = findBox(entry, "data");
    return data.size() > 8 ? clean(data.substr(8)) : std::string();
}

void readItunes(std::string_view meta, MediaInfo& info, Camera& camera) {
    if (meta.size() < 4) return;
    std::string_view list = findBox(meta.substr(4), "ilst");
    Box entry;
    while (nextBox(list, entry)) take(info, camera, entry.type, dataOf(entry.content));
}

} // namespace

std::optional<model::Gps> placeOf(std::string_view text) {
    const auto latitude = signedDegrees(text);
    const auto longitude = signedDegrees(text);
    if (!latitude || !longitude) return std::nullopt;
    if (*latitude < -90 || *latitude > 90 || *longitude < -180 || *longitude > 180) return std::nullopt;
    if (*latitude == 0 && *longitude == 0) return std::nullopt;
    return model::Gps{*latitude, *longitude};
}

void readUserData(std::string_view udta, MediaInfo& info) {
    Camera camera;
    Box box;
    while (nextBox(udta, box)) {
        if (box.type == "meta") readItunes(box.content, info, camera);
        if (box.type == "loci" && !info.frame.gps) info.frame.gps = placeOfLoci(box.content);
        // A length of two bytes, a language of two, the text.
        if (!box.type.starts_with('\xA9') || box.content.size() < 4) continue;
        const std::uint64_t length = bigEndian(box.content, 0, 2);
        take(info, camera, box.type, clean(box.content.substr(4).substr(0, length)));
    }
    addCamera(camera, info);
}

void readKeys(std::string_view meta, MediaInfo& info) {
    // QuickTime's own has no version in front of its boxes; that of MP4 has.
    if (findBox(meta, "keys").empty() && meta.size() >= 4) meta.remove_prefix(4);
    const std::string_view keys = findBox(meta, "keys");
    std::vector<std::string_view> names;
    std::string_view rest = keys.size() >= 8 ? keys.substr(8) : std::string_view();
    Box key;
    while (nextBox(rest, key)) names.push_back(key.content);
    Camera camera;
    std::string_view list = findBox(meta, "ilst");
    Box entry;
    while (nextBox(list, entry)) {
        const std::uint64_t index = bigEndian(entry.type, 0, 4); // from 1
        if (index == 0 || index > names.size()) continue;
        take(info, camera, names[static_cast<std::size_t>(index) - 1], dataOf(entry.content));
    }
    addCamera(camera, info);
}

} // namespace core::format::film
