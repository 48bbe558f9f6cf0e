// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/party.h"

#include "core/base/ascii.h"
#include "core/model/code_table.h"

#include <algorithm>
#include <array>
#include <cctype>

namespace core::model {

namespace {
constexpr std::array<const char*, 4> kIdentifierKindCodes{"phone", "email", "profile", "name"};
constexpr std::array<const char*, 4> kPartyRoleCodes{"exposed", "offender", "third-party", "unknown"};
} // namespace

const char* codeOf(IdentifierKind value) { return codeAt(kIdentifierKindCodes, value); }
std::optional<IdentifierKind> identifierKindOf(std::string_view code) {
    return valueOf<IdentifierKind>(kIdentifierKindCodes, code);
}
const char* codeOf(PartyRole value) { return codeAt(kPartyRoleCodes, value); }
std::optional<PartyRole> partyRoleOf(std::string_view code) {
    return valueOf<PartyRole>(kPartyRoleCodes, code);
}

namespace {

std::string trimmedLower(std::string_view text) {
    std::string folded(base::trim(text));
    std::transform(folded.begin(), folded.end(), folded.begin(), base::lowerChar);
    return folded;
}

std::string normalizePhone(std::string_view asWritten) {
    std::string digits;
    digits.reserve(asWritten.size() + 3); // "+45"
    bool plus = false;
    for (std::size_t i = 0; i < asWritten.size(); ++i) {
        const auto c = static_cast<unsigned char>(asWritten[i]);
        if (base::isDigit(asWritten[i])) {
            digits += asWritten[i];
        } else if (c == '+' && digits.empty() && !plus) {
            plus = true;
        } else if (c == 0xC2 && i + 1 < asWritten.size() &&
                   static_cast<unsigned char>(asWritten[i + 1]) == 0xA0) {
            ++i; // no-break space
        } else if (c == 0xE2 && i + 2 < asWritten.size() &&
                   static_cast<unsigned char>(asWritten[i + 1]) <= 0x81) {
            i += 2; // U+2000 to U+206F: thin spaces, dashes, direction marks around numbers
        } else if (std::string_view(" -./()\t").find(static_cast<char>(c)) == std::string_view::npos) {
            std::string word; // a letter: an alphanumeric sender, not a number
            for (const char w : trimmedLower(asWritten))
                if (w != ' ') word += w;
            return word;
        }
    }
    if (plus) return digits.insert(0, 1, '+');
    if (digits.size() > 8 && digits.starts_with("00")) return "+" + digits.substr(2);
    if (digits.size() == 8) return digits.insert(0, "+45");
    if (digits.size() == 10 && digits.starts_with("45")) return "+" + digits;
    return digits;
}

} // namespace

std::string normalizeIdentifier(IdentifierKind kind, std::string_view asWritten) {
    return kind == IdentifierKind::Phone ? normalizePhone(asWritten) : trimmedLower(asWritten);
}

IdentifierKind guessIdentifierKind(std::string_view asWritten) {
    if (asWritten.find('@') != std::string_view::npos) return IdentifierKind::Email;
    int digits = 0;
    for (const char c : asWritten) {
        if (std::isdigit(static_cast<unsigned char>(c)) != 0)
            ++digits;
        else if (std::isalpha(static_cast<unsigned char>(c)) != 0)
            return IdentifierKind::Profile;
    }
    return digits >= 3 ? IdentifierKind::Phone : IdentifierKind::Profile;
}

} // namespace core::model
