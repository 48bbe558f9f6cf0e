// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// How tall the rows of a log are, learned when their words are first set: a further draft asks no more of
// most of them, and a log may have very many. Not where pages break: log_pages.cpp.

#include <cstddef>
#include <optional>
#include <vector>

namespace core::pdf::pages {

// Of one document. Threads may use it at once for different rows.
class RowHeights {
public:
    explicit RowHeights(std::size_t rows) : mm_(rows, kUnknown) {}

    // Without the cell of the exhibits, which names pages and changes with them.
    std::optional<double> of(std::size_t row) const {
        return mm_[row] == kUnknown ? std::nullopt : std::optional(mm_[row]);
    }
    void note(std::size_t row, double mm) { mm_[row] = mm; }

private:
    static constexpr double kUnknown = -1;
    std::vector<double> mm_;
};

} // namespace core::pdf::pages
