// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/import/table_dialog.h"

#include "core/base/clock.h"
#include "ui/common/labels.h"
#include "ui/common/settings.h"
#include "ui/common/to_wx.h"
#include "ui/form/parts.h"
#include "ui/import/column_grid.h"
#include "ui/import/table_words.h"
#include "ui/import/why_not.h"
#include "ui/import/zones.h"

#include <algorithm>
#include <array>

#include <wx/button.h>
#include <wx/choice.h>
#include <wx/dataview.h>
#include <wx/gauge.h>
#include <wx/intl.h>
#include <wx/textctrl.h>

namespace ui::import {

using common::kGap;
using core::import::TableMapping;
using core::import::TableRole;
using core::model::Direction;
using core::model::ItemKind;

namespace {

constexpr std::array kKinds{ItemKind::Call,  ItemKind::Sms,  ItemKind::Mms,
                            ItemKind::Email, ItemKind::Chat, ItemKind::Note};
constexpr std::array kDirections{Direction::Unknown, Direction::In, Direction::Out};
constexpr int kMostHeadings = 20; // rows that may hold the headings

wxChoice* choiceOf(wxWindow* parent, const std::vector<wxString>& words) {
    auto* choice = new wxChoice(parent, wxID_ANY);
    for (const wxString& word : words) choice->Append(word);
    choice->SetSelection(0);
    return choice;
}

template <typename List, typename Value>
int placeIn(const List& list, const Value& value) {
    const auto at = std::find(list.begin(), list.end(), value);
    return at == list.end() ? 0 : static_cast<int>(at - list.begin());
}

} // namespace

TableDialog::TableDialog(wxWindow* parent, common::SessionPtr session, const core::query::SourceRow& source)
    : DialogBase(parent, "Logbog", _("Read a file as a table")), session_(std::move(session)),
      source_(source) {
    setSubheading(wxString::Format(_("%s. Say what the columns mean. The original is kept as it is."),
                                   common::toWx(source.name)));
    build();
    finish({980, 700});
    load();
}

TableDialog::~TableDialog() { job_.cancel(); }

void TableDialog::build() {
    columns_ = new ColumnGrid(this);
    columns_->onChange([this] { showPreview(); });
    content()->Add(columns_, wxSizerFlags().Expand());
    content()->Add(settings(), wxSizerFlags().Expand().Border(wxTOP, FromDIP(kGap)));
    summary_ = new form::WrapText(this, _("Reading…"), common::TextStyle::Strong);
    content()->Add(summary_, wxSizerFlags().Expand().Border(wxTOP, FromDIP(common::kGroupGap)));
    preview_ = new wxDataViewListCtrl(this, wxID_ANY, wxDefaultPosition, wxDefaultSize,
                                      wxDV_ROW_LINES | wxBORDER_THEME);
    form::nameControl(preview_, _("What comes of it"));
    form::addTextColumn(*preview_, _("Row"), FromDIP(60), wxALIGN_RIGHT);
    form::addTextColumn(*preview_, _("Time"), FromDIP(170));
    form::addTextColumn(*preview_, _("Kind"), FromDIP(130));
    form::addTextColumn(*preview_, _("Direction"), FromDIP(80));
    form::addTextColumn(*preview_, _("Who"), FromDIP(170));
    form::addTextColumn(*preview_, _("Text"), FromDIP(280));
    preview_->SetMinSize(wxSize(-1, FromDIP(150)));
    content()->Add(preview_, wxSizerFlags(1).Expand().Border(wxTOP, FromDIP(4)));
    auto* keep = new form::FormGrid(this, 220);
    name_ = new wxTextCtrl(this, wxID_ANY);
    name_->SetHint(_("not kept"));
    keep->addRow(_("Keep as the template"), name_);
    content()->Add(keep, wxSizerFlags().Expand().Border(wxTOP, FromDIP(kGap)));
    gauge_ = common::named(new wxGauge(this, wxID_ANY, 1000), _("Progress"));
    gauge_->Hide();
    content()->Add(gauge_, wxSizerFlags().Expand().Border(wxTOP, FromDIP(kGap)));
    close_ = addButton(wxID_CANCEL, _("Cancel"));
    read_ = addButton(wxID_OK, _("Read the table"), true);
    read_->Disable();
    read_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { read(); });
    close_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { close(); });
    Bind(wxEVT_CLOSE_WINDOW, [this](wxCloseEvent&) { close(); });
}

