// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// A colour profile (ICC.1:2001, version 2.4) of the sRGB space, which a PDF for an archive must bring along.

#include <string>

namespace core::pdf {

std::string srgbProfile();

} // namespace core::pdf
