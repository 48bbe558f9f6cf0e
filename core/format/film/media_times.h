// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Orders the times that a film or a recording claims by how far they can be believed, and says what is odd
// about them: a header may hold UTC or a wall clock, the begin or the end.

#include "core/format/film/media_info.h"
#include "core/format/item_record.h"
#include "core/format/photo/side_file.h"

namespace core::format::film {

// Adds claims to record.times and issues to record.issues.
void addMediaTimes(ItemRecord& record, const MediaInfo& info, const ReadContext& context,
                   const std::optional<photo::SideFile>& side);

} // namespace core::format::film
