// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/format/photo/live_pair.h"

#include "core/base/utf8.h"
#include "core/format/film/iso_media.h"

#include <array>

namespace core::format::photo {

namespace {

constexpr std::uint64_t kBudget = 4 * 1024 * 1024; // of the film's bytes: it lasts three seconds
constexpr std::size_t kIdentifier = 36;            // a UUID

std::string stemOf(const std::string& name) { return base::foldForSearch(name.substr(0, name.rfind('.'))); }

bool isFilmName(const std::string& name) {
    constexpr std::array<std::string_view, 2> endings{".mov", ".mp4"};
    const std::string folded = base::foldForSearch(name);
    for (const std::string_view ending : endings)
        if (folded.ends_with(ending)) return true;
    return false;
}

} // namespace

std::optional<std::string> livePair(std::string_view picture, const ReadContext& context) {
    if (context.around == nullptr) return std::nullopt;
    const std::string stem = stemOf(context.fileName);
    for (const std::string& name : context.around->beside()) {
        if (!isFilmName(name) || stemOf(name) != stem) continue;
        const auto source = context.around->open(name);
        if (!source) continue;
        film::Window file(*source, kBudget);
        if (!film::isIsoMedia(file.range(0, 16))) continue;
        const std::string id = film::readIsoMedia(file).contentId;
        if (id.size() == kIdentifier && picture.find(id) != std::string_view::npos) return name;
    }
    return std::nullopt;
}

} // namespace core::format::photo
