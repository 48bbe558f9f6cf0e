// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pdf/text_engine.h"

#include <algorithm>

namespace core::pdf {

namespace {

constexpr std::size_t kMostKnown = 2'000; // then it begins anew: bounded memory
constexpr std::size_t kLongestKnown = 60; // bytes

// Times and numbers seldom come again.
bool comesAgain(std::string_view text) {
    return text.size() <= kLongestKnown &&
           std::none_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

} // namespace

std::size_t TextEngine::Hash::operator()(const Key& key) const {
    const std::hash<double> number;
    return (std::hash<std::string_view>()(key.text) * 31 + number(key.widthMm)) * 31 +
           number(key.style.sizePt) + static_cast<std::size_t>(key.style.face);
}

std::shared_ptr<const Paragraph::State> TextEngine::layout(const std::vector<Span>& spans, double widthMm,
                                                           Align align) {
    if (spans.size() == 1) return layout(spans[0].text, spans[0].style, widthMm, align);
    fillStyled(spans, styled_);
    auto state = layoutStyled(widthMm, align);
    for (const Span& span : spans) state->text += span.text;
    return state;
}

std::shared_ptr<const Paragraph::State> TextEngine::layout(std::string_view text, const TextStyle& style,
                                                           double widthMm, Align align) {
    const bool isKept = comesAgain(text);
    if (isKept) {
        const auto found = known_.find({text, style, widthMm, align});
        if (found != known_.end()) return found->second;
    }
    beginStyled(styled_);
    addStyled(text, style, styled_);
    auto state = layoutStyled(widthMm, align);
    state->text = text;
    if (isKept) {
        if (known_.size() >= kMostKnown) known_.clear();
        known_.emplace(Key{state->text, style, widthMm, align}, state);
    }
    return state;
}

std::shared_ptr<Paragraph::State> TextEngine::layoutStyled(double widthMm, Align align) {
    auto state = std::make_shared<Paragraph::State>(layout_.layout(styled_, widthMm, align));
    if (layout_.keeper() != keeper_) { // or they would keep words alive that nobody finds any more
        known_.clear();
        keeper_ = layout_.keeper();
    }
    return state;
}

} // namespace core::pdf
