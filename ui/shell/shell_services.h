// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What the main window asks of app: opening cases, and what is kept between runs. All but `settings` run on
// workers and throw core::base::Error. Not the open case itself: that is a CaseSession.

#include "core/base/catalog.h"
#include "ui/common/case_session.h"

#include <filesystem>
#include <functional>
#include <optional>
#include <string>

namespace ui::shell {

// Language and window layout; nothing about any case.
struct KeptSettings {
    std::optional<core::base::Language> language; // none: the system's
    int width = 0, height = 0;                    // dip; 0 = default
    bool maximized = false;
    bool sidebar = true, detail = true;
};

struct ShellServices {
    std::function<common::SessionPtr(const std::filesystem::path& folder, const std::string& passphrase,
                                     const std::string& label)>
        createCase;
    std::function<common::SessionPtr(const std::filesystem::path& folder, const std::string& passphrase)>
        openCase;
    // A case of invented material in a folder of its own that goes with the program.
    std::function<common::SessionPtr(core::base::Progress&)> makeSample;
    std::string samplePassphrase; // for the curious: it is shown

    KeptSettings kept;
    std::function<void(const KeptSettings&)> keep;
};

} // namespace ui::shell
