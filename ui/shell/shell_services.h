// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What the main window asks of app: opening cases, and what is kept between runs. All but `settings` run on
// workers and throw core::base::Error. Not the open case itself: that is a CaseSession.

#include "core/base/catalog.h"
#include "core/base/passphrase_doubt.h"
#include "core/base/secret_text.h"
#include "ui/common/case_session.h"

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace ui::shell {

// Language and window layout; nothing about any case.
struct KeptSettings {
    std::optional<core::base::Language> language; // none: the system's
    int width = 0, height = 0;                    // dip; 0 = default
    bool maximized = false;
    bool sidebar = true, detail = true;
};

// Whether what was typed is the code of a recovery sheet, or was meant as one.
struct TypedCode {
    bool isCode = false;
    int wrongGroup = 0; // from 1; 0: none
};

// What opens a case that is open. The passphrase is asked for again: the window does not keep it.
struct KeyServices {
    std::function<TypedCode(std::string_view typed)> readCode; // on any thread, at once
    std::function<void(const common::SessionPtr&, std::string_view present, std::string_view next)>
        changePassphrase;
    std::function<bool(const common::SessionPtr&)> hasRecovery;
    // Makes a new code, with which the case opens from then on: groups with blanks between them.
    std::function<core::base::SecretText(const common::SessionPtr&, std::string_view passphrase)>
        makeRecovery;
    std::function<void(const common::SessionPtr&, std::string_view code, const std::filesystem::path& out)>
        writeRecoverySheet;
    std::function<void(const common::SessionPtr&, std::string_view passphrase)> withdrawRecovery;
};

struct ShellServices {
    std::function<common::SessionPtr(const std::filesystem::path& folder, std::string_view passphrase,
                                     const std::string& label)>
        createCase;
    std::function<common::SessionPtr(const std::filesystem::path& folder, std::string_view passphrase)>
        openCase;
    // With the code of the recovery sheet; `next` is the passphrase from then on.
    std::function<common::SessionPtr(const std::filesystem::path& folder, std::string_view code,
                                     std::string_view next)>
        recoverCase;
    KeyServices keys;
    // A case of invented material in a folder of its own that goes with the program.
    std::function<common::SessionPtr(core::base::Progress&)> makeSample;
    core::base::CommonPasswords commonPasswords;
    std::string samplePassphrase; // for the curious: it is shown

    KeptSettings kept;
    std::function<void(const KeptSettings&)> keep;
};

} // namespace ui::shell
