// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What SMS, MMS and calls of an export have in common: times of unknown unit, numbers, names, identity.
// Not a record by itself: message_records.h makes those.

#include "core/format/item_record.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace core::format::sms {

void addIssue(ItemRecord& record, model::IssueCode code, model::IssueSeverity severity, std::string detail,
              std::uint64_t offset);

// A whole number with nothing around it but blanks.
std::optional<std::int64_t> numberFrom(std::string_view text);

// `date` and `date_sent`: milliseconds or seconds since 1970, told apart by their size. Adds the claims and
// what is to be said about them. An empty or zero `date` leaves the record undated.
void addTimes(ItemRecord& record, std::string_view date, std::string_view dateSent, std::int64_t nowMs,
              std::uint64_t offset);

// "a~b~c" taken apart. Empty pieces and the word for the owner are left out.
std::vector<std::string> addressesOf(std::string_view address);

// Empty for the words that mean "no name".
std::string nameOf(std::string_view contactName);

model::Participant participantOf(model::ParticipantRole role, std::string id, std::string name);

std::string normalForm(std::string_view address);
bool sameAddress(std::string_view left, std::string_view right);

// Fields joined so that no two different lists give the same bytes.
class Identity {
public:
    explicit Identity(std::size_t expected = 0) { bytes_.reserve(expected + kUsualSize); }
    void add(std::string_view field);
    void addTime(const ItemRecord& record, std::string_view asWritten);
    std::string take() { return std::move(bytes_); }

private:
    static constexpr std::size_t kUsualSize = 64; // bytes, without the text
    std::string bytes_;
};

} // namespace core::format::sms
