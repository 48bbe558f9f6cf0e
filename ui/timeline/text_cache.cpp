// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/text_cache.h"

#include "ui/common/to_wx.h"

#include <wx/font.h>

namespace ui::timeline {

using core::timeline::EntryRef;

namespace {
constexpr std::size_t kMaxTexts = 20'000;
}

void TextCache::setSource(Source source) {
    source_ = std::move(source);
    forgetTexts();
}

void TextCache::forgetTexts() { texts_.clear(); }
void TextCache::forgetWidths() { widths_.clear(); }

void TextCache::fetch(const std::vector<EntryRef>& entries) {
    std::vector<EntryRef> missing;
    for (const EntryRef& entry : entries)
        if (!texts_.contains(entry)) missing.push_back(entry);
    if (missing.empty()) return;
    if (texts_.size() > kMaxTexts) texts_.clear();
    std::vector<EntryText> found;
    if (source_) found = source_(missing);
    found.resize(missing.size()); // a source that knows fewer leaves the rest without words
    for (std::size_t i = 0; i < missing.size(); ++i) texts_[missing[i]] = std::move(found[i]);
}

const EntryText& TextCache::text(const EntryRef& entry) {
    fetch({entry});
    return texts_[entry];
}

int TextCache::width(const wxWindow& window, const wxFont& font, const std::string& text) {
    if (widths_.size() > kMaxTexts) widths_.clear();
    const std::string key =
        std::to_string(font.GetPointSize()) + (font.GetNumericWeight() > 500 ? "b" : "n") + text;
    const auto found = widths_.find(key);
    if (found != widths_.end()) return found->second;
    int width = 0;
    int height = 0;
    window.GetTextExtent(common::toWx(text), &width, &height, nullptr, nullptr, &font);
    return widths_[key] = width;
}

} // namespace ui::timeline
