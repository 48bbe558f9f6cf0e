// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/import/question_page.h"

#include "ui/common/controls.h"
#include "ui/common/format_words.h"
#include "ui/common/labels.h"
#include "ui/common/settings.h"
#include "ui/common/to_wx.h"
#include "ui/form/parts.h"
#include "ui/import/import_words.h"
#include "ui/import/zones.h"

#include <algorithm>

#include <wx/button.h>
#include <wx/choice.h>
#include <wx/combobox.h>
#include <wx/dataview.h>
#include <wx/intl.h>

namespace ui::import {

using common::kGap;

namespace {
constexpr unsigned kChosenColumn = 0;

// What is in an archive is asked for itself.
bool hasOwnTimes(const FoundRow& row) { return !row.paths.empty() && row.format != "archive"; }

// The files that a question is about, the first two by name.
wxString askingText(const std::vector<std::string>& names) {
    constexpr std::size_t kNamed = 2;
    wxString text;
    for (std::size_t i = 0; i < std::min(names.size(), kNamed); ++i)
        text += (i > 0 ? ", " : "") + common::fieldEnd(common::toWx(names[i]), 30);
    if (names.size() > kNamed)
        text += " " + wxString::Format(_("and %s more"),
                                       common::count(static_cast<long long>(names.size() - kNamed)));
    return text;
}
} // namespace

QuestionPage::QuestionPage(wxWindow* parent, common::SessionPtr session)
    : wxPanel(parent), session_(std::move(session)) {
    buildList();
    auto* all = new wxBoxSizer(wxVERTICAL);
    all->Add(list_, wxSizerFlags(1).Expand());
    title_ = common::makeText(this, _("Two questions"), common::TextStyle::Section);
    all->Add(title_, wxSizerFlags().Border(wxTOP, FromDIP(common::kDialogMargin)));
    all->Add(questions(), wxSizerFlags().Expand().Border(wxTOP, FromDIP(kGap)));
    sums_ = common::makeText(this, "");
    all->Add(sums_, wxSizerFlags().Expand().Border(wxTOP, FromDIP(common::kGroupGap)));
    SetSizer(all);
}

void QuestionPage::buildList() {
    list_ = new wxDataViewListCtrl(this, wxID_ANY, wxDefaultPosition, wxDefaultSize,
                                   wxDV_ROW_LINES | wxBORDER_THEME);
    form::nameControl(list_, _("What was found"));
    list_->AppendToggleColumn("", wxDATAVIEW_CELL_ACTIVATABLE, FromDIP(40));
    form::addTextColumn(*list_, _("File"), FromDIP(200));
    form::addTextColumn(*list_, _("Contents"), FromDIP(350));
    form::addTextColumn(*list_, _("Period"),
                        list_->GetTextExtent(wxString::FromUTF8("28. sep. 2024 – 28. sep. 2026")).x +
                            FromDIP(24));
    form::addTextColumn(*list_, _("Kind of file"), FromDIP(110));
    list_->Bind(wxEVT_DATAVIEW_ITEM_VALUE_CHANGED, [this](wxDataViewEvent& event) {
        const int row = list_->ItemToRow(event.GetItem());
        if (row != wxNOT_FOUND) choose(row, list_->GetToggleValue(static_cast<unsigned>(row), kChosenColumn));
    });
}

wxSizer* QuestionPage::questions() {
    auto* grid = new form::FormGrid(this, 220);
    wxArrayString people;
    for (const wxString& who :
         {_("Me"), _("A family member"), _("A friend"), _("My adviser"), _("The police")})
        people.Add(who);
    custodian_ =
        new wxComboBox(this, wxID_ANY, people[0], wxDefaultPosition, FromDIP(wxSize(320, -1)), people);
    grid->addRow(_("Who has had the material?"), custodian_, false);
    zone_ = new wxChoice(this, wxID_ANY);
    for (const auto& [zone, words] : offeredZones(session_->zone())) zone_->Append(words);
    zone_->SetSelection(0);
    zoneNote_ = common::makeMuted(this, "");
    auto* row = new wxBoxSizer(wxHORIZONTAL);
    row->Add(zone_, wxSizerFlags().CenterVertical());
    row->Add(zoneNote_, wxSizerFlags().CenterVertical().Border(wxLEFT, FromDIP(common::kGroupGap)));
    zoneByFile_ = new wxButton(this, wxID_ANY, _("File by file..."));
    row->Add(zoneByFile_, wxSizerFlags().CenterVertical().Border(wxLEFT, FromDIP(kGap)));
    grid->addRow(_("Times without a time zone are"), row, zone_);
    dateOrder_ = new wxChoice(this, wxID_ANY);
    fillOrders(dateOrder_);
    dateOrder_->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) {
        for (const AskedFile& file : asked())
            if (file.asksOrder) answers_[file.path].dateOrder = chosenOrder(dateOrder_);
        if (order_) order_();
    });
    orderNote_ = common::makeMuted(this, "");
    auto* orderRow = new wxBoxSizer(wxHORIZONTAL);
    orderRow->Add(dateOrder_, wxSizerFlags().CenterVertical());
    orderByFile_ = new wxButton(this, wxID_ANY, _("File by file..."));
    orderRow->Add(orderByFile_, wxSizerFlags().CenterVertical());
    for (wxButton* button : {zoneByFile_, orderByFile_})
        button->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { askFileByFile(); });
    orderRow->Add(orderNote_, wxSizerFlags(1).CenterVertical().Border(wxLEFT, FromDIP(common::kGroupGap)));
    dateOrderLabel_ = grid->addRow(_("A file writes dates like 03/04 with"), orderRow, dateOrder_);
    grid->addRow(
        _("Items that are in the case already"),
        common::makeMuted(this, _("are skipped and counted in the report"), common::TextStyle::Body));
    return grid;
}

