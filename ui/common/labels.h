// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The words for the values of core/model, translated: kinds, directions, where a time comes from, roles.
// Dates and numbers are core/base/date_format.h with language().

#include "core/model/item.h"
#include "core/model/milestone.h"
#include "core/query/case_reader.h"

#include <wx/string.h>

namespace ui::common {

wxString kindName(core::model::ItemKind kind);                   // "E-mail"
wxString timeSourceName(core::model::TimeSource source);         // "the message export"
wxString identifierKindName(core::model::IdentifierKind kind);   // "Phone number"
wxString roleName(core::model::PartyRole role);                  // "Offender"
wxString callTypeName(core::model::CallType type);               // "Missed call"
wxString durationText(long long seconds);                        // "14 s", "2 min 3 s"
wxString callText(const core::model::CallInfo& call);            // "Call without answer", "Call, 14 s"
wxString milestoneName(const core::model::Milestone& milestone); // its title, or its kind's name
wxString personName(const core::query::PersonView& person);      // role or name, "Hidden number"
wxString personName(const core::query::PartyRow& party);
// Who an item is from. Where the file does not say it of a message that was sent: whom it went to, "to
// Offender". Not "Me": the material may be somebody else's who helps her.
wxString fromText(const core::query::ItemRow& row);
wxString fieldEnd(const wxString& text, std::size_t letters); // cut with an ellipsis

wxString count(long long n); // 1.240
// Its title, or its first words, or what it stands for: "12 text messages at 22:04–23:51". Never empty.
wxString incidentLine(const core::model::Incident& incident, const std::string& zone);
// What a list shows as the text of an item: subject, text, call in words, file name.
wxString itemLine(const core::query::ItemRow& row);
wxString timeText(const core::query::ItemRow& row, const std::string& zone); // "No date" where there is none

} // namespace ui::common
