// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/report/choices_panel.h"

#include "core/report/form_file.h"
#include "ui/common/controls.h"
#include "ui/common/settings.h"
#include "ui/common/to_wx.h"

#include <algorithm>
#include <array>

#include <wx/button.h>
#include <wx/checkbox.h>
#include <wx/choice.h>
#include <wx/display.h>
#include <wx/intl.h>
#include <wx/textctrl.h>

namespace ui::report {

using common::kGap;
using common::kGroupGap;
using core::base::Language;
using core::base::SecretText;

namespace {

constexpr std::array<int, 4> kAround{0, 1, 2, 5};    // messages
constexpr std::array<int, 4> kParts{0, 10, 25, 100}; // megabytes; 10: what Digital Post takes

constexpr int kScrollStepDip = 20;
constexpr int kTitleBarDip = 40; // of a window that does not know its own yet

template <typename Value>
Value valueOf(const wxChoice* control) {
    return static_cast<Value>(std::max(0, control->GetSelection()));
}

} // namespace

wxSizer* besideEachOther(wxWindow* first, wxWindow* second) {
    auto* row = new wxBoxSizer(wxHORIZONTAL);
    row->Add(first, wxSizerFlags().CenterVertical());
    row->Add(second, wxSizerFlags().CenterVertical().Border(wxLEFT, first->FromDIP(kGroupGap)));
    return row;
}

ChoicesPanel::ChoicesPanel(wxWindow* parent, For what, const ExportChoices& remembered)
    : wxScrolledWindow(parent, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxVSCROLL | wxTAB_TRAVERSAL),
      what_(what) {
    auto* all = new wxBoxSizer(wxVERTICAL);
    grid_ = new form::FormGrid(this);
    all->Add(grid_, wxSizerFlags().Expand());
    SetSizer(all);
    addUsual(remembered);
    addMore(remembered);
    SetScrollRate(0, FromDIP(kScrollStepDip));
    kindChosen();
}

void ChoicesPanel::makeRoom() {
    wxWindow* top = wxGetTopLevelParent(this);
    if (top->GetSizer() == nullptr || !top->GetSizer()->GetItem(this, true)) return; // in the making
    const int all = GetSizer()->GetMinSize().y, least = 3 * grid_->GetMinSize().y / 4;
    SetMinSize({-1, all});
    const wxSize edges = top->GetSize() - top->GetClientSize();
    const wxRect screen = wxDisplay(top).GetClientArea();
    const int tooMuch = top->GetSizer()->GetMinSize().y + edges.y + FromDIP(kTitleBarDip) - screen.height;
    if (tooMuch > 0) SetMinSize({-1, std::max(least, all - tooMuch)});
    const int missing = top->GetSizer()->GetMinSize().y - top->GetClientSize().y;
    if (missing > 0) top->SetSize(top->GetSize() + wxSize(0, missing));
    top->Layout();
    FitInside();
}

wxChoice* ChoicesPanel::addChoice(wxWindow* page, const std::vector<wxString>& words, int chosen,
                                  bool isContent) {
    auto* control = new wxChoice(page, wxID_ANY);
    for (const wxString& word : words) control->Append(word);
    control->SetSelection(chosen);
    control->Bind(wxEVT_CHOICE, [this, isContent](wxCommandEvent&) {
        kindChosen();
        if (changed_) changed_(isContent);
    });
    return control;
}

void ChoicesPanel::addUsual(const ExportChoices& r) {
    if (what_ == For::Report) {
        kind_ = addChoice(this,
                          {_("PDF to read and print"), _("Empty form to fill in by hand (PDF)"),
                           _("Table for a spreadsheet (CSV)"), _("Document to edit (Word)"),
                           _("Data for other programs (JSON)")},
                          static_cast<int>(r.kind), false);
        grid_->addRow(_("As"), kind_, false);
    }
    audience_ = addChoice(this, {_("My adviser"), _("The police")}, static_cast<int>(r.audience), true);
    grid_->addRow(_("For whom"), audience_, false);
    variant_ = addChoice(
        this, {_("Short: overview, examples, log, list of exhibits"), _("All of it, with exhibits")},
        static_cast<int>(r.variant), true);
    grid_->addRow(_("How much"), variant_, false);
    form_ = addChoice(this, {}, 0, true);
    fillForms(r.form);
    order_ = addChoice(this, {_("Order as the form says"), _("Newest first"), _("Oldest first")},
                       static_cast<int>(r.order), false);
    form::nameControl(order_, _("Order"));
    grid_->addRow(_("Form"), besideEachOther(form_, order_), form_);
    language_ = addChoice(this, {_("Danish"), _("English")}, static_cast<int>(r.language), true);
    reviewed_ = new wxCheckBox(this, wxID_ANY, _("I have gone through it for what must not be seen"));
    grid_->addRow(_("Language"), besideEachOther(language_, reviewed_), language_);
}

// A damaged form is left out: the command line says what is wrong with it.
void ChoicesPanel::fillForms(const std::string& wanted) {
    for (const auto& choice : core::report::listForms(common::assetsFolder())) {
        if (!choice.problem.empty()) continue;
        form_->Append(common::toWx(choice.shown.in(common::language())));
        formNames_.push_back(choice.name);
    }
    const auto found = std::find(formNames_.begin(), formNames_.end(), wanted);
    if (!formNames_.empty())
        form_->SetSelection(found == formNames_.end() ? 0 : static_cast<int>(found - formNames_.begin()));
}

void ChoicesPanel::addMore(const ExportChoices& r) {
    more_ = new wxButton(this, wxID_ANY, _("More choices"));
    more_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { showMore(!morePanel_->IsShown()); });
    GetSizer()->Add(more_, wxSizerFlags().Border(wxTOP, FromDIP(kGap)));
    morePanel_ = new wxPanel(this);
    auto* rows = new form::FormGrid(morePanel_);
    addExhibitRows(*rows, r);
    addFileRows(*rows, r);
    addPasswordRows(*rows);
    morePanel_->SetSizer(rows);
    GetSizer()->Add(morePanel_, wxSizerFlags().Expand().Border(wxTOP, FromDIP(kGap)));
    passwordTyped();
    const ExportChoices usual;
    morePanel_->Show(r.partMegabytes != usual.partMegabytes || r.archive != usual.archive ||
                     r.asTable != usual.asTable || r.mailHeaders != usual.mailHeaders ||
                     r.around != usual.around);
    showMore(morePanel_->IsShown());
}

