// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Turns a stretch of text of one font and direction into positioned glyphs. Not line breaking, not drawing.

#include "core/pdf/font_set.h"

#include <cstdint>
#include <memory>
#include <string>

namespace core::pdf {

// Font units of the run's font; y upwards.
struct Glyph {
    std::uint32_t id = 0;
    std::uint32_t cluster = 0; // index into the run's text
    std::int32_t advance = 0;
    std::int32_t dx = 0;
    std::int32_t dy = 0;
};

// Immutable but for what its painter notes.
struct ShapedRun {
    FontId font = kNoFont;
    bool rightToLeft = false;
    std::u16string text;       // as in the paragraph
    std::vector<Glyph> glyphs; // from left to right; empty for a run no font has
    double widthEm = 0;
    double inkTopEm = 0;    // above the baseline
    double inkBottomEm = 0; // below the baseline, positive

    // For readers of the file instead of what its letters say: of a parted word the first part says the
    // whole, the others nothing.
    std::u16string said;

    bool isWord = false; // of a WordStore: drawn again and again
    bool isWhole = true; // a word of which the font has every letter
    struct Painted {     // how the painter writes a word; only its thread looks at it
        std::string codes;
        double widthEm = 0; // to where the pen is then
        int font = -1;
        bool isTried = false;
    };
    mutable Painted painted;
};

struct RunKey {
    FontId font = kNoFont;
    int script = 0; // UScriptCode
    bool rightToLeft = false;
    bool operator==(const RunKey&) const = default;
};

// The width of the box that stands for a character no font has.
inline constexpr double kMissingBoxEm = 1.0;

class Shaper {
public:
    Shaper(FontSet& fonts, const std::string& language);
    ~Shaper();
    Shaper(const Shaper&) = delete;
    Shaper& operator=(const Shaper&) = delete;

    // The part [begin, end) of `text`, seen in its surroundings.
    ShapedRun shapeRun(std::u16string_view text, std::size_t begin, std::size_t end, const RunKey& key);
    std::shared_ptr<const ShapedRun> shape(std::u16string_view text, std::size_t begin, std::size_t end,
                                           const RunKey& key) {
        return std::make_shared<ShapedRun>(shapeRun(text, begin, end, key));
    }

private:
    struct State;
    std::unique_ptr<State> state_;
};

// UTF-16 indices in `run` at which a cluster begins, with the cluster's width in em; ascending.
struct ClusterWidth {
    std::uint32_t begin = 0;
    double widthEm = 0;
};
std::vector<ClusterWidth> clusterWidths(const ShapedRun& run, const FontSet& fonts);

} // namespace core::pdf
