// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/format/table/row_record.h"

#include "core/base/utf8.h"
#include "core/base/zone.h"
#include "core/format/chat/chat_record.h"
#include "core/format/table/words.h"

#include <algorithm>

namespace core::format::table {

namespace {

using chat::addIssue;
using model::CallType;
using model::Direction;
using model::IdentifierKind;
using model::IssueCode;
using model::IssueSeverity;
using model::ItemKind;
using model::ParticipantRole;

std::string trimmed(std::string_view text) {
    const auto isBlank = [](char c) { return c == ' ' || c == '\t' || c == '\n'; };
    while (!text.empty() && isBlank(text.front())) text.remove_prefix(1);
    while (!text.empty() && isBlank(text.back())) text.remove_suffix(1);
    return std::string(text);
}

// "4,51235E+10": a spreadsheet kept six digits of the number.
bool isPowerOfTen(std::string_view text) {
    const std::size_t e = text.find_first_of("eE");
    if (e == 0 || e == std::string_view::npos || e + 1 >= text.size()) return false;
    const auto digitsOr = [](std::string_view part, std::string_view others) {
        return !part.empty() && std::all_of(part.begin(), part.end(), [&](char c) {
            return (c >= '0' && c <= '9') || others.find(c) != std::string_view::npos;
        });
    };
    return digitsOr(text.substr(0, e), ".,") && digitsOr(text.substr(e + 1), "+");
}

bool isMasked(std::string_view number) {
    const auto digits =
        std::count_if(number.begin(), number.end(), [](char c) { return c >= '0' && c <= '9'; });
    const auto masks =
        std::count_if(number.begin(), number.end(), [](char c) { return c == 'x' || c == 'X' || c == '*'; });
    const bool isOnly = number.find_first_not_of("0123456789xX* +-()") == std::string_view::npos;
    return isOnly && digits > 0 && masks > 0;
}

// Only digits, too many for a Danish number, and no sign of a country before them.
bool mayHaveLostZeros(std::string_view number) {
    if (number.find_first_not_of("0123456789") != std::string_view::npos) return false;
    if (number.size() == 10 && number.starts_with("45")) return false;
    return number.size() >= 9 && number.size() <= 15 && number.front() != '0';
}

std::string identityOf(const ItemRecord& record) {
    std::string people;
    for (const model::Participant& person : record.participants)
        people += std::to_string(static_cast<int>(person.role)) +
                  model::normalizeIdentifier(person.kind, person.id) + "~";
    const std::string time = record.times.empty() ? "" : std::to_string(record.times.front().time.utcMs);
    const std::string duration = record.call ? std::to_string(record.call->durationSeconds) : "";
    return chat::identityOf({time, people, model::codeOf(record.direction), duration, record.text});
}

void addDuration(ItemRecord& record, const std::string& cell, DurationUnit unit) {
    if (cell.empty()) return;
    const auto duration = parseDuration(cell, unit);
    if (!duration) return addIssue(record, IssueCode::UnknownCode, IssueSeverity::Odd, "duration=" + cell);
    record.call->durationSeconds = duration->seconds;
    if (duration->isDoubtful)
        addIssue(record, IssueCode::UnknownCode, IssueSeverity::Note, "duration=" + cell);
}

// Direction and kind as the columns say; what they do not say as the mapping does.
Rejected takeKind(const Row& row, const TableMapping& mapping, ItemRecord& record) {
    record.kind = mapping.kind;
    record.direction = mapping.direction;
    std::optional<CallType> call;
    bool isDirectionSaid = false;
    for (const Role role : {Role::Kind, Role::Direction}) {
        const std::string cell = trimmed(row.cell(mapping.column(role)));
        if (cell.empty()) continue;
        const auto way = wayOf(cell);
        const auto kind = kindOf(cell);
        if (kind == ItemKind::Document) return Rejected::NotAContact;
        if (kind && role == Role::Kind) record.kind = *kind;
        if (way) {
            record.direction = way->direction;
            isDirectionSaid = true;
            if (way->call) call = way->call;
        }
        if (!way && !kind) addIssue(record, IssueCode::UnknownCode, IssueSeverity::Odd, cell);
    }
    if (!isDirectionSaid && mapping.has(Role::Direction)) record.direction = Direction::Unknown;
    if (record.kind != ItemKind::Call) return Rejected::No;
    record.call.emplace();
    record.call->rawType = trimmed(
        row.cell(mapping.has(Role::Kind) ? mapping.column(Role::Kind) : mapping.column(Role::Direction)));
    record.call->type = call                                 ? *call
                        : record.direction == Direction::In  ? CallType::Incoming
                        : record.direction == Direction::Out ? CallType::Outgoing
                                                             : CallType::Other;
    return Rejected::No;
}

void takePeople(const Row& row, const TableMapping& mapping, ItemRecord& record) {
    const std::string& from = row.cell(mapping.column(Role::From));
    const std::string& to = row.cell(mapping.column(Role::To));
    const std::string& number = row.cell(mapping.column(Role::Number));
    const std::string& name = row.cell(mapping.column(Role::Name));
    if (mapping.has(Role::From) && !trimmed(from).empty())
        record.participants.push_back(partyOf(record, ParticipantRole::From, from, {}));
    if (mapping.has(Role::To) && !trimmed(to).empty())
        record.participants.push_back(partyOf(record, ParticipantRole::To, to, {}));
    if (record.participants.empty()) {
        if (trimmed(number).empty() && trimmed(name).empty()) {
            addIssue(record, IssueCode::MissingSender, IssueSeverity::Odd);
            return;
        }
        // Not From where nothing says so: nobody is made the sender of what was perhaps sent to him.
        const auto role = record.direction == Direction::In ? ParticipantRole::From : ParticipantRole::To;
        record.participants.push_back(partyOf(record, role, number, name));
        if (record.direction == Direction::Unknown)
            addIssue(record, IssueCode::DoubtfulSender, IssueSeverity::Odd, "direction");
    }
}

// What somebody wrote in columns that mean nothing to us is part of what she wrote.
void takeOwnLog(const Row& row, const RowReading& reading, ItemRecord& record) {
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
        const auto& columns = reading.mapping.columns;
        const auto taken = std::find(columns.begin(), columns.end(), static_cast<int>(i));
        const bool isExhibit = static_cast<int>(i) == reading.mapping.column(Role::Exhibit);
        const std::string cell = trimmed(row.cells[i]);
        if (cell.empty() || (taken != columns.end() && !isExhibit)) continue;
        const std::string header = i < reading.headers.size() ? trimmed(reading.headers[i]) : std::string();
        record.text += (record.text.empty() ? "" : "\n") + (header.empty() ? "" : header + ": ") + cell;
    }
}

// What she wrote down counts without a day, too ("in the middle of May"): it comes in undated.
bool isUndatedNote(const Row& row, const TableMapping& mapping) {
    return mapping.kind == ItemKind::Note && !trimmed(row.cell(mapping.column(Role::Text))).empty();
}

// Words in the place of a date stay with the text: they are all there is of the time.
void addWordsForDate(ItemRecord& record, const std::string& written, const RowReading& reading) {
    if (written.empty()) return addIssue(record, IssueCode::MissingDate, IssueSeverity::Odd);
    addIssue(record, IssueCode::InvalidDate, IssueSeverity::Odd, written);
    const auto column = static_cast<std::size_t>(reading.mapping.column(Role::Date));
    const std::string header = column < reading.headers.size() ? trimmed(reading.headers[column]) : "";
    record.text += "\n" + (header.empty() ? "" : header + ": ") + written;
}

bool isSum(const Row& row) {
    return std::any_of(row.cells.begin(), row.cells.end(),
                       [](const std::string& cell) { return isSumWord(cell); });
}

// As the cells have it.
std::optional<WrittenDate> writtenDate(const Row& row, const TableMapping& mapping) {
    auto date = parseWrittenDate(trimmed(row.cell(mapping.column(Role::Date))));
    if (!date || !date->hasDate) return std::nullopt;
    const std::string& cell = row.cell(mapping.column(Role::Time));
    if (date->hasTime || !mapping.has(Role::Time) || trimmed(cell).empty()) return date;
    const auto time = parseWrittenDate(trimmed(cell), true);
    if (!time || !time->hasTime) return date;
    date->hasTime = true;
    date->hasSeconds = time->hasSeconds;
    date->isHourOnly = time->isHourOnly;
    date->isAbout = date->isAbout || time->isAbout;
    date->offsetSeconds = time->offsetSeconds;
    date->civil.hour = time->civil.hour;
    date->civil.minute = time->civil.minute;
    date->civil.second = time->civil.second;
    date->civil.millisecond = time->civil.millisecond;
    return date;
}

} // namespace

