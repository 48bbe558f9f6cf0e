// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/import/passphrase_question.h"

#include <chrono>

#include <wx/app.h>

namespace ui::import {

namespace {
constexpr auto kLook = std::chrono::milliseconds(40); // between two looks whether the work is to end

core::base::SecretText copyOf(const core::base::SecretText& secret) {
    return core::base::SecretText(secret.view());
}
} // namespace

// What opened this file before; an answer that did not is forgotten. With the mutex held.
std::optional<core::base::SecretText> PassphraseQuestion::remembered(const std::string& fileName,
                                                                     bool isAgain) {
    if (isAgain) known_.erase(fileName);
    const auto known = known_.find(fileName);
    return known == known_.end() ? std::nullopt : std::optional(copyOf(known->second));
}

std::optional<core::base::SecretText> PassphraseQuestion::ask(const std::string& fileName, bool isAgain,
                                                              const core::base::Progress& progress) {
    {
        const std::lock_guard lock(mutex_);
        if (isClosed_ || refused_.contains(fileName)) return std::nullopt;
        if (auto known = remembered(fileName, isAgain)) return known;
        isAnswered_ = false;
    }
    wxTheApp->CallAfter([weak = weak_from_this(), fileName, isAgain] {
        if (const auto self = weak.lock(); self && self->show_) self->show_(fileName, isAgain);
    });
    std::unique_lock lock(mutex_);
    while (!isAnswered_ && !isClosed_) {
        progress.throwIfCancelled();
        answered_.wait_for(lock, kLook);
    }
    if (!answer_) {
        refused_.insert(fileName);
        return std::nullopt;
    }
    known_.insert_or_assign(fileName, copyOf(*answer_));
    return std::exchange(answer_, std::nullopt);
}

void PassphraseQuestion::answer(std::optional<core::base::SecretText> passphrase) {
    const std::lock_guard lock(mutex_);
    answer_ = std::move(passphrase);
    isAnswered_ = true;
    answered_.notify_all();
}

void PassphraseQuestion::forgetRefusals() {
    const std::lock_guard lock(mutex_);
    refused_.clear();
}

void PassphraseQuestion::close() {
    const std::lock_guard lock(mutex_);
    show_ = nullptr;
    isClosed_ = true;
    answered_.notify_all();
}

} // namespace ui::import
