// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/text_cache.h"

#include "ui/common/to_wx.h"

#include <wx/control.h>
#include <wx/dc.h>
#include <wx/font.h>

namespace ui::timeline {

using core::timeline::EntryRef;

namespace {
constexpr std::size_t kMaxTexts = 20'000;
constexpr std::size_t kMaxLines = 2000;

std::string keyOf(const wxFont& font) {
    return std::to_string(font.GetPointSize()) + (font.GetNumericWeight() > 500 ? "b" : "n");
}

std::vector<wxString> wrapped(wxDC& dc, wxString text, int width, std::size_t most) {
    std::vector<wxString> lines;
    while (!text.empty() && lines.size() < most) {
        wxArrayInt widths;
        dc.GetPartialTextExtents(text, widths);
        std::size_t fits = 0;
        while (fits < widths.size() && widths[fits] <= width) ++fits;
        const std::size_t space = fits < text.length() ? text.rfind(' ', fits) : text.length();
        if (lines.size() + 1 == most || space == wxString::npos || space == 0) {
            lines.push_back(wxControl::Ellipsize(text, dc, wxELLIPSIZE_END, width));
            return lines;
        }
        lines.push_back(text.substr(0, space));
        text = text.Mid(space).Trim(false);
    }
    return lines;
}

} // namespace

void TextCache::setSource(Source source) {
    source_ = std::move(source);
    forgetTexts();
}

void TextCache::forgetTexts() { texts_.clear(); }
void TextCache::forgetWidths() {
    widths_.clear();
    lines_.clear();
}

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
    const std::string key = keyOf(font) + text;
    const auto found = widths_.find(key);
    if (found != widths_.end()) return found->second;
    int width = 0;
    int height = 0;
    window.GetTextExtent(common::toWx(text), &width, &height, nullptr, nullptr, &font);
    return widths_[key] = width;
}

const std::vector<wxString>& TextCache::lines(wxDC& dc, const wxFont& font, const wxString& text, int width,
                                              std::size_t most) {
    if (lines_.size() > kMaxLines) lines_.clear();
    const std::string key =
        keyOf(font) + std::to_string(width) + "," + std::to_string(most) + " " + text.utf8_string();
    const auto found = lines_.find(key);
    if (found != lines_.end()) return found->second;
    dc.SetFont(font);
    return lines_[key] = wrapped(dc, text, width, most);
}

} // namespace ui::timeline