void ChoicesPanel::addExhibitRows(form::FormGrid& rows, const ExportChoices& r) {
    conversations_ = addChoice(morePanel_, {_("As bubbles"), _("As a table, each time with zone and source")},
                               r.asTable ? 1 : 0, false);
    std::vector<wxString> around{_("Nothing around them")};
    for (std::size_t i = 1; i < kAround.size(); ++i)
        around.push_back(wxString::Format(
            wxPLURAL("%d message before and after", "%d messages before and after", kAround[i]), kAround[i]));
    const auto chosen = std::find(kAround.begin(), kAround.end(), r.around);
    around_ = addChoice(
        morePanel_, around,
        static_cast<int>((chosen == kAround.end() ? kAround.end() - 1 : chosen) - kAround.begin()), false);
    form::nameControl(around_, _("Around each message"));
    rows.addRow(_("Conversations"), besideEachOther(conversations_, around_), conversations_);
    mailHeaders_ = new wxCheckBox(morePanel_, wxID_ANY, _("Mails with all headers"));
    mailHeaders_->SetValue(r.mailHeaders);
    rows.addContent(mailHeaders_);
}

void ChoicesPanel::addFileRows(form::FormGrid& rows, const ExportChoices& r) {
    std::vector<wxString> sizes{_("One file")};
    for (std::size_t i = 1; i < kParts.size(); ++i)
        sizes.push_back(wxString::Format(_("Parts of at most %d MB"), kParts[i]));
    const auto part = std::find(kParts.begin(), kParts.end(), r.partMegabytes);
    parts_ = addChoice(morePanel_, sizes, part == kParts.end() ? 0 : static_cast<int>(part - kParts.begin()),
                       false);
    archive_ = addChoice(morePanel_,
                         {_("Not for an archive"), _("For an archive (PDF/A-2b)"),
                          _("For an archive, old programs (PDF/A-1b)")},
                         static_cast<int>(r.archive), false);
    form::nameControl(archive_, _("Archive"));
    rows.addRow(_("Size"), besideEachOther(parts_, archive_), parts_);
}

void ChoicesPanel::showMore(bool shown) {
    morePanel_->Show(shown);
    more_->SetLabel(shown ? _("Fewer choices") : _("More choices"));
    makeRoom();
    if (shown) Scroll(0, CalcUnscrolledPosition(more_->GetPosition()).y / FromDIP(kScrollStepDip));
}

void ChoicesPanel::kindChosen() {
    const ExportKind kind = choices().kind;
    const bool isPdf = kind == ExportKind::Pdf;
    const bool isEmpty = kind == ExportKind::EmptyForm;
    audience_->Enable(!isEmpty);
    variant_->Enable(isPdf);
    order_->Enable(!isEmpty);
    reviewed_->Enable(isPdf);
    if (password_ == nullptr) return; // not all is built yet
    // An archive must be open for all.
    const bool isLocked = !password_->IsEmpty();
    const bool isArchive = archive_->GetSelection() > 0;
    conversations_->Enable(isPdf);
    mailHeaders_->Enable(isPdf);
    around_->Enable(isPdf);
    parts_->Enable(isPdf);
    archive_->Enable(isPdf && !isLocked);
    password_->Enable(isPdf && !isArchive);
    again_->Enable(isPdf && !isArchive);
}

ExportChoices ChoicesPanel::choices() const {
    ExportChoices c;
    if (kind_) c.kind = valueOf<ExportKind>(kind_);
    c.audience = valueOf<core::share::Audience>(audience_);
    c.variant = valueOf<core::share::Variant>(variant_);
    c.language = valueOf<Language>(language_);
    const auto form = valueOf<std::size_t>(form_);
    if (form < formNames_.size()) c.form = formNames_[form];
    c.order = valueOf<Order>(order_);
    c.reviewed = reviewed_->GetValue();
    if (password_ == nullptr) return c; // not all is built yet
    c.asTable = conversations_->GetSelection() == 1;
    c.mailHeaders = mailHeaders_->GetValue();
    c.around = kAround[valueOf<std::size_t>(around_)];
    c.archive = valueOf<core::share::Archive>(archive_);
    c.partMegabytes = kParts[valueOf<std::size_t>(parts_)];
    return c;
}

core::share::ReportOptions ChoicesPanel::options() const {
    const ExportChoices chosen = choices();
    core::share::ReportOptions options = chosen.toOptions();
    options.localeFolder = common::localeFolder();
    options.assetsFolder = common::assetsFolder();
    if (!password_->IsEmpty() && chosen.kind == ExportKind::Pdf &&
        options.output.archive == core::share::Archive::None)
        options.output.password = std::make_shared<const SecretText>(typed(password_));
    return options;
}

} // namespace ui::report
