// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// People and what they write from: parties with roles, identifiers with one normal form.
// A name in an export is how somebody was called there, never who it was.

#include <optional>
#include <string>
#include <string_view>

namespace core::model {

enum class IdentifierKind { Phone, Email, Profile, Name };
enum class PartyRole { Exposed, Offender, ThirdParty, Unknown }; // udsat, udøver, tredjepart

const char* codeOf(IdentifierKind kind);
const char* codeOf(PartyRole role);
std::optional<IdentifierKind> identifierKindOf(std::string_view code);
std::optional<PartyRole> partyRoleOf(std::string_view code);

// The form in which two spellings of one identifier are equal. Phones: "+4512345678" for 12 34 56 78,
// 004512345678 and +45 12345678 (8 digits without a country code are Danish); short codes and alphanumeric
// senders stay as they are, without blanks, lower case. E-mail and the rest: lower case, trimmed. Empty for
// an empty input.
std::string normalizeIdentifier(IdentifierKind kind, std::string_view asWritten);

// Guesses the kind from the spelling: an @ makes an e-mail address, digits a phone number, the rest a
// profile.
IdentifierKind guessIdentifierKind(std::string_view asWritten);

} // namespace core::model
