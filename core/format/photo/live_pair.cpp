// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/format/photo/live_pair.h"

#include "core/format/film/iso_media.h"

#include <algorithm>

namespace core::format::photo {

namespace {

constexpr std::uint64_t kBudget = 4 * 1024 * 1024; // of the film's bytes: it lasts three seconds
constexpr std::size_t kIdentifier = 36;            // a UUID

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

// Looked at for each file beside each picture: nothing here but bytes.
bool areAlike(std::string_view a, std::string_view b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                      [](char x, char y) { return lower(x) == lower(y); });
}

bool isFilmOf(std::string_view name, std::string_view stem) {
    if (name.size() != stem.size() + 4 || !areAlike(name.substr(0, stem.size()), stem)) return false;
    return areAlike(name.substr(stem.size()), ".mov") || areAlike(name.substr(stem.size()), ".mp4");
}

} // namespace

std::optional<std::string> livePair(std::string_view picture, const ReadContext& context) {
    if (context.around == nullptr) return std::nullopt;
    const std::string stem = context.fileName.substr(0, context.fileName.rfind('.'));
    for (const std::string& name : context.around->beside()) {
        if (!isFilmOf(name, stem)) continue;
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
