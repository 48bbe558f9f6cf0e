// SPDX-License-Identifier: GPL-3.0-or-later
// CaseStore::saveCopy: where a copy may go, its entry in the history, and when the next one is due.
#include "core/base/civil.h"
#include "core/base/error.h"
#include "core/base/utf8.h"
#include "core/store/case_copy.h"
#include "core/store/case_state.h"
#include "core/store/disk.h"
#include "core/store/json_text.h"

#include <algorithm>
#include <charconv>

namespace core::store {

namespace fs = std::filesystem;
using base::Error;
using base::ErrorCode;

namespace {

constexpr int kUsualReminder = 30; // days

// Without links, dots and a slash at the end, whether or not it is there.
fs::path plainPath(const fs::path& path) {
    std::error_code error;
    fs::path plain = fs::weakly_canonical(fs::absolute(path, error), error);
    if (error) plain = fs::absolute(path, error).lexically_normal();
    return plain.has_filename() ? plain : plain.parent_path();
}

bool isWithin(const fs::path& path, const fs::path& folder) {
    return std::mismatch(folder.begin(), folder.end(), path.begin(), path.end()).first == folder.end();
}

std::int64_t numberOf(const std::string& text, std::int64_t otherwise) {
    std::int64_t value = 0;
    const auto end = std::from_chars(text.data(), text.data() + text.size(), value);
    return !text.empty() && end.ec == std::errc() ? value : otherwise;
}

void throwIfUnfit(CaseStore::CopyPlace place, const fs::path& target) {
    using Place = CaseStore::CopyPlace;
    const std::string subject = target.string();
    switch (place) {
    case Place::New:
    case Place::Earlier:
        return;
    case Place::InsideCase:
        throw Error(ErrorCode::InvalidInput, "a copy cannot lie inside the case, nor the case in it",
                    subject);
    case Place::OtherCase:
        throw Error(ErrorCode::Exists, "there is another case in that folder", subject);
    case Place::NotEmpty:
        throw Error(ErrorCode::Exists, "the folder is not empty and no copy of this case", subject);
    case Place::NotThere:
        throw Error(ErrorCode::NotFound, "there is no folder to make the copy in", subject);
    }
}

} // namespace

CaseStore::CopyPlace CaseStore::copyPlace(const fs::path& target) const {
    const fs::path place = plainPath(target);
    std::error_code error;
    if (target.empty() || !fs::is_directory(place.parent_path(), error)) return CopyPlace::NotThere;
    if (isWithin(place, state_->folder) || isWithin(state_->folder, place)) return CopyPlace::InsideCase;
    if (!fs::exists(place, error)) return CopyPlace::New;
    if (!fs::is_directory(place, error)) return CopyPlace::NotEmpty;
    if (listFolder(place).empty()) return CopyPlace::New;
    const bool isCase = fs::exists(place / "keys", error) || fs::exists(place / "keys.bak", error);
    if (!isCase) return CopyPlace::NotEmpty;
    return isOfThisCase(place, *state_->marksKey) ? CopyPlace::Earlier : CopyPlace::OtherCase;
}

CaseStore::CopyResult CaseStore::saveCopy(const fs::path& target, base::Progress& progress) {
    const CopyPlace kind = copyPlace(target);
    throwIfUnfit(kind, target);
    const fs::path place = plainPath(target);
    const auto connection = connect();
    const CopySource source{state_->folder, *state_->databaseKey, *state_->marksKey, *state_->vault,
                            *connection};
    CopyResult result = CaseCopy(source, place, kind == CopyPlace::New, progress).make();

    WriteTransaction transaction(state_->writeGate, *connection);
    connection->prepare("INSERT OR REPLACE INTO setting VALUES ('last_copy_ms', ?)")
        .with(std::to_string(state_->clock.nowMs()))
        .run();
    appendCustody(*connection, state_->clock, "copy", "case",
                  jsonObject({{"name", base::repairUtf8(place.filename().string())},
                              {"entries", std::to_string(result.entries)},
                              {"head", result.head},
                              {"originals", std::to_string(result.originals)},
                              {"copied", std::to_string(result.copied)},
                              {"bytes", std::to_string(result.bytes)},
                              {"faults", std::to_string(result.faults.size())}}));
    transaction.commit();
    return result;
}

std::optional<std::int64_t> CaseStore::lastCopyMs() const {
    const std::int64_t last = numberOf(setting("last_copy_ms"), -1);
    return last < 0 ? std::nullopt : std::optional(last);
}

int CaseStore::copyReminderDays() const {
    return static_cast<int>(numberOf(setting("copy_reminder_days"), kUsualReminder));
}

void CaseStore::setCopyReminderDays(int days) {
    const auto connection = connect();
    WriteTransaction transaction(state_->writeGate, *connection);
    connection->prepare("INSERT OR REPLACE INTO setting VALUES ('copy_reminder_days', ?)")
        .with(std::to_string(days))
        .run();
    transaction.commit();
}

bool CaseStore::isCopyDue() const {
    const int days = copyReminderDays();
    const std::int64_t since = lastCopyMs().value_or(numberOf(setting("created_ms"), 0));
    return days > 0 && state_->clock.nowMs() - since >= days * base::kDayMs;
}

} // namespace core::store
