// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Text, title and dates of a Word document as it was before 2007 ([MS-DOC], .doc of Word 97 to 2003). Not its
// layout, pictures or headers, and nothing of Word 6 and 95 but that it is one.

#include "core/base/byte_source.h"
#include "core/format/document/content.h"

namespace core::format::document {

// Whether there is such a document in the compound file.
bool isWordBinary(base::SeekableSource& source);

Content readWordBinary(base::SeekableSource& source);

} // namespace core::format::document
