// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/query/survey.h"

#include "core/query/filter_sql.h"
#include "core/query/reader_state.h"

#include <algorithm>
#include <cstddef>

namespace core::query {

namespace {

using Ids = std::vector<model::Id>; // sorted

constexpr std::size_t kBetweenLooks = 4096; // rows until it is asked whether to stop

// The filter without what a count leaves out of it; that is decided row by row.
ItemFilter widened(ItemFilter filter) {
    filter.kinds.clear();
    filter.source.reset();
    filter.onlyExcluded = false;
    filter.withExcluded = true;
    return filter;
}

void sortByTime(std::vector<TimelineRow>& rows) {
    const auto earlier = [](const TimelineRow& a, const TimelineRow& b) {
        return a.timeMs != b.timeMs ? a.timeMs < b.timeMs : a.id < b.id;
    };
    if (!std::is_sorted(rows.begin(), rows.end(), earlier)) std::sort(rows.begin(), rows.end(), earlier);
}

Ids sorted(Ids ids) {
    if (!std::is_sorted(ids.begin(), ids.end())) std::sort(ids.begin(), ids.end());
    return ids;
}

// How many are in both. The next one is mostly near.
int common(const Ids& few, const Ids& many) {
    if (few.size() > many.size()) return common(many, few);
    constexpr std::ptrdiff_t kNear = 8;
    int count = 0;
    auto at = many.begin();
    for (const model::Id id : few) {
        const bool isNear = many.end() - at > kNear && at[kNear] >= id;
        at = std::lower_bound(at, isNear ? at + kNear : many.end(), id);
        if (at == many.end()) break;
        count += *at == id ? 1 : 0;
    }
    return count;
}

class Surveyor {
public:
    Surveyor(const CaseReader& reader, const ItemFilter& filter, const base::Progress& progress)
        : reader_(reader), db_(reader.database()), filter_(filter), progress_(progress) {}

    Survey take() {
        walk();
        const Ids shown = sorted(idsOf(found_.rows));
        countParties(filter_.party ? otherIds(&ItemFilter::party) : shown);
        countTags(filter_.tag ? otherIds(&ItemFilter::tag) : shown);
        sortByTime(found_.rows);
        return std::move(found_);
    }

private:
    void walk() {
        const Ids withIssues = issues();
        const std::string zone = reader_.zone();
        const FilterSql sql = filterSql(widened(filter_));
        auto query =
            db_.prepare("SELECT id, kind, time_ms, offset_s, zone, precision, basis, about, source_id, "
                        "excluded, reviewed FROM item WHERE " +
                        sql.where);
        sql.bindTo(query);
        for (std::size_t n = 0; query.step(); ++n) {
            if (n % kBetweenLooks == 0) progress_.throwIfCancelled();
            TimelineRow row;
            row.id = query.integer(0);
            const auto kind = model::itemKindOf(query.textView(1));
            row.kind = kind.value_or(model::ItemKind::Document);
            if (!query.isNull(2)) {
                row.timeMs = query.integer(2);
                if (query.integer(5) > static_cast<int>(base::Precision::Minute))
                    row.spanMs = base::spanMs(*readTime(query, 2), zone);
            }
            const bool hasIssue = std::binary_search(withIssues.begin(), withIssues.end(), row.id);
            add(row, {query.integer(8), query.integer(9) != 0, query.integer(10) != 0, hasIssue});
        }
    }

    struct Marks {
        model::Id source = 0;
        bool isExcluded = false, isReviewed = false, hasIssue = false;
    };

    void add(const TimelineRow& row, const Marks& marks) {
        FacetCounts& counts = found_.facets;
        const bool isKind = filter_.kinds.empty() || filter_.kinds.contains(row.kind);
        const bool isSource = !filter_.source || *filter_.source == marks.source;
        const bool isShown =
            filter_.onlyExcluded ? marks.isExcluded : filter_.withExcluded || !marks.isExcluded;
        if (isKind && isSource && marks.isExcluded) ++counts.excluded;
        if (!isShown) return;
        if (isSource) ++counts.kinds[row.kind];
        if (isKind) ++counts.sources[marks.source];
        if (!isKind || !isSource) return;
        ++counts.all;
        if (!row.timeMs && needsTime(row.kind)) ++counts.undated;
        if (!marks.isReviewed) ++counts.unreviewed;
        if (marks.hasIssue) ++counts.withIssues;
        found_.rows.push_back(row);
    }

