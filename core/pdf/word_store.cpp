// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pdf/word_store.h"

#include "core/pdf/display_text.h"

#include <algorithm>
#include <cstring>

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

bool isDigit(char16_t c) { return c >= u'0' && c <= u'9'; }

bool isNumber(std::u16string_view text) {
    return std::all_of(text.begin(), text.end(),
                       [](char16_t c) { return isDigit(c) || c == u'.' || c == u':'; });
}

// Four units at a time; words are short.
std::uint64_t hashOf(std::u16string_view text, const RunKey& key) {
    constexpr std::uint64_t kOdd = 0x9E3779B97F4A7C15ULL;
    std::uint64_t hash = static_cast<std::uint64_t>(key.font) * 64 + static_cast<std::uint64_t>(key.script);
    const auto mix = [&](std::uint64_t units) {
        hash = (hash ^ units) * kOdd;
        hash ^= hash >> 32U;
    };
    const char16_t* at = text.data();
    std::size_t left = text.size();
    for (; left >= 4; left -= 4, at += 4) {
        std::uint64_t units = 0;
        std::memcpy(&units, at, sizeof units);
        mix(units);
    }
    std::uint64_t rest = text.size();
    for (; left > 0; --left) rest = rest << 16U | *at++;
    mix(rest);
    return hash;
}

} // namespace

std::size_t firstPart(std::u16string_view text) {
    constexpr std::size_t kMostDigits = 2; // more would be too many to come back
    if (!isDigit(text[0]) || !isNumber(text)) return text.size();
    std::size_t end = 0;
    while (end < std::min(text.size(), kMostDigits) && isDigit(text[end])) ++end;
    if (end < text.size() && !isDigit(text[end])) ++end;
    return end;
}

WordStore::Slot& WordStore::slotOf(std::u16string_view text, const RunKey& key, std::uint64_t hash) {
    std::vector<Slot>& slots = words_->slots;
    for (std::size_t at = hash;; ++at) {
        Slot& slot = slots[at & (slots.size() - 1)];
        if (slot.run == nullptr) return slot;
        const ShapedRun& run = *slot.run;
        if (slot.hash == hash && slot.script == key.script && run.font == key.font &&
            run.rightToLeft == key.rightToLeft && run.text.size() == text.size() &&
            std::memcmp(run.text.data(), text.data(), text.size() * sizeof text[0]) == 0)
            return slot;
    }
}

void WordStore::grow() {
    std::vector<Slot> old(2 * words_->slots.size());
    old.swap(words_->slots);
    for (const Slot& slot : old) {
        if (slot.run == nullptr) continue;
        std::size_t at = slot.hash & (words_->slots.size() - 1);
        while (words_->slots[at].run != nullptr) at = (at + 1) & (words_->slots.size() - 1);
        words_->slots[at] = slot;
    }
}

const ShapedRun& WordStore::word(std::u16string_view text, FontId font) {
    return word(text, RunKey{font, kByFirstLetter, false});
}

const ShapedRun& WordStore::word(std::u16string_view text, const RunKey& key) {
    const std::uint64_t hash = hashOf(text, key);
    if (const ShapedRun* found = slotOf(text, key, hash).run) return *found;
    RunKey shaped = key;
    if (key.script == kByFirstLetter) shaped.script = scriptOf(text);
    ShapedRun& run = words_->runs.emplace_back(shaper_.shapeRun(text, 0, text.size(), shaped));
    run.isWord = true;
    for (const Glyph& glyph : run.glyphs) run.isWhole = run.isWhole && glyph.id != 0;
    if (2 * words_->runs.size() > words_->slots.size()) grow();
    slotOf(text, key, hash) = {hash, &run, key.script};
    return run;
}

const ShapedRun& WordStore::blank(FontId font) {
    auto& blanks = words_->blanks;
    const auto index = static_cast<std::size_t>(font);
    if (blanks.size() <= index) blanks.resize(index + 1);
    if (blanks[index] == nullptr) blanks[index] = &word(u" ", font);
    return *blanks[index];
}

void WordStore::startOverWhenFull() {
    if (words_->runs.size() >= kMostWords) words_ = std::make_shared<Words>();
}

} // namespace core::pdf