std::string QuestionPage::zone() const {
    const auto zones = offeredZones(session_->zone());
    return zones[static_cast<std::size_t>(std::max(0, zone_->GetSelection()))].first;
}

core::import::FileAnswers QuestionPage::answers() const {
    core::import::FileAnswers answers;
    for (const FoundRow& row : rows_) {
        const auto said = row.paths.empty() ? answers_.end() : answers_.find(row.paths.front());
        if (said == answers_.end()) continue;
        for (const auto& path : row.paths) answers.set(path, said->second);
    }
    return answers;
}

std::vector<AskedFile> QuestionPage::asked() const {
    std::vector<AskedFile> files;
    for (const FoundRow& row : rows_) {
        if (!row.isChosen || !hasOwnTimes(row)) continue;
        const auto& path = row.paths.front();
        const bool asksOrder = asksOrder_.contains(path);
        if (row.localTimes == 0 && !asksOrder) continue;
        const auto said = answers_.find(path);
        files.push_back({row.name, path, row.localTimes > 0, asksOrder,
                         said == answers_.end() ? core::import::FileAnswer() : said->second});
    }
    return files;
}

void QuestionPage::answer(const std::vector<core::import::FileAnswer>& answers) {
    const std::vector<AskedFile> files = asked();
    for (std::size_t i = 0; i < std::min(files.size(), answers.size()); ++i)
        answers_[files[i].path] = answers[i];
    if (order_) order_();
}

void QuestionPage::askFileByFile() {
    FileAnswersDialog dialog(this, asked(), zone(), session_->zone());
    if (dialog.ShowModal() == wxID_OK) answer(dialog.answers());
}

std::string QuestionPage::custodian() const { return common::toUtf8(custodian_->GetValue()); }

void QuestionPage::show(std::vector<FoundRow> rows) {
    for (FoundRow& row : rows)
        for (const FoundRow& before : rows_)
            if (before.paths == row.paths && before.name == row.name) row.isChosen = before.isChosen;
    rows_ = std::move(rows);
    for (const FoundRow& row : rows_)
        if (row.asksDateOrder && hasOwnTimes(row)) asksOrder_.insert(row.paths.front());
    list_->DeleteAllItems();
    for (const FoundRow& row : rows_) {
        wxVector<wxVariant> cells;
        cells.push_back(wxVariant(row.isChosen));
        cells.push_back(rowName(row.name, row.isFolder, row.isMember));
        cells.push_back(contentText(row, common::language()));
        cells.push_back(periodText(row, session_->zone(), common::language()));
        cells.push_back(row.isShown ? wxString() : common::formatLabel(row.format));
        list_->AppendItem(cells);
    }
    showSums();
}

void QuestionPage::choose(int row, bool on) {
    const auto at = static_cast<std::size_t>(row);
    FoundRow& chosen = rows_[at];
    using core::import::PassedOverReason;
    const bool isLeftAlone =
        chosen.passedOver == PassedOverReason::Case || chosen.passedOver == PassedOverReason::Other;
    if (!chosen.isMember)
        chosen.isChosen = on && chosen.error.empty() && !isLeftAlone; // what cannot be opened cannot be kept
    showTick(at); // what is in an archive comes with it and not alone
    for (std::size_t i = at + 1; !chosen.isMember && i < rows_.size() && rows_[i].isMember; ++i) {
        rows_[i].isChosen = chosen.isChosen && rows_[i].error.empty();
        showTick(i);
    }
    showSums();
}

void QuestionPage::showTick(std::size_t row) {
    const auto at = static_cast<unsigned>(row);
    if (list_->GetToggleValue(at, kChosenColumn) != rows_[row].isChosen)
        list_->SetToggleValue(rows_[row].isChosen, at, kChosenColumn);
}

void QuestionPage::say(const wxString& text) { sums_->SetLabelText(text); }

void QuestionPage::showSums() {
    const FoundTotals sum = totals(rows_);
    const std::string label = session_->reader().label();
    sums_->SetLabelText(rows_.empty() ? _("There are no files here.")
                                      : foundSummary(sum, label.empty() ? _("the case") : common::toWx(label),
                                                     common::language()));
    zoneNote_->SetLabelText(
        sum.localTimes == 0
            ? wxString()
            : wxString::Format(wxPLURAL("matters for %s item", "matters for %s items", sum.localTimes),
                               common::count(sum.localTimes)));
    showQuestions();
    Layout();
    if (changed_) changed_(sum);
}

void QuestionPage::showQuestions() {
    std::vector<std::string> open;
    long long unanswered = 0, local = 0;
    for (const AskedFile& file : asked()) {
        local += file.hasLocalTimes ? 1 : 0;
        if (!file.asksOrder) continue;
        open.push_back(file.name);
        unanswered += file.answer.dateOrder ? 0 : 1;
        chooseOrder(dateOrder_, file.answer.dateOrder);
    }
    dateOrder_->Show(open.size() == 1);
    orderByFile_->Show(open.size() > 1);
    zoneByFile_->Show(local > 1);
    for (wxWindow* part : {dateOrderLabel_, orderNote_}) part->Show(!open.empty());
    wxString note = askingText(open);
    if (open.size() > 1 && unanswered > 0)
        note += wxString::Format(wxPLURAL(" (%s not answered)", " (%s not answered)", unanswered),
                                 common::count(unanswered));
    orderNote_->SetLabelText(note);
    title_->SetLabelText(open.empty() ? _("Two questions") : _("Three questions"));
}

} // namespace ui::import
