// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Where the program finds what it ships, seen from its own binary: BIN/../share. The same in the build
// folder, in an installed package and on a stick. Not where the user's data is: she chooses that.

#include <filesystem>

namespace app {

std::filesystem::path assetsFolder(); // share/logbog: icons, logskema, sample
std::filesystem::path localeFolder(); // share/locale: da/LC_MESSAGES/logbog.mo

} // namespace app
