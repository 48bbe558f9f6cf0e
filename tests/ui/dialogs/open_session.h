// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// A real case with a few invented messages, open as the windows see it. Not the window program.

#include "app/store_session.h"
#include "core/base/clock.h"
#include "tests/support/temp_folder.h"

#include <filesystem>
#include <memory>
#include <string>

class wxWindow;

namespace tests {

// 2025-05-03 22:04 in Copenhagen.
inline constexpr std::int64_t kFirstMessageMs = 1'746'302'640'000;

class OpenSession {
public:
    OpenSession(); // twelve messages and three unanswered calls of one evening, from +45 20 11 09 17
    std::filesystem::path writeExport() const;
    void sayWhoTheOffenderIs();

    TempFolder folder;
    core::base::Clock clock;
    std::shared_ptr<app::StoreSession> session;
};

// What is on the screen of that window, into the pictures folder (wx_main.h); nothing without it.
void keepWindow(wxWindow* window, const std::string& name);

} // namespace tests
