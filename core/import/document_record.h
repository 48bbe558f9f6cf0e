// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The item of a file that nobody understands: its bytes are kept and it is listed.

#include "core/format/item_record.h"

#include <string>

namespace core::import {

inline format::ItemRecord documentRecord(std::uint64_t size, std::int64_t fileTimeMs,
                                         const std::string& sha256) {
    format::ItemRecord record;
    record.kind = model::ItemKind::Document;
    record.length = size;
    record.index = 1;
    record.identity = sha256;
    if (fileTimeMs != 0) {
        model::TimeClaim claim;
        claim.time.utcMs = fileTimeMs;
        claim.time.precision = base::Precision::Second;
        claim.source = model::TimeSource::FileTime;
        record.times.push_back(claim);
    }
    record.issues.push_back({model::IssueCode::UnknownFormat, model::IssueSeverity::Note, {}, 0});
    return record;
}

} // namespace core::import
