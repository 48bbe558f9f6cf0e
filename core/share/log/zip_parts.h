// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Parts of an office document as the zip it is. Not the package for an adviser: core/share/package_writer.h.

#include "core/pdf/output_file.h"
#include "core/share/log/log_docx.h"

namespace core::share::log {

// No times and no owners in it. Throws base::Error(NoSpace, Io).
void writeZip(const DocxParts& parts, pdf::OutputFile& file);

} // namespace core::share::log
