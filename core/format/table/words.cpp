// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/format/table/words.h"

#include "core/base/utf8.h"

#include <algorithm>
#include <array>

namespace core::format::table {

namespace {

using model::CallType;
using model::Direction;
using model::ItemKind;

struct WayWord {
    std::string_view word; // folded
    Direction direction;
    std::optional<CallType> call;
};
const std::array kWays{
    WayWord{"ind", Direction::In, {}},
    WayWord{"indgaaende", Direction::In, {}},
    WayWord{"indgaaende opkald", Direction::In, {}},
    WayWord{"indgaaende samtale", Direction::In, {}},
    WayWord{"modtaget", Direction::In, {}},
    WayWord{"modtaget opkald", Direction::In, {}},
    WayWord{"in", Direction::In, {}},
    WayWord{"incoming", Direction::In, {}},
    WayWord{"incoming call", Direction::In, {}},
    WayWord{"inbound", Direction::In, {}},
    WayWord{"received", Direction::In, {}},
    WayWord{"eingehend", Direction::In, {}},
    WayWord{"eingehender anruf", Direction::In, {}},
    WayWord{"ankommend", Direction::In, {}},
    WayWord{"empfangen", Direction::In, {}},
    WayWord{"ud", Direction::Out, {}},
    WayWord{"udgaaende", Direction::Out, {}},
    WayWord{"udgaaende opkald", Direction::Out, {}},
    WayWord{"udgaaende samtale", Direction::Out, {}},
    WayWord{"sendt", Direction::Out, {}},
    WayWord{"foretaget", Direction::Out, {}},
    WayWord{"foretaget opkald", Direction::Out, {}},
    WayWord{"out", Direction::Out, {}},
    WayWord{"outgoing", Direction::Out, {}},
    WayWord{"outgoing call", Direction::Out, {}},
    WayWord{"outbound", Direction::Out, {}},
    WayWord{"sent", Direction::Out, {}},
    WayWord{"dialled", Direction::Out, {}},
    WayWord{"dialed", Direction::Out, {}},
    WayWord{"ausgehend", Direction::Out, {}},
    WayWord{"ausgehender anruf", Direction::Out, {}},
    WayWord{"abgehend", Direction::Out, {}},
    WayWord{"gesendet", Direction::Out, {}},
    WayWord{"ubesvaret", Direction::In, CallType::Missed},
    WayWord{"ubesvaret opkald", Direction::In, CallType::Missed},
    WayWord{"mistet", Direction::In, CallType::Missed},
    WayWord{"mistet opkald", Direction::In, CallType::Missed},
    WayWord{"missed", Direction::In, CallType::Missed},
    WayWord{"missed call", Direction::In, CallType::Missed},
    WayWord{"verpasst", Direction::In, CallType::Missed},
    WayWord{"verpasster anruf", Direction::In, CallType::Missed},
    WayWord{"entgangen", Direction::In, CallType::Missed},
    WayWord{"afvist", Direction::In, CallType::Rejected},
    WayWord{"afvist opkald", Direction::In, CallType::Rejected},
    WayWord{"rejected", Direction::In, CallType::Rejected},
    WayWord{"declined", Direction::In, CallType::Rejected},
    WayWord{"abgelehnt", Direction::In, CallType::Rejected},
    WayWord{"blokeret", Direction::In, CallType::Blocked},
    WayWord{"blocked", Direction::In, CallType::Blocked},
    WayWord{"blockiert", Direction::In, CallType::Blocked},
    WayWord{"voicemail", Direction::In, CallType::Voicemail},
    WayWord{"telefonsvarer", Direction::In, CallType::Voicemail},
};

struct KindWord {
    std::string_view word; // folded
    ItemKind kind;
};
constexpr std::array kKinds{
    KindWord{"sms", ItemKind::Sms},
    KindWord{"tekstbesked", ItemKind::Sms},
    KindWord{"besked", ItemKind::Sms},
    KindWord{"text", ItemKind::Sms},
    KindWord{"text message", ItemKind::Sms},
    KindWord{"message", ItemKind::Sms},
    KindWord{"nachricht", ItemKind::Sms},
    KindWord{"mms", ItemKind::Mms},
    KindWord{"opkald", ItemKind::Call},
    KindWord{"samtale", ItemKind::Call},
    KindWord{"tale", ItemKind::Call},
    KindWord{"taletrafik", ItemKind::Call},
    KindWord{"mobilopkald", ItemKind::Call},
    KindWord{"call", ItemKind::Call},
    KindWord{"voice", ItemKind::Call},
    KindWord{"voice call", ItemKind::Call},
    KindWord{"anruf", ItemKind::Call},
    KindWord{"gespraech", ItemKind::Call},
    KindWord{"sprache", ItemKind::Call},
    KindWord{"telefonie", ItemKind::Call},
    KindWord{"data", ItemKind::Document},
    KindWord{"datatrafik", ItemKind::Document},
    KindWord{"mobildata", ItemKind::Document},
    KindWord{"internet", ItemKind::Document},
    KindWord{"gprs", ItemKind::Document},
    KindWord{"daten", ItemKind::Document},
    KindWord{"abonnement", ItemKind::Document},
};

constexpr std::array<std::string_view, 22> kWithheld{"hemmeligt nummer", "hemmeligt nr",
                                                     "hemmelig",         "hemmeligt",
                                                     "skjult nummer",    "skjult",
                                                     "ukendt",           "ukendt nummer",
                                                     "anonym",           "udeladt nummer",
                                                     "no caller id",     "private",
                                                     "private number",   "withheld",
                                                     "withheld number",  "unknown",
                                                     "anonymous",        "hidden",
                                                     "unbekannt",        "unterdrueckt",
                                                     "anonymer anruf",   "nummer unterdrueckt"};
constexpr std::array<std::string_view, 12> kSums{"i alt",    "ialt",  "total",      "sum",
                                                 "subtotal", "summe", "gesamt",     "totalt",
                                                 "totals",   "antal", "i alt ialt", "gesamtsumme"};

} // namespace

// Folded, with blanks and signs at both ends away.
std::string wordOf(std::string_view text) {
    std::string out = base::foldForSearch(text.substr(0, std::min<std::size_t>(text.size(), 80)));
    const auto isSign = [](char c) {
        return c == ' ' || c == '.' || c == ':' || c == '\n' || c == '\t' || c == '?' || c == '*';
    };
    while (!out.empty() && isSign(out.back())) out.pop_back();
    std::size_t begin = 0;
    while (begin < out.size() && isSign(out[begin])) ++begin;
    return out.substr(begin);
}

std::optional<SaidWay> wayOf(std::string_view cell) {
    const std::string word = wordOf(cell);
    for (const WayWord& known : kWays)
        if (word == known.word) return SaidWay{known.direction, known.call};
    return std::nullopt;
}

std::optional<ItemKind> kindOf(std::string_view cell) {
    const std::string word = wordOf(cell);
    for (const KindWord& known : kKinds)
        if (word == known.word) return known.kind;
    return std::nullopt;
}

bool isWithheld(std::string_view number) { return isOneOf(kWithheld, wordOf(number)); }

bool isSumWord(std::string_view cell) {
    const std::string word = wordOf(cell);
    return isOneOf(kSums, word) || word.starts_with("i alt ") || word.starts_with("total ");
}

} // namespace core::format::table
