// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/format/photo/side_file.h"

#include "core/base/error.h"
#include "core/base/utf8.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

#include <Poco/JSON/Object.h>
#include <Poco/JSON/Parser.h>

namespace core::format::photo {

namespace {

constexpr std::size_t kLargest = 1024 * 1024;
constexpr std::size_t kCutStem = 46; // characters: 51 with ".json"
constexpr std::string_view kJson = ".json";
constexpr std::string_view kLong = ".supplemental-metadata";

// "(1)" at the end of a text, taken off it.
std::string takeNumber(std::string& text) {
    const std::size_t open = text.rfind('(');
    if (open == std::string::npos || open == 0 || !text.ends_with(')')) return {};
    const std::string_view digits = std::string_view(text).substr(open + 1, text.size() - open - 2);
    if (digits.empty() || digits.size() > 4 ||
        !std::all_of(digits.begin(), digits.end(), [](char c) { return c >= '0' && c <= '9'; }))
        return {};
    std::string number = text.substr(open);
    text.resize(open);
    return number;
}

struct MediaName {
    std::string plain;  // without number and without the word of an edited copy
    std::string number; // "(1)"

    // What every name of its side file begins with, however it was cut.
    std::string_view begin() const { return std::string_view(plain).substr(0, kCutStem - 10); }
};

MediaName mediaName(const std::string& name) {
    constexpr std::array<std::string_view, 4> edited{"-edited", "-redigeret", "-bearbeitet", "-redigerad"};
    const std::size_t dot = name.rfind('.');
    std::string stem = name.substr(0, dot);
    const std::string ending = dot == std::string::npos ? "" : name.substr(dot);
    std::string number = takeNumber(stem);
    for (const std::string_view word : edited)
        if (stem.size() > word.size() && stem.ends_with(word)) {
            stem.resize(stem.size() - word.size());
            break;
        }
    if (number.empty()) number = takeNumber(stem); // X(1)-edited.jpg
    return {stem + ending, number};
}

std::size_t characters(std::string_view text) {
    return static_cast<std::size_t>(
        std::count_if(text.begin(), text.end(), [](char c) { return (c & 0xC0) != 0x80; }));
}

// 0: not its side file; more: how sure.
int likeness(const MediaName& media, const std::string& side) {
    if (!side.starts_with(media.begin()) || !side.ends_with(kJson)) return 0;
    std::string stem = side.substr(0, side.size() - kJson.size());
    const bool isWhole = media.number.empty() && stem == media.plain;
    if (isWhole) return 3;
    if (takeNumber(stem) != media.number) return 0;
    if (stem == media.plain) return 3;
    const std::string longest = media.plain + std::string(kLong);
    if (!stem.empty() && longest.starts_with(stem)) {
        if (stem.size() > media.plain.size()) return 2;
        // The media name itself was cut; the number may or may not have counted.
        const std::size_t length = characters(stem);
        if (length == kCutStem || length + media.number.size() == kCutStem) return 1;
    }
    return 0;
}

// As Takeout writes a title as a name of a file.
std::string asFileName(std::string title) {
    for (char& c : title)
        if (std::string_view("&<>:\"/\\|?*%'=").find(c) != std::string_view::npos) c = '_';
    return title;
}

// The title is the name that the file once had: where it is another's, the file is another's.
bool isTitleOf(const std::string& title, const std::string& media) {
    if (title.empty()) return true;
    constexpr std::size_t kLongestStem = 47; // Takeout cuts the name of the media file too
    const std::string plain = base::foldForSearch(asFileName(mediaName(media).plain));
    const std::string written = base::foldForSearch(asFileName(title));
    const auto stemOf = [](const std::string& name) { return name.substr(0, name.rfind('.')); };
    const std::string a = stemOf(plain);
    const std::string b = stemOf(written);
    if (a == b || written == a || b == base::foldForSearch(asFileName(stemOf(media)))) return true;
    return characters(a) + 2 >= kLongestStem && b.starts_with(a);
}

std::string textOf(const Poco::JSON::Object::Ptr& object, const char* key) {
    if (object.isNull() || !object->has(key)) return {};
    return object->get(key).toString();
}

std::optional<model::Gps> placeIn(const Poco::JSON::Object::Ptr& root, const char* key) {
    const auto place = root->getObject(key);
    if (place.isNull()) return std::nullopt;
    const model::Gps gps{place->optValue("latitude", 0.0), place->optValue("longitude", 0.0)};
    const bool isReal = std::abs(gps.latitude) <= 90 && std::abs(gps.longitude) <= 180 &&
                        (gps.latitude != 0 || gps.longitude != 0);
    return isReal ? std::optional(gps) : std::nullopt;
}

std::optional<SideFile> parse(const std::string& json, const std::string& media, const std::string& name) {
    try {
        const auto root = Poco::JSON::Parser().parse(json).extract<Poco::JSON::Object::Ptr>();
        if (!isTitleOf(textOf(root, "title"), media)) return std::nullopt;
        const std::string taken = textOf(root->getObject("photoTakenTime"), "timestamp");
        std::int64_t seconds = 0;
        const auto [end, error] = std::from_chars(taken.data(), taken.data() + taken.size(), seconds);
        constexpr std::int64_t latest = 253'402'300'799; // the year 9999
        if (error != std::errc() || end != taken.data() + taken.size() || seconds == 0) return std::nullopt;
        if (seconds < -latest || seconds > latest) return std::nullopt;
        SideFile side{seconds * 1000, taken + " (" + name + ")", placeIn(root, "geoDataExif")};
        if (!side.gps) side.gps = placeIn(root, "geoData");
        return side;
    } catch (const Poco::Exception&) {
        return std::nullopt; // a file beside it that is no side file after all
    }
}

} // namespace

std::vector<std::string> sideNames(const std::string& media, const std::vector<std::string>& beside) {
    const MediaName own = mediaName(media);
    const MediaName whole{media, {}}; // a name that really ends in "-edited" or "(1)"
    std::vector<std::pair<int, std::string>> found;
    for (const std::string& name : beside) {
        const int like = std::max(2 * likeness(whole, name), 2 * likeness(own, name) - 1);
        if (like > 0) found.emplace_back(-like, name);
    }
    std::sort(found.begin(), found.end());
    std::vector<std::string> names;
    names.reserve(found.size());
    for (auto& one : found) names.push_back(std::move(one.second));
    return names;
}

std::optional<SideFile> sideFileOf(const ReadContext& context) {
    constexpr std::size_t mostTried = 8;
    if (context.around == nullptr) return std::nullopt;
    std::vector<std::string> names = sideNames(context.fileName, context.around->beside());
    names.resize(std::min(names.size(), mostTried));
    for (const std::string& name : names) {
        const auto source = context.around->open(name);
        if (!source || source->size() > kLargest) continue;
        if (auto side = parse(base::readAll(*source, kLargest), context.fileName, name)) return side;
    }
    return std::nullopt;
}

bool looksLikeSideFile(std::string_view head) {
    if (head.starts_with("\xEF\xBB\xBF")) head.remove_prefix(3);
    const std::size_t begin = head.find_first_not_of(" \t\r\n");
    if (begin == std::string_view::npos || head[begin] != '{') return false;
    return head.find("\"photoTakenTime\"") != std::string_view::npos &&
           head.find("\"title\"") != std::string_view::npos;
}

} // namespace core::format::photo
