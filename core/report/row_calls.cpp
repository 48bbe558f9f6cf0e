// SPDX-License-Identifier: GPL-3.0-or-later
// What the row of an incident says of its calls beside their number.
#include "core/report/item_texts.h"
#include "core/report/row_evidence.h"

#include <algorithm>

namespace core::report {

namespace {

struct Tally {
    long long calls = 0, missed = 0;
    long long turnedAway = 0; // not answered either, but not by itself
    long long unknown = 0;    // the file does not say
    std::int64_t seconds = 0; // of those that were not unanswered
};

Tally tallyOf(const Evidence& e) {
    using model::CallType;
    Tally tally;
    for (const EvidenceContact& contact : e.contacts) {
        if (!contact.call) continue;
        ++tally.calls;
        switch (*contact.call) {
        case CallType::Missed:
            ++tally.missed;
            break;
        case CallType::Rejected:
        case CallType::Blocked:
        case CallType::Voicemail:
            ++tally.turnedAway;
            break;
        case CallType::Other:
            ++tally.unknown;
            [[fallthrough]];
        case CallType::Incoming:
        case CallType::Outgoing:
            tally.seconds += contact.callSeconds;
            break;
        }
    }
    return tally;
}

// "1 min. 13 sek." ends with a full stop already.
std::string ended(std::string line) {
    if (!line.ends_with('.')) line += '.';
    return line;
}

std::string onlyCall(const Build& build, const EvidenceContact& call) {
    if (call.call == model::CallType::Missed) return build.tr("The call was not answered.");
    std::string line = build.say.callType(*call.call);
    if (call.callSeconds > 0) line += ", " + duration(build, call.callSeconds);
    return ended(std::move(line));
}

// What the count says by itself ("3 ubesvarede opkald") is not said again. Where some were not answered, the
// others read as answered: of how many the file does not say it is said too.
std::string answeredWords(const Build& build, const Tally& t) {
    const long long unanswered = t.missed + t.turnedAway;
    if (t.missed == t.calls) return {};
    if (unanswered == t.calls) return build.tr("None of the calls was answered.");
    if (t.unknown == t.calls) return build.tr("Whether the calls were answered is not stated.");
    std::vector<std::string> sentences;
    if (unanswered > 0)
        sentences.push_back(build.say.trn("%1 of the calls was not answered.",
                                          "%1 of the calls were not answered.", unanswered));
    if (t.unknown > 0)
        sentences.push_back(build.say.trn("Of %1 call it is not stated whether it was answered.",
                                          "Of %1 calls it is not stated whether they were answered.",
                                          t.unknown));
    return joined(sentences, " ");
}

} // namespace

std::string callsLine(const Build& build, const Evidence& e) {
    const Tally tally = tallyOf(e);
    if (tally.calls == 0) return {};
    if (tally.calls == 1 && e.contacts.size() == 1) return onlyCall(build, e.contacts.front());
    std::string line = answeredWords(build, tally);
    if (tally.seconds > 0)
        line += (line.empty() ? "" : " ") +
                ended(base::fill(build.tr("Length in all: %1"), {duration(build, tally.seconds)}));
    return line;
}

} // namespace core::report
