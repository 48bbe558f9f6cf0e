// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/wx_main.h"

#include <chrono>
#include <cstdlib>
#include <thread>

#include <catch2/catch_session.hpp>
#include <catch2/catch_test_macros.hpp>
#include <wx/app.h>
#include <wx/evtloop.h>
#include <wx/frame.h>
#include <wx/image.h>
#include <wx/sizer.h>

namespace {

bool testsRun = false;
int argumentCount = 0;
char** arguments = nullptr; // as main() got them: wx keeps them as wide strings

void failOnAssert(const wxString& file, int line, const wxString& function, const wxString& condition,
                  const wxString& message) {
    const wxString text = wxString() << "wx: " << condition << " " << message << " in " << function << ", "
                                     << file << ":" << line;
    if (testsRun) {
        FAIL_CHECK(text.utf8_string());
    } else {
        std::fputs((text.utf8_string() + "\n").c_str(), stderr);
    }
}

class TestApp : public wxApp {
public:
    bool OnInit() override { // the arguments are Catch2's, not wx's
        wxSetAssertHandler(failOnAssert);
        wxInitAllImageHandlers();
        SetExitOnFrameDelete(false);
        return true;
    }

    int OnRun() override {
        wxGUIEventLoop loop;
        const wxEventLoopActivator activator(&loop);
        Catch::Session session;
        if (const int wrong = session.applyCommandLine(argumentCount, arguments); wrong != 0) return wrong;
        testsRun = true;
        const int result = session.run();
        testsRun = false;
        return result;
    }
};

} // namespace

wxIMPLEMENT_APP_NO_MAIN(TestApp);

int main(int argc, char** argv) {
    argumentCount = argc;
    arguments = argv;
    int none = 1; // wx and GTK are not to read Catch2's options
    return wxEntry(none, argv);
}

namespace tests {

void pump() {
    for (int i = 0; i < 5; ++i) {
        wxYield();
        while (wxTheApp->HasPendingEvents()) wxTheApp->ProcessPendingEvents();
    }
}

bool waitFor(const std::function<bool()>& condition, int timeoutMs) {
    const auto end = std::chrono::steady_clock::now() + std::chrono::milliseconds(timeoutMs);
    for (;;) {
        pump();
        if (condition()) return true;
        if (std::chrono::steady_clock::now() > end) return false;
        std::this_thread::sleep_for(std::chrono::milliseconds(5));
    }
}

TestFrame::TestFrame(wxSize client) : frame_(new wxFrame(nullptr, wxID_ANY, "test")) {
    frame_->SetClientSize(client);
    frame_->Show();
    pump();
}

TestFrame::~TestFrame() {
    frame_->Destroy();
    pump();
}

void TestFrame::fill(wxWindow* window) const {
    auto* sizer = new wxBoxSizer(wxVERTICAL);
    sizer->Add(window, 1, wxEXPAND);
    frame_->SetSizer(sizer);
    frame_->Layout();
    waitFor([&] { return window->GetClientSize() == frame_->GetClientSize(); });
}

void keepPicture(const wxBitmap& bitmap, const std::string& name) {
    const char* folder = std::getenv("LOGBOG_TEST_PICTURES");
    if (folder == nullptr) return;
    bitmap.ConvertToImage().SaveFile(wxString::FromUTF8(std::string(folder) + "/" + name + ".png"),
                                     wxBITMAP_TYPE_PNG);
}

} // namespace tests
