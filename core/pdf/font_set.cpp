// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pdf/font_set.h"

#include "core/base/error.h"
#include "core/pdf/display_text.h"
#include "core/pdf/font_names.h"

#include <unicode/uchar.h>
#include <unicode/uscript.h>

namespace core::pdf {
namespace {

constexpr std::size_t kMostFiles = 1024; // the tables of names know about 300
constexpr char32_t kTextSelector = 0xFE0E;
constexpr char32_t kEmojiSelector = 0xFE0F;
constexpr char32_t kKeycap = 0x20E3;

bool has(char32_t c, UProperty property) {
    return u_hasBinaryProperty(static_cast<UChar32>(c), property) != 0;
}

// The signs of a grapheme that a font must have: not joiners, selectors and marks of direction.
std::u32string visibleSigns(std::u16string_view grapheme) {
    std::u32string signs;
    for (std::size_t pos = 0; pos < grapheme.size();) {
        const char32_t c = nextCodePoint16(grapheme, pos);
        if (!has(c, UCHAR_DEFAULT_IGNORABLE_CODE_POINT)) signs += c;
    }
    return signs;
}

bool isHanLike(int script) {
    switch (script) {
    case USCRIPT_HAN:
    case USCRIPT_HIRAGANA:
    case USCRIPT_KATAKANA:
    case USCRIPT_HANGUL:
    case USCRIPT_BOPOMOFO:
        return true;
    default:
        return false;
    }
}

} // namespace

bool isEmoji(std::u16string_view grapheme) {
    std::size_t pos = 0;
    const char32_t first = nextCodePoint16(grapheme, pos);
    bool followed = false;
    while (pos < grapheme.size()) {
        const char32_t c = nextCodePoint16(grapheme, pos);
        if (c == kTextSelector) return false;
        if (c == kEmojiSelector || c == kKeycap || has(c, UCHAR_EMOJI_MODIFIER)) followed = true;
    }
    if (has(first, UCHAR_EMOJI_PRESENTATION)) return true;
    return followed && has(first, UCHAR_EMOJI);
}

FontSet::FontSet(std::vector<std::filesystem::path> folders) : folders_(std::move(folders)) {
    files_.reserve(kMostFiles);
    latinRegular_ = load("NotoSans-Regular.ttf");
    latinBold_ = load("NotoSans-Bold.ttf");
    if (latinRegular_ == kNoFont || latinBold_ == kNoFont) {
        throw base::Error(base::ErrorCode::NotFound, "the Noto Sans font files are missing",
                          latinRegular_ == kNoFont ? "NotoSans-Regular.ttf" : "NotoSans-Bold.ttf");
    }
}

FontId FontSet::load(const std::string& file, unsigned index) {
    const std::string key = file + "#" + std::to_string(index);
    if (const auto found = byName_.find(key); found != byName_.end()) return found->second;
    FontId id = kNoFont;
    for (const auto& folder : folders_) {
        if (files_.size() == kMostFiles) break;
        if (auto opened = FontFile::open(folder / file, index)) {
            files_.push_back(std::move(opened));
            id = static_cast<FontId>(files_.size() - 1);
            break;
        }
    }
    byName_.emplace(key, id);
    return id;
}

FontId FontSet::loadFamily(std::string_view family, Face face) {
    const std::string name(family);
    if (face == Face::Bold) {
        const FontId bold = load(name + "-Bold.ttf");
        if (bold != kNoFont) return bold;
    }
    return load(name + "-Regular.ttf");
}

bool FontSet::coversAll(FontId id, const std::u32string& signs) const {
    if (id == kNoFont) return false;
    for (const char32_t c : signs) {
        if (!file(id).covers(c)) return false;
    }
    return true;
}

FontId FontSet::choose(std::u16string_view grapheme, int script, Face face, HanStyle han) {
    const std::lock_guard one(mutex_);
    const bool emoji = isEmoji(grapheme);
    std::u32string key = visibleSigns(grapheme);
    const std::u32string signs = key;
    key += static_cast<char32_t>(script + 2);
    key += static_cast<char32_t>((emoji ? 1 : 0) + (face == Face::Bold ? 2 : 0) +
                                 4 * static_cast<unsigned>(han));
    if (const auto found = chosen_.find(key); found != chosen_.end()) return found->second;

    FontId id = kNoFont;
    if (emoji) {
        const FontId color = load("NotoColorEmoji.ttf");
        if (color != kNoFont && !signs.empty() && file(color).covers(signs[0])) id = color;
    }
    if (id == kNoFont) id = search(signs, script, face, han);
    // Where no one font has the whole grapheme, the one with its base letter draws it.
    if (id == kNoFont && signs.size() > 1) id = search(signs.substr(0, 1), script, face, han);
    chosen_.emplace(std::move(key), id);
    return id;
}

FontId FontSet::search(const std::u32string& signs, int script, Face face, HanStyle han) {
    if (coversAll(latin(face), signs)) return latin(face);
    const auto tryFamily = [&](std::string_view family) {
        const FontId id = loadFamily(family, face);
        return coversAll(id, signs) ? id : kNoFont;
    };
    const auto tryCjk = [&] {
        const char* name = face == Face::Bold ? "NotoSansCJK-Bold.ttc" : "NotoSansCJK-Regular.ttc";
        const FontId id = load(name, static_cast<unsigned>(han));
        return coversAll(id, signs) ? id : kNoFont;
    };
    const auto tryScript = [&](int wanted) {
        const std::string_view code = uscript_getShortName(static_cast<UScriptCode>(wanted));
        for (const ScriptFont& entry : scriptFonts()) {
            if (entry.script != code) continue;
            if (const FontId id = tryFamily(entry.family); id != kNoFont) return id;
        }
        return kNoFont;
    };
    if (isHanLike(script)) {
        if (const FontId id = tryCjk(); id != kNoFont) return id;
    }
    if (const FontId id = tryScript(script); id != kNoFont) return id;
    for (const std::string_view family : symbolFonts()) {
        if (const FontId id = tryFamily(family); id != kNoFont) return id;
    }
    if (const FontId id = tryCjk(); id != kNoFont) return id;
    const FontId color = load("NotoColorEmoji.ttf");
    if (!signs.empty() && has(signs[0], UCHAR_EMOJI) && coversAll(color, signs)) return color;

    // Signs that several scripts share, or that stand among letters of another one.
    constexpr int kMaxScripts = 32;
    UScriptCode shared[kMaxScripts];
    for (const char32_t c : signs) {
        UErrorCode status = U_ZERO_ERROR;
        const int count = uscript_getScriptExtensions(static_cast<UChar32>(c), shared, kMaxScripts, &status);
        if (U_FAILURE(status)) continue;
        for (int i = 0; i < count; ++i) {
            if (const FontId id = tryScript(shared[i]); id != kNoFont) return id;
        }
    }
    return kNoFont;
}

} // namespace core::pdf
