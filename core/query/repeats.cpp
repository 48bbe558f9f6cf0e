// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/query/repeats.h"

#include "core/base/utf8.h"
#include "core/store/database.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <tuple>
#include <vector>

namespace core::query {

namespace {

constexpr std::int64_t kSecondMs = 1000, kMinuteMs = 60 * kSecondMs, kHourMs = 60 * kMinuteMs;
constexpr std::int64_t kRoundedMs = kSecondMs; // one program cuts a time to its second, another rounds it
constexpr std::int64_t kCallClocksMs = 5'000;  // between the phone's clock and the operator's
constexpr std::int64_t kCallLengthSeconds = 5; // between what they hold for its beginning and its end

struct Candidate {
    model::Id id = 0, source = 0;
    std::int64_t timeMs = 0;
    base::Precision precision = base::Precision::Second;
    bool isAmbiguous = false; // the first of two hours was taken
    bool isInIncident = false;
    std::int64_t seconds = 0; // of a call
    std::string format;
};

// One who writes the same by SMS and in a chat has written twice, and one who calls by two services has
// called twice: sender, kind, and the network that the export is of.
using Way = std::tuple<model::Id, std::string, std::string>;

std::string networkOf(const std::string& format) {
    constexpr std::array kOfThePhone{"sms-backup", "imazing", "iphone-backup", "imessage-exporter", "table"};
    if (std::find(kOfThePhone.begin(), kOfThePhone.end(), format) != kOfThePhone.end()) return "phone";
    return format.substr(0, format.find('-'));
}

// What the offenders sent, or what was sent to them.
constexpr const char* kFromThem = "l.is_sender AND i.from_id = f.id AND i.direction <> 'out'";
constexpr const char* kToThem = "NOT l.is_sender AND i.direction = 'out'";

std::map<Way, std::vector<Candidate>> candidates(store::Database& database, const char* which) {
    auto query = database.prepare(
        std::string(
            "SELECT i.id, i.source_id, i.kind, i.time_ms, i.precision, i.basis, i.duration_s, s.format, "
            "f.id, f.kind, EXISTS (SELECT 1 FROM incident_item n WHERE n.item_id = i.id) FROM party y "
            "CROSS JOIN identifier f ON f.party_id = y.id " // in this order, not through all items
            "CROSS JOIN item_identifier l ON l.identifier_id = f.id CROSS JOIN item i ON i.id = l.item_id "
            "JOIN source s ON s.id = i.source_id "
            "WHERE y.role = 'offender' AND i.excluded = 0 AND i.time_ms IS NOT NULL AND i.precision <= ? "
            "AND i.kind IN ('sms', 'mms', 'chat', 'call') AND ") +
        which);
    query.bind(1, static_cast<int>(base::Precision::Minute));
    std::map<Way, std::vector<Candidate>> found;
    while (query.step()) {
        Candidate c;
        c.id = query.integer(0);
        c.source = query.integer(1);
        c.timeMs = query.integer(3);
        c.precision = static_cast<base::Precision>(query.integer(4));
        c.isAmbiguous = query.integer(5) == static_cast<int>(base::TimeBasis::LocalAmbiguous);
        c.seconds = query.isNull(6) ? 0 : query.integer(6);
        c.format = query.text(7);
        c.isInIncident = query.integer(10) != 0;
        const std::string kind = query.textView(2) == "mms" ? "sms" : query.text(2);
        // The name of a profile has its network with it.
        const std::string network = query.textView(9) == "profile" ? "" : networkOf(c.format);
        found[{query.integer(8), kind, network}].push_back(std::move(c));
    }
    return found;
}

class Matching {
public:
    explicit Matching(store::Database& database)
        : words_(database.prepare("SELECT text FROM item WHERE id = ?")),
          sightings_(database.prepare("SELECT source_id FROM item_sighting WHERE item_id = ?")) {}

    // Of one way; the counted ones first, for nothing is matched with what is itself a repeat.
    void match(std::vector<Candidate>& list, bool areCalls) {
        std::sort(list.begin(), list.end(), [](const Candidate& a, const Candidate& b) {
            return std::tuple(!a.isInIncident, a.precision, a.id) <
                   std::tuple(!b.isInIncident, b.precision, b.id);
        });
        ByTime counted;
        for (const Candidate& one : list) {
            Counted* const best = nearest(one, counted, areCalls);
            if (best == nullptr) {
                counted.emplace(one.timeMs, Counted{&one, {}});
                continue;
            }
            const std::vector<model::Id> mine = filesOf(one);
            best->others.insert(best->others.end(), mine.begin(), mine.end());
            found[one.id] = best->item->id;
        }
    }

