// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/exhibit_plan.h"

#include "core/base/zone.h"

#include <algorithm>
#include <limits>
#include <map>
#include <set>
#include <tuple>

namespace core::report {

namespace {

// A month of fewer makes a nearly empty page: it stands with the months beside it, of which there are not too
// many for the exhibit to be found by its time.
constexpr std::size_t kFewMessages = 8, kFewMails = 3;
constexpr int kMostMonths = 6;
// An exhibit is never parted between two PDFs, and none of those may be larger than a reader can open.
constexpr std::size_t kMostFiles = 100;

// What an exhibit is made from.
struct Origin {
    std::int64_t timeMs = 0;
    model::Id incident = 0, milestone = 0;
    bool isEpisode = false;
    std::vector<model::Id> items;
};

// Incidents written by hand come first: they take their items before a month does.
std::vector<Origin> origins(const query::CaseReader& reader) {
    std::vector<Origin> list;
    for (const model::Incident& n : reader.incidents())
        if (isExported(n)) list.push_back({n.start.utcMs, n.id, 0, !n.episodeKey.empty(), n.items});
    for (const model::Milestone& milestone : reader.milestones())
        if (milestone.item != 0)
            list.push_back({milestone.time.utcMs, 0, milestone.id, false, {milestone.item}});
    std::stable_sort(list.begin(), list.end(), [](const Origin& a, const Origin& b) {
        return std::pair(a.isEpisode, a.timeMs) < std::pair(b.isEpisode, b.timeMs);
    });
    return list;
}

// One new exhibit in the making.
struct Draft {
    model::Exhibit exhibit;
    std::int64_t timeMs = 0; // of the first it shows
    int lastMonth = 0;       // of what stands together by months
    std::vector<std::pair<std::int64_t, model::Id>> items;
};

class Plan {
public:
    explicit Plan(const query::CaseReader& reader) : reader_(reader), zone_(reader.zone()) {}

    void place(const Origin& origin, const std::vector<model::Id>& fresh) {
        ++origins_;
        reader_.eachRow(fresh, [&](const query::ItemRow& row) {
            if (!row.excluded) place(origin, row);
        });
    }

    std::vector<model::Exhibit> take() {
        joinShortMonths(model::ExhibitKind::Conversation, kFewMessages);
        joinShortMonths(model::ExhibitKind::Mail, kFewMails);
        std::vector<Draft> sorted;
        for (auto& [key, draft] : drafts_)
            for (Draft& part : parted(std::move(draft))) sorted.push_back(std::move(part));
        std::stable_sort(sorted.begin(), sorted.end(), [](const Draft& a, const Draft& b) {
            return std::tuple(a.timeMs, a.exhibit.incident, a.exhibit.kind) <
                   std::tuple(b.timeMs, b.exhibit.incident, b.exhibit.kind);
        });
        std::vector<model::Exhibit> list;
        for (Draft& draft : sorted) {
            for (const auto& [time, id] : draft.items) draft.exhibit.items.push_back(id);
            list.push_back(std::move(draft.exhibit));
        }
        return list;
    }

private:
    using Key = std::tuple<int, int, model::ExhibitKind>; // month, or what it is made from; kind

    void place(const Origin& origin, const query::ItemRow& row) {
        const model::ExhibitKind kind = exhibitKindFor(row.kind);
        const bool isMonthly = origin.isEpisode &&
                               (kind == model::ExhibitKind::Conversation || kind == model::ExhibitKind::Mail);
        const std::int64_t time = row.time ? row.time->utcMs : origin.timeMs;
        Draft& draft = drafts_[isMonthly ? Key{monthOf(time), 0, kind} : Key{0, origins_, kind}];
        add(draft, origin, kind);
        if (isMonthly) draft.lastMonth = monthOf(time);
        draft.items.emplace_back(row.time ? row.time->utcMs : std::numeric_limits<std::int64_t>::max(),
                                 row.id);
    }

