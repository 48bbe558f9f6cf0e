// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What was found, with a tick for each row, and the questions before it is read into the case. Reads no file
// and starts nothing.

#include "ui/common/case_session.h"
#include "ui/import/import_rows.h"

#include <functional>
#include <string>
#include <vector>

#include <wx/panel.h>

class wxChoice;
class wxComboBox;
class wxDataViewListCtrl;
class wxStaticText;

namespace ui::import {

class QuestionPage : public wxPanel {
public:
    QuestionPage(wxWindow* parent, common::SessionPtr session);
    void onChange(std::function<void(const FoundTotals&)> changed) { changed_ = std::move(changed); }

    // She said in which order the dates are: what was found has to be looked at again.
    void onOrder(std::function<void()> chosen) { order_ = std::move(chosen); }

    // Ticks of the same rows as before stay as they were.
    void show(std::vector<FoundRow> rows);
    const std::vector<FoundRow>& rows() const { return rows_; }
    void choose(int row, bool on);
    void say(const wxString& text); // in the place of the sums, until the next tick

    std::string zone() const;                  // for times written without one
    core::format::DateOrder dateOrder() const; // as the files say, where she was not asked or does not know
    std::string custodian() const;

private:
    void buildList();
    wxSizer* questions();
    void showTick(std::size_t row);
    void showSums();

    common::SessionPtr session_;
    std::function<void(const FoundTotals&)> changed_;
    std::function<void()> order_;
    std::vector<FoundRow> rows_;
    std::vector<std::string>
        asking_; // files; once asked, the question stays: the next look goes by its answer
    wxDataViewListCtrl* list_ = nullptr;
    wxComboBox* custodian_ = nullptr;
    wxChoice* zone_ = nullptr;
    wxChoice* dateOrder_ = nullptr; // shown only where a file leaves it open
    wxStaticText* dateOrderLabel_ = nullptr;
    wxStaticText* orderNote_ = nullptr; // which files leave it open
    wxStaticText* title_ = nullptr;
    wxStaticText* zoneNote_ = nullptr;
    wxStaticText* sums_ = nullptr;
};

} // namespace ui::import
