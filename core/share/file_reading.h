// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What an attached file says of itself, read as the importer would read it on its own: for the document,
// which shows it, and for the search for what is protected.

#include "core/report/log_builder.h"

namespace core::share {

// Throws what the source throws. Any thread.
std::optional<report::FileReading> readAttachedFile(base::SeekableSource& source, const std::string& name);
std::optional<std::string> readShownPdfText(base::SeekableSource& source);
std::optional<std::vector<report::LaidWord>> readPdfWords(base::SeekableSource& source);

} // namespace core::share
