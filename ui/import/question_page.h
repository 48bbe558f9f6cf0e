// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What was found, with a tick for each row, and the questions before it is read into the case. Reads no file
// and starts nothing.

#include "core/import/file_answers.h"
#include "ui/common/case_session.h"
#include "ui/import/file_answers_dialog.h"
#include "ui/import/import_rows.h"

#include <filesystem>
#include <functional>
#include <map>
#include <set>
#include <string>
#include <vector>

#include <wx/panel.h>

class wxButton;
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
    core::import::FileAnswers answers() const; // of the files that she said something about
    std::string custodian() const;

    std::vector<AskedFile> asked() const; // the files of ticked rows that have something to be asked for
    // One for each of those, in their order.
    void answer(const std::vector<core::import::FileAnswer>& answers);

private:
    void buildList();
    wxSizer* questions();
    void showTick(std::size_t row);
    void showSums();
    void showQuestions();
    void askFileByFile();

    common::SessionPtr session_;
    std::function<void(const FoundTotals&)> changed_;
    std::function<void()> order_;
    std::vector<FoundRow> rows_;
    // By the first file of a row. Once asked, the question stays: the next look goes by its answer.
    std::set<std::filesystem::path> asksOrder_;
    std::map<std::filesystem::path, core::import::FileAnswer> answers_;
    wxDataViewListCtrl* list_ = nullptr;
    wxComboBox* custodian_ = nullptr;
    wxChoice* zone_ = nullptr;
    wxChoice* dateOrder_ = nullptr; // shown where one file leaves it open; of several each is asked
    wxStaticText* dateOrderLabel_ = nullptr;
    wxStaticText* orderNote_ = nullptr; // which files leave it open
    wxButton* orderByFile_ = nullptr;
    wxButton* zoneByFile_ = nullptr;
    wxStaticText* title_ = nullptr;
    wxStaticText* zoneNote_ = nullptr;
    wxStaticText* sums_ = nullptr;
};

} // namespace ui::import
