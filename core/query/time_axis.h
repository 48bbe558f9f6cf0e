// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Weeks or months as the columns of a figure over time, and anything that has a time counted into them. Every
// period stands there, also those in which nothing happened. Not what is counted: patterns.h.

#include "core/model/milestone.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace core::query {

struct TimeAxis {
    bool isMonthly = false;
    std::string zone;
    // Where each period begins, on the wall clock of the zone (base::civilToMs), and one more: the end. A
    // week begins on Monday. Whole weeks whatever summer time does.
    std::vector<std::int64_t> starts;

    std::size_t periods() const { return starts.empty() ? 0 : starts.size() - 1; }
    // In periods from the left end; none outside.
    std::optional<double> positionOf(std::int64_t utcMs) const;
};

enum class AxisUnit { Fitting, Month }; // Fitting: weeks, or months where there are more than 60 weeks

// From the first to the last contact, widened to the steps that lie within twelve weeks of them.
TimeAxis timeAxis(std::int64_t firstMs, std::int64_t lastMs, const std::vector<model::Milestone>& milestones,
                  const std::string& zone, AxisUnit unit);

struct Dated {
    std::int64_t timeMs = 0;
    std::string key;
};

struct Series {
    std::string key;
    std::vector<int> counts; // one a period
    int total = 0;           // of `counts`
    std::int64_t firstMs = 0, lastMs = 0;
};

// One for each key, in the order of their first point. What lies outside the axis is in none.
std::vector<Series> seriesOf(const std::vector<Dated>& points, const TimeAxis& axis);

} // namespace core::query
