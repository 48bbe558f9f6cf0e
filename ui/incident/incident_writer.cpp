// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/incident/incident_writer.h"

#include "core/edit/editor.h"

#include <algorithm>
#include <tuple>
#include <utility>

namespace ui::incident {

using core::model::Id;
using core::model::Incident;

namespace {

auto contentOf(const Incident& i) {
    return std::tie(i.start, i.end, i.timeSource, i.type, i.extraTypes, i.channel, i.count, i.title,
                    i.description, i.quote, i.placeType, i.placeText, i.targets, i.party, i.identifiedBy,
                    i.identifiedText, i.witnesses, i.response, i.responseText, i.fear, i.impact, i.reported,
                    i.reportNumber, i.highlight, i.privateNote, i.stillNeeded, i.status);
}

std::vector<Id> onlyIn(const std::vector<Id>& here, const std::vector<Id>& there) {
    std::vector<Id> ids;
    for (const Id id : here)
        if (std::find(there.begin(), there.end(), id) == there.end()) ids.push_back(id);
    return ids;
}

} // namespace

bool sameContent(const Incident& a, const Incident& b) {
    return contentOf(a) == contentOf(b) && onlyIn(a.items, b.items).empty() &&
           onlyIn(b.items, a.items).empty();
}

IncidentWriter::IncidentWriter(core::edit::Editor& editor, Incident atOpen)
    : editor_(editor), atOpen_(std::move(atOpen)), saved_(atOpen_) {}

bool IncidentWriter::save(const Incident& now) {
    if (saved_.id != 0 && sameContent(now, saved_)) return false;
    Incident next = now;
    next.id = saved_.id;
    next.number = saved_.number;
    next.createdMs = saved_.createdMs;
    next.episodeKey = saved_.episodeKey;
    if (saved_.id == 0 || contentOf(next) != contentOf(saved_)) {
        // Items of a row that exists go through link and unlink, each an entry of its own in the history.
        if (saved_.id != 0) next.items = saved_.items;
        next.id = editor_.saveIncident(next);
    }
    next.items = saved_.items;
    if (saved_.id == 0) next.items = now.items;
    saved_ = next;
    linkItems(now);
    return true;
}

void IncidentWriter::linkItems(const Incident& now) {
    const auto added = onlyIn(now.items, saved_.items);
    const auto removed = onlyIn(saved_.items, now.items);
    if (!added.empty()) editor_.addToIncident(saved_.id, added);
    if (!removed.empty()) editor_.removeFromIncident(saved_.id, removed);
    saved_.items = now.items;
}

bool IncidentWriter::revert() {
    if (saved_.id == 0) return false;
    Incident back = atOpen_;
    if (atOpen_.id == 0) {
        back = Incident{};
        back.start = saved_.start;
        back.timeSource = saved_.timeSource;
        back.status = core::model::IncidentStatus::LeftOut;
    }
    return save(back);
}

} // namespace ui::incident
