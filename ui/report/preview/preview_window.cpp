// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/report/preview/preview_window.h"

#include "ui/common/error_text.h"
#include "ui/common/labels.h"
#include "ui/common/to_wx.h"
#include "ui/form/parts.h"

#include <algorithm>
#include <array>

#include <wx/button.h>
#include <wx/choice.h>
#include <wx/display.h>
#include <wx/gauge.h>
#include <wx/intl.h>
#include <wx/srchctrl.h>
#include <wx/textctrl.h>

namespace ui::report {

using common::kGap;
using common::kGroupGap;
using core::share::PageHit;
using core::share::PdfPages;

namespace {

constexpr std::array<int, 7> kPercents{50, 75, 100, 125, 150, 200, 300};
constexpr int kFits = 2; // choices before the percents: width, page
constexpr int kGaugeRange = 1000;
constexpr int kSmallWidthDip = 150;

} // namespace

PreviewWindow::PreviewWindow(wxWindow* parent, common::SessionPtr session, core::share::ReportOptions options)
    : DialogBase(parent, _("Pages"), _("The pages before they leave")), session_(std::move(session)),
      options_(std::move(options)) {
    build();
    make();
}

PreviewWindow::~PreviewWindow() {
    makeJob_.cancel();
    searchJob_.cancel();
    printJob_.cancel();
}

void PreviewWindow::build() {
    setSubheading(
        _("Only to look at: exhibits get their numbers for good when the PDF is saved or printed. What is "
          "printed has no password."));
    content()->Add(buildBar(), wxSizerFlags().Expand());
    auto* pages = new wxBoxSizer(wxHORIZONTAL);
    small_ = new PageCanvas(this, PageCanvas::Kind::Small);
    small_->SetMinSize({FromDIP(kSmallWidthDip), -1});
    canvas_ = new PageCanvas(this, PageCanvas::Kind::Reading);
    pages->Add(small_, wxSizerFlags().Expand());
    pages->Add(canvas_, wxSizerFlags(1).Expand().Border(wxLEFT, FromDIP(kGap)));
    content()->Add(pages, wxSizerFlags(1).Expand().Border(wxTOP, FromDIP(kGap)));
    gauge_ = new wxGauge(this, wxID_ANY, kGaugeRange);
    content()->Add(gauge_, wxSizerFlags().Expand().Border(wxTOP, FromDIP(kGap)));
    message_ = new form::WrapText(this, "");
    content()->Add(message_, wxSizerFlags().Expand().Border(wxTOP, FromDIP(kGap)));

    canvas_->onPage([this](int page) { pageShown(page); });
    small_->onPage([this](int page) { canvas_->goTo(page); });
    close_ = addButton(wxID_CANCEL, _("Close"));
    print_ = addButton(wxID_PRINT, _("Print..."), true);
    print_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) {
        print(askPrinter(this, {pages_->count(), canvas_->currentPage()}));
    });
    Bind(wxEVT_CHAR_HOOK, &PreviewWindow::onKey, this);
    const wxSize screen = wxDisplay(wxDisplay::GetFromWindow(GetParent()) == wxNOT_FOUND
                                        ? 0U
                                        : static_cast<unsigned>(wxDisplay::GetFromWindow(GetParent())))
                              .GetClientArea()
                              .GetSize();
    const wxSize most = ToDIP(screen);
    finish({std::min(1180, most.x - 60), std::min(860, most.y - 80)}, canvas_);
}

