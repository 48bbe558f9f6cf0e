// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/import_report.h"

#include "app/cli/item_json.h"
#include "core/base/utf8.h"
#include "core/base/zone.h"

#include <iostream>

namespace app::cli {

std::string zoneOf(const Arguments& arguments) {
    const std::string zone = arguments.value("zone", core::base::kDefaultZone);
    if (!core::base::isKnownZone(zone)) throw UsageError("unknown time zone " + zone);
    return zone;
}

JsonObject::Ptr fileJson(const core::import::FileReport& file) {
    auto o = newJson();
    o->set("path", core::base::repairUtf8(file.path.string())); // a name on the disk may be any bytes
    o->set("sha256", file.sha256);
    o->set("format", file.format);
    o->set("items", file.items);
    o->set("duplicates", file.duplicates);
    o->set("skipped", file.skipped);
    if (file.missing > 0) o->set("missing", file.missing);
    if (file.isShown) o->set("shown_in_messages", true);
    if (!file.error.empty()) o->set("error", file.error);
    JsonArray::Ptr issues = new JsonArray;
    for (const core::model::Issue& issue : file.issues) issues->add(issueJson(issue));
    o->set("issues", issues);
    if (file.issueCount > static_cast<int>(file.issues.size())) o->set("issue_count", file.issueCount);
    return o;
}

void printReport(const core::import::ImportReport& report) {
    for (const core::import::FileReport& file : report.files) {
        std::cout << file.path.string() << ": ";
        if (!file.error.empty()) {
            std::cout << "not imported: " << file.error << "\n";
            continue;
        }
        std::cout << (file.format.empty() ? "document" : file.format) << ", ";
        if (file.isShown) {
            std::cout << "shown in messages\n";
            continue;
        }
        std::cout << file.items << " new, " << file.duplicates << " there already, " << file.skipped
                  << " skipped, " << file.issueCount << " issues";
        if (file.missing > 0) std::cout << ", " << file.missing << " attachments missing";
        std::cout << "\n";
    }
    for (const auto& one : report.passedOver)
        std::cout << one.path.string() << ": passed over: " << codeOf(one.reason) << "\n";
}

} // namespace app::cli
