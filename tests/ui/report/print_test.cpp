// SPDX-License-Identifier: GPL-3.0-or-later
// Pages on their way to a printer: into a file by the printing system itself, and drawn as Windows will.
#include "tests/support/temp_folder.h"
#include "tests/support/wx_main.h"
#include "tests/ui/dialogs/open_session.h"
#include "ui/common/settings.h"
#include "ui/report/preview/preview_window.h"
#include "ui/report/print_pages.h"

#include <catch2/catch_test_macros.hpp>
#include <wx/button.h>
#include <wx/dcmemory.h>
#include <wx/frame.h>
#include <wx/image.h>

using namespace ui::report;
using tests::OpenSession;
using tests::TestFrame;
using tests::waitFor;

namespace {

constexpr int kWorkMs = 30'000;

core::share::ReportOptions options() {
    core::share::ReportOptions options;
    options.language = core::base::Language::English;
    options.assetsFolder = LOGBOG_ASSETS;
    return options;
}

std::shared_ptr<const core::share::PdfPages> pagesOf(const std::string& pdf) {
    const auto file = std::make_shared<core::pdf::OutputFile>(core::pdf::OutputFile::inMemory());
    file->write(pdf);
    return std::make_shared<const core::share::PdfPages>(file);
}

// The toolkit's printer for files, as if it were one of paper.
class AsPaper : public NativePrint {
public:
    explicit AsPaper(NativePrintPtr file) : file_(std::move(file)) {}
    std::vector<core::share::PageRange> ranges() const override { return file_->ranges(); }
    void send(const core::share::PrintReport& print, std::function<void(const wxString&)> done) override {
        file_->send(print, std::move(done));
    }

private:
    NativePrintPtr file_;
};

} // namespace

TEST_CASE("a printed file holds the chosen pages of the PDF itself, and stands in the history", "[ui]") {
    const OpenSession open;
    const auto out = open.folder.path() / "print.pdf";
    const auto printer = printerInto(out.string(), {{0, 1}});
    if (!printer) SKIP("the toolkit has no printer for files here");
    ui::common::setLanguage(core::base::Language::English);
    const TestFrame frame;
    auto* window = new PreviewWindow(frame.get(), open.session, options());
    window->Show();
    REQUIRE(waitFor([&] { return window->FindWindow(wxID_PRINT)->IsEnabled(); }, kWorkMs));
    window->FindWindow(wxID_PRINT)->SetFocus();
    window->print(std::make_shared<AsPaper>(printer));
    REQUIRE(waitFor([&] { return !window->isPrinting(); }, kWorkMs));
    CHECK(wxWindow::FindFocus() == window->canvas()); // the keys are heard again: Esc closes
    CHECK(window->message() == "2 pages were handed to the printer. They stand in the history.");
    const auto pages = pagesOf(tests::readFile(out));
    CHECK(pages->count() == 2);
    CHECK(pages->text(0).find("Log form") != std::string::npos);
    const auto event = open.session->reader().custody(0).front();
    CHECK(event.action == "export");
    CHECK(event.subject == "Log form");
    CHECK(event.detail.find("\"print-full\"") != std::string::npos);
    window->Destroy();
    tests::pump();
    ui::common::setLanguage(core::base::Language::Danish);
}

TEST_CASE("a print that did not get there is entered as such", "[ui]") {
    const OpenSession open;
    const auto printer = printerInto((open.folder.path() / "no such folder" / "print.pdf").string(), {});
    if (!printer) SKIP("the toolkit has no printer for files here");
    const TestFrame frame;
    auto* window = new PreviewWindow(frame.get(), open.session, options());
    window->Show();
    REQUIRE(waitFor([&] { return window->FindWindow(wxID_PRINT)->IsEnabled(); }, kWorkMs));
    window->FindWindow(wxID_PRINT)->SetFocus();
    window->print(std::make_shared<AsPaper>(printer));
    REQUIRE(waitFor([&] { return !window->isPrinting(); }, kWorkMs));
    CHECK(open.session->reader().custody(0).front().action == "export-failed");
    window->Destroy();
    tests::pump();
}

TEST_CASE("nothing is printed into a file, where it would lie unlocked", "[ui]") {
    const OpenSession open;
    const auto out = open.folder.path() / "print.pdf";
    const auto printer = printerInto(out.string(), {});
    if (!printer) SKIP("the toolkit has no printer for files here");
    const TestFrame frame;
    auto* window = new PreviewWindow(frame.get(), open.session, options());
    window->Show();
    REQUIRE(waitFor([&] { return window->FindWindow(wxID_PRINT)->IsEnabled(); }, kWorkMs));
    const auto events = open.session->reader().custody(0).size();
    window->print(printer);
    CHECK_FALSE(window->isPrinting());
    CHECK_FALSE(window->message().empty());
    CHECK_FALSE(std::filesystem::exists(out));
    CHECK(open.session->reader().custody(0).size() == events);
    window->Destroy();
    tests::pump();
}

TEST_CASE("pages are drawn on paper as large as it allows, on their side where they lie across", "[ui]") {
    const TestFrame frame;
    const OpenSession open;
    core::base::Progress progress;
    const auto pages = open.session->previewReport(options(), progress);
    PagesPrintout printout("x", pages);
    int first = 0, last = 0, from = 0, to = 0;
    printout.GetPageInfo(&first, &last, &from, &to);
    CHECK(first == 1);
    CHECK(last == pages->count());
    CHECK_FALSE(printout.HasPage(0));
    CHECK_FALSE(printout.HasPage(pages->count() + 1));
    for (int page = 1; page <= pages->count(); ++page) {
        wxBitmap paper(420, 594);
        wxMemoryDC dc(paper);
        dc.SetBackground(*wxWHITE_BRUSH);
        dc.Clear();
        printout.SetDC(&dc);
        CHECK(printout.OnPrintPage(page));
        dc.SelectObject(wxNullBitmap);
        const wxImage image = paper.ConvertToImage();
        int ink = 0;
        for (int y = 0; y < 594; y += 2)
            for (int x = 0; x < 420; x += 2) ink += image.GetRed(x, y) < 160 ? 1 : 0;
        CHECK(ink > 20);
        CHECK_FALSE(printout.OnPrintPage(pages->count() + 1));
    }
}
