// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// All readers, in one list. Adding a format is a folder or file here and one line in registry.cpp.

#include "core/format/reader.h"

#include <memory>
#include <vector>

namespace core::format {

const std::vector<std::unique_ptr<Reader>>& readers();

// The reader that is surest of the file; null if none is. On equal confidence the first in the list.
const Reader* findReader(const ProbeInput& input);

const Reader* readerByCode(std::string_view code);

} // namespace core::format
