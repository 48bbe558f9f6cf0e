// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/incident/incident_dialog.h"

#include "core/base/clock.h"
#include "core/base/date_format.h"
#include "core/base/zone.h"
#include "ui/common/error_text.h"
#include "ui/common/settings.h"
#include "ui/common/to_wx.h"
#include "ui/form/when_row.h"
#include "ui/incident/choices.h"
#include "ui/incident/evidence_panel.h"
#include "ui/incident/incident_form.h"

#include <algorithm>
#include <chrono>

#include <wx/button.h>
#include <wx/intl.h>
#include <wx/textctrl.h>

namespace ui::incident {

using core::model::Incident;

namespace {

constexpr int kIdleMs = 2000;
constexpr std::int64_t kLatestMs = 10'000;

std::int64_t nowMs() { return core::base::Clock().nowMs(); }

wxString headingOf(const Incident& incident) {
    if (incident.number == 0) return _("New incident");
    return wxString::Format(_("Incident no. %d"), incident.number);
}

wxString dayOf(std::int64_t ms, const std::string& zone) {
    return common::toWx(core::base::formatDateShort(core::base::toLocal(ms, zone), common::language()));
}

// "Draft · written 22 Apr 2024 · last changed 2 Sep 2024"
wxString historyOf(const Incident& incident, const std::string& zone) {
    wxString text;
    for (const Choice& choice : statuses())
        if (std::string_view(choice.code) == core::model::codeOf(incident.status))
            text = wxGetTranslation(choice.label);
    if (incident.createdMs == 0) return text;
    const wxString dot = wxString::FromUTF8(" · ");
    text += dot + wxString::Format(_("written %s"), dayOf(incident.createdMs, zone));
    if (incident.changedMs > incident.createdMs)
        text += dot + wxString::Format(_("last changed %s"), dayOf(incident.changedMs, zone));
    return text;
}

bool isModalOpen() {
    return std::any_of(wxTopLevelWindows.begin(), wxTopLevelWindows.end(), [](wxWindow* window) {
        const auto* dialog = dynamic_cast<wxDialog*>(window);
        return dialog && dialog->IsModal();
    });
}

} // namespace

IncidentDialog::IncidentDialog(wxWindow* parent, common::SessionPtr session, Incident incident,
                               IncidentHooks hooks)
    : DialogBase(parent, headingOf(incident), headingOf(incident)), session_(std::move(session)),
      hooks_(std::move(hooks)), writer_(session_->editor(), std::move(incident)), timer_(this) {
    setSubheading(historyOf(writer_.saved(), session_->zone()));
    form_ = new IncidentForm(this, session_, nowMs());
    evidence_ = new EvidencePanel(this, session_, hooks_);
    auto* columns = new wxBoxSizer(wxHORIZONTAL);
    columns->Add(form_, wxSizerFlags(1).Expand());
    columns->Add(common::makeLine(this, wxVERTICAL), wxSizerFlags().Expand().Border(wxRIGHT, FromDIP(16)));
    columns->Add(evidence_, wxSizerFlags().Expand());
    content()->Add(columns, wxSizerFlags(1).Expand());
    state_ = addLeftText(_("Everything is saved while you type."));
    auto* back = addButton(wxID_REVERT, _("Undo changes"));
    auto* done = addButton(wxID_OK, _("Done"), true);

    for (const Incident& other : session_->reader().incidents())
        otherHighlights_ += other.highlight && other.id != writer_.id() ? 1 : 0;
    evidence_->load(writer_.saved(), otherHighlights_);
    form_->load(writer_.saved());

    const auto notice = [this] { changed(); };
    form_->onChange(notice);
    evidence_->onChange(notice);
    for (const auto& type : {wxEVT_TEXT, wxEVT_CHOICE, wxEVT_CHECKBOX})
        Bind(type, [this](wxCommandEvent& event) {
            event.Skip();
            changed();
        });
    Bind(wxEVT_TIMER, &IncidentDialog::OnTimer, this);
    Bind(wxEVT_CLOSE_WINDOW, [this](wxCloseEvent&) { leave(); });
    Bind(wxEVT_SHOW, [this](wxShowEvent& event) {
        event.Skip();
        // "Close quickly" hides first: the writing follows at once, but after every window is gone.
        if (!event.IsShown()) CallAfter([this] { saveNow(); });
    });
    Bind(wxEVT_ACTIVATE, [this](wxActivateEvent& event) {
        event.Skip();
        if (!event.GetActive()) saveNow();
    });
    back->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { revert(); });
    done->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) {
        // Items chosen beforehand are enough to say what happened: Done keeps them, Esc does not.
        if (writer_.id() == 0 && !writer_.saved().items.empty()) changed();
        Close();
    });
    SetEscapeId(wxID_NONE);
    Bind(wxEVT_CHAR_HOOK, [this](wxKeyEvent& event) {
        if (event.GetKeyCode() == WXK_ESCAPE)
            Close();
        else
            event.Skip();
    });
    form_->SetMinSize(FromDIP(wxSize(560, 300)));
    finish({1100, 680}, form_->title());
    showState();
}

