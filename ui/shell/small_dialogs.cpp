// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/small_dialogs.h"

#include "core/base/date_format.h"
#include "core/base/zone.h"
#include "ui/common/dialog_base.h"
#include "ui/common/labels.h"
#include "ui/common/settings.h"
#include "ui/common/to_wx.h"

#include <wx/button.h>
#include <wx/combobox.h>
#include <wx/intl.h>
#include <wx/listbox.h>
#include <wx/textctrl.h>

namespace ui::shell {
namespace {

using common::toWx;

class TagDialog : public common::DialogBase {
public:
    TagDialog(wxWindow* parent, const std::vector<core::query::TagRow>& known, int items)
        : DialogBase(parent, "Logbog", _("Tag")), box_(new wxComboBox(this, wxID_ANY)) {
        for (const auto& tag : known) box_->Append(toWx(tag.name));
        box_->SetName(_("Tag"));
        content()->Add(
            new common::WrappedText(this, wxString::Format(wxPLURAL("A word of your own for %s item.",
                                                                    "A word of your own for %s items.",
                                                                    static_cast<unsigned>(items)),
                                                           common::count(items))),
            wxSizerFlags().Expand().Border(wxBOTTOM, FromDIP(common::kGap)));
        content()->Add(box_, wxSizerFlags().Expand());
        addButton(wxID_CANCEL, _("Cancel"));
        addButton(wxID_OK, _("Add tag"), true);
        finish({440, 220}, box_);
    }
    std::string text() const { return common::toUtf8(box_->GetValue().Trim().Trim(false)); }

private:
    wxComboBox* box_;
};

class IncidentPicker : public common::DialogBase {
public:
    IncidentPicker(wxWindow* parent, const common::CaseData& data, const std::string& zone)
        : DialogBase(parent, "Logbog", _("Add to an incident")), list_(new wxListBox(this, wxID_ANY)) {
        list_->SetName(_("Incidents"));
        list_->Append(_("A new incident"));
        ids_.push_back(0);
        std::vector<const core::model::Incident*> incidents;
        for (const auto& [id, incident] : data.incidents) incidents.push_back(&incident);
        std::sort(incidents.begin(), incidents.end(),
                  [](const auto* a, const auto* b) { return a->start.utcMs > b->start.utcMs; });
        for (const auto* incident : incidents) {
            const wxString when = toWx(core::base::formatTime(incident->start, zone, common::language()));
            list_->Append(wxString::Format(_("No. %d"), incident->number) + wxString::FromUTF8(" · ") + when +
                          wxString::FromUTF8(" · ") +
                          common::fieldEnd(common::incidentLine(*incident, zone), 60));
            ids_.push_back(incident->id);
        }
        list_->SetSelection(0);
        list_->Bind(wxEVT_LISTBOX_DCLICK, [this](wxCommandEvent&) { EndModal(wxID_OK); });
        content()->Add(list_, wxSizerFlags(1).Expand());
        addButton(wxID_CANCEL, _("Cancel"));
        addButton(wxID_OK, _("Add"), true);
        finish({560, 420}, list_);
    }
    core::model::Id chosen() const {
        return ids_[static_cast<std::size_t>(std::max(0, list_->GetSelection()))];
    }

private:
    wxListBox* list_;
    std::vector<core::model::Id> ids_;
};

class DateDialog : public common::DialogBase {
public:
    explicit DateDialog(wxWindow* parent)
        : DialogBase(parent, "Logbog", _("Go to a date")), field_(new wxTextCtrl(this, wxID_ANY)),
          said_(new common::WrappedText(this, _("For instance 3.5.2025"), common::TextStyle::Small,
                                        common::Color::Muted)) {
        field_->SetName(_("Date"));
        content()->Add(field_, wxSizerFlags().Expand());
        content()->Add(said_, wxSizerFlags().Expand().Border(wxTOP, FromDIP(4)));
        addButton(wxID_CANCEL, _("Cancel"));
        addButton(wxID_OK, _("Go"), true);
        Bind(
            wxEVT_BUTTON,
            [this](wxCommandEvent&) {
                if (date())
                    EndModal(wxID_OK);
                else
                    said_->setText(_("Write a date as day, month, year: 3.5.2025"));
            },
            wxID_OK);
        finish({400, 200}, field_);
    }
    std::optional<core::base::CivilTime> date() const {
        return core::base::parseDate(common::toUtf8(field_->GetValue()));
    }

private:
    wxTextCtrl* field_;
    common::WrappedText* said_;
};

} // namespace

std::optional<std::string> askTag(wxWindow* parent, const std::vector<core::query::TagRow>& known,
                                  int items) {
    TagDialog dialog(parent, known, items);
    if (dialog.ShowModal() != wxID_OK || dialog.text().empty()) return std::nullopt;
    return dialog.text();
}

std::optional<core::model::Id> askIncident(wxWindow* parent, const common::CaseData& data,
                                           const std::string& zone) {
    IncidentPicker dialog(parent, data, zone);
    if (dialog.ShowModal() != wxID_OK) return std::nullopt;
    return dialog.chosen();
}

std::optional<std::int64_t> askDate(wxWindow* parent, const std::string& zone) {
    DateDialog dialog(parent);
    if (dialog.ShowModal() != wxID_OK || !dialog.date()) return std::nullopt;
    return core::base::fromLocal(*dialog.date(), zone, core::base::Precision::Day).utcMs;
}

} // namespace ui::shell
