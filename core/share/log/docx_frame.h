// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What every Word document needs around its text: the parts of the package (ECMA-376), styles, page, footer,
// and properties that name neither a person nor a program. Not the text itself.

#include "core/share/log/log_docx.h"

namespace core::share::log {

struct DocxFrame {
    std::string title;
    std::string pageOf; // "Side %1 af %2"
    base::Language language = base::Language::Danish;
};

std::string xmlText(std::string_view text);

// `body`: paragraphs and tables of WordprocessingML.
DocxParts docxFrame(const DocxFrame& frame, const std::string& body);

} // namespace core::share::log