std::optional<WrittenDate> dateOf(const Row& row, const TableMapping& mapping) {
    auto date = writtenDate(row, mapping);
    if (date && mapping.isUtc && date->hasTime && !date->offsetSeconds) date->offsetSeconds = 0;
    return date;
}

void settleOrder(RowReading& reading, const DateOrderEvidence& evidence) {
    // Of this table she has said it; of all files of an import only where they do not say it themselves.
    DateOrder order = reading.mapping.dateOrder;
    if (order == DateOrder::FromFile && evidence.isOpen()) order = reading.context.dateOrder;
    const bool isSaid = order == DateOrder::DayFirst || order == DateOrder::MonthFirst;
    reading.isMonthFirst = isSaid ? order == DateOrder::MonthFirst : evidence.isMonthFirst();
    reading.isOrderOpen = !isSaid && evidence.isOpen();
}

void addTime(ItemRecord& record, WrittenDate date, std::string_view written, const RowReading& reading,
             model::TimeSource source) {
    const bool isMonthFirst = date.isOpen() ? reading.isMonthFirst : !date.mayBeDayFirst();
    if (!date.settle(isMonthFirst))
        return addIssue(record, IssueCode::InvalidDate, IssueSeverity::Odd, std::string(written));
    model::TimeClaim claim;
    claim.source = source;
    claim.asWritten = std::string(written);
    if (date.offsetSeconds) {
        claim.time.utcMs = base::civilToMs(date.civil) - std::int64_t{1000} * *date.offsetSeconds;
        claim.time.offsetSeconds = date.offsetSeconds;
        claim.time.basis = base::TimeBasis::Offset;
        claim.time.precision = date.precision();
    } else {
        claim.time = base::fromLocal(date.civil, reading.context.zone, date.precision());
    }
    claim.time.about = date.isAbout;
    if (date.isOpen() && reading.isOrderOpen)
        addIssue(record, IssueCode::DoubtfulTime, IssueSeverity::Odd, "day/month");
    if (claim.time.basis == base::TimeBasis::LocalAmbiguous)
        addIssue(record, IssueCode::AmbiguousHour, IssueSeverity::Odd, std::string(written));
    if (claim.time.basis == base::TimeBasis::LocalGap)
        addIssue(record, IssueCode::NonexistentHour, IssueSeverity::Odd, std::string(written));
    if (reading.context.nowMs > 0 && claim.time.utcMs > reading.context.nowMs)
        addIssue(record, IssueCode::FutureDate, IssueSeverity::Odd, std::string(written));
    record.times.push_back(std::move(claim));
}

