// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Orders the times a picture claims by how far they can be believed, the chosen one first, and says what is
// odd about them. Nothing is dropped but what cannot be a time at all.

#include "core/format/item_record.h"
#include "core/format/photo/metadata.h"
#include "core/format/photo/side_file.h"
#include "core/format/reader.h"

namespace core::format::photo {

// Adds claims to record.times and issues to record.issues. `side`: what stands in a file beside it.
void addPhotoTimes(ItemRecord& record, const Metadata& metadata, const ReadContext& context,
                   const std::optional<SideFile>& side = {});

// What the name alone claims, if it can be believed.
std::optional<model::TimeClaim> claimOfFileName(const ReadContext& context);

} // namespace core::format::photo
