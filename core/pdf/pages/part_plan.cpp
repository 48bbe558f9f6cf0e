// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pdf/pages/part_plan.h"

#include <algorithm>

namespace core::pdf::pages {

namespace {

struct Weight {
    std::uint64_t bytes = 0;
    std::size_t pages = 0;
};

class Planner {
public:
    Planner(const PageMap& map, const Weights& weights, std::uint64_t limit, std::size_t mostPages)
        : map_(map), weights_(weights), limit_(limit), mostPages_(mostPages) {
        begin();
    }

    Part& part() { return parts_.back(); }
    void addSection(const std::string& key) {
        const Weight weight = weightOf(key);
        if (weight.pages == 0) return;
        add(weight);
        part().sections.insert(key);
    }

    // A further part where this one would grow too large.
    bool wouldBegin(const Weight& weight) const {
        return holdsSomething_ &&
               (now_.bytes + weight.bytes > limit_ || now_.pages + weight.pages > mostPages_);
    }
    void add(const Weight& weight) {
        if (wouldBegin(weight)) begin();
        now_.bytes += weight.bytes;
        now_.pages += weight.pages;
        holdsSomething_ = true;
    }

    Weight weightOf(int first, int last) const { // printed pages
        Weight weight;
        for (int page = std::max(first, 1); page <= last; ++page, ++weight.pages)
            if (static_cast<std::size_t>(page) <= weights_.pageBytes.size())
                weight.bytes += weights_.pageBytes[static_cast<std::size_t>(page) - 1];
        return weight;
    }
    Weight weightOf(const std::string& key) const {
        const auto found = map_.ranges.find(key);
        return found == map_.ranges.end() ? Weight{} : weightOf(found->second.first, found->second.last);
    }

    std::vector<Part> finished() {
        for (std::size_t i = 0; i < parts_.size(); ++i) {
            parts_[i].number = static_cast<int>(i) + 1;
            parts_[i].count = static_cast<int>(parts_.size());
        }
        return std::move(parts_);
    }

private:
    void begin() {
        Part part;
        if (!parts_.empty()) part.firstRow = part.endRow = parts_.back().endRow;
        parts_.push_back(part);
        const Weight front = weightOf("front");
        now_ = {weights_.fixedBytes + front.bytes, front.pages};
        holdsSomething_ = false;
    }

    const PageMap& map_;
    const Weights& weights_;
    std::uint64_t limit_;
    std::size_t mostPages_;
    std::vector<Part> parts_;
    Weight now_;
    bool holdsSomething_ = false;
};

// The first of the rows from `first` on that begins after a page of the log: they stand in its order.
std::size_t firstRowAfter(const report::LogDocument& document, const PageMap& map, std::size_t first,
                          int page) {
    std::size_t end = document.rows.size();
    while (first < end) {
        const std::size_t middle = first + (end - first) / 2;
        if (map.firstPage("row:" + document.rows.at(middle)->label) > page)
            end = middle;
        else
            first = middle + 1;
    }
    return first;
}

// Page after page of the log, and of each part the rows that begin on its pages.
void addRows(Planner& planner, const report::LogDocument& document, const PageMap& map) {
    const auto log = map.ranges.find("log");
    if (log == map.ranges.end()) return;
    for (int page = log->second.first; page <= log->second.last; ++page) {
        const Weight weight = planner.weightOf(page, page);
        if (planner.wouldBegin(weight) && page > log->second.first) {
            Part& full = planner.part();
            full.endRow = firstRowAfter(document, map, full.firstRow, page - 1);
        }
        planner.add(weight);
        planner.part().sections.insert("log");
    }
    planner.part().endRow = document.rows.size();
}

// On which pages of the whole document all of a part stands, but its front page.
PageRange pagesInWhole(const report::LogDocument& document, const Part& part, const PageMap& whole) {
    PageRange pages;
    const auto add = [&](const PageRange* range) {
        if (range == nullptr) return;
        pages.first = pages.first == 0 ? range->first : std::min(pages.first, range->first);
        pages.last = std::max(pages.last, range->last);
    };
    for (const std::string& section : part.sections)
        if (section != "log") add(whole.find(section));
    for (const int exhibit : part.exhibits) add(whole.find("exhibit:" + std::to_string(exhibit)));
    if (part.firstRow < part.endRow)
        for (const std::size_t row : {part.firstRow, part.endRow - 1})
            add(whole.find("row:" + document.rows.at(row)->label));
    return pages;
}

} // namespace

Part wholeDocument(const report::LogDocument& document) {
    Part part;
    part.endRow = document.rows.size();
    for (const report::ExhibitPart& exhibit : document.exhibits) part.exhibits.insert(exhibit.number);
    return part;
}

std::vector<Part> planParts(const report::LogDocument& document, const PageMap& map, const Weights& weights,
                            std::uint64_t limit, std::size_t mostPages) {
    Planner planner(map, weights, limit, mostPages);
    for (const char* key : {"overview", "parties", "steps", "examples", "patterns"}) planner.addSection(key);
    addRows(planner, document, map);
    planner.addSection("list");
    for (const report::ExhibitPart& exhibit : document.exhibits) {
        const Weight weight = planner.weightOf("exhibit:" + std::to_string(exhibit.number));
        planner.add(weight);
        planner.part().exhibits.insert(exhibit.number);
    }
    for (const char* key : {"about", "files"}) planner.addSection(key);
    return planner.finished();
}

PageMap likelyPages(const report::LogDocument& document, const Part& part, const PageMap& whole) {
    PageMap likely;
    const PageRange* const front = whole.find("front");
    const PageRange pages = pagesInWhole(document, part, whole);
    if (front == nullptr || pages.first == 0) return likely;
    const int by = front->last + 1 - pages.first;
    for (const auto& [key, range] : whole.ranges) {
        if (key.starts_with("row:") || range.last < pages.first || range.first > pages.last) continue;
        likely.ranges[key] = {std::max(range.first, pages.first) + by, std::min(range.last, pages.last) + by};
    }
    likely.ranges["front"] = *front;
    likely.total = pages.last + by;
    return likely;
}

} // namespace core::pdf::pages
