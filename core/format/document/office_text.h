// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Text, tables, title and dates of a Word (.docx) or OpenDocument text (.odt) that lies in memory.

#include "core/format/document/content.h"

#include <string_view>

namespace core::format::document {

enum class OfficeKind { None, Word, OpenDocument };

// By the first bytes of the zip: the names of its first members.
OfficeKind officeKind(std::string_view head);

// True for what Word makes of a document with a password: no zip any more, but a compound file.
bool isSealedOffice(std::string_view head);

Content readOffice(std::string_view bytes, OfficeKind kind);

} // namespace core::format::document
