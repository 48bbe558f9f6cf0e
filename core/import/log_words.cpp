// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/log_words.h"

#include "core/base/utf8.h"

#include <algorithm>
#include <array>

namespace core::import {

namespace {

struct TypeWords {
    const char* type;                           // core/model/incident_type.h
    const char* channel;                        // core/model/incident.h; empty: says nothing
    std::array<std::string_view, 8> beginnings; // of words, folded; a blank stands for the end of a word
};

// The graver ones and the more exact ones first: "ringede på" is at the door, "ringede" on the telephone.
constexpr std::array<TypeWords, 21> kTypes{{
    {"violence",
     "physical",
     {"slog ", "slaar ", "sparkede", "vold ", "voldelig", "kvaelertag", "overfald", "hit me"}},
    {"threat", "", {"trussel", "trusler", "truede", "truer ", "true med", "threat"}},
    {"vandalism", "", {"haervaerk", "indbrud", "smadre", "ridse", "punkter", "vandal", "stjaal", "burglar"}},
    {"tracking", "", {"gps", "airtag", "sporing", "tracker"}},
    {"account_access", "", {"hacke", "hacking", "logget ind paa min", "logged in to my"}},
    {"fake_profile", "social", {"falsk profil", "falske profil", "fake profile"}},
    {"following", "physical", {"fulgte efter", "foelger efter", "forfulgte", "koerte efter", "followed me"}},
    {"approach",
     "physical",
     {"moedte op", "ringede paa doer", "ringede paa ", "bankede paa", "opsoegte", "stod ved doeren",
      "turned up", "knocked on"}},
    {"watching",
     "physical",
     {"koerte forbi", "gik forbi", "uden for min", "udenfor min", "uden for mit", "udenfor mit", "drove past",
      "outside my"}},
    {"gift", "", {"blomst", "gave ", "gaver ", "buket", "flowers", "gift "}},
    {"payment_note", "payment", {"mobilepay", "bankoverfoersel"}},
    {"voicemail", "telephone", {"telefonsvarer", "talebesked", "voicemail", "indtalt besked"}},
    {"call_missed", "telephone", {"ubesvaret", "ubesvarede", "missed call", "opkald uden tale"}},
    {"sms", "sms", {"sms", "mms", "text message", "tekstbesked"}},
    {"email", "email", {"mail ", "mails ", "mailede", "e mail", "email"}},
    {"chat", "chat", {"messenger", "whatsapp", "snapchat", "telegram", "chat"}},
    {"social_media", "social", {"facebook", "instagram", "tiktok", "opslag ", "kommenterede"}},
    {"letter", "letter", {"brev ", "breve ", "seddel", "postkort", "letter"}},
    {"third_harassed", "", {"kontaktede min", "ringede til min", "skrev til min", "contacted my"}},
    {"authorities", "", {"underretning", "falsk anmeldelse"}},
    {"call", "telephone", {"ringede", "ringer ", "opkald", "opringning", "called me", "phone call"}},
}};

// Folded, a blank for all that is no letter and no digit, and one at both ends.
std::string plain(std::string_view text) {
    std::string out = " ";
    for (const char c : base::foldForSearch(text)) {
        const bool isWord = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (c & 0x80) != 0;
        if (isWord || out.back() != ' ') out += isWord ? c : ' ';
    }
    return out.back() == ' ' ? out : out + ' ';
}

bool saysAny(const std::string& text, std::initializer_list<std::string_view> beginnings) {
    return std::any_of(beginnings.begin(), beginnings.end(), [&](std::string_view word) {
        return text.find(" " + std::string(word)) != std::string::npos;
    });
}

bool says(const std::string& text, const TypeWords& type) {
    return std::any_of(type.beginnings.begin(), type.beginnings.end(), [&](std::string_view word) {
        return !word.empty() && text.find(" " + std::string(word)) != std::string::npos;
    });
}

// "0100-83966-00012-23" out of a sentence: digits and strokes, at least six digits. Empty where none is
// there.
std::string caseNumberIn(const std::string& text) {
    constexpr std::string_view signs = "0123456789-/";
    for (std::size_t at = text.find_first_of("0123456789"); at != std::string::npos;
         at = text.find_first_of("0123456789", at)) {
        const std::size_t end = std::min(text.size(), text.find_first_not_of(signs, at));
        std::string number = text.substr(at, end - at);
        while (!number.empty() && (number.back() == '-' || number.back() == '/')) number.pop_back();
        const auto digits =
            std::count_if(number.begin(), number.end(), [](char c) { return c >= '0' && c <= '9'; });
        const auto strokes = std::count(number.begin(), number.end(), '-');
        if (digits >= 9 || (digits >= 6 && strokes >= 2)) return number;
        at = end;
    }
    return {};
}

void takeReport(model::Incident& incident, const std::string& text) {
    const std::string words = plain(text);
    incident.reportNumber = caseNumberIn(text);
    const bool isNo = saysAny(words, {"nej ", "ikke ", "no ", "not "});
    incident.reported = !incident.reportNumber.empty() || (!isNo && !text.empty());
}

void addTo(std::string& field, const std::string& text) { field += (field.empty() ? "" : "\n") + text; }

} // namespace

void guessType(model::Incident& incident, std::string_view text) {
    const std::string words = plain(text);
    constexpr std::size_t kMost = 3;
    for (const TypeWords& type : kTypes) {
        // A call is what is left where nothing says more of it.
        const bool isCall = std::string_view(type.type) == "call";
        if (!says(words, type) || (isCall && incident.type != "other")) continue;
        if (incident.type == "other")
            incident.type = type.type;
        else if (incident.extraTypes.size() + 1 < kMost)
            incident.extraTypes.emplace_back(type.type);
        if (incident.channel.empty()) incident.channel = type.channel;
    }
}

bool takeLogCell(model::Incident& incident, std::string_view heading, const std::string& text) {
    const std::string words = plain(heading);
    if (saysAny(words, {"sted ", "hvor ", "stedet ", "place ", "where ", "location "})) {
        addTo(incident.placeText, text);
    } else if (saysAny(words, {"vidne", "witness"})) {
        addTo(incident.witnesses, text);
    } else if (saysAny(words, {"reaktion", "hvad gjorde du", "din reaktion", "svar ", "reaction",
                               "what did you do"})) {
        addTo(incident.responseText, text);
    } else if (saysAny(words, {"anmeldt", "anmeldelse", "politi", "journalnummer", "journalnr", "j nr", "jnr",
                               "sagsnummer", "reported", "police"})) {
        takeReport(incident, text);
        return incident.reportNumber == text || text.size() <= 4; // "ja"; a sentence is kept as it is, too
    } else if (saysAny(words,
                       {"konsekvens", "paavirk", "foelelse", "hvordan havde du det", "impact", "effect"})) {
        addTo(incident.impact, text);
    } else if (saysAny(words, {"udoever", "hvem ", "person ", "who ", "by whom"})) {
        addTo(incident.identifiedText, text);
    } else {
        return false;
    }
    return true;
}

} // namespace core::import
