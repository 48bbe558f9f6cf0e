// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/filter_label.h"

#include "core/base/date_format.h"
#include "core/base/zone.h"
#include "core/query/survey.h"
#include "ui/common/labels.h"
#include "ui/common/settings.h"
#include "ui/common/to_wx.h"

#include <optional>

#include <wx/intl.h>

namespace ui::common {
namespace {

using core::query::CaseReader;
using core::query::ItemFilter;

class Parts {
public:
    Parts(const ItemFilter& filter, const CaseReader& reader) : filter_(filter), reader_(reader) {
        words();
        rows();
        times();
        flags();
    }
    std::vector<FilterPart> take() { return std::move(parts_); }

private:
    template <typename Clear>
    void add(const wxString& label, Clear clear) {
        FilterPart part{label, filter_};
        clear(part.without);
        parts_.push_back(std::move(part));
    }

    void words() {
        if (!filter_.search.empty())
            add(wxString::Format(_("Search: %s"), toWx(filter_.search)),
                [](ItemFilter& f) { f.search.clear(); });
        for (const auto kind : filter_.kinds)
            add(wxString::Format(_("Kind: %s"), kindName(kind)),
                [kind](ItemFilter& f) { f.kinds.erase(kind); });
        if (filter_.direction) {
            const wxString text = *filter_.direction == core::model::Direction::In ? _("To me")
                                  : *filter_.direction == core::model::Direction::Out
                                      ? _("From me")
                                      : _("Direction not known");
            add(text, [](ItemFilter& f) { f.direction.reset(); });
        }
    }

    void rows() {
        if (filter_.party)
            add(wxString::Format(_("Person: %s"), partyName(*filter_.party)),
                [](ItemFilter& f) { f.party.reset(); });
        if (filter_.identifier)
            add(wxString::Format(_("Sender: %s"), identifierName(*filter_.identifier)),
                [](ItemFilter& f) { f.identifier.reset(); });
        if (filter_.tag)
            add(wxString::Format(_("Tag: %s"), tagName(*filter_.tag)), [](ItemFilter& f) { f.tag.reset(); });
        if (filter_.source)
            add(wxString::Format(_("Source: %s"), sourceName(*filter_.source)),
                [](ItemFilter& f) { f.source.reset(); });
        if (filter_.run) add(_("One import"), [](ItemFilter& f) { f.run.reset(); });
        if (filter_.incident) {
            const auto incident = reader_.incident(*filter_.incident);
            add(wxString::Format(_("Incident no. %d"), incident ? incident->number : 0),
                [](ItemFilter& f) { f.incident.reset(); });
        }
    }

    void times() {
        if (!filter_.fromMs && !filter_.toMs) return;
        const auto clear = [](ItemFilter& f) {
            f.fromMs.reset();
            f.toMs.reset();
        };
        if (filter_.fromMs && filter_.toMs)
            add(wxString::Format(wxString::FromUTF8("%s – %s"), day(*filter_.fromMs), day(*filter_.toMs - 1)),
                clear);
        else if (filter_.fromMs)
            add(wxString::Format(_("From %s"), day(*filter_.fromMs)), clear);
        else
            add(wxString::Format(_("Until %s"), day(*filter_.toMs - 1)), clear);
    }

    void flags() {
        if (filter_.onlyUndated) add(_("Without a date"), [](ItemFilter& f) { f.onlyUndated = false; });
        if (filter_.onlyUnreviewed) add(_("To be reviewed"), [](ItemFilter& f) { f.onlyUnreviewed = false; });
        if (filter_.onlyWithIssues) add(_("With remarks"), [](ItemFilter& f) { f.onlyWithIssues = false; });
        if (filter_.onlyExcluded) add(_("Left out"), [](ItemFilter& f) { f.onlyExcluded = false; });
        if (filter_.withExcluded && !filter_.onlyExcluded)
            add(_("Including those left out"), [](ItemFilter& f) { f.withExcluded = false; });
    }

    wxString day(std::int64_t ms) const {
        return toWx(core::base::formatDateShort(core::base::toLocal(ms, reader_.zone()), language()));
    }
    wxString partyName(core::model::Id id) const {
        for (const auto& party : core::query::partyNames(reader_))
            if (party.id == id) return personName(party);
        return {};
    }
    wxString identifierName(core::model::Id id) const {
        for (const auto& row : reader_.identifiers())
            if (row.id == id) return toWx(row.name.empty() ? row.written : row.name);
        return {};
    }
    wxString tagName(core::model::Id id) const {
        for (const auto& tag : reader_.tags())
            if (tag.id == id) return toWx(tag.name);
        return {};
    }
    wxString sourceName(core::model::Id id) const {
        for (const auto& source : reader_.sources())
            if (source.id == id) return toWx(source.name);
        return {};
    }

    const ItemFilter& filter_;
    const CaseReader& reader_;
    std::vector<FilterPart> parts_;
};

} // namespace

std::vector<FilterPart> filterParts(const ItemFilter& filter, const CaseReader& reader) {
    return Parts(filter, reader).take();
}

wxString filterLabel(const ItemFilter& filter, const CaseReader& reader) {
    wxString out;
    for (const auto& part : filterParts(filter, reader)) out << (out.empty() ? "" : ", ") << part.label;
    return out;
}

} // namespace ui::common
