// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/share/target.h"

#include "core/base/error.h"

namespace core::share {

namespace fs = std::filesystem;

fs::path exportTarget(const fs::path& out, const fs::path& caseFolder) {
    const fs::path target = out.has_filename() ? out : out.parent_path();
    std::error_code error;
    const fs::path inside = fs::weakly_canonical(fs::absolute(target), error)
                                .lexically_relative(fs::weakly_canonical(fs::absolute(caseFolder), error));
    if (target.empty() || (!inside.empty() && *inside.begin() != ".."))
        throw base::Error(base::ErrorCode::InvalidInput, "an export cannot lie in the folder of the case",
                          out.string());
    return target;
}

} // namespace core::share