// What no column says.
wxSizer* TableDialog::settings() {
    auto* left = new form::FormGrid(this, 150);
    headings_ = new wxChoice(this, wxID_ANY);
    left->addRow(_("The headings are in"), headings_);
    std::vector<wxString> kinds;
    kinds.reserve(std::size(kKinds));
    for (const ItemKind kind : kKinds) kinds.push_back(common::kindName(kind));
    kind_ = choiceOf(this, kinds);
    left->addRow(_("The rows are"), kind_);
    direction_ = choiceOf(this, {_("not said here"), _("from others to me"), _("from me to others")});
    directionLabel_ = left->addRow(_("They went"), direction_);
    auto* right = new form::FormGrid(this, 170);
    order_ = choiceOf(this, {_("as the dates themselves tell"), _("the day first: 03/04 is 3 April"),
                             _("the month first: 03/04 is 4 March"), _("the year first")});
    right->addRow(_("Dates are written with"), order_);
    zone_ = new wxChoice(this, wxID_ANY);
    for (const auto& [zone, words] : offeredZones(session_->zone())) {
        zones_.push_back(zone);
        zone_->Append(words);
    }
    zone_->Append(_("world time (UTC)"));
    zone_->SetSelection(0);
    right->addRow(_("Times are"), zone_);
    unit_ = choiceOf(this, {_("seconds"), _("minutes")});
    unitLabel_ = right->addRow(_("A length alone is in"), unit_);
    for (wxChoice* choice : {kind_, direction_, order_, zone_, unit_})
        choice->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) { showPreview(); });
    headings_->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) {
        sample_->mapping = mapping();
        showSample();
    });
    auto* both = new wxBoxSizer(wxHORIZONTAL);
    both->Add(left, wxSizerFlags(1));
    both->Add(right, wxSizerFlags(1).Border(wxLEFT, FromDIP(common::kDialogMargin)));
    return both;
}

void TableDialog::load() {
    job_ = common::runJob(
        this,
        [session = session_, source = source_.id](core::base::Progress&) {
            return session->sampleTable(source);
        },
        [this](common::Outcome<std::optional<core::import::TableSample>> outcome) {
            loaded(std::move(outcome));
        });
}

void TableDialog::loaded(common::Outcome<std::optional<core::import::TableSample>> outcome) {
    if (!outcome.ok()) return say(whyNotRead(outcome.error()));
    if (!outcome.value()) return say(_("There is no table in this file."));
    sample_ = outcome.value();
    headings_->Append(_("no row"));
    const int most = std::min<int>(kMostHeadings, static_cast<int>(sample_->rows.size()));
    for (int row = 1; row <= most; ++row) headings_->Append(wxString::Format(_("row %d"), row));
    const TableMapping& mapping = sample_->mapping;
    kind_->SetSelection(placeIn(kKinds, mapping.kind));
    direction_->SetSelection(placeIn(kDirections, mapping.direction));
    order_->SetSelection(static_cast<int>(mapping.dateOrder));
    unit_->SetSelection(static_cast<int>(mapping.durationUnit));
    zone_->SetSelection(mapping.isUtc ? static_cast<int>(zones_.size()) : placeIn(zones_, sample_->zone));
    name_->ChangeValue(common::toWx(mapping.name));
    headings_->SetSelection(std::min<int>(most, static_cast<int>(mapping.headerRow)));
    showSample();
    if (!columns_->choices().empty()) columns_->choices().front()->SetFocus();
}

void TableDialog::showSample() {
    columns_->show(sample_->rows, sample_->mapping);
    showPreview();
    Layout();
}

TableMapping TableDialog::mapping() const {
    TableMapping mapping = sample_->mapping;
    columns_->fill(mapping);
    mapping.headerRow = static_cast<std::uint64_t>(std::max(0, headings_->GetSelection()));
    mapping.headers.clear();
    for (const auto& row : sample_->rows)
        if (row.number == mapping.headerRow) mapping.headers = row.cells;
    mapping.kind = kKinds.at(static_cast<std::size_t>(std::max(0, kind_->GetSelection())));
    mapping.direction = kDirections.at(static_cast<std::size_t>(std::max(0, direction_->GetSelection())));
    mapping.dateOrder = static_cast<core::import::DateOrder>(std::max(0, order_->GetSelection()));
    mapping.durationUnit = static_cast<core::import::DurationUnit>(std::max(0, unit_->GetSelection()));
    mapping.isUtc = zone_->GetSelection() == static_cast<int>(zones_.size());
    mapping.name = common::toUtf8(name_->GetValue().Strip(wxString::both));
    return mapping;
}

