// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Who takes part in each chat of a table. A row names only its sender, and one that was sent names nobody:
// the other side is known from what came in, so the table is gone through once before it is read.

#include "core/format/imazing/columns.h"
#include "core/format/item_record.h"

#include <map>
#include <string>
#include <vector>

namespace core::format::imazing {

struct Person {
    std::string id; // number or address, empty where only a name is known
    std::string name;
};

class Sessions {
public:
    void add(const table::Row& row, const Columns& columns);
    // The others of the chat; where nobody of it ever wrote, the chat's own label.
    std::vector<Person> othersIn(const std::string& session) const;

private:
    static constexpr std::size_t kMostSessions = 100'000;
    static constexpr std::size_t kMostPeople = 1024;
    std::map<std::string, std::vector<Person>> people_;
};

model::Participant participantOf(model::ParticipantRole role, const Person& person, const char* service);

} // namespace core::format::imazing
