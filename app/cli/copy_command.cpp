// SPDX-License-Identifier: GPL-3.0-or-later
// copy: a checked copy of the case, or an earlier one brought up to date.
#include "app/cli/commands.h"
#include "app/cli/item_json.h"
#include "app/cli/open_case.h"

#include <iostream>

namespace app::cli {

namespace {

JsonObject::Ptr copyJson(const core::store::CaseStore::CopyResult& copy) {
    auto o = newJson();
    o->set("originals", static_cast<Poco::UInt64>(copy.originals));
    o->set("copied", static_cast<Poco::UInt64>(copy.copied));
    o->set("bytes", static_cast<Poco::UInt64>(copy.bytes));
    o->set("entries", static_cast<Poco::Int64>(copy.entries));
    o->set("head", copy.head);
    JsonArray::Ptr faults = new JsonArray;
    for (const auto& fault : copy.faults) {
        auto entry = newJson();
        entry->set("what", fault.what);
        entry->set("subject", fault.subject);
        entry->set("detail", fault.detail);
        faults->add(entry);
    }
    o->set("faults", faults);
    return o;
}

} // namespace

int runCopy(const Arguments& arguments) {
    const std::string out = arguments.value("out");
    if (out.empty()) throw UsageError("--out DIR is missing");
    const auto store = openCase(arguments);
    core::base::Progress progress;
    const auto copy = store->saveCopy(out, progress);
    if (arguments.has("json")) {
        printLine(std::cout, *copyJson(copy));
    } else {
        std::cout << out << ": " << copy.originals << " originals (" << copy.copied
                  << " copied now), history to entry " << copy.entries << "; read back and checked\n";
        for (const auto& fault : copy.faults)
            std::cout << "damaged in the case itself: " << fault.what << " " << fault.subject << ": "
                      << fault.detail << "\n";
    }
    return copy.faults.empty() ? 0 : 1;
}

} // namespace app::cli
