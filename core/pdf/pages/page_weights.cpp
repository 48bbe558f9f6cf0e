// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pdf/pages/page_weights.h"

#include "core/pdf/pages/draw_all.h"
#include "core/pdf/pages/sections.h"

#include <algorithm>
#include <set>

namespace core::pdf::pages {

namespace {

constexpr std::size_t kSamples = 16, kSampleRows = 96;
constexpr int kSamplePages = 300;         // of exhibits that are nothing but text
constexpr std::uint64_t kMarginPart = 32; // a thirty-second: another page may be fuller than the samples

// Numbers of the exhibits that are nothing but text.
std::set<int> textExhibits(const report::LogDocument& document) {
    std::set<int> numbers;
    for (const report::ExhibitPart& exhibit : document.exhibits)
        if (exhibit.files.empty() && picturesOf(exhibit).empty()) numbers.insert(exhibit.number);
    return numbers;
}

std::string keyOf(const report::ExhibitPart& exhibit) { return "exhibit:" + std::to_string(exhibit.number); }

// All but the log, and of the exhibits that are text some from all over the document.
Part withoutLongText(const report::LogDocument& document, const std::set<int>& texts, const PageMap& draft) {
    Part part;
    part.count = 2; // not the whole
    part.sections = {"overview", "parties", "examples", "steps", "patterns", "list", "about", "files"};
    int pages = 0;
    for (const report::ExhibitPart& exhibit : document.exhibits)
        if (const PageRange* range = draft.find(keyOf(exhibit));
            range != nullptr && texts.contains(exhibit.number))
            pages += range->last - range->first + 1;
    int seen = 0, taken = 0; // pages
    for (const report::ExhibitPart& exhibit : document.exhibits) {
        const PageRange* range = draft.find(keyOf(exhibit));
        if (range != nullptr && texts.contains(exhibit.number)) {
            seen += range->last - range->first + 1;
            if (static_cast<long long>(taken) * pages > static_cast<long long>(kSamplePages) * seen) continue;
            taken += range->last - range->first + 1;
        }
        part.exhibits.insert(exhibit.number);
    }
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

// The mean of the pages of those that were drawn.
std::uint64_t meanOfText(const report::LogDocument& document, const std::set<int>& texts,
                         const WeighedPages& weighed) {
    std::uint64_t sum = 0, pages = 0;
    for (const report::ExhibitPart& exhibit : document.exhibits) {
        const PageRange* range = texts.contains(exhibit.number) ? weighed.map.find(keyOf(exhibit)) : nullptr;
        for (int page = range != nullptr ? range->first : 1; range != nullptr && page <= range->last;
             ++page, ++pages)
            sum += weighed.bytes[static_cast<std::size_t>(page) - 1];
    }
    const std::uint64_t mean = pages > 0 ? sum / pages : 0;
    return mean + mean / kMarginPart;
}

void addExhibits(const report::LogDocument& document, const std::set<int>& texts, const PageMap& draft,
                 WeighedPages& weighed) {
    const std::uint64_t mean = meanOfText(document, texts, weighed);
    for (const report::ExhibitPart& exhibit : document.exhibits) {
        const std::string key = keyOf(exhibit);
        const PageRange* range = draft.find(key);
        if (range == nullptr || weighed.map.has(key)) continue;
        const int pages = range->last - range->first + 1;
        weighed.map.ranges[key] = {weighed.map.total + 1, weighed.map.total + pages};
        weighed.map.total += pages;
        weighed.bytes.insert(weighed.bytes.end(), static_cast<std::size_t>(pages), mean);
    }
}

void shift(PageRange& range, int by) {
    if (range.first == 0) return;
    range.first += by;
    range.last += by;
}

void addLog(const PageMap& draft, const std::vector<std::uint64_t>& means, WeighedPages& weighed) {
    const auto log = draft.ranges.find("log");
    if (log == draft.ranges.end()) return;
    PageMap& map = weighed.map;
    const int by = map.total + 1 - log->second.first;
    for (const auto& [key, range] : draft.ranges)
        if (key == "log" || key.starts_with("row:")) shift(map.ranges[key] = range, by);
    map.rows = draft.rows;
    for (PageRange& range : map.rows) shift(range, by);
    const auto pages = static_cast<std::size_t>(log->second.last - log->second.first) + 1;
    map.total += static_cast<int>(pages);
    for (std::size_t page = 0; page < pages; ++page)
        weighed.bytes.push_back(means.empty() ? 0 : means[page * means.size() / pages]);
}

} // namespace

WeighedPages weighPages(const report::LogDocument& document, const PageMap& draft, Findings& findings,
                        const OutputForm& form, base::Progress& progress) {
    Canvas canvas(defaultFontFolders(), metadataFor(document), form);
    guardTexts(canvas, document);
    canvas.weighOnly();
    Pictures pictures(canvas, findings.pictures);
    Documents documents(pictures, document, progress);
    const std::set<int> texts = textExhibits(document);
    Sheet others(canvas, document, draft, false, progress);
    others.setPart(withoutLongText(document, texts, draft));
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
    addExhibits(document, texts, draft, weighed);
    addLog(draft, means, weighed);
    return weighed;
}

} // namespace core::pdf::pages