    std::map<model::Id, model::Id> found;

private:
    struct Counted {
        const Candidate* item;
        std::vector<model::Id> others; // files that have it by a repeat
    };

    using ByTime = std::multimap<std::int64_t, Counted>;

    // Of those that are the same, the one least apart in time; none where there is none.
    Counted* nearest(const Candidate& one, ByTime& counted, bool areCalls) {
        Counted* best = nullptr;
        std::int64_t least = 0;
        for (const std::int64_t shift : {std::int64_t(0), kHourMs, -kHourMs}) {
            const std::int64_t time = one.timeMs + shift;
            const auto end = counted.upper_bound(time + kMinuteMs);
            for (auto it = counted.lower_bound(time - kMinuteMs); it != end; ++it) {
                const std::int64_t apart = std::llabs(it->first - time);
                if (best != nullptr && apart >= least) continue;
                if (!isSame(one, it->second, shift, areCalls)) continue;
                best = &it->second;
                least = apart;
            }
        }
        return best;
    }

    bool isSame(const Candidate& a, const Counted& counted, std::int64_t shift, bool areCalls) {
        const Candidate& b = *counted.item;
        if (shift > 0 && !(a.isAmbiguous && !b.isAmbiguous)) return false;
        if (shift < 0 && !(b.isAmbiguous && !a.isAmbiguous)) return false;
        // Import has compared these already, but for a time that one of them knows to the minute only.
        const bool isMinute = std::max(a.precision, b.precision) == base::Precision::Minute;
        if (a.format == b.format && !(isMinute && a.precision != b.precision)) return false;
        const std::int64_t time = a.timeMs + shift;
        const std::int64_t apart = std::llabs(time / kSecondMs - b.timeMs / kSecondMs) * kSecondMs;
        if (isMinute ? time / kMinuteMs != b.timeMs / kMinuteMs
                     : apart > (areCalls ? kCallClocksMs : kRoundedMs))
            return false;
        if (areCalls ? !isLengthSame(a, b) : !areWordsSame(a.id, b.id)) return false;
        return isInNoFileOf(a, counted);
    }

    // A call that was not taken and the next one that was are two.
    static bool isLengthSame(const Candidate& a, const Candidate& b) {
        return (a.seconds == 0) == (b.seconds == 0) &&
               std::llabs(a.seconds - b.seconds) <= kCallLengthSeconds;
    }

    bool areWordsSame(model::Id a, model::Id b) {
        const std::string words = wordsOf(a);
        return !words.empty() && words == wordsOf(b);
    }

    // Exports differ in the blanks and line ends that they keep.
    std::string wordsOf(model::Id item) {
        words_.with(item).step();
        std::string words;
        for (const char c : base::toNfc(words_.textView(0))) {
            const bool isBlank = c == ' ' || c == '\n' || c == '\r' || c == '\t';
            if (!isBlank)
                words += c;
            else if (!words.empty() && words.back() != ' ')
                words += ' ';
        }
        words_.reset();
        if (!words.empty() && words.back() == ' ') words.pop_back();
        return words;
    }

    std::vector<model::Id> filesOf(const Candidate& one) {
        std::vector<model::Id> files{one.source};
        for (sightings_.with(one.id); sightings_.step();) files.push_back(sightings_.integer(0));
        return files;
    }

    bool isInNoFileOf(const Candidate& one, const Counted& counted) {
        std::vector<model::Id> has = filesOf(*counted.item);
        has.insert(has.end(), counted.others.begin(), counted.others.end());
        const std::vector<model::Id> mine = filesOf(one);
        return std::find_first_of(has.begin(), has.end(), mine.begin(), mine.end()) == has.end();
    }

    store::Statement words_, sightings_;
};

std::map<model::Id, model::Id> repeatsAmong(store::Database& database, const char* which) {
    Matching matching(database);
    for (auto& [way, list] : candidates(database, which)) matching.match(list, std::get<1>(way) == "call");
    return std::move(matching.found);
}

} // namespace

std::map<model::Id, model::Id> repeats(const CaseReader& reader) {
    return repeatsAmong(reader.database(), kFromThem);
}

std::map<model::Id, model::Id> ownRepeats(const CaseReader& reader) {
    return repeatsAmong(reader.database(), kToThem);
}

} // namespace core::query