wxSizer* PreviewWindow::buildBar() {
    bar_ = new wxPanel(this);
    auto* row = new wxBoxSizer(wxHORIZONTAL);
    const auto add = [&](wxWindow* control, int gap) {
        row->Add(control, wxSizerFlags().CenterVertical().Border(wxRIGHT, FromDIP(gap)));
    };
    add(common::makeText(bar_, _("Page")), kGap);
    pageField_ = new wxTextCtrl(bar_, wxID_ANY, "", wxDefaultPosition, {6 * GetCharWidth() + FromDIP(16), -1},
                                wxTE_PROCESS_ENTER);
    form::nameControl(pageField_, _("Page"));
    add(pageField_, kGap);
    pageCount_ = common::makeText(bar_, "");
    add(pageCount_, common::kDialogMargin);
    zoom_ = new wxChoice(bar_, wxID_ANY);
    zoom_->Append(_("Whole width"));
    zoom_->Append(_("Whole page"));
    for (const int percent : kPercents) zoom_->Append(wxString::Format(_("%d %%"), percent));
    zoom_->SetSelection(0);
    form::nameControl(zoom_, _("Size"));
    add(zoom_, common::kDialogMargin);
    row->AddStretchSpacer();
    searchText_ = common::makeMuted(bar_, "");
    add(searchText_, kGap);
    search_ = new wxSearchCtrl(bar_, wxID_ANY, "", wxDefaultPosition, {FromDIP(240), -1}, wxTE_PROCESS_ENTER);
    search_->SetDescriptiveText(_("Find in the pages"));
    form::nameControl(search_, _("Find in the pages"));
    row->Add(search_, wxSizerFlags().CenterVertical());
    bar_->SetSizer(row);
    pageField_->Bind(wxEVT_TEXT_ENTER, [this](wxCommandEvent&) { goToTyped(); });
    zoom_->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) { zoomChosen(); });
    search_->Bind(wxEVT_TEXT_ENTER, [this](wxCommandEvent&) { find(); });
    search_->Bind(wxEVT_SEARCH, [this](wxCommandEvent&) { find(); });
    auto* outer = new wxBoxSizer(wxVERTICAL);
    outer->Add(bar_, wxSizerFlags().Expand());
    return outer;
}

void PreviewWindow::make() {
    bar_->Disable();
    print_->Disable();
    message_->setText(_("The pages are being made..."));
    makeJob_ = common::runJob(
        this,
        [session = session_, options = options_](core::base::Progress& progress) {
            return session->previewReport(options, progress);
        },
        [this](common::Outcome<std::shared_ptr<const PdfPages>> outcome) {
            gauge_->Hide();
            if (!outcome.ok()) return say(common::errorText(outcome.error()));
            made(std::move(outcome.value()));
        });
    makeJob_.onProgress([this](const core::base::Progress& progress) {
        if (progress.total() == 0) return gauge_->Pulse();
        const double part = static_cast<double>(progress.done()) / static_cast<double>(progress.total());
        gauge_->SetValue(static_cast<int>(std::min(1.0, part) * kGaugeRange));
    });
}

void PreviewWindow::made(std::shared_ptr<const PdfPages> pages) {
    pages_ = std::move(pages);
    store_ = std::make_shared<PageStore>(this, pages_);
    message_->Hide();
    bar_->Enable();
    print_->Enable();
    pageCount_->SetLabelText(wxString::Format(_("of %s"), common::count(pages_->count())));
    Layout();
    canvas_->show(store_);
    small_->show(store_);
    pageShown(0);
    canvas_->SetFocus();
}

void PreviewWindow::pageShown(int page) {
    pageField_->ChangeValue(wxString::Format("%d", page + 1));
    small_->mark(page);
}

void PreviewWindow::goToTyped() {
    long number = 0;
    if (pageField_->GetValue().ToLong(&number) && pages_)
        canvas_->goTo(static_cast<int>(std::clamp<long>(number, 1, pages_->count())) - 1);
    pageShown(std::max(0, canvas_->currentPage()));
    pageField_->SelectAll();
}

void PreviewWindow::zoomChosen() {
    const int chosen = zoom_->GetSelection();
    if (chosen < kFits) return canvas_->setZoom(chosen == 0 ? Zoom::Width : Zoom::Page);
    canvas_->setZoom(Zoom::Fixed, kPercents[static_cast<std::size_t>(chosen - kFits)]);
}

