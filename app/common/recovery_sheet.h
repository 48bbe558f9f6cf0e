// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The recovery sheet as a file: what is said on it, in Danish and English on one page, since whoever keeps it
// may read only one of them. Not the code's making: core/store/recovery_code.h. The sheet is readable where
// it is saved; it is meant to be printed.

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

namespace app {

struct RecoverySheet {
    std::string label, zone; // of the case
    std::int64_t nowMs = 0;
};

// `code`: groups with blanks between them. Throws core::base::Error.
void writeRecoverySheet(const RecoverySheet& sheet, std::string_view code,
                        const std::filesystem::path& localeFolder, const std::filesystem::path& out);

} // namespace app
