// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The program's own window, in English, for the tests of the shell. No case is open in it.

#include "tests/support/wx_main.h"
#include "ui/common/settings.h"
#include "ui/shell/main_frame.h"

#include <wx/app.h>

namespace tests {

struct MainFrame {
    MainFrame() {
        ui::common::useUtf8();
        ui::common::setAssetsFolder(LOGBOG_ASSETS);
        ui::common::setLanguage(core::base::Language::English);
        frame = new ui::shell::MainFrame({});
        frame->Show();
        pump();
    }
    MainFrame(const MainFrame&) = delete;
    MainFrame& operator=(const MainFrame&) = delete;
    ~MainFrame() {
        frame->Destroy();
        pump();
        wxTheApp->ProcessIdle();
    }
    ui::shell::MainFrame* frame;
};

} // namespace tests
