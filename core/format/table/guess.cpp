// SPDX-License-Identifier: GPL-3.0-or-later
// The meaning of a table's columns out of its headers, and whether that is sure enough to read it unasked.
#include "core/base/utf8.h"
#include "core/format/table/mapping.h"
#include "core/format/table/row_record.h"
#include "core/format/table/words.h"

#include <algorithm>

namespace core::format::table {

namespace {

using model::Direction;
using model::ItemKind;

std::size_t rolesIn(const Row& row) {
    std::array<bool, kRoles> seen{};
    for (const std::string& cell : row.cells)
        if (const auto role = roleOfHeader(cell)) seen.at(static_cast<std::size_t>(*role)) = true;
    const bool isHeader = seen[static_cast<std::size_t>(Role::Date)];
    return isHeader ? static_cast<std::size_t>(std::count(seen.begin(), seen.end(), true)) : 0;
}

const Row* headerOf(const std::vector<Row>& sample) {
    const Row* best = nullptr;
    std::size_t most = 1;
    for (const Row& row : sample)
        if (const std::size_t roles = rolesIn(row); roles > most) {
            most = roles;
            best = &row;
        }
    return best;
}

bool any(const Row& header, bool (*is)(std::string_view)) {
    return std::any_of(header.cells.begin(), header.cells.end(),
                       [&](const std::string& cell) { return is(cell); });
}

void takeColumns(const Row& header, TableMapping& mapping) {
    for (std::size_t i = 0; i < header.cells.size() && i < kMostCells; ++i) {
        std::string inBrackets;
        const std::string word = headerWord(header.cells[i], &inBrackets);
        auto role = roleOfHeader(header.cells[i]);
        if (role == Role::Date && mapping.has(Role::Date)) role = Role::Time; // "Dato", "Tidspunkt"
        if (!role || mapping.has(*role)) continue;
        mapping.column(*role) = static_cast<int>(i);
        const bool isTime = *role == Role::Date || *role == Role::Time;
        if (isTime && (inBrackets == "utc" || inBrackets == "gmt")) mapping.isUtc = true;
        if (*role == Role::Duration && (inBrackets.starts_with("min") || word.starts_with("minut")))
            mapping.durationUnit = DurationUnit::Minutes;
    }
}

// Only what was dialled or sent: the other party is who it went to. Only senders: the exposed person may be
// among them, so nothing is said of the way.
void settleSides(const Row& header, TableMapping& mapping) {
    const bool isCalled = isCalledNumberHeader(header.cell(mapping.column(Role::Number)));
    if (mapping.has(Role::To) && !mapping.has(Role::From) && !mapping.has(Role::Number)) {
        mapping.direction = Direction::Out;
        std::swap(mapping.column(Role::To), mapping.column(Role::Number));
    } else if (mapping.has(Role::From) && !mapping.has(Role::To) && isCalled) {
        std::swap(mapping.column(Role::To), mapping.column(Role::Number)); // A and B number
    } else if (isCalled) {
        mapping.direction = Direction::Out;
    }
}

struct Tried {
    std::size_t rows = 0, dated = 0, ways = 0, kinds = 0, said = 0;
};

Tried tryRows(const std::vector<Row>& sample, const TableMapping& mapping) {
    Tried tried;
    for (const Row& row : sample) {
        if (row.number <= mapping.headerRow || row.isEmpty() || row.cells == mapping.headers) continue;
        if (std::any_of(row.cells.begin(), row.cells.end(),
                        [](const std::string& c) { return isSumWord(c); }))
            continue;
        ++tried.rows;
        if (dateOf(row, mapping)) ++tried.dated;
        const std::string& kind = row.cell(mapping.column(Role::Kind));
        if (!kind.empty()) ++tried.said;
        if (wayOf(kind)) ++tried.ways;
        if (kindOf(kind)) ++tried.kinds;
    }
    return tried;
}

} // namespace

Guess guessMapping(const std::vector<Row>& sample) {
    Guess guess;
    TableMapping& mapping = guess.mapping;
    const Row* header = headerOf(sample);
    if (header == nullptr) return guess;
    mapping.headerRow = header->number;
    mapping.headers = header->cells;
    takeColumns(*header, mapping);
    settleSides(*header, mapping);

    Tried tried = tryRows(sample, mapping);
    if (mapping.has(Role::Kind) && 2 * (tried.ways + tried.kinds) < tried.said) {
        mapping.column(Role::Kind) = -1; // words that we do not know
        tried.ways = 0;
    }
    const bool isDated = tried.dated > 0 && 3 * tried.dated >= 2 * tried.rows;
    const bool hasParty = mapping.has(Role::From) || mapping.has(Role::Number) || mapping.has(Role::Name);
    const bool isOwnLog = any(*header, isEventHeader) && mapping.has(Role::Text) &&
                          !mapping.has(Role::Duration) &&
                          (mapping.has(Role::Exhibit) || mapping.has(Role::Time));
    if (isOwnLog) {
        mapping.kind = ItemKind::Note;
        mapping.direction = Direction::Unknown;
        for (const Role role : {Role::Kind, Role::Direction, Role::From, Role::To, Role::Number, Role::Name})
            mapping.column(role) = -1; // her own words about them: text
        guess.isSure = isDated && !any(*header, isMoneyHeader);
        return guess;
    }
    mapping.kind = mapping.has(Role::Text) && !mapping.has(Role::Duration) ? ItemKind::Sms : ItemKind::Call;
    const bool isWayKnown = mapping.has(Role::Direction) || mapping.direction != Direction::Unknown ||
                            mapping.has(Role::From) || tried.ways > 0;
    const bool isList =
        mapping.has(Role::Duration) || mapping.has(Role::Text) || tried.kinds > 0 || tried.ways > 0;
    const bool isAccount = any(*header, isMoneyHeader) && !mapping.has(Role::Duration);
    const bool isMail = any(*header, isSubjectHeader); // its subject would be lost
    guess.isSure = isDated && hasParty && isWayKnown && isList && !isAccount && !isMail;
    return guess;
}

} // namespace core::format::table
