// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Shaped words, kept because words come back. Bounded: when it is full it begins anew, and
// what was in it lives as long as a paragraph that shows it.

#include "core/pdf/shaper.h"

#include <deque>
#include <memory>
#include <unordered_map>

namespace core::pdf {

// Of one thread.
class WordStore {
public:
    explicit WordStore(Shaper& shaper) : shaper_(shaper), words_(std::make_shared<Words>()) {}

    // A word of Latin, Greek or Cyrillic. Lives as long as keeper() of the same moment.
    const ShapedRun& word(std::u16string_view text, FontId font);
    // Any word that stands between blanks: nothing beside it changes its form.
    const ShapedRun& word(std::u16string_view text, const RunKey& key);
    std::shared_ptr<const void> keeper() const { return words_; }
    // To be called between paragraphs only.
    void startOverWhenFull();

private:
    struct Key {
        std::u16string_view text; // of the run itself
        RunKey run;
        bool operator==(const Key&) const = default;
    };
    struct Hash {
        std::size_t operator()(const Key& key) const {
            return std::hash<std::u16string_view>()(key.text) * 31 + static_cast<std::size_t>(key.run.font);
        }
    };
    struct Words {
        std::deque<ShapedRun> runs;
        std::unordered_map<Key, const ShapedRun*, Hash> byText;
    };

    const ShapedRun& number(std::u16string_view text, FontId font);

    Shaper& shaper_;
    std::shared_ptr<Words> words_;
};

} // namespace core::pdf
