// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// An episode as it is accepted into the log: enough to make an incident of it. Derived by core/query, taken
// by core/edit.

#include "core/base/timestamp.h"
#include "core/model/item.h"

#include <string>
#include <vector>

namespace core::model {

struct EpisodeToAccept {
    std::string key;
    Id party = 0;
    std::string channel; // sms, call, email, chat
    std::string type;    // incident type code
    int count = 0;
    base::Timestamp first, last;
    TimeSource timeSource = TimeSource::MessageExport;
    std::vector<Id> items;
};

} // namespace core::model
