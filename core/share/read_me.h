// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// LÆSMIG.txt (README.txt of an English edition): what lies in a package and how to check it with the
// computer's own tools. In Danish and English both, that of the edition first: the reader is not known.
// Nothing but the manifest is in it, so that a changed one can be told.

#include "core/share/manifest.h"

#include <string>

namespace core::share {

std::string readMeName(const Manifest& manifest);
// Of a manifest that outlives it.
LongText packageReadMe(const Manifest& manifest, const std::string& manifestSha256);

} // namespace core::share
