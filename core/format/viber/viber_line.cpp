// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/format/viber/viber_line.h"

namespace core::format::viber {

namespace {

constexpr std::size_t kLongestField = 200;

class Fields {
public:
    explicit Fields(std::string_view text) : text_(text) {}

    // ="..."
    bool formula(std::string& out) {
        if (!text_.starts_with("=\"")) return false;
        const std::size_t end = text_.find('"', 2);
        if (end == std::string_view::npos || end > kLongestField) return false;
        out = std::string(text_.substr(2, end - 2));
        text_.remove_prefix(end + 1);
        return true;
    }
    bool between() {
        const std::size_t end = text_.find_first_not_of(", \t");
        if (end == 0 || end == std::string_view::npos) return false;
        text_.remove_prefix(end);
        return true;
    }
    bool number(std::size_t most, int& out) {
        std::size_t digits = 0;
        out = 0;
        for (; digits < text_.size() && digits < most && text_[digits] >= '0' && text_[digits] <= '9';
             ++digits)
            out = out * 10 + (text_[digits] - '0');
        text_.remove_prefix(digits);
        return digits > 0;
    }
    bool one(std::string_view of) {
        if (text_.empty() || of.find(text_.front()) == std::string_view::npos) return false;
        text_.remove_prefix(1);
        return true;
    }
    std::string_view rest() const { return text_; }

private:
    std::string_view text_;
};

} // namespace

std::optional<Line> lineOf(std::string_view text) {
    Line line;
    Fields fields(text);
    std::string date;
    if (!fields.formula(date)) return std::nullopt;
    Fields inDate(date);
    if (!inDate.number(2, line.first) || !inDate.one("/.-") || !inDate.number(2, line.second) ||
        !inDate.one("/.-") || !inDate.number(4, line.year) || !inDate.rest().empty())
        return std::nullopt;
    const std::string_view clock = fields.between() ? fields.rest() : std::string_view();
    if (!fields.number(2, line.hour) || !fields.one(":.") || !fields.number(2, line.minute) ||
        !fields.one(":.") || !fields.number(2, line.seconds))
        return std::nullopt;
    line.date = date + " " + std::string(clock.substr(0, clock.size() - fields.rest().size()));
    if (!fields.between() || !fields.formula(line.name) || !fields.between() || !fields.formula(line.number))
        return std::nullopt;
    if (fields.between()) line.text = std::string(fields.rest());
    return line;
}

std::optional<base::CivilTime> civilOf(const Line& line, bool dayFirst) {
    base::CivilTime civil;
    civil.year = line.year < 100 ? 2000 + line.year : line.year;
    civil.month = dayFirst ? line.second : line.first;
    civil.day = dayFirst ? line.first : line.second;
    civil.hour = line.hour;
    civil.minute = line.minute;
    civil.second = line.seconds;
    if (!base::isValid(civil) || civil.year < 2010 || civil.year > 2100) return std::nullopt;
    return civil;
}

std::string unquoted(std::string_view text) {
    while (!text.empty() && (text.back() == ' ' || text.back() == '\n' || text.back() == '\t'))
        text.remove_suffix(1);
    if (text.size() >= 2 && text.front() == '"' && text.back() == '"') {
        text.remove_prefix(1);
        text.remove_suffix(1);
    }
    return std::string(text);
}

} // namespace core::format::viber
