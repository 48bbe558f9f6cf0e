// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/format/messenger/words.h"

#include <algorithm>
#include <array>

namespace core::format::messenger {

namespace {

// Verified: seen in exports or in other people's readers of them. The rest is how the same sentence is said
// in that language; where it is wrong, the line stays an ordinary message.
struct Sentence {
    std::string_view begin;
    std::string_view end; // with anything between, where it is not empty
    bool isVerified;
};

constexpr std::array<Sentence, 22> kReactionLines{{
    {"Liked a message", "", true},
    {"Reacted ", " to your message", true},
    {"Loved a message", "", false},
    {"Reacted ", " to a message", false},
    {"Syntes godt om en besked", "", false}, // da
    {"Synes godt om en besked", "", false},
    {"Reagerede med ", " på din besked", false},
    {"Reagerede ", " på din besked", false},
    {"Har reageret med ", " på din besked", false},
    {"Gillade ett meddelande", "", false}, // sv
    {"Reagerade med ", " på ditt meddelande", false},
    {"Likte en melding", "", false}, // nb
    {"Reagerte med ", " på meldingen din", false},
    {"Gefällt eine Nachricht", "", false}, // de
    {"Hat mit ", " auf deine Nachricht reagiert", false},
    {"A aimé un message", "", true}, // fr
    {"A réagi ", " à votre message", true},
    {"Le gustó un mensaje", "", true}, // es
    {"Reaccionó con ", " a tu mensaje", false},
    {"Heeft een bericht leuk gevonden", "", false},      // nl
    {"Ha messo \"Mi piace\" a un messaggio", "", false}, // it
    {"Mesajı beğendi", "", false},                       // tr
}};

constexpr std::array<std::string_view, 5> kUnsentLines{"User unsent a message", "You unsent a message",
                                                       "This message was unsent", "Du fjernede en besked",
                                                       "Bruger fjernede en besked"};

constexpr std::array<std::string_view, 12> kGoneAccounts{
    "Facebook user",       "Facebook User",   "Facebook-bruger",  "Instagram User",
    "Instagram user",      "Instagrammer",    "Instagram-bruger", "Facebook-användare",
    "Instagram-användare", "Facebook-Nutzer", "Instagram-Nutzer", "Utilisateur Facebook"};

std::string_view withoutBlanks(std::string_view text) {
    constexpr std::string_view kBlanks = " \t\r\n.";
    const std::size_t first = text.find_first_not_of(kBlanks);
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(kBlanks) - first + 1);
}

constexpr std::size_t kLongestEmoji = 40; // bytes: a family of four with skin tones

} // namespace

bool isReactionLine(std::string_view text) {
    text = withoutBlanks(text);
    return std::any_of(kReactionLines.begin(), kReactionLines.end(), [text](const Sentence& one) {
        if (one.end.empty()) return text == one.begin;
        const std::size_t fixed = one.begin.size() + one.end.size();
        return text.size() > fixed && text.size() <= fixed + kLongestEmoji && text.starts_with(one.begin) &&
               text.ends_with(one.end);
    });
}

bool isUnsentLine(std::string_view text) {
    return std::find(kUnsentLines.begin(), kUnsentLines.end(), withoutBlanks(text)) != kUnsentLines.end();
}

bool isGoneAccount(std::string_view name) {
    return std::find(kGoneAccounts.begin(), kGoneAccounts.end(), withoutBlanks(name)) != kGoneAccounts.end();
}

} // namespace core::format::messenger