    Ids issues() {
        Ids ids;
        auto query =
            db_.prepare("SELECT DISTINCT item_id FROM issue WHERE severity <> 'note' AND item_id IS NOT "
                        "NULL ORDER BY 1");
        while (query.step()) ids.push_back(query.integer(0));
        return ids;
    }

    static Ids idsOf(const std::vector<TimelineRow>& rows) {
        Ids ids;
        ids.reserve(rows.size());
        for (const TimelineRow& row : rows) ids.push_back(row.id);
        return ids;
    }

    // What would be shown without that part of the filter.
    Ids otherIds(std::optional<model::Id> ItemFilter::*part) {
        ItemFilter without = filter_;
        (without.*part).reset();
        return sorted(reader_.itemIds(without));
    }

    void countParties(const Ids& shown) {
        std::map<model::Id, Ids> identifiers;
        auto query = db_.prepare("SELECT party_id, id FROM identifier WHERE party_id IS NOT NULL");
        while (query.step()) identifiers[query.integer(0)].push_back(query.integer(1));
        for (const auto& [party, ids] : identifiers) {
            const int count =
                common(itemsOf("SELECT item_id FROM item_identifier WHERE identifier_id = ?", ids), shown);
            if (count > 0) found_.facets.parties[party] = count;
        }
    }

    void countTags(const Ids& shown) {
        Ids tags;
        auto query = db_.prepare("SELECT id FROM tag");
        while (query.step()) tags.push_back(query.integer(0));
        for (const model::Id tag : tags) {
            const int count = common(itemsOf("SELECT item_id FROM item_tag WHERE tag_id = ?", {tag}), shown);
            if (count > 0) found_.facets.tags[tag] = count;
        }
    }

    // Each item once, though it may be there under several keys.
    Ids itemsOf(const char* sql, const Ids& keys) {
        progress_.throwIfCancelled();
        Ids items;
        auto query = db_.prepare(sql);
        for (const model::Id key : keys)
            for (query.with(key); query.step();) items.push_back(query.integer(0));
        items = sorted(std::move(items));
        items.erase(std::unique(items.begin(), items.end()), items.end());
        return items;
    }

    const CaseReader& reader_;
    store::Database& db_;
    const ItemFilter& filter_;
    const base::Progress& progress_;
    Survey found_;
};

} // namespace

Survey survey(const CaseReader& reader, const ItemFilter& filter, const base::Progress& progress) {
    return Surveyor(reader, filter, progress).take();
}

std::vector<PartyRow> partyNames(const CaseReader& reader) {
    auto query = reader.database().prepare("SELECT id, role, name FROM party ORDER BY id");
    std::vector<PartyRow> list;
    while (query.step()) {
        PartyRow party;
        party.id = query.integer(0);
        party.role = model::partyRoleOf(query.textView(1)).value_or(model::PartyRole::Unknown);
        party.name = query.text(2);
        list.push_back(std::move(party));
    }
    return list;
}

std::map<model::Id, int> contactsOfIncidents(const CaseReader& reader) {
    auto query = reader.database().prepare(
        "SELECT l.incident_id, sum(i.excluded = 0 AND i.direction <> 'out') FROM incident_item l "
        "JOIN item i ON i.id = l.item_id WHERE i.kind IN ('sms', 'mms', 'call', 'chat', 'email') GROUP BY 1");
    std::map<model::Id, int> counts;
    while (query.step()) counts[query.integer(0)] = query.integer32(1);
    return counts;
}

int storedItems(const CaseReader& reader) {
    return static_cast<int>(reader.database().integer("SELECT count(*) FROM item"));
}

void stopReading(const CaseReader& reader) { reader.database().interrupt(); }

} // namespace core::query
