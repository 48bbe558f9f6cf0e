// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Text, title and dates of a PDF (poppler). Never its pictures or fonts, and nothing that it links to.

#include "core/format/document/content.h"

#include <functional>
#include <string_view>

namespace core::format::document {

// `alive` is called between pages and may throw.
Content readPdf(std::string_view bytes, const std::function<void()>& alive);

// "D:20230514213045+02'00'" as ISO 8601; empty for what is none. ISO 32000-1, 7.9.4.
std::string isoOfPdfDate(std::string_view text);

} // namespace core::format::document
