// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Puts foreign pages that were drawn on a canvas into the finished PDF, each once. Internal to core/pdf.

#include "core/pdf/document_parts.h"

#include <memory>
#include <vector>

#include <qpdf/QPDF.hh>

namespace core::pdf {

inline constexpr const char* kForeignPagesKey = "/LogbogPages"; // of the root that readForeignPages writes

// What is returned must live until the PDF is written: the bytes are still there.
std::vector<std::shared_ptr<QPDF>> placeForeignPages(QPDF& pdf, const DocumentParts& parts);

} // namespace core::pdf
