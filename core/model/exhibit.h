// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Items numbered for a report (bilag). The number is frozen at the first export and never used again.

#include "core/model/item.h"

#include <cstdint>
#include <vector>

namespace core::model {

enum class ExhibitKind { Conversation, Mail, Pictures, Documents };
const char* codeOf(ExhibitKind kind);
std::optional<ExhibitKind> exhibitKindOf(std::string_view code);

struct Exhibit {
    int number = 0; // 0 = not yet given
    Id incident = 0;
    Id milestone = 0;
    ExhibitKind kind = ExhibitKind::Conversation;
    std::int64_t frozenMs = 0; // when it first left the case; 0 = not yet
    bool withdrawn = false;    // "udgået"
    std::vector<Id> items;     // by time
};

} // namespace core::model
