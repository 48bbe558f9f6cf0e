// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pdf/pages/page_weights.h"

#include "core/pdf/pages/draw_all.h"
#include "core/pdf/pages/sections.h"

#include <algorithm>

namespace core::pdf::pages {

namespace {

constexpr std::size_t kSamples = 16, kSampleRows = 96;
constexpr std::uint64_t kMarginPart = 32; // a thirty-second: another page may be fuller than the samples

Part allButLog(const report::LogDocument& document) {
    Part part = wholeDocument(document);
    part.count = 2; // not the whole
    part.sections = {"overview", "parties", "examples", "steps", "patterns", "list", "about", "files"};
    return part;
}

Part someRows(const report::LogDocument& document, std::size_t sample) {
    const std::size_t rows = document.rows.size();
    Part part;
    part.count = 2;
    part.sections = {"log"};
    part.firstRow = rows > kSampleRows ? (rows - kSampleRows) * sample / (kSamples - 1) : 0;
    part.endRow = std::min(rows, part.firstRow + kSampleRows);
    return part;
}

// Of the pages from `first` on the mean, without the last one: it is not full.
std::uint64_t meanOf(const std::vector<std::uint64_t>& bytes, std::size_t first) {
    const std::size_t end = std::max(first + 1, bytes.size() - 1);
    std::uint64_t sum = 0;
    for (std::size_t page = first; page < end; ++page) sum += bytes[page];
    const std::uint64_t mean = sum / (end - first);
    return mean + mean / kMarginPart;
}

void shift(PageRange& range, int by) {
    if (range.first == 0) return;
    range.first += by;
    range.last += by;
}

// The log after all else.
void addLog(PageMap& map, const PageMap& draft) {
    const auto log = draft.ranges.find("log");
    if (log == draft.ranges.end()) return;
    const int by = map.total + 1 - log->second.first;
    for (const auto& [key, range] : draft.ranges)
        if (key == "log" || key.starts_with("row:")) shift(map.ranges[key] = range, by);
    map.rows = draft.rows;
    for (PageRange& range : map.rows) shift(range, by);
    map.total += log->second.last - log->second.first + 1;
}

} // namespace

WeighedPages weighPages(const report::LogDocument& document, const PageMap& draft, Findings& findings,
                        const OutputForm& form, base::Progress& progress) {
    Canvas canvas(defaultFontFolders(), metadataFor(document), form);
    guardTexts(canvas, document);
    canvas.weighOnly();
    Pictures pictures(canvas, findings.pictures);
    Documents documents(pictures, document, progress);
    Sheet others(canvas, document, draft, false, progress);
    others.setPart(allButLog(document));
    drawAll(others, pictures, documents);
    WeighedPages weighed{others.learned(), canvas.pageBytes()};

    std::vector<std::uint64_t> means;
    for (std::size_t sample = 0; sample < kSamples && !document.rows.empty(); ++sample) {
        const auto before = static_cast<std::size_t>(canvas.pageCount());
        Sheet sheet(canvas, document, draft, false, progress);
        sheet.setPart(someRows(document, sample));
        logPages(sheet);
        means.push_back(meanOf(canvas.pageBytes(), before));
    }
    addLog(weighed.map, draft);
    const std::size_t log = static_cast<std::size_t>(weighed.map.total) - weighed.bytes.size();
    for (std::size_t page = 0; page < log && !means.empty(); ++page)
        weighed.bytes.push_back(means[page * means.size() / log]);
    return weighed;
}

} // namespace core::pdf::pages