// From what is shown to the next percent above or below it.
void PreviewWindow::zoomBy(int steps) {
    const double now = canvas_->percent();
    int chosen = 0;
    if (steps > 0) {
        while (chosen + 1 < static_cast<int>(kPercents.size()) &&
               kPercents[static_cast<std::size_t>(chosen)] <= now + 1)
            ++chosen;
    } else {
        chosen = static_cast<int>(kPercents.size()) - 1;
        while (chosen > 0 && kPercents[static_cast<std::size_t>(chosen)] >= now - 1) --chosen;
    }
    zoom_->SetSelection(chosen + kFits);
    zoomChosen();
}

void PreviewWindow::find() {
    const wxString words = search_->GetValue().Strip(wxString::both);
    if (!pages_ || words.empty()) return found({});
    if (words == searched_ && !searchJob_.isRunning()) return step(1);
    searched_ = words;
    searchJob_.cancel();
    searchText_->SetLabelText(_("Looking..."));
    bar_->Layout();
    searchJob_ = common::runJob(
        this,
        [pages = pages_, text = common::toUtf8(words)](core::base::Progress& progress) {
            std::vector<PageHit> hits;
            for (int page = 0; page < pages->count(); ++page) {
                progress.throwIfCancelled();
                for (const PageHit& hit : pages->find(page, text)) hits.push_back(hit);
            }
            return hits;
        },
        [this, words](common::Outcome<std::vector<PageHit>> outcome) {
            if (outcome.ok() && words == searched_) found(std::move(outcome.value()));
        });
}

void PreviewWindow::found(std::vector<PageHit> hits) {
    hits_ = std::move(hits);
    canvas_->setHits(hits_);
    if (hits_.empty()) {
        if (search_->GetValue().empty()) searched_.clear();
        searchText_->SetLabelText(searched_.empty() ? wxString() : _("Not found"));
        bar_->Layout();
        return;
    }
    const int page = canvas_->currentPage();
    const auto first =
        std::find_if(hits_.begin(), hits_.end(), [&](const PageHit& h) { return h.page >= page; });
    showHit(first == hits_.end() ? 0 : static_cast<std::size_t>(first - hits_.begin()));
}

void PreviewWindow::step(int by) {
    if (hits_.empty()) return;
    const auto count = static_cast<int>(hits_.size());
    showHit(static_cast<std::size_t>((static_cast<int>(hit_) + by + count) % count));
}

void PreviewWindow::showHit(std::size_t hit) {
    hit_ = hit;
    searchText_->SetLabelText(wxString::Format(_("%s of %s"), common::count(static_cast<int>(hit) + 1),
                                               common::count(static_cast<int>(hits_.size()))));
    bar_->Layout();
    canvas_->showHit(hits_[hit]);
}

wxString PreviewWindow::message() const { return message_->text(); }

void PreviewWindow::say(const wxString& text) {
    message_->Show();
    message_->setText(text);
    Layout();
}

void PreviewWindow::onKey(wxKeyEvent& event) {
    const int key = event.GetKeyCode();
    if (event.GetModifiers() == wxMOD_CONTROL && pages_) {
        if (key == 'F') return search_->SetFocus();
        if (key == 'G') return pageField_->SetFocus();
        if (key == 'P' && print_->IsEnabled()) {
            wxCommandEvent press(wxEVT_BUTTON, wxID_PRINT);
            press.SetEventObject(print_);
            return print_->GetEventHandler()->AddPendingEvent(press);
        }
        if (key == '+' || key == WXK_NUMPAD_ADD) return zoomBy(1);
        if (key == '-' || key == WXK_NUMPAD_SUBTRACT) return zoomBy(-1);
        if (key == '0' || key == WXK_NUMPAD0) {
            zoom_->SetSelection(0);
            return zoomChosen();
        }
    }
    if (key == WXK_F3) return step(event.ShiftDown() ? -1 : 1);
    event.Skip();
}

} // namespace ui::report
