// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/labels.h"
#include "ui/common/to_wx.h"
#include "ui/shell/sidebar_model.h"

#include <algorithm>
#include <array>
#include <set>

#include <wx/intl.h>

namespace ui::shell {
namespace {

using common::toWx;
using common::ViewData;
using common::ViewFilter;
using core::model::ItemKind;
using core::model::PartyRole;
using core::query::SourceRow;

constexpr std::size_t kMostSources = 10;

class Rows {
public:
    Rows(const ViewData& data, bool allSources) : data_(data) {
        views();
        if (!data.isWhole) return; // nothing is counted yet
        kinds();
        people();
        tags();
        sources(allSources);
    }
    std::vector<SidebarRow> take() { return std::move(rows_); }

private:
    void heading(const wxString& name) {
        if (!rows_.empty())
            rows_.push_back({SidebarRow::Sort::Space, {}, -1, {}, common::Color::Text, {}, {}});
        rows_.push_back({SidebarRow::Sort::Heading, name, -1, {}, common::Color::Muted, {}, {}});
    }
    template <typename Apply, typename IsOn>
    SidebarRow& add(const wxString& name, int count, Apply apply, IsOn isOn) {
        rows_.push_back({SidebarRow::Sort::Filter, name, count, {}, common::Color::Text, apply, isOn});
        return rows_.back();
    }
    template <typename Member>
    void flag(const wxString& name, int count, Member member) {
        add(
            name, counted(count), [member](ViewFilter& f) { f.items.*member = true; },
            [member](const ViewFilter& f) { return f.items.*member; });
    }

    int counted(int count) const { return data_.isWhole ? count : -1; }

    void views() {
        using core::query::ItemFilter;
        heading(_("Views"));
        add(
            _("All items"), counted(data_.whole->items), [](ViewFilter& f) { f = {}; },
            [](const ViewFilter& f) { return f.isEmpty(); });
        flag(_("To be reviewed"), data_.facets.unreviewed, &ItemFilter::onlyUnreviewed);
        flag(_("Without a date"), data_.facets.undated, &ItemFilter::onlyUndated);
        if (const auto* order = lastOrder()) {
            add(
                wxString::Format(_("After: %s"), common::milestoneName(*order)), -1,
                [from = order->time.utcMs](ViewFilter& f) { f.items.fromMs = from; },
                [from = order->time.utcMs](const ViewFilter& f) { return f.items.fromMs == from; });
        }
        flag(_("With remarks"), data_.facets.withIssues, &ItemFilter::onlyWithIssues);
        flag(_("Left out"), data_.facets.excluded, &ItemFilter::onlyExcluded);
    }

    // The latest step that forbids contact: what came after it is asked for most.
    const core::model::Milestone* lastOrder() const {
        using core::model::MilestoneKind;
        const core::model::Milestone* last = nullptr;
        for (const auto& milestone : data_.whole->milestones)
            if (milestone.kind == MilestoneKind::RestrainingOrder ||
                milestone.kind == MilestoneKind::InterimOrder ||
                milestone.kind == MilestoneKind::ExclusionOrder)
                last = &milestone;
        return last;
    }

    void kind(const wxString& name, std::initializer_list<ItemKind> kinds, common::Icon icon,
              common::Color color) {
        int count = 0;
        for (const ItemKind each : kinds) {
            const auto found = data_.facets.kinds.find(each);
            if (found != data_.facets.kinds.end()) count += found->second;
        }
        const std::set<ItemKind> wanted(kinds);
        bool isChosen = false;
        for (const ItemKind each : kinds) isChosen = isChosen || data_.filter.items.kinds.contains(each);
        if (count == 0 && !isChosen) return;
        auto& row = add(
            name, count,
            [wanted](ViewFilter& f) {
                f.onlyIncidents = false;
                f.items.kinds.insert(wanted.begin(), wanted.end());
            },
            [wanted](const ViewFilter& f) {
                for (const ItemKind each : wanted)
                    if (!f.items.kinds.contains(each)) return false;
                return true;
            });
        row.icon = icon;
        row.color = color;
    }

