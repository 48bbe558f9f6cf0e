// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What records of chat exports have in common: issues, people, attachments beside the export, instants from
// counts, identity. Not a record by itself: each family makes its own.

#include "core/format/item_record.h"

#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

namespace core::format::chat {

void addIssue(ItemRecord& record, model::IssueCode code, model::IssueSeverity severity,
              std::string detail = {});

model::Participant person(model::ParticipantRole role, std::string name, std::string service);

// By a path as the export writes it; a leading "./" says nothing and is left out. The type is known by the
// end of the name only, and empty for one that is not.
model::Attachment fileBeside(std::string_view path);

// Seconds or milliseconds since 1970, told apart by their size. None outside of 1990 to 2100.
std::optional<model::TimeClaim> claimOf(std::int64_t sinceEpoch, std::string_view asWritten);
// Adds the claim, or says that it is missing, no date or later than the import.
void addTime(ItemRecord& record, std::optional<std::int64_t> sinceEpoch, std::string_view asWritten,
             std::int64_t nowMs);

// A message to more people than this is one to a group: its name stands in the subject, and nobody is listed
// as the receiver. Thousands of rows a message would say no more.
inline constexpr std::size_t kMostReceivers = 100;

// Fields joined so that no two different lists give the same bytes; each in NFC.
std::string identityOf(std::initializer_list<std::string_view> fields);

// The beginning of a text, for lines that say what they are about.
std::string quoted(std::string_view text);

// Records of one file that are equal in everything we read are so many records: the second and later ones get
// an identity of their own.
class Repeats {
public:
    void tellApart(ItemRecord& record);

private:
    std::unordered_map<std::size_t, std::uint32_t> seen_; // hash of kind and identity -> records so far
};

} // namespace core::format::chat