    // In the order of time, undated last; of very many files more exhibits than one.
    static std::vector<Draft> parted(Draft whole) {
        std::sort(whole.items.begin(), whole.items.end());
        const bool isOfFiles = whole.exhibit.kind == model::ExhibitKind::Pictures ||
                               whole.exhibit.kind == model::ExhibitKind::Documents;
        const std::size_t each = isOfFiles ? kMostFiles : whole.items.size();
        std::vector<Draft> parts;
        const auto items = std::move(whole.items);
        for (std::size_t first = 0; first < items.size(); first += each) {
            parts.push_back(whole);
            const std::size_t end = std::min(items.size(), first + each);
            parts.back().items = {items.begin() + static_cast<std::ptrdiff_t>(first),
                                  items.begin() + static_cast<std::ptrdiff_t>(end)};
        }
        return parts;
    }

    // Goes on with the next month until it holds enough; where that is too far off it goes to those before.
    void joinShortMonths(model::ExhibitKind kind, std::size_t few) {
        std::vector<int> firsts; // of each exhibit, the month under which it stands
        const auto draft = [&](int month) -> Draft& { return drafts_.at({month, 0, kind}); };
        const auto join = [&](int first, int month) {
            addTo(draft(first), std::move(draft(month)));
            drafts_.erase({month, 0, kind});
        };
        for (const int month : monthsOf(kind)) {
            const bool isNear = !firsts.empty() && month < firsts.back() + kMostMonths;
            if (isNear && draft(firsts.back()).items.size() < few)
                join(firsts.back(), month);
            else
                firsts.push_back(month);
        }
        for (std::size_t i = firsts.size(); i-- > 1;)
            if (draft(firsts[i]).items.size() < few &&
                draft(firsts[i]).lastMonth < firsts[i - 1] + kMostMonths)
                join(firsts[i - 1], firsts[i]);
    }

    std::vector<int> monthsOf(model::ExhibitKind kind) const {
        std::vector<int> months;
        for (const auto& [key, draft] : drafts_)
            if (std::get<0>(key) != 0 && std::get<2>(key) == kind) months.push_back(std::get<0>(key));
        return months;
    }

    static void addTo(Draft& all, Draft month) {
        if (all.exhibit.incident != month.exhibit.incident) all.exhibit.incident = 0; // shows several
        all.timeMs = std::min(all.timeMs, month.timeMs);
        all.lastMonth = std::max(all.lastMonth, month.lastMonth);
        all.items.insert(all.items.end(), month.items.begin(), month.items.end());
    }

    static void add(Draft& draft, const Origin& origin, model::ExhibitKind kind) {
        if (draft.items.empty()) {
            draft.exhibit.kind = kind;
            draft.exhibit.incident = origin.incident;
            draft.exhibit.milestone = origin.milestone;
            draft.timeMs = origin.timeMs;
        } else if (draft.exhibit.incident != origin.incident) {
            draft.exhibit.incident = 0; // shows several
        }
    }

    int monthOf(std::int64_t ms) const {
        const base::CivilTime t = base::toLocal(ms, zone_);
        return t.year * 12 + t.month;
    }

    const query::CaseReader& reader_;
    std::string zone_;
    int origins_ = 0;
    std::map<Key, Draft> drafts_;
};

} // namespace

bool isExported(const model::Incident& incident) { return incident.status != model::IncidentStatus::LeftOut; }

model::ExhibitKind exhibitKindFor(model::ItemKind kind) {
    switch (kind) {
    case model::ItemKind::Sms:
    case model::ItemKind::Mms:
    case model::ItemKind::Call:
    case model::ItemKind::Chat:
    case model::ItemKind::Notice:
        return model::ExhibitKind::Conversation;
    case model::ItemKind::Email:
        return model::ExhibitKind::Mail;
    case model::ItemKind::Photo:
        return model::ExhibitKind::Pictures;
    default:
        return model::ExhibitKind::Documents;
    }
}

std::vector<model::Exhibit> planExhibits(const query::CaseReader& reader) {
    std::vector<model::Exhibit> plan = reader.exhibits();
    std::set<model::Id> placed;
    for (const model::Exhibit& exhibit : plan) placed.insert(exhibit.items.begin(), exhibit.items.end());
    Plan fresh(reader);
    for (const Origin& origin : origins(reader)) {
        std::vector<model::Id> items;
        for (const model::Id item : origin.items)
            if (placed.insert(item).second) items.push_back(item);
        fresh.place(origin, items);
    }
    for (model::Exhibit& exhibit : fresh.take()) plan.push_back(std::move(exhibit));
    return plan;
}

} // namespace core::report
