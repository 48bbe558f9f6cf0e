// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Finishes an assembled PDF with libqpdf: the bytes of its streams, metadata, named places and links, and
// writes and checks the file. Not the making of objects: assemble.h.

#include "core/base/progress.h"
#include "core/pdf/document_parts.h"
#include "core/pdf/haru.h"
#include "core/pdf/output_file.h"

namespace core::pdf {

// Throws base::Error. Flushes and reads back; giving the file its name is the caller's.
void finish(const std::string& assembled, const StreamTable& streams, const DocumentParts& parts,
            OutputFile& file, base::Progress& progress);

} // namespace core::pdf
