// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/item_people.h"

#include "core/report/witness_contacts.h"

#include <algorithm>

namespace core::report {

namespace {

// A name for the adviser: it may be an address itself, as mail programs write it.
std::string nameOf(const Build& build, const query::PersonView& person) {
    std::string name;
    if (person.partyRole != model::PartyRole::Unknown && !person.partyName.empty())
        name = person.partyName;
    else if (!person.name.empty() && person.name != person.written)
        name = person.name;
    else if (model::guessIdentifierKind(person.written) == model::IdentifierKind::Profile)
        name = person.written;
    return withoutContacts(name, build.tr("(contact left out)"));
}

// Who a person is, without a way to reach them. An address that nobody is known by is left out too: it may be
// a helper's.
std::string roleAndName(const Build& build, const query::PersonView& person) {
    const std::string role = build.roleName(person.partyRole, person.party);
    if (person.partyRole == model::PartyRole::Exposed) return role;
    const std::string name = nameOf(build, person);
    if (person.partyRole == model::PartyRole::Unknown) return name.empty() ? build.tr("unknown") : name;
    return name.empty() ? role : name + " – " + role;
}

bool hasSender(const query::ItemDetail& item) {
    return std::any_of(item.people.begin(), item.people.end(),
                       [](const auto& p) { return p.role == model::ParticipantRole::From; });
}

// Of an item that names the people and not which of them it came from: nobody hid a number.
std::string openLine(const Build& build, const query::ItemDetail& item) {
    for (const query::PersonView& person : item.people) {
        if (person.partyRole == model::PartyRole::Exposed) continue;
        std::string who = build.roleName(person.partyRole, person.party);
        if (person.partyRole == model::PartyRole::Unknown)
            who = build.options.audience == Audience::Adviser ? nameOf(build, person) : person.written;
        if (!who.empty()) return base::fill(build.tr("With %1, not known from whom"), {who});
    }
    return build.tr("From somebody, not known who");
}

} // namespace

// For the police an address as it was written, where it may stand in the document: the offender has it from
// this very item, or nobody is known by it. The adviser gets the offender's alone.
std::string shownAs(const Build& build, const query::ItemDetail& item, const query::PersonView& person) {
    if (build.options.audience == Audience::Adviser && person.partyRole != model::PartyRole::Offender)
        return roleAndName(build, person);
    const bool withOffender = std::any_of(item.people.begin(), item.people.end(), [](const auto& p) {
        return p.partyRole == model::PartyRole::Offender;
    });
    const std::string written = person.written.empty() ? build.tr("hidden number") : person.written;
    std::string role = build.roleName(person.partyRole, person.party);
    const bool isNamed = !person.name.empty() && person.name != person.written;
    std::string full = isNamed ? person.name + " <" + written + ">" : written;
    if (person.partyRole == model::PartyRole::Unknown) return full;
    if (person.partyRole == model::PartyRole::Offender || withOffender) return full + " – " + role;
    return role;
}

std::string senderLine(const Build& build, const query::ItemDetail& item, bool isContext) {
    if (isContext && item.direction == model::Direction::Out)
        return build.tr("From the exposed person – context, does not count");
    if (isContext)
        return base::fill(build.tr("%1 – context, does not count"), {senderLine(build, item, false)});
    const query::PersonView& from = item.from;
    if (from.partyRole == model::PartyRole::Unknown) {
        if (!hasSender(item)) return openLine(build, item);
        const bool isHidden = from.written.empty();
        const std::string who = isHidden                                      ? build.tr("hidden number")
                                : build.options.audience == Audience::Adviser ? nameOf(build, from)
                                                                              : from.written;
        return who.empty() ? build.tr("From somebody, not known who")
                           : base::fill(build.tr("From %1, not known who"), {who});
    }
    const std::string sender = build.roleName(from.partyRole, from.party);
    for (const query::PersonView& person : item.people)
        if (person.role != model::ParticipantRole::From && person.partyRole == model::PartyRole::ThirdParty)
            return base::fill(build.tr("From %1 to %2"),
                              {sender, build.roleName(person.partyRole, person.party)});
    return base::fill(build.tr("From %1"), {sender});
}

// Who reacted; empty where the service speaks for itself.
std::string noticeSender(const Build& build, const query::ItemDetail& item) {
    if (item.from.written.empty()) return {};
    return item.from.partyRole == model::PartyRole::Unknown
               ? nameOf(build, item.from)
               : capitalized(build.roleName(item.from.partyRole, item.from.party));
}

} // namespace core::report
