// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/format/document/log_form.h"

#include "core/base/utf8.h"

#include <algorithm>

namespace core::format::document {

namespace {

constexpr std::size_t kHeadingWithin = 12; // rows: above it stand a title and who it is about
constexpr std::size_t kLongestHeading = 80;

enum class Column { Other, Day, Clock, DayAndClock, What, Exhibit };

std::string plainHeading(std::string_view text) {
    std::string out;
    for (const char c : base::foldForSearch(text)) out += (c >= 'a' && c <= 'z') || (c & 0x80) != 0 ? c : ' ';
    return " " + out + " ";
}

// By whole words; "hvad skete der" is enough of "Hvad skete der, og hvad gjorde du?".
bool says(const std::string& heading, std::initializer_list<std::string_view> words) {
    return std::any_of(words.begin(), words.end(), [&](std::string_view word) {
        return heading.find(" " + std::string(word) + " ") != std::string::npos;
    });
}

Column columnOf(std::string_view text) {
    if (text.size() > kLongestHeading) return Column::Other;
    const std::string heading = plainHeading(text);
    const bool isDay = says(heading, {"dato", "datoer", "dag", "date", "day", "hvornaar", "when"});
    const bool isClock =
        says(heading, {"tid", "tidspunkt", "klokkeslaet", "klokken", "kl", "klokkeslet", "time"});
    if (says(heading, {"bilag", "bilagsnr", "bilagsnummer", "bilagnr", "bilags", "exhibit", "exhibits",
                       "appendix", "dokumentation"}))
        return Column::Exhibit;
    if (isDay && isClock) return Column::DayAndClock;
    if (says(heading, {"haendelse", "haendelser", "haendelsen", "beskrivelse", "hvad skete der",
                       "hvad er der sket", "episode", "kontaktform", "kontaktforsoeg", "henvendelse", "event",
                       "incident", "description", "what happened"}))
        return Column::What;
    if (isDay) return Column::Day;
    return isClock ? Column::Clock : Column::Other;
}

struct Heading {
    std::vector<Column> columns;
    std::size_t row = 0;

    bool has(Column column) const {
        return std::find(columns.begin(), columns.end(), column) != columns.end();
    }
};

std::optional<Heading> headingOf(const Table& table) {
    for (std::size_t row = 0; row < std::min(table.size(), kHeadingWithin); ++row) {
        Heading heading;
        heading.row = row;
        for (const std::string& cell : table[row]) {
            const Column column = columnOf(cell);
            // The first column of a meaning has it; a second description is kept beside it.
            heading.columns.push_back(heading.has(column) ? Column::Other : column);
        }
        if (!heading.has(Column::What)) continue;
        if (!heading.has(Column::Day) && !heading.has(Column::DayAndClock)) {
            // "Tidspunkt" alone is the day with its time.
            const auto clock = std::find(heading.columns.begin(), heading.columns.end(), Column::Clock);
            if (clock == heading.columns.end()) continue;
            *clock = Column::DayAndClock;
        }
        return heading;
    }
    return std::nullopt;
}

std::string trimmed(std::string_view text) {
    constexpr std::string_view blanks = " \t\n\r";
    const std::size_t begin = text.find_first_not_of(blanks);
    if (begin == std::string_view::npos) return {};
    return std::string(text.substr(begin, text.find_last_not_of(blanks) - begin + 1));
}

LogRow rowOf(const Row& cells, const Heading& heading, const Row& names) {
    LogRow row;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        std::string cell = trimmed(cells[i]);
        const Column column = i < heading.columns.size() ? heading.columns[i] : Column::Other;
        if (column == Column::Day || column == Column::DayAndClock)
            row.day = std::move(cell);
        else if (column == Column::Clock)
            row.clock = std::move(cell);
        else if (column == Column::What)
            row.what = std::move(cell);
        else if (column == Column::Exhibit)
            row.exhibit = std::move(cell), row.exhibitHeading = i < names.size() ? trimmed(names[i]) : "";
        else if (!cell.empty())
            row.others.emplace_back(i < names.size() ? trimmed(names[i]) : "", std::move(cell));
    }
    row.when = parseLogDate(row.day, row.clock);
    return row;
}

} // namespace

std::optional<std::vector<LogRow>> logRows(const Table& table) {
    const auto heading = headingOf(table);
    if (!heading) return std::nullopt;
    std::vector<LogRow> rows;
    for (std::size_t i = heading->row + 1; i < table.size(); ++i) {
        LogRow row = rowOf(table[i], *heading, table[heading->row]);
        row.row = i + 1;
        const bool isEmpty = row.day.empty() && row.clock.empty() && row.what.empty() &&
                             row.exhibit.empty() && row.others.empty();
        // The heading is repeated on each page of some.
        const bool isHeading = columnOf(row.what) == Column::What && columnOf(row.day) != Column::Other;
        if (!isEmpty && !isHeading) rows.push_back(std::move(row));
    }
    return rows;
}

} // namespace core::format::document