model::Participant partyOf(ItemRecord& record, ParticipantRole role, std::string_view writtenNumber,
                           std::string_view writtenName) {
    const std::string number = trimmed(writtenNumber);
    const std::string name = trimmed(writtenName);
    if (number.empty()) {
        if (isWithheld(name)) {
            addIssue(record, IssueCode::HiddenNumber, IssueSeverity::Note, name);
            return {role, IdentifierKind::Phone, {}, name};
        }
        const auto kind = model::guessIdentifierKind(name);
        return {role, kind == IdentifierKind::Profile ? IdentifierKind::Name : kind, name, name};
    }
    if (isWithheld(number)) {
        addIssue(record, IssueCode::HiddenNumber, IssueSeverity::Note, number);
        return {role, IdentifierKind::Phone, {}, name.empty() ? number : name};
    }
    // Two people may share what is left of a number: such a name is no number.
    if (isPowerOfTen(number)) {
        addIssue(record, IssueCode::DoubtfulSender, IssueSeverity::Odd, number);
        return {role, IdentifierKind::Name, number, name};
    }
    if (isMasked(number)) {
        addIssue(record, IssueCode::HiddenNumber, IssueSeverity::Odd, number);
        return {role, IdentifierKind::Name, number, name};
    }
    if (mayHaveLostZeros(number)) addIssue(record, IssueCode::DoubtfulSender, IssueSeverity::Note, number);
    const auto kind = model::guessIdentifierKind(number);
    return {role, kind == IdentifierKind::Profile ? IdentifierKind::Name : kind, number, name};
}

Rejected recordOf(const Row& row, const RowReading& reading, ItemRecord& record) {
    const TableMapping& mapping = reading.mapping;
    if (row.isEmpty()) return Rejected::Empty;
    if (!reading.headers.empty() && row.cells == reading.headers) return Rejected::Header;
    record = {};
    record.offset = row.offset;
    record.length = row.length;
    const auto date = dateOf(row, mapping);
    if (!date && isSum(row)) return Rejected::Sum;
    if (!date && !isUndatedNote(row, mapping)) return Rejected::NoDate;
    if (const Rejected why = takeKind(row, mapping, record); why != Rejected::No) return why;
    const std::string time = trimmed(row.cell(mapping.column(Role::Time)));
    const std::string written =
        trimmed(row.cell(mapping.column(Role::Date))) + (time.empty() ? "" : " " + time);
    const bool isNote = record.kind == ItemKind::Note;
    const auto source = isNote                          ? model::TimeSource::OwnMemory
                        : record.kind == ItemKind::Call ? model::TimeSource::CallLog
                                                        : model::TimeSource::MessageExport;
    record.text = trimmed(row.cell(mapping.column(Role::Text)));
    if (!date) addWordsForDate(record, written, reading);
    if (date) addTime(record, *date, written, reading, source);
    if (date && !time.empty() && !date->hasTime)
        addIssue(record, IssueCode::InvalidDate, IssueSeverity::Odd, written);
    if (isNote)
        takeOwnLog(row, reading, record);
    else
        takePeople(row, mapping, record);
    if (record.call)
        addDuration(record, trimmed(row.cell(mapping.column(Role::Duration))), mapping.durationUnit);
    if (const std::string file = trimmed(row.cell(mapping.column(Role::Attachment))); !file.empty())
        record.attachments.push_back(chat::fileBeside(file));
    if (record.text.empty() && record.participants.empty() && record.attachments.empty())
        return Rejected::NoContent;
    if (row.isCut) addIssue(record, IssueCode::TooLarge, IssueSeverity::Odd);
    if (row.isOpen) addIssue(record, IssueCode::Truncated, IssueSeverity::Odd);
    if (row.foreign > 0)
        addIssue(record, IssueCode::InvalidCharacters, IssueSeverity::Odd, std::to_string(row.foreign));
    record.identity = identityOf(record);
    return Rejected::No;
}

} // namespace core::format::table
