// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/common/app_paths.h"

namespace app {

namespace {

std::filesystem::path shareFolder() {
    std::error_code error;
    const auto binary = std::filesystem::read_symlink("/proc/self/exe", error);
    return error ? std::filesystem::path("/usr/share") : binary.parent_path().parent_path() / "share";
}

} // namespace

std::filesystem::path assetsFolder() { return shareFolder() / "logbog"; }
std::filesystem::path localeFolder() { return shareFolder() / "locale"; }

} // namespace app