std::string TableDialog::zone() const {
    const auto at = static_cast<std::size_t>(std::max(0, zone_->GetSelection()));
    return at < zones_.size() ? zones_[at] : session_->zone();
}

void TableDialog::showRelevant(const TableMapping& mapping) {
    const bool asksWay =
        !mapping.has(TableRole::Direction) && !mapping.has(TableRole::From) && mapping.kind != ItemKind::Note;
    direction_->Enable(asksWay);
    directionLabel_->Enable(asksWay);
    unit_->Enable(mapping.has(TableRole::Duration));
    unitLabel_->Enable(mapping.has(TableRole::Duration));
}

void TableDialog::showPreview() {
    const TableMapping now = mapping();
    showRelevant(now);
    const auto rows = core::import::previewTable(*sample_, now, zone(), core::base::Clock().nowMs());
    preview_->DeleteAllItems();
    bool isOpen = false;
    for (const auto& row : rows) {
        const PreviewTexts texts = previewTexts(row, zone(), common::language());
        wxVector<wxVariant> cells;
        for (const wxString& text :
             {texts.row, texts.time, texts.kind, texts.direction, texts.other, texts.text})
            cells.push_back(text);
        preview_->AppendItem(cells);
        if (!row.record) continue;
        for (const auto& issue : row.record->issues)
            isOpen = isOpen || (issue.code == core::model::IssueCode::DoubtfulTime &&
                                (issue.detail == "day/month" || issue.detail == "order"));
    }
    wxString text =
        now.has(TableRole::Date) ? previewSummary(rows) : _("Say first which column has the date.");
    if (isOpen) text += " " + _("Dates like 03/04 can be read in two ways here: choose which.");
    say(text);
    read_->Enable(
        std::any_of(rows.begin(), rows.end(), [](const auto& row) { return row.record.has_value(); }));
}

void TableDialog::read() {
    if (job_.isRunning() || !sample_) return;
    read_->Disable();
    close_->SetLabel(_("Stop"));
    gauge_->Show();
    Layout();
    job_ = common::runJob(
        this,
        [session = session_, source = source_.id, said = mapping(), zone = zone()](
            core::base::Progress& progress) { return session->readTable(source, said, zone, progress); },
        [this](common::Outcome<core::import::ImportReport> outcome) { finished(std::move(outcome)); });
    job_.onProgress([this](const core::base::Progress& progress) {
        if (progress.total() > 0)
            gauge_->SetValue(
                static_cast<int>(1000 * std::min(progress.done(), progress.total()) / progress.total()));
    });
}

void TableDialog::finished(common::Outcome<core::import::ImportReport> outcome) {
    gauge_->Hide();
    close_->SetLabel(_("Cancel"));
    read_->Enable();
    if (!outcome.ok()) return say(whyNotRead(outcome.error()));
    report_ = outcome.value();
    const TableMapping said = mapping();
    try {
        if (!said.name.empty()) session_->editor().saveTableTemplate(said.name, core::import::toJson(said));
    } catch (const core::base::Error&) {
        say(whyNotRead(std::current_exception())); // what was read is in the case all the same
    }
    if (IsModal())
        EndModal(wxID_OK);
    else
        Hide();
}

void TableDialog::say(const wxString& text) {
    summary_->setText(text);
    Layout();
}

wxString TableDialog::summary() const { return summary_->text(); }
void TableDialog::setTemplateName(const wxString& name) { name_->ChangeValue(name); }

void TableDialog::setKind(ItemKind kind) {
    kind_->SetSelection(placeIn(kKinds, kind));
    showPreview();
}

void TableDialog::setDirection(Direction direction) {
    direction_->SetSelection(placeIn(kDirections, direction));
    showPreview();
}

void TableDialog::close() {
    if (job_.isRunning() && gauge_->IsShown())
        job_.cancel();
    else if (IsModal())
        EndModal(wxID_CANCEL);
    else
        Hide();
}

} // namespace ui::import
