// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What a check found, as JSON and as lines.

#include "app/cli/json_text.h"
#include "core/store/case_store.h"

#include <iostream>
#include <vector>

namespace app::cli {

using Findings = std::vector<core::store::CaseStore::Finding>;

inline JsonArray::Ptr findingsJson(const Findings& findings) {
    JsonArray::Ptr list = new JsonArray;
    for (const auto& finding : findings) {
        auto entry = newJson();
        entry->set("what", finding.what);
        entry->set("subject", finding.subject);
        entry->set("detail", finding.detail);
        list->add(entry);
    }
    return list;
}

inline void printFindings(const Findings& findings) {
    for (const auto& finding : findings)
        std::cout << finding.what << ": " << finding.subject << (finding.detail.empty() ? "" : ": ")
                  << finding.detail << "\n";
}

} // namespace app::cli
