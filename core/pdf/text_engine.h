// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What one thread lays text out with, and the short paragraphs it has laid out already: the cells of a log
// say the same again and again. Not drawing.

#include "core/pdf/line_layout.h"

#include <memory>
#include <unordered_map>

namespace core::pdf {

class TextEngine {
public:
    TextEngine(FontSet& fonts, const std::string& language)
        : shaper_(fonts, language), layout_(fonts, shaper_, language) {}

    std::shared_ptr<const Paragraph::State> layout(const std::vector<Span>& spans, double widthMm,
                                                   Align align);
    std::shared_ptr<const Paragraph::State> layout(std::string_view text, const TextStyle& style,
                                                   double widthMm, Align align);

private:
    struct Key {
        std::string_view text; // of the paragraph itself
        TextStyle style;
        double widthMm;
        Align align;
        bool operator==(const Key&) const = default;
    };
    struct Hash {
        std::size_t operator()(const Key& key) const;
    };
    std::shared_ptr<Paragraph::State> layoutStyled(double widthMm, Align align);

    Shaper shaper_;
    LineLayout layout_;
    StyledText styled_; // of the paragraph that is being set
    std::unordered_map<Key, std::shared_ptr<const Paragraph::State>, Hash> known_;
    std::shared_ptr<const void> keeper_; // of the words that they show
};

} // namespace core::pdf
