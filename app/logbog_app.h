// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The window program: command line, language, the main window, the nets for exceptions. No logic of a case.

#include "ui/shell/shell_services.h"

#include <wx/app.h>

namespace ui::shell {
class MainFrame;
}

namespace app {

class LogbogApp : public wxApp {
public:
    bool OnInit() override;
    int OnExit() override;
    void OnInitCmdLine(wxCmdLineParser& parser) override;
    bool OnCmdLineParsed(wxCmdLineParser& parser) override;
    bool OnExceptionInMainLoop() override;
    void OnUnhandledException() override;

private:
    void startLanguage(const ui::shell::KeptSettings& kept);
    void openWhatWasAsked();
    void showAsked();
    [[noreturn]] void leave();

    ui::shell::MainFrame* frame_ = nullptr;
    bool sample_ = false;
    wxString language_; // "da", "en", or empty
    wxString case_;
    wxString show_; // a window to begin with, for screenshots
};

} // namespace app
