// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// LÆSMIG.txt of a package: what lies there and how to check it with the computer's own tools. In Danish and
// English, whatever the language of the report: the reader is not known.

#include "core/share/manifest.h"

#include <string>

namespace core::share {

std::string packageReadMe(const Manifest& manifest, const std::string& manifestSha256);

} // namespace core::share
