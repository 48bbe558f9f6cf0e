// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/date_format.h"
#include "core/query/source_kind.h"
#include "ui/common/command_ids.h"
#include "ui/common/icons.h"
#include "ui/common/labels.h"
#include "ui/common/settings.h"
#include "ui/common/to_wx.h"
#include "ui/detail/detail_pages.h"
#include "ui/detail/media_box.h"
#include "ui/detail/picture_box.h"
#include "ui/detail/transcript_dialog.h"

#include <wx/button.h>
#include <wx/intl.h>
#include <wx/wrapsizer.h>

namespace ui::detail {
namespace {

using common::Color;
using common::TextStyle;
using common::toWx;
using core::model::ItemKind;
using core::model::ParticipantRole;
using core::query::ItemDetail;
using core::query::PersonView;

wxString titleOf(const ItemDetail& item) {
    const wxString kind =
        item.kind == ItemKind::Call ? common::callTypeName(item.call.type) : common::kindName(item.kind);
    const wxString from = common::personName(item.from);
    if (from.empty()) return (kind + " " + common::fromText(item)).Trim();
    return wxString::Format(_("%s from %s"), kind, from);
}

// What was written, and how it is known who that is.
wxString howKnown(const PersonView& person) {
    const wxString dot = wxString::FromUTF8(" · ");
    wxString out = toWx(person.written);
    if (!person.name.empty() && toWx(person.name) != common::personName(person))
        out << dot << wxString::Format(_("called \"%s\" in the file"), toWx(person.name));
    if (person.written.empty()) return out.empty() ? _("not said in the file") : out;
    if (person.party != 0)
        out << dot << _("named by you");
    else
        out << dot << _("not named yet");
    return out;
}

wxString partyTitle(ParticipantRole role) {
    switch (role) {
    case ParticipantRole::From:
        return _("From");
    case ParticipantRole::To:
        return _("To");
    case ParticipantRole::Cc:
        return _("Copy to");
    case ParticipantRole::Bcc:
        return _("Hidden copy to");
    }
    return {};
}

void addPeople(FactList& page, const ItemDetail& item) {
    constexpr std::size_t kMost = 12;
    std::size_t shown = 0;
    for (const PersonView& person : item.people) {
        if (++shown > kMost) break;
        const wxString name = common::personName(person);
        page.addFact(partyTitle(person.role), name.empty() ? _("Hidden number") : name, howKnown(person));
    }
    if (item.people.size() > kMost)
        page.addFact({}, wxString::Format(_("and %s more"),
                                          common::count(static_cast<long long>(item.people.size() - kMost))));
}

wxWindow* makeTagRow(FactList& page, common::CaseView& view, const ItemDetail& item) {
    auto* row = new wxPanel(&page);
    auto* sizer = new wxWrapSizer(wxHORIZONTAL, wxWRAPSIZER_DEFAULT_FLAGS);
    for (const std::string& tag : item.tags) {
        auto* chip =
            new wxButton(row, wxID_ANY, wxEmptyString, wxDefaultPosition, wxDefaultSize, wxBU_EXACTFIT);
        chip->SetFont(common::font(TextStyle::Small));
        chip->SetLabelText(toWx(tag) + wxString::FromUTF8("  ×"));
        chip->SetName(wxString::Format(_("Take away the tag %s"), toWx(tag)));
        chip->Bind(wxEVT_BUTTON, [&view, id = item.id, tag, chip](wxCommandEvent&) {
            chip->Disable();
            view.session().editor().untagItems({id}, tag);
        });
        sizer->Add(chip, wxSizerFlags().Border(wxRIGHT | wxBOTTOM, page.FromDIP(4)));
    }
    auto* add = new wxButton(row, wxID_ANY, wxEmptyString, wxDefaultPosition, wxDefaultSize, wxBU_EXACTFIT);
    add->SetFont(common::font(TextStyle::Small)); // before the label, which is measured once
    add->SetLabel(_("Add…"));
    add->SetName(_("Add a tag"));
    add->Bind(wxEVT_BUTTON, [row](wxCommandEvent&) { common::sendCommand(row, common::CmdTag); });
    sizer->Add(add);
    row->SetSizer(sizer);
    return row;
}

void addPlace(FactList& page, common::CaseView& view, const ItemDetail& item, const DetailHooks& hooks) {
    page.addFact(_("Tags"), makeTagRow(page, view, item));
    if (item.incidents.empty()) page.addFact(_("Incident"), wxString::FromUTF8("–"));
    for (const int number : item.incidents) {
        for (const auto& [id, incident] : view.data().whole->incidents) {
            if (incident.number != number) continue;
            const wxString label =
                wxString::Format(_("No. %d"), number) + wxString::FromUTF8(" – ") +
                common::fieldEnd(common::incidentLine(incident, view.session().zone()), 40);
            page.addLink(_("Incident"), label, [hooks, incidentId = id] {
                if (hooks.openIncident) hooks.openIncident(incidentId);
            });
        }
    }
    for (const auto& milestone : view.data().whole->milestones)
        if (milestone.item == item.id) page.addFact(_("Shows the step"), common::milestoneName(milestone));
    for (const int number : item.exhibits)
        page.addFact(_("Exhibit"), wxString::Format(_("Exhibit %d"), number));
    if (item.exhibits.empty())
        page.addFact(_("Exhibit"), wxString::FromUTF8("–"),
                     _("numbers are given and locked with the first log form"));
}

void addAttachments(FactList& page, common::CaseView& view, const ItemDetail& item) {
    for (const auto& attachment : item.attachmentList) {
        const wxString name = attachment.name.empty() ? _("Attachment") : toWx(attachment.name);
        if (attachment.isMissing()) {
            page.addFact(_("Attachment"), name, _("The file is not in the export."));
            continue;
        }
        const ItemKind kind = kindOfType(attachment.type);
        if (kind == ItemKind::Video || kind == ItemKind::Audio) {
            page.addGap();
            page.addWindow(
                makeMediaBox(&page, {kind, attachment.durationSeconds.value_or(0), attachment.size, name}));
            if (kind == ItemKind::Video)
                page.addWindow(new PictureBox(&page, view.sessionPtr(),
                                              {0, attachment.id, 1, name, true, attachment.source}));
            page.addGap();
            continue;
        }
        page.addFact(_("Attachment"), name,
                     toWx(attachment.type) + wxString::FromUTF8(" · ") +
                         toWx(core::base::formatBytes(attachment.size, common::language())));
        if (kind == ItemKind::Photo)
            page.addWindow(new PictureBox(&page, view.sessionPtr(), {0, attachment.id, 0, name}));
    }
}

void addWords(FactList& page, common::CaseView& view, const ItemDetail& item) {
    const Color bar = common::laneColor(item.kind);
    if (item.kind == ItemKind::Photo) {
        page.addGap();
        page.addWindow(new PictureBox(&page, view.sessionPtr(),
                                      {item.id, 0, item.photo ? item.photo->orientation : 0, {}}));
        page.addGap();
        return;
    }
    if (item.kind == ItemKind::Call) {
        page.addContent(_("Call"), common::callText(item.call), bar);
        return;
    }
    if (!item.subject.empty()) {
        page.addGap();
        if (core::query::isSubjectWritten(item.kind))
            page.addLine(toWx(item.subject), TextStyle::Strong);
        else
            page.addLine(wxString::Format(_("Conversation: %s"), toWx(item.subject)), TextStyle::Small);
    }
    const bool isMedia = item.kind == ItemKind::Video || item.kind == ItemKind::Audio;
    if (isMedia || (item.kind == ItemKind::Document && item.fullText.empty())) {
        page.addGap();
        page.addWindow(makeMediaBox(
            &page, {item.kind, item.call.durationSeconds, item.recordLength, toWx(item.source.name)}));
        if (item.kind == ItemKind::Video)
            page.addWindow(new PictureBox(&page, view.sessionPtr(),
                                          {item.id, 0, item.photo ? item.photo->orientation : 1,
                                           toWx(item.source.name), true, item.source.id}));
        page.addGap();
        if (item.fullText.empty()) return;
    }
    if (!item.fullText.empty())
        page.addContent(_("Text"), toWx(item.fullText), bar);
    else
        page.addLine(_("Without text."), TextStyle::Small, Color::Muted);
}

// Her own words about a recording, told apart from what stands in the file.
void addTranscript(FactList& page, common::CaseView& view, const ItemDetail& item) {
    if (!mayHaveTranscript(item)) return;
    page.addGap();
    if (!item.transcript.empty()) {
        page.addLine(_("What is said, written down by you"), TextStyle::Small, Color::Muted);
        page.addContent(_("What is said"), toWx(item.transcript), common::laneColor(item.kind));
    }
    auto* button = new wxButton(&page, wxID_ANY,
                                item.transcript.empty() ? _("Write down what is said…")
                                                        : _("Change what is written down…"));
    // Later: what is written down builds this page anew, and with it the button.
    button->Bind(wxEVT_BUTTON, [&page, &view, id = item.id](wxCommandEvent&) {
        page.CallAfter([&page, &view, id] {
            const auto now = view.session().reader().item(id);
            if (now) TranscriptDialog(wxGetTopLevelParent(&page), view.sessionPtr(), *now).ShowModal();
        });
    });
    page.addWindow(button);
    page.addGap();
}

void addButtons(FactList& page, const ItemDetail& item) {
    auto* panel = new wxPanel(&page);
    auto* all = new wxBoxSizer(wxVERTICAL);
    auto* pair = new wxBoxSizer(wxHORIZONTAL);
    const auto make = [panel](const wxString& label, int command) {
        auto* button = new wxButton(panel, wxID_ANY, label);
        button->Bind(wxEVT_BUTTON,
                     [panel, command](wxCommandEvent&) { common::sendCommand(panel, command); });
        return button;
    };
    const auto wide = wxSizerFlags().Expand().Border(wxBOTTOM, page.FromDIP(common::kGap));
    const bool isDocument = item.kind == ItemKind::Document;
    if (isDocument && core::query::mayBeTable(item.source, true))
        all->Add(make(_("Read as a table…"), common::CmdReadTable), wide);
    if (isDocument && core::query::mayHoldLog(item.source) && core::query::saysLog(item.fullText))
        all->Add(make(_("Make incidents of the rows…"), common::CmdFromLog), wide);
    pair->Add(make(_("To incident…"), common::CmdAddToIncident),
              wxSizerFlags(1).Border(wxRIGHT, page.FromDIP(common::kGap)));
    pair->Add(make(item.reviewed ? _("Not reviewed") : _("Reviewed"), common::CmdReviewed), wxSizerFlags(1));
    all->Add(make(_("Show the original"), common::CmdShowOriginal), wide);
    all->Add(pair, wxSizerFlags().Expand());
    panel->SetSizer(all);
    page.addWindow(panel);
}

// Says little about when something happened: she may know better.
bool isWeak(core::model::TimeSource source) {
    return source == core::model::TimeSource::FileTime || source == core::model::TimeSource::Unknown;
}

void addTimeButton(FactList& page) {
    auto* button = new wxButton(&page, wxID_ANY, _("State the time…"));
    // Later: a stated time builds this page anew, and with it the button.
    button->Bind(wxEVT_BUTTON, [&page](wxCommandEvent&) {
        page.CallAfter([&page] { common::sendCommand(&page, common::CmdSetTime); });
    });
    page.addGap();
    page.addWindow(button);
}

} // namespace

void fillItemPage(FactList& page, common::CaseView& view, const ItemDetail& item, const DetailHooks& hooks) {
    page.addTitle(titleOf(item));
    if (item.time) {
        page.addLine(longTime(*item.time, view.session().zone()));
        page.addLine(timeRemarks(*item.time, view), TextStyle::Tiny, Color::Muted);
        page.addLine(wxString::Format(_("The time comes from: %s"), common::timeSourceName(item.timeSource)),
                     TextStyle::Tiny, Color::Muted);
    } else {
        page.addLine(_("No date is known. It is not on the timeline."));
    }
    if (!item.time || isWeak(item.timeSource)) addTimeButton(page);
    if (item.excluded)
        page.addLine(_("Left out of the case. It is still kept."), TextStyle::Small, Color::Muted);
    addWords(page, view, item);
    addPeople(page, item);
    addAttachments(page, view, item);
    addTranscript(page, view, item);
    page.addSeparator();
    addPlace(page, view, item, hooks);
    page.addSeparator();
    addButtons(page, item);
}

} // namespace ui::detail
