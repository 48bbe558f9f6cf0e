// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The forms in which a PDF says what it is: dates and XMP. Not where they are put: finish.cpp.

#include "core/pdf/canvas.h"

namespace core::pdf {

// D:20250503220417+02'00'
std::string pdfDate(std::int64_t ms, int offsetSeconds);
// An XMP packet (ISO 16684-1) that says the same as the Info dictionary.
std::string xmpPacket(const Metadata& metadata, Archive archive = Archive::None);

} // namespace core::pdf
