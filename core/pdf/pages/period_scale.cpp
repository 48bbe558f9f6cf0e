// SPDX-License-Identifier: GPL-3.0-or-later
// The scale of months under a chart: whole names where all have room, else three letters; the year with the
// first month of each. Not the bars above it.
#include "core/base/utf8.h"
#include "core/pdf/pages/chart_parts.h"

#include <algorithm>
#include <cctype>

namespace core::pdf::pages {

namespace {

constexpr double kBeforeWord = 0.9, kAfterWord = 1.5;
constexpr double kBeyondPlot = 4; // what the last word may stand over the plot

struct Period {
    std::string month, year; // of "januar 2025"; either may be empty
    double x = 0, room = 0;  // of its mark; to the next mark
    bool beginsYear = false;
};

Period periodOf(const std::string& label) {
    const auto isDigit = [](unsigned char c) { return std::isdigit(c) != 0; };
    const auto year = static_cast<std::size_t>(
        std::find_if_not(label.rbegin(), label.rend(), isDigit).base() - label.begin());
    Period period;
    period.year = label.substr(year);
    period.month = label.substr(0, label.find_last_not_of(' ', year == 0 ? 0 : year - 1) + 1);
    if (year == 0) period.month.clear();
    return period;
}

std::vector<Period> periodsOf(const std::vector<std::string>& labels, double step) {
    std::vector<Period> periods;
    const double right = kChartGutter + kChartPlot;
    for (std::size_t i = 0; i < labels.size(); ++i) {
        if (labels[i].empty()) continue;
        Period period = periodOf(labels[i]);
        period.x = kChartGutter + static_cast<double>(i) * step;
        period.beginsYear = !period.year.empty() && (periods.empty() || periods.back().year != period.year);
        if (!periods.empty()) periods.back().room = period.x - periods.back().x;
        periods.push_back(std::move(period));
    }
    if (!periods.empty()) periods.back().room = right + kBeyondPlot - periods.back().x + kAfterWord;
    return periods;
}

class Scale {
public:
    Scale(Sheet& sheet, std::vector<Period> periods, double y)
        : sheet_(sheet), periods_(std::move(periods)), y_(y) {}

    void draw() {
        if (!drawAll(false) && !drawAll(true)) drawSome();
    }

    bool hasRoomForMonths() const {
        return std::all_of(periods_.begin(), periods_.end(),
                           [&](const Period& period) { return fits(period, textOf(period, true, false)); });
    }

    void drawYears() {
        double from = 0;
        for (const Period& period : periods_)
            if (period.beginsYear && period.x >= from) {
                write(period, period.year);
                from = period.x + kBeforeWord + widthOf(period.year) + kAfterWord;
            }
    }

private:
    static std::string textOf(const Period& period, bool isShort, bool withYear) {
        std::string month = isShort ? base::firstGraphemes(period.month, 3) : period.month;
        if (!withYear || period.year.empty()) return month;
        return month.empty() ? period.year : month + " " + period.year;
    }
    double widthOf(const std::string& text) const { return sheet_.widthOf(text, style::kChart); }
    bool fits(const Period& period, const std::string& text) const {
        return kBeforeWord + widthOf(text) + kAfterWord <= period.room + 0.01;
    }
    void write(const Period& period, const std::string& text) {
        sheet_.baseline(text, style::kChart, period.x + kBeforeWord, y_ + 3.1);
    }

    bool drawAll(bool isShort) {
        for (const Period& period : periods_)
            if (!fits(period, textOf(period, isShort, period.beginsYear))) return false;
        for (const Period& period : periods_) write(period, textOf(period, isShort, period.beginsYear));
        return true;
    }

    // A year that has no room at its first month stands at the next if that gives it some; else it takes the
    // room of both.
    void drawSome() {
        double from = 0;
        bool isOwed = false; // the year
        for (std::size_t i = 0; i < periods_.size(); ++i) {
            const Period& period = periods_[i];
            isOwed = !period.year.empty() && (isOwed || period.beginsYear);
            if (period.x + kBeforeWord < from) continue;
            const std::string month = textOf(period, true, false), whole = textOf(period, true, true);
            if (isOwed && fits(period, whole)) {
                write(period, whole);
                isOwed = false;
            } else if (isOwed && !hasRoomNext(i) && hasRoomBeforeNextYear(i)) {
                write(period, period.year);
                from = period.x + kBeforeWord + widthOf(period.year) + kAfterWord;
                isOwed = false;
            } else if (fits(period, month)) {
                write(period, month);
            }
        }
    }

    bool hasRoomNext(std::size_t at) const {
        if (at + 1 == periods_.size() || periods_[at + 1].beginsYear) return false;
        return fits(periods_[at + 1], textOf(periods_[at + 1], true, true));
    }

    bool hasRoomBeforeNextYear(std::size_t at) const {
        const double end = periods_[at].x + kBeforeWord + widthOf(periods_[at].year) + kAfterWord;
        const auto next = std::find_if(periods_.begin() + static_cast<std::ptrdiff_t>(at) + 1, periods_.end(),
                                       [](const Period& period) { return period.beginsYear; });
        return next == periods_.end() || end <= next->x;
    }

    Sheet& sheet_;
    std::vector<Period> periods_;
    double y_;
};

} // namespace

void drawPeriods(Sheet& sheet, const std::vector<std::string>& labels, double y) {
    const std::vector<Period> periods = periodsOf(labels, chartAxis(labels.size()).step);
    Scale scale(sheet, periods, y);
    // Of months, not of weeks, and too narrow for their names: the years alone.
    const bool isDense = periods.size() == labels.size() && !scale.hasRoomForMonths();
    sheet.rule(kChartGutter, y, kChartGutter + kChartPlot, y, 0.2);
    for (const Period& period : periods)
        if (period.x > kChartGutter)
            sheet.rule(period.x, y, period.x, y + (isDense && !period.beginsYear ? 0.8 : 1.6), 0.2);
    if (isDense)
        scale.drawYears();
    else
        scale.draw();
}

} // namespace core::pdf::pages
