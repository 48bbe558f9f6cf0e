// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/party/milestone_window.h"

#include "core/base/clock.h"
#include "core/base/date_format.h"
#include "core/base/zone.h"
#include "ui/common/error_text.h"
#include "ui/common/labels.h"
#include "ui/common/settings.h"
#include "ui/common/to_wx.h"
#include "ui/form/parts.h"
#include "ui/form/when_row.h"

#include <wx/button.h>
#include <wx/choice.h>
#include <wx/dataview.h>
#include <wx/intl.h>
#include <wx/textctrl.h>

namespace ui::party {

using common::toUtf8;
using common::toWx;
using core::model::Milestone;
using core::model::MilestoneKind;

namespace {

core::base::CivilTime today(const std::string& zone) {
    return core::base::toLocal(core::base::Clock().nowMs(), zone);
}

wxString kindWord(MilestoneKind kind) {
    return wxGetTranslation(wxString::FromUTF8(core::model::nameOf(kind)));
}

wxString dayOf(const std::string& isoDate) {
    const auto date = core::base::parseDate(isoDate);
    return date ? form::dateText(*date) : toWx(isoDate);
}

} // namespace

MilestoneDialog::MilestoneDialog(wxWindow* parent, const std::string& zone, const Milestone& milestone,
                                 const wxString& shownBy)
    : DialogBase(parent, _("Step"), milestone.id == 0 ? _("New step") : _("Step")), start_(milestone) {
    setSubheading(_("A step that splits the time line. What happened before and after it is counted."));
    auto* grid = new form::FormGrid(this);
    kind_ = new wxChoice(this, wxID_ANY);
    for (int i = 0; i < core::model::kMilestoneKinds; ++i)
        kind_->Append(kindWord(static_cast<MilestoneKind>(i)));
    kind_->SetSelection(static_cast<int>(milestone.kind));
    grid->addRow(_("Step"), kind_, false);
    when_ = new form::WhenRow(this, zone, today(zone), {.hasPrecision = false});
    if (milestone.id != 0) when_->setTime(milestone.time);
    grid->addRow(_("Date and time"), when_);
    validTo_ = new form::WhenRow(
        this, zone, today(zone),
        {.hasPrecision = false, .isRequired = false, .mayBeFuture = true, .hasClock = false});
    if (const auto date = core::base::parseDate(milestone.validTo))
        validTo_->setTime(core::base::fromLocal(*date, zone, core::base::Precision::Day));
    grid->addRow(_("Valid until"), validTo_);
    const auto line = [&](const wxString& label, const std::string& value) {
        auto* field = new wxTextCtrl(this, wxID_ANY, toWx(value));
        grid->addRow(label, field);
        return field;
    };
    reportNumber_ = line(_("Journal number"), milestone.reportNumber);
    title_ = line(_("Own words for it"), milestone.title);
    note_ = form::multiLine(this, 3);
    note_->ChangeValue(toWx(milestone.note));
    grid->addRow(_("Note"), note_);
    if (!shownBy.empty()) addShownBy(*grid, shownBy);
    content()->Add(grid, wxSizerFlags().Expand());
    hint_ = new form::WrapText(this, "", common::TextStyle::Small, common::Color::Muted);
    content()->Add(hint_, wxSizerFlags().Expand().Border(wxTOP, FromDIP(common::kGap)));

    kind_->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) { showHint(); });
    addLeftText(_("Only the date is needed."));
    addButton(wxID_CANCEL, _("Cancel"));
    auto* save = addButton(wxID_OK, _("Save"), true);
    save->Bind(wxEVT_BUTTON, [this](wxCommandEvent& event) {
        if (when_->hasProblem()) return when_->showProblem();
        if (validTo_->hasProblem()) return validTo_->showProblem();
        event.Skip();
    });
    showHint();
    finish({620, 480}, when_->dateField()); // a wxChoice cannot take the focus before it is shown
}

void MilestoneDialog::addShownBy(form::FormGrid& grid, const wxString& shownBy) {
    auto* row = new wxBoxSizer(wxHORIZONTAL);
    auto* words = new form::WrapText(this, shownBy);
    forget_ = new wxButton(this, wxID_ANY, _("Not this one"));
    row->Add(words, wxSizerFlags(1).CenterVertical());
    row->Add(forget_, wxSizerFlags().CenterVertical().Border(wxLEFT, FromDIP(common::kGap)));
    grid.addRow(_("Shown by"), row, forget_);
    forget_->Bind(wxEVT_BUTTON, [this, words](wxCommandEvent&) {
        start_.item = 0;
        words->setText(wxString::FromUTF8("–"));
        forget_->Disable();
    });
}

void MilestoneDialog::showHint() {
    const auto kind = static_cast<MilestoneKind>(kind_->GetSelection());
    if (kind == MilestoneKind::NumberBlocked)
        hint_->setText(_("Never write the new number here."));
    else if (kind == MilestoneKind::ClearNo)
        hint_->setText(_(
            "How did you say it? A message or a mail that shows it is tied to the step in the menu Items."));
    else
        hint_->setText("");
}