    void kinds() {
        heading(_("Kinds"));
        auto& incidents = add(
            _("Incidents"), data_.incidentFacet,
            [](ViewFilter& f) {
                f.onlyIncidents = true;
                f.items.kinds.clear();
            },
            [](const ViewFilter& f) { return f.onlyIncidents; });
        incidents.icon = common::Icon::Incident;
        incidents.color = common::Color::Incident;
        kind(_("SMS"), {ItemKind::Sms, ItemKind::Mms}, common::Icon::Sms, common::Color::Sms);
        kind(_("Calls"), {ItemKind::Call}, common::Icon::Call, common::Color::Call);
        kind(_("E-mail"), {ItemKind::Email}, common::Icon::Email, common::Color::Email);
        kind(_("Chat"), {ItemKind::Chat}, common::Icon::Chat, common::Color::Chat);
        kind(_("Photos"), {ItemKind::Photo}, common::Icon::Photo, common::Color::Photo);
        kind(_("Video"), {ItemKind::Video}, common::Icon::Video, common::Color::Photo);
        kind(_("Sound"), {ItemKind::Audio}, common::Icon::Audio, common::Color::Document);
        kind(_("Documents"), {ItemKind::Document}, common::Icon::Document, common::Color::Document);
        kind(_("Notes"), {ItemKind::Note}, common::Icon::Note, common::Color::Note);
        kind(_("Notices"), {ItemKind::Notice}, common::Icon::Chat, common::Color::Note);
    }

    void people() {
        if (data_.whole->parties.empty()) return;
        heading(_("People"));
        for (const PartyRole role :
             {PartyRole::Offender, PartyRole::Exposed, PartyRole::ThirdParty, PartyRole::Unknown})
            for (const auto& party : data_.whole->parties)
                if (party.role == role)
                    add(
                        common::personName(party), countOf(data_.facets.parties, party.id),
                        [id = party.id](ViewFilter& f) { f.items.party = id; },
                        [id = party.id](const ViewFilter& f) { return f.items.party == id; });
    }

    void tags() {
        if (data_.whole->tags.empty()) return;
        heading(_("Tags"));
        for (const auto& tag : data_.whole->tags)
            add(
                toWx(tag.name), countOf(data_.facets.tags, tag.id),
                [id = tag.id](ViewFilter& f) { f.items.tag = id; },
                [id = tag.id](const ViewFilter& f) { return f.items.tag == id; });
    }

    void sources(bool all) {
        const auto shown = shownSources(all);
        if (shown.empty()) return;
        heading(_("Sources"));
        for (const SourceRow* source : shown)
            add(
                toWx(source->name), countOf(data_.facets.sources, source->id),
                [id = source->id](ViewFilter& f) { f.items.source = id; },
                [id = source->id](const ViewFilter& f) { return f.items.source == id; });
        const std::size_t left = data_.whole->sources.size() - shown.size();
        if (left == 0) return;
        rows_.push_back({SidebarRow::Sort::More,
                         wxString::Format(_("… and %s more"), common::count(static_cast<long long>(left))),
                         -1,
                         {},
                         common::Color::Accent,
                         {},
                         {}});
    }

    // Those with most items, and the one that is filtered by. A folder of photos is one source a photo.
    std::vector<const SourceRow*> shownSources(bool all) const {
        std::vector<const SourceRow*> sorted;
        for (const SourceRow& source : data_.whole->sources) sorted.push_back(&source);
        std::stable_sort(sorted.begin(), sorted.end(),
                         [](const SourceRow* a, const SourceRow* b) { return a->items > b->items; });
        if (all || sorted.size() <= kMostSources + 1) return sorted; // no row for a single one
        std::vector<const SourceRow*> shown;
        for (const SourceRow* source : sorted)
            if (shown.size() < kMostSources || data_.filter.items.source == source->id)
                shown.push_back(source);
        return shown;
    }

    static int countOf(const std::map<core::model::Id, int>& counts, core::model::Id id) {
        const auto found = counts.find(id);
        return found == counts.end() ? 0 : found->second;
    }

    const ViewData& data_;
    std::vector<SidebarRow> rows_;
};

} // namespace

std::vector<SidebarRow> sidebarRows(const ViewData& data, bool allSources) {
    return Rows(data, allSources).take();
}

} // namespace ui::shell
