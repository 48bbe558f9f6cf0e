// SPDX-License-Identifier: GPL-3.0-or-later
// Logs of very many rows: what is counted is how many are held and how often each is made, never time.
#include "tests/core/pdf/pages/rendering.h"

#include <atomic>

#include <catch2/catch_test_macros.hpp>

using namespace tests;

namespace {

// Makes its rows when they are asked for, and knows how many are held.
class CountedRows final : public report::RowSource {
public:
    explicit CountedRows(std::size_t count) : count_(count) {}

    std::size_t size() const override { return count_; }
    std::vector<report::RowRef> rows(std::size_t first, std::size_t end) const override {
        std::vector<report::RowRef> made;
        for (std::size_t i = first; i < end; ++i) {
            ++made_;
            const int held = ++held_;
            for (int most = most_; held > most && !most_.compare_exchange_weak(most, held);) {
            }
            made.emplace_back(new report::LogRow(row(i)), [this](const report::LogRow* gone) {
                --held_;
                delete gone;
            });
        }
        return made;
    }

    std::size_t made() const { return made_; }
    int mostHeld() const { return most_; }

private:
    static report::LogRow row(std::size_t i) {
        report::LogRow row;
        row.incident = static_cast<int>(i) + 1;
        row.label = std::to_string(row.incident);
        for (const std::string& text :
             {row.label, std::string("1. maj 2025"), std::string("SMS"), "ord" + row.label + "x",
              std::string(), std::string(), std::string(), std::string(), std::string(), std::string()})
            row.cells.push_back({{{{text, false}}, report::LineStyle::Plain}});
        return row;
    }

    std::size_t count_;
    mutable std::atomic<std::size_t> made_ = 0;
    mutable std::atomic<int> held_ = 0, most_ = 0;
};

report::LogDocument documentOf(const std::shared_ptr<const report::RowSource>& rows) {
    report::LogDocument d = emptyDocument(catalog());
    d.isFull = false;
    d.rows = report::LogRows(rows);
    return d;
}

} // namespace

TEST_CASE("of a long log few rows are held at a time, however many it has") {
    const TempFolder folder;
    constexpr int kMost = 600; // of the work that is done ahead
    for (const std::size_t count : {2'000U, 8'000U}) {
        const auto rows = std::make_shared<CountedRows>(count);
        const Rendered r = render(documentOf(rows), folder.path() / (std::to_string(count) + ".pdf"));
        CAPTURE(count, rows->mostHeld());
        CHECK(rows->mostHeld() < kMost);
        CHECK(r.pages.back().find("ord" + std::to_string(count) + "x") != std::string::npos);
    }
}
