// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Text, title and dates of a PDF (poppler). Never its pictures or fonts, and nothing that it links to.

#include "core/format/document/content.h"
#include "core/format/document/pdf_lines.h"

#include <functional>
#include <optional>
#include <string_view>
#include <vector>

namespace core::format::document {

// Shown: what no crop box and no edge of the sheet hides. The rest leaves with the file all the same, so it
// is All that is searched.
enum class PdfPart { All, Shown };

// `alive` is called between pages and may throw.
Content readPdf(std::string_view bytes, const std::function<void()>& alive, PdfPart part = PdfPart::All);

// The words that the pages show, in the order of reading, with their places in the lines that are seen; none
// where not all can be read. `alive` as above.
std::optional<std::vector<PdfWord>> readPdfWords(std::string_view bytes, const std::function<void()>& alive);

// "D:20230514213045+02'00'" as ISO 8601; empty for what is none. ISO 32000-1, 7.9.4.
std::string isoOfPdfDate(std::string_view text);

} // namespace core::format::document
