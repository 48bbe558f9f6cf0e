// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/format/imazing/sessions.h"

#include "core/base/utf8.h"
#include "core/format/chat/chat_record.h"

#include <algorithm>

namespace core::format::imazing {

void Sessions::add(const table::Row& row, const Columns& columns) {
    if (base::foldForSearch(columns.of(row, Column::Type)) != "incoming") return;
    Person person{columns.of(row, Column::SenderId), columns.of(row, Column::SenderName)};
    if (person.id.empty() && person.name.empty()) return;
    const std::string& session = columns.of(row, Column::Session);
    if (people_.size() >= kMostSessions && !people_.contains(session)) return;
    auto& known = people_[session];
    const bool isKnown = std::any_of(known.begin(), known.end(), [&](const Person& one) {
        return person.id.empty() ? one.name == person.name : one.id == person.id;
    });
    if (!isKnown && known.size() < kMostPeople) known.push_back(std::move(person));
}

std::vector<Person> Sessions::othersIn(const std::string& session) const {
    const auto found = people_.find(session);
    if (found != people_.end()) return found->second;
    const bool isName = model::guessIdentifierKind(session) == model::IdentifierKind::Profile;
    return {Person{isName ? std::string() : session, isName ? session : std::string()}};
}

model::Participant participantOf(model::ParticipantRole role, const Person& person, const char* service) {
    if (person.id.empty()) return chat::person(role, person.name, service);
    const auto kind = model::guessIdentifierKind(person.id);
    const bool isProfile = kind == model::IdentifierKind::Profile;
    return {role, kind, person.id, person.name, isProfile ? service : ""};
}

} // namespace core::format::imazing
