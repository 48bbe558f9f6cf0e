// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Builds the PDF's objects with libharu: page tree, resources, fonts, pictures, bookmarks. The result lacks
// metadata, names, links and the bytes of its streams: finish.h adds them.

#include "core/base/progress.h"
#include "core/pdf/document_parts.h"
#include "core/pdf/haru.h"

namespace core::pdf {

std::string assemble(const DocumentParts& parts, const PdfFonts& fonts, const FontSet& files,
                     const ImageStore& images, StreamTable& streams, const base::Progress& progress);

} // namespace core::pdf
