// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What the row of an incident rests on and says of it in numbers: contacts, counts, days, the strip of hours.
// Internal to this folder. The cells themselves: build_row.cpp.

#include "core/report/log_build.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace core::report {

// Of a message or call of the other side what a row counts: an incident may have very many.
struct EvidenceContact {
    model::Id id = 0;
    model::ItemKind kind = model::ItemKind::Sms;
    std::optional<model::CallType> call = {};
    std::int64_t callSeconds = 0;
    bool hasSubject = false;
    bool hasAttachments = false;
    const char* identifiedBy = ""; // as model::identifiedByOf says
    std::optional<std::int64_t> timeMs;
    bool hasClockTime = false;
    model::Id fromParty = 0;
    model::PartyRole fromRole = model::PartyRole::Unknown;
};

// The evidence of one incident, as its row needs it.
struct Evidence {
    std::vector<EvidenceContact> contacts; // by time
    std::map<model::ItemKind, int> counts;
    bool hasLinks = false; // to messages or calls, excluded ones too: then they alone are counted
};

bool isMessageOrCall(model::ItemKind kind);
Evidence evidenceOf(const Build& build, const model::Incident& incident);

inline Line plain(std::string text) { return {{{std::move(text), false}}, LineStyle::Plain}; }
inline Line bold(std::string text) { return {{{std::move(text), true}}, LineStyle::Plain}; }
inline Line small(std::string text) { return {{{std::move(text), false}}, LineStyle::Small}; }

// Shortened, on one line, in the marks of the language.
std::string quoted(const Build& build, const std::string& text);
// "12 SMS kl. 22.04–23.51.", "3 ubesvarede opkald"; empty where there is nothing to count.
std::string countLine(const Build& build, const Evidence& e, const model::Incident& n);
// An incident over several days: a line for each day with its exact counts, or for each month where the days
// would fill a page. The messages themselves stand in the exhibit.
Cell dayLines(const Build& build, const Evidence& e);
// The last of several messages that says something, so that the row is not a number alone.
std::string lastWords(const Build& build, const Evidence& e);
// How many pictures came with its messages, which the words of none may say; empty where there are none.
std::string picturesLine(const Build& build, const Evidence& e);
// What became of its calls, where the counts do not say it: whether they were answered, how long they were.
// Empty where there are none.
std::string callsLine(const Build& build, const Evidence& e);
// None where a few ticks would tell no more than the words, or a time is not known to the minute.
std::optional<TimeStrip> stripOf(const Build& build, const Evidence& e);

} // namespace core::report