IncidentDialog::~IncidentDialog() { timer_.Stop(); }

Incident IncidentDialog::current() const {
    Incident now = writer_.saved();
    form_->store(now);
    evidence_->store(now);
    return now;
}

void IncidentDialog::changed() {
    const std::int64_t now = nowMs();
    if (firstChangeMs_ == 0) firstChangeMs_ = now;
    const std::int64_t left = std::max<std::int64_t>(1, firstChangeMs_ + kLatestMs - now);
    timer_.StartOnce(static_cast<int>(std::min<std::int64_t>(kIdleMs, left)));
}

void IncidentDialog::OnTimer(wxTimerEvent&) {
    // An export reads the case under a modal window and must find it still.
    if (isModalOpen())
        timer_.StartOnce(kIdleMs);
    else
        saveNow();
}

void IncidentDialog::saveNow() {
    if (firstChangeMs_ == 0) return;
    timer_.Stop();
    try {
        const bool isWritten = writer_.save(current());
        firstChangeMs_ = 0;
        if (isWritten) {
            showState();
            session_->notifyChanged();
            if (hooks_.changed) hooks_.changed(writer_.id());
        }
    } catch (const core::base::Error& error) {
        // What is typed stays in the window; the next change or the next two seconds try again.
        state_->SetLabelText(common::errorText(error));
        timer_.StartOnce(kIdleMs);
        Layout();
    }
}

void IncidentDialog::revert() {
    saveNow();
    try {
        if (writer_.revert()) session_->notifyChanged();
    } catch (const core::base::Error& error) {
        state_->SetLabelText(common::errorText(error));
        return;
    }
    evidence_->load(writer_.saved(), otherHighlights_);
    form_->load(writer_.saved());
    firstChangeMs_ = 0;
    timer_.Stop();
    showState();
    if (writer_.atOpen().id == 0) Close();
}

void IncidentDialog::leave() {
    saveNow();
    if (firstChangeMs_ != 0) return; // could not be written: the words would be lost
    Destroy();
}

void IncidentDialog::showState() {
    if (writer_.id() != 0)
        if (const auto stored = session_->reader().incident(writer_.id())) {
            setHeading(headingOf(*stored));
            SetTitle(headingOf(*stored));
            setSubheading(historyOf(*stored, session_->zone()));
        }
    state_->SetLabelText(
        form_->when()->hasProblem()
            ? wxString::Format(_("Until the date can be read, it stays %s."),
                               common::toWx(core::base::formatTime(writer_.saved().start, session_->zone(),
                                                                   common::language())))
            : _("Everything is saved while you type."));
    Layout();
}

} // namespace ui::incident
