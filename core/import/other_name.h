// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// A picture that is in the case already and comes again under another name: the name may tell the time that
// the first one did not. Not the bytes: they are the same and are kept once.

#include "core/format/reader.h"
#include "core/import/importer.h"
#include "core/store/database.h"

namespace core::import {

// Adds the name's time to those of the picture of this complete source, and makes it the chosen one where
// that was only the file's own time, or none; the name stands as an issue. False where the name is known or
// the source holds no picture. Within a transaction of the caller.
bool addOtherName(store::Database& database, model::Id source, const format::ReadContext& context,
                  FileReport& report);

} // namespace core::import
