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
    void add(const Weight& weight) {
        if (holdsSomething_ &&
            (now_.bytes + weight.bytes > limit_ || now_.pages + weight.pages > mostPages_)) {
            begin();
        }
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

// Page after page of the log, each with the rows that begin on it.
void addRows(Planner& planner, const report::LogDocument& document, const PageMap& map) {
    const auto log = map.ranges.find("log");
    if (log == map.ranges.end()) return;
    std::size_t row = 0;
    auto next = document.rows.begin();
    for (int page = log->second.first; page <= log->second.last; ++page) {
        planner.add(planner.weightOf(page, page));
        planner.part().sections.insert("log");
        // A row without a page of its own (a milestone) goes with the one before it.
        for (; row < document.rows.size(); ++row, ++next) {
            const int at = map.firstPage("row:" + next->label);
            if (at > page) break;
        }
        planner.part().endRow = page == log->second.last ? document.rows.size() : row;
    }
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
    for (const char* key : {"overview", "parties", "examples", "steps", "patterns"}) planner.addSection(key);
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

} // namespace core::pdf::pages
