// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The right side of the incident window: the items that show it, typical example, private note, what is still
// needed. Content of pictures stays closed: "Show" opens the item in the main window. Saves nothing.

#include "core/model/incident.h"
#include "ui/common/case_session.h"
#include "ui/incident/incident_editor.h"

#include <functional>
#include <vector>

#include <wx/scrolwin.h>

class wxButton;
class wxCheckBox;
class wxDataViewListCtrl;
class wxStaticText;
class wxTextCtrl;

namespace ui::incident {

class EvidencePanel : public wxScrolledWindow {
public:
    EvidencePanel(wxWindow* parent, common::SessionPtr session, IncidentHooks hooks);
    // `otherHighlights`: how many other incidents are typical examples.
    void load(const core::model::Incident& incident, int otherHighlights);
    void store(core::model::Incident& incident) const;
    void onChange(std::function<void()> changed) { changed_ = std::move(changed); }

    void addItems(const std::vector<core::model::Id>& items);
    void removeSelected();
    wxDataViewListCtrl* list() const { return list_; }

private:
    void buildItems(wxSizer& all);
    void buildNotes(wxSizer& all);
    void fill();
    void showSelected();
    void showHighlight();

    common::SessionPtr session_;
    IncidentHooks hooks_;
    std::vector<core::model::Id> items_;
    std::vector<core::query::ItemRow> rows_; // in the order of the list
    int otherHighlights_ = 0;
    wxStaticText* count_ = nullptr;
    wxDataViewListCtrl* list_ = nullptr;
    wxButton* add_ = nullptr;
    wxButton* show_ = nullptr;
    wxButton* remove_ = nullptr;
    wxStaticText* card_ = nullptr;
    wxCheckBox* highlight_ = nullptr;
    wxStaticText* highlightHint_ = nullptr;
    wxTextCtrl* privateNote_ = nullptr;
    wxTextCtrl* stillNeeded_ = nullptr;
    std::function<void()> changed_;
};

} // namespace ui::incident
