// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Shaped words, kept because words come back. Bounded: when it is full it begins anew, and
// what was in it lives as long as a paragraph that shows it.

#include "core/pdf/shaper.h"

#include <deque>
#include <memory>
#include <vector>

namespace core::pdf {

// Of one thread.
class WordStore {
public:
    explicit WordStore(Shaper& shaper) : shaper_(shaper), words_(std::make_shared<Words>()) {}

    // A word of Latin, Greek or Cyrillic. Lives as long as keeper() of the same moment.
    const ShapedRun& word(std::u16string_view text, FontId font);
    // Any word that stands between blanks: nothing beside it changes its form.
    const ShapedRun& word(std::u16string_view text, const RunKey& key);
    const ShapedRun& blank(FontId font); // a single one
    std::shared_ptr<const void> keeper() const { return words_; }
    // To be called between paragraphs only.
    void startOverWhenFull();

private:
    struct Slot {
        std::uint64_t hash = 0;
        const ShapedRun* run = nullptr; // none: free
        int script = 0;                 // as it was asked for
    };
    struct Words {
        std::deque<ShapedRun> runs;
        std::vector<Slot> slots = std::vector<Slot>(1024); // a power of two; half of them stay free
        std::vector<const ShapedRun*> blanks;              // by font
    };

    Slot& slotOf(std::u16string_view text, const RunKey& key, std::uint64_t hash);
    void grow();

    Shaper& shaper_;
    std::shared_ptr<Words> words_;
};

// How much of `text`, which is not empty, is one word to keep: a number is kept in parts, since they come
// back and the whole seldom does. Its signs stand beside each other without kerning.
std::size_t firstPart(std::u16string_view text);

} // namespace core::pdf