bool MilestoneDialog::isComplete() const { return !when_->hasProblem() && !validTo_->hasProblem(); }

Milestone MilestoneDialog::milestone() const {
    Milestone m = start_;
    m.kind = static_cast<MilestoneKind>(kind_->GetSelection());
    if (const auto time = when_->time()) m.time = *time;
    m.validTo.clear();
    if (const auto until = validTo_->time())
        m.validTo = core::base::formatDateTable(core::base::toLocal(until->utcMs, until->zone),
                                                core::base::Language::English); // ISO
    m.title = toUtf8(title_->GetValue());
    m.reportNumber = toUtf8(reportNumber_->GetValue());
    m.note = toUtf8(note_->GetValue());
    return m;
}

MilestonesWindow::MilestonesWindow(wxWindow* parent, common::SessionPtr session)
    : DialogBase(parent, _("Steps"), _("Steps")), session_(std::move(session)) {
    setSubheading(_("A step that splits the time line. What happened before and after it is counted."));
    list_ = new wxDataViewListCtrl(this, wxID_ANY, wxDefaultPosition, wxDefaultSize,
                                   wxDV_ROW_LINES | wxBORDER_THEME);
    form::nameControl(list_, _("Steps"));
    form::addTextColumn(*list_, _("When"), FromDIP(160));
    form::addTextColumn(*list_, _("Step"), FromDIP(230));
    form::addTextColumn(*list_, _("Valid until"), FromDIP(130));
    form::addTextColumn(*list_, _("Journal number"), FromDIP(160));
    content()->Add(list_, wxSizerFlags(1).Expand());
    const auto left = [&](const wxString& label, const std::function<void()>& run) {
        auto* button = addLeftButton(wxID_ANY, label);
        button->Bind(wxEVT_BUTTON, [run](wxCommandEvent&) { run(); });
        return button;
    };
    left(_("New..."), [this] {
        if (edit(this, session_, 0, 0)) fill();
    });
    edit_ = left(_("Edit..."), [this] { editChosen(); });
    remove_ = left(_("Remove"), [this] { removeChosen(); });
    list_->Bind(wxEVT_DATAVIEW_SELECTION_CHANGED, [this](wxDataViewEvent&) { showChosen(); });
    list_->Bind(wxEVT_DATAVIEW_ITEM_ACTIVATED, [this](wxDataViewEvent&) { editChosen(); });
    addButton(wxID_OK, _("Done"), true);
    SetEscapeId(wxID_OK);
    fill();
    finish({760, 480}, list_);
}

void MilestonesWindow::fill() {
    milestones_ = session_->reader().milestones();
    list_->DeleteAllItems();
    for (const Milestone& m : milestones_) {
        wxVector<wxVariant> cells;
        cells.push_back(toWx(core::base::formatTime(m.time, session_->zone(), common::language())));
        cells.push_back(common::milestoneName(m));
        cells.push_back(dayOf(m.validTo));
        cells.push_back(toWx(m.reportNumber));
        list_->AppendItem(cells);
    }
    showChosen();
}

void MilestonesWindow::showChosen() {
    for (wxButton* button : {edit_, remove_}) button->Enable(chosen() != 0);
}

core::model::Id MilestonesWindow::chosen() const {
    const int row = list_->GetSelectedRow();
    return row == wxNOT_FOUND ? 0 : milestones_[static_cast<std::size_t>(row)].id;
}

void MilestonesWindow::editChosen() {
    if (chosen() != 0 && edit(this, session_, chosen(), 0)) fill();
}

void MilestonesWindow::removeChosen() {
    const core::model::Id id = chosen();
    if (id == 0 || !common::askUser(this, _("Remove this step?"), _("It can be undone."), _("Remove")))
        return;
    try {
        session_->editor().removeMilestone(id);
        session_->notifyChanged();
        fill();
    } catch (const core::base::Error&) {
        common::showError(this, std::current_exception());
    }
}

bool MilestonesWindow::edit(wxWindow* parent, const common::SessionPtr& session, core::model::Id id,
                            core::model::Id item) {
    Milestone milestone;
    milestone.item = item;
    for (const Milestone& stored : session->reader().milestones())
        if (id != 0 && stored.id == id) milestone = stored;
    if (milestone.id != id) return false; // it has gone meanwhile
    MilestoneDialog dialog(parent, session->zone(), milestone, shownByText(*session, milestone.item));
    if (dialog.ShowModal() != wxID_OK || !dialog.isComplete()) return false;
    try {
        session->editor().saveMilestone(dialog.milestone());
        session->notifyChanged();
        return true;
    } catch (const core::base::Error&) {
        common::showError(parent, std::current_exception());
        return false;
    }
}

} // namespace ui::party
