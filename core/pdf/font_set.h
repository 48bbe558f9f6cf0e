// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The Noto fonts of the given folders, opened when first needed, and the choice of one for each grapheme.
// Not fontconfig: files are found by name only, so a PDF looks the same on every system. Any thread.

#include "core/pdf/canvas.h"
#include "core/pdf/font_file.h"

#include <map>
#include <mutex>
#include <string_view>
#include <unordered_map>

namespace core::pdf {

using FontId = int;
inline constexpr FontId kNoFont = -1; // no font has it: a box with the code is drawn

// Which of the CJK faces draws Han characters; the order is that of the .ttc file.
enum class HanStyle : unsigned { Japanese = 0, Korean = 1, Simplified = 2, Traditional = 3 };

class FontSet {
public:
    // Throws base::Error(NotFound) where Noto Sans itself is missing.
    explicit FontSet(std::vector<std::filesystem::path> folders);

    const FontFile& file(FontId id) const { return *files_[static_cast<std::size_t>(id)]; }
    FontId latin(Face face) const { return face == Face::Bold ? latinBold_ : latinRegular_; }

    // `script` is ICU's UScriptCode, Common and Inherited already resolved to the text around.
    FontId choose(std::u16string_view grapheme, int script, Face face, HanStyle han);

private:
    FontId load(const std::string& file, unsigned index = 0); // kNoFont where it is missing
    FontId loadFamily(std::string_view family, Face face);
    FontId search(const std::u32string& signs, int script, Face face, HanStyle han);
    bool coversAll(FontId id, const std::u32string& signs) const;

    std::vector<std::filesystem::path> folders_;
    std::mutex mutex_;                             // while one is chosen
    std::vector<std::unique_ptr<FontFile>> files_; // never moves: file() takes no lock
    std::map<std::string, FontId, std::less<>> byName_;
    std::unordered_map<std::u32string, FontId> chosen_;
    FontId latinRegular_ = kNoFont;
    FontId latinBold_ = kNoFont;
};

// True where a grapheme is shown as a colour picture: by its nature, or by a variation selector.
bool isEmoji(std::u16string_view grapheme);

} // namespace core::pdf
