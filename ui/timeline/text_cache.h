// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Texts and text widths that were asked for once. Measuring and fetching are what a frame costs; both stay
// valid until data or font change. Not a store: it forgets everything when it grows large.

#include "core/timeline/layout.h"
#include "ui/timeline/timeline_ctrl.h"

#include <functional>
#include <map>
#include <string>
#include <unordered_map>
#include <vector>

class wxDC;

namespace ui::timeline {

class TextCache {
public:
    using Source = std::function<std::vector<EntryText>(const std::vector<core::timeline::EntryRef>&)>;

    void setSource(Source source);
    void forgetTexts();
    void forgetWidths();

    // Asks for those that are missing, in one go.
    void fetch(const std::vector<core::timeline::EntryRef>& entries);
    const EntryText& text(const core::timeline::EntryRef& entry);

    int width(const wxWindow& window, const wxFont& font, const std::string& text);
    // At most so many lines of at most that width, broken between words; what is left over is cut at the end
    // of the last.
    const std::vector<wxString>& lines(wxDC& dc, const wxFont& font, const wxString& text, int width,
                                       std::size_t most);

private:
    Source source_;
    std::map<core::timeline::EntryRef, EntryText> texts_;
    std::unordered_map<std::string, int> widths_; // key: font size and weight before the text
    std::unordered_map<std::string, std::vector<wxString>> lines_; // key: width and number of lines too
};

} // namespace ui::timeline
