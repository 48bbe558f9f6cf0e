// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pdf/word_store.h"

#include "core/pdf/display_text.h"

#include <algorithm>

#include <unicode/uscript.h>

namespace core::pdf {

namespace {

constexpr std::size_t kMostWords = 30'000;
constexpr int kByFirstLetter = -2; // no script of ICU's

// Greek and Cyrillic differ from Latin only in local forms, so the first letter's script is asked.
int scriptOf(std::u16string_view word) {
    UErrorCode status = U_ZERO_ERROR;
    std::size_t pos = 0;
    const UScriptCode script = uscript_getScript(static_cast<UChar32>(nextCodePoint16(word, pos)), &status);
    return U_SUCCESS(status) && script > USCRIPT_INHERITED ? script : USCRIPT_LATIN;
}

// The signs of numbers and times stand beside each other without kerning (a test holds that).
bool isNumber(std::u16string_view text) {
    return std::all_of(text.begin(), text.end(),
                       [](char16_t c) { return (c >= u'0' && c <= u'9') || c == u'.' || c == u':'; });
}

} // namespace

// A number seldom comes again, so it is put together instead of shaped and kept.
const ShapedRun& WordStore::number(std::u16string_view text, FontId font) {
    ShapedRun run;
    run.font = font;
    run.text = text;
    run.isWord = true;
    run.glyphs.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        const ShapedRun& sign = word(text.substr(i, 1), font);
        run.isWhole = run.isWhole && sign.isWhole;
        run.glyphs.push_back(sign.glyphs[0]);
        run.glyphs.back().cluster = static_cast<std::uint32_t>(i);
        run.widthEm += sign.widthEm;
        run.inkTopEm = std::max(run.inkTopEm, sign.inkTopEm);
        run.inkBottomEm = std::max(run.inkBottomEm, sign.inkBottomEm);
    }
    return words_->runs.emplace_back(std::move(run));
}

const ShapedRun& WordStore::word(std::u16string_view text, FontId font) {
    if (text.size() > 1 && isNumber(text)) return number(text, font);
    return word(text, RunKey{font, kByFirstLetter, false});
}

const ShapedRun& WordStore::word(std::u16string_view text, const RunKey& key) {
    if (const auto found = words_->byText.find({text, key}); found != words_->byText.end())
        return *found->second;
    RunKey shaped = key;
    if (key.script == kByFirstLetter) shaped.script = scriptOf(text);
    ShapedRun& run = words_->runs.emplace_back(shaper_.shapeRun(text, 0, text.size(), shaped));
    run.isWord = true;
    for (const Glyph& glyph : run.glyphs) run.isWhole = run.isWhole && glyph.id != 0;
    words_->byText.emplace(Key{run.text, key}, &run);
    return run;
}

void WordStore::startOverWhenFull() {
    if (words_->runs.size() >= kMostWords) words_ = std::make_shared<Words>();
}

} // namespace core::pdf
