// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/case_load.h"

#include "core/base/utf8.h"

#include <algorithm>
#include <sstream>

namespace ui::common {
namespace {

using core::model::Incident;
using core::query::CaseReader;
using core::query::ItemSort;
using core::query::TimelineRow;
using core::timeline::Entry;
using core::timeline::TimelineIndex;

Entry entryOf(const Incident& incident, const std::string& zone) {
    Entry entry{incident.id, core::timeline::Lane::Incident, incident.start.utcMs,
                core::base::spanMs(incident.start, zone), false};
    if (incident.end && incident.end->utcMs > incident.start.utcMs) {
        entry.spanMs = incident.end->utcMs - incident.start.utcMs;
        entry.lasting = true;
    }
    return entry;
}

Entry entryOf(const TimelineRow& row) {
    return {row.id, core::timeline::laneOf(row.kind), row.timeMs, row.spanMs, false};
}

std::shared_ptr<const TimelineIndex> makeIndex(const std::vector<TimelineRow>& rows,
                                               const std::vector<const Incident*>& incidents,
                                               const std::string& zone) {
    std::vector<Entry> entries;
    entries.reserve(rows.size() + incidents.size());
    std::map<core::model::Id, std::string> titles;
    for (const Incident* incident : incidents) {
        entries.push_back(entryOf(*incident, zone));
        if (!incident->title.empty()) titles.emplace(incident->id, incident->title);
    }
    for (const TimelineRow& row : rows) entries.push_back(entryOf(row));
    return std::make_shared<const TimelineIndex>(entries, std::move(titles));
}

// By time, undated last in both directions: they are asked for by their own filter.
std::vector<Ref> rowsByTime(const std::vector<TimelineRow>& items, std::vector<const Incident*> incidents,
                            bool descending) {
    struct Dated {
        std::int64_t ms;
        Ref ref;
    };
    std::vector<Dated> dated;
    std::vector<Ref> undated;
    dated.reserve(items.size() + incidents.size());
    for (const Incident* incident : incidents) dated.push_back({incident->start.utcMs, {incident->id, true}});
    for (const TimelineRow& row : items) {
        if (row.timeMs)
            dated.push_back({*row.timeMs, {row.id, false}});
        else
            undated.push_back({row.id, false});
    }
    std::stable_sort(dated.begin(), dated.end(), [descending](const Dated& a, const Dated& b) {
        return descending ? b.ms < a.ms : a.ms < b.ms;
    });
    std::vector<Ref> out;
    out.reserve(dated.size() + undated.size());
    for (const Dated& row : dated) out.push_back(row.ref);
    out.insert(out.end(), undated.begin(), undated.end());
    return out;
}

std::vector<Ref> rowsBySort(const CaseReader& reader, const std::vector<const Incident*>& incidents,
                            const ViewFilter& filter, const ViewOrder& order) {
    std::vector<Ref> out;
    for (const Incident* incident : incidents) out.push_back({incident->id, true});
    if (filter.onlyIncidents) return out;
    for (const auto id : reader.itemIds(filter.items, order.sort, order.descending))
        out.push_back({id, false});
    if (order.descending)
        std::rotate(out.begin(), out.begin() + static_cast<std::ptrdiff_t>(incidents.size()), out.end());
    return out;
}

bool hasAllWords(const std::string& text, const std::string& search) {
    const std::string folded = core::base::foldForSearch(text);
    std::istringstream words(core::base::foldForSearch(search));
    for (std::string word; words >> word;)
        if (folded.find(word) == std::string::npos) return false;
    return true;
}

} // namespace

bool matchesIncident(const Incident& incident, const ViewFilter& filter) {
    const core::query::ItemFilter& f = filter.items;
    if (!filter.onlyIncidents && !f.kinds.empty()) return false;
    if (f.identifier || f.tag || f.source || f.run || f.direction) return false;
    if (f.onlyUndated || f.onlyUnreviewed || f.onlyWithIssues || f.onlyExcluded) return false;
    if (incident.status == core::model::IncidentStatus::LeftOut && !f.withExcluded) return false;
    if (f.party && incident.party != *f.party) return false;
    if (f.incident && incident.id != *f.incident) return false;
    if (f.fromMs && incident.start.utcMs < *f.fromMs) return false;
    if (f.toMs && incident.start.utcMs >= *f.toMs) return false;
    return f.search.empty() || hasAllWords(incident.title + " " + incident.description, f.search);
}

std::shared_ptr<const CaseData> loadWhole(const CaseReader& reader) {
    auto data = std::make_shared<CaseData>();
    std::vector<const Incident*> incidents;
    for (Incident& incident : reader.incidents()) data->incidents.emplace(incident.id, std::move(incident));
    for (const auto& [id, incident] : data->incidents)
        if (matchesIncident(incident, {})) incidents.push_back(&incident);
    const auto rows = reader.timeline({});
    data->items = static_cast<int>(rows.size());
    data->index = makeIndex(rows, incidents, reader.zone());
    data->milestones = reader.milestones();
    data->parties = reader.parties();
    data->tags = reader.tags();
    data->sources = reader.sources();
    data->label = reader.label();
    return data;
}

std::shared_ptr<const ViewData> loadView(const CaseReader& reader, std::shared_ptr<const CaseData> whole,
                                         const ViewFilter& filter, const ViewOrder& order) {
    auto data = std::make_shared<ViewData>();
    data->filter = filter;
    data->order = order;
    std::vector<const Incident*> incidents;
    ViewFilter anyKind = filter;
    anyKind.onlyIncidents = true;
    for (const auto& [id, incident] : whole->incidents) {
        if (matchesIncident(incident, filter)) incidents.push_back(&incident);
        if (matchesIncident(incident, anyKind)) ++data->incidentFacet;
    }
    std::vector<TimelineRow> items;
    if (!filter.onlyIncidents) items = reader.timeline(filter.items);
    data->items = static_cast<int>(items.size());
    data->incidents = static_cast<int>(incidents.size());
    if (!filter.isEmpty()) data->index = makeIndex(items, incidents, reader.zone());
    data->rows = order.sort == ItemSort::Time ? rowsByTime(items, incidents, order.descending)
                                              : rowsBySort(reader, incidents, filter, order);
    data->facets = reader.facets(filter.items);
    data->whole = std::move(whole);
    return data;
}

} // namespace ui::common
