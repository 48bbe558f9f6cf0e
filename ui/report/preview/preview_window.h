// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The pages of the log form as they would leave now: read, searched, printed. Made on a worker; nothing of it
// is on the disk, and no exhibit gets its number by being looked at.

#include "ui/common/case_session.h"
#include "ui/common/dialog_base.h"
#include "ui/common/job.h"
#include "ui/report/preview/page_canvas.h"
#include "ui/report/print_native.h"

#include <vector>

class wxButton;
class wxChoice;
class wxGauge;
class wxSearchCtrl;
class wxTextCtrl;

namespace ui::form {
class WrapText;
}

namespace ui::report {

class PreviewWindow : public common::DialogBase {
public:
    PreviewWindow(wxWindow* parent, common::SessionPtr session, core::share::ReportOptions options);
    ~PreviewWindow() override;

    bool isMaking() const { return makeJob_.isRunning(); }
    bool isSearching() const { return searchJob_.isRunning(); }
    bool isPrinting() const { return isPrinting_; }
    PageCanvas* canvas() const { return canvas_; }
    PageCanvas* small() const { return small_; }
    wxTextCtrl* pageField() const { return pageField_; }
    wxSearchCtrl* searchField() const { return search_; }
    const std::vector<core::share::PageHit>& hits() const { return hits_; }
    wxString message() const;
    void find();                             // the next place of the words in the field
    void step(int by);                       // to another place that was found
    void print(const NativePrintPtr& asked); // after the print dialog; null: it was closed

private:
    void build();
    wxSizer* buildBar();
    void make();
    void made(std::shared_ptr<const core::share::PdfPages> pages);
    void pageShown(int page);
    void goToTyped();
    void zoomChosen();
    void zoomBy(int steps);
    void found(std::vector<core::share::PageHit> hits);
    void showHit(std::size_t hit);
    void sendToPrinter(const NativePrintPtr& printer, const core::share::PrintReport& print);
    void say(const wxString& text);
    void onKey(wxKeyEvent& event);

    common::SessionPtr session_;
    core::share::ReportOptions options_;
    std::shared_ptr<const core::share::PdfPages> pages_;
    std::shared_ptr<PageStore> store_;
    common::Job makeJob_, searchJob_, printJob_;
    std::vector<core::share::PageHit> hits_;
    std::size_t hit_ = 0;
    wxString searched_;
    bool isPrinting_ = false;
    wxPanel* bar_ = nullptr;
    wxTextCtrl* pageField_ = nullptr;
    wxStaticText* pageCount_ = nullptr;
    wxChoice* zoom_ = nullptr;
    wxSearchCtrl* search_ = nullptr;
    wxStaticText* searchText_ = nullptr;
    PageCanvas* small_ = nullptr;
    PageCanvas* canvas_ = nullptr;
    wxGauge* gauge_ = nullptr;
    form::WrapText* message_ = nullptr;
    wxButton* print_ = nullptr;
    wxButton* close_ = nullptr;
};

} // namespace ui::report
