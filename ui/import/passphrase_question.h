// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Carries the question for the passphrase of a sealed file from the thread that reads to the window and the
// answer back, and remembers both: what opened a file in the preview opens it in the import, and where she
// had none she is not asked again. Not the field she writes it in: passphrase_page.h.

#include "core/base/progress.h"
#include "core/base/secret_text.h"

#include <condition_variable>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <set>
#include <string>

namespace ui::import {

class PassphraseQuestion : public std::enable_shared_from_this<PassphraseQuestion> {
public:
    using Show = std::function<void(const std::string& fileName, bool isAgain)>;
    explicit PassphraseQuestion(Show show) : show_(std::move(show)) {}

    // On the reading thread: waits for the answer, for the end of the work (throws Error(Cancelled)) or of
    // the window. None: she has no passphrase.
    std::optional<core::base::SecretText> ask(const std::string& fileName, bool isAgain,
                                              const core::base::Progress& progress);

    // On the main thread.
    void answer(std::optional<core::base::SecretText> passphrase);
    void forgetRefusals(); // the files are looked at anew
    void close();          // the window goes: nobody answers any more

private:
    std::optional<core::base::SecretText> remembered(const std::string& fileName, bool isAgain);

    std::mutex mutex_;
    std::condition_variable answered_;
    Show show_; // main thread only
    std::map<std::string, core::base::SecretText> known_;
    std::set<std::string> refused_;
    std::optional<core::base::SecretText> answer_;
    bool isAnswered_ = false, isClosed_ = false;
};

} // namespace ui::import
