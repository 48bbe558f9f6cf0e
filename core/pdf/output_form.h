// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What kind of PDF is written: plain, locked, or for an archive. Not what it shows.

#include "core/base/secret_text.h"

#include <memory>

namespace core::pdf {

// PDF/A (ISO 19005). A1b knows no transparency: emoji and masks are laid on white.
enum class Archive { None, A2b, A1b };

struct OutputForm {
    Archive archive = Archive::None;
    // Opens the file (AES-256); null or empty: it opens for all. Throws base::Error(InvalidInput) together
    // with an archive, which must open for all.
    std::shared_ptr<const base::SecretText> password = {};

    bool isLocked() const { return password && !password->empty(); }
};

} // namespace core::pdf
