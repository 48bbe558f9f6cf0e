// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/import_history.h"

#include "core/base/utf8.h"
#include "core/store/custody_log.h"

#include <sstream>

#include <Poco/JSON/Object.h>

namespace core::import {

namespace {

using Poco::JSON::Object;

std::string textOf(const Object& object) {
    std::ostringstream text;
    object.stringify(text);
    return text.str();
}

Object fileObject(const Kept& kept, const std::string& name) {
    Object o(Poco::JSON_PRESERVE_KEY_ORDER);
    o.set("name", name);
    o.set("sha256", kept.sha256);
    o.set("size", static_cast<Poco::UInt64>(kept.size));
    return o;
}

std::string subjectOf(const Kept& kept) { return "source " + std::to_string(kept.source); }

} // namespace

void ImportHistory::begin(const Kept& kept, const std::string& name, const std::string& path,
                          std::int64_t fileTimeMs, model::Id run) {
    Object o = fileObject(kept, name);
    o.set("path", path);
    o.set("format", kept.format);
    o.set("zone", kept.zone);
    o.set("date_order", std::string(format::codeOf(kept.dateOrder)));
    if (fileTimeMs != 0) o.set("file_time_ms", static_cast<Poco::Int64>(fileTimeMs));
    o.set("custodian", base::repairUtf8(options_.custodian));
    o.set("app", LOGBOG_VERSION);
    o.set("run", static_cast<Poco::Int64>(run));
    store::appendCustody(database_, clock_, kept.state != Kept::Begun ? "import-again" : "import-begin",
                         subjectOf(kept), textOf(o));
}

void ImportHistory::restored(const Kept& kept, const std::string& oldObject, const std::string& fault) {
    Object o(Poco::JSON_PRESERVE_KEY_ORDER);
    o.set("sha256", kept.sha256);
    o.set("fault", fault);
    o.set("old_object", oldObject);
    o.set("object", kept.objectId);
    store::appendCustody(database_, clock_, "restored", "original " + std::to_string(kept.original),
                         textOf(o));
}

void ImportHistory::end(const Kept& kept, const FileReport& report, const char* state,
                        const std::string& rows) {
    Object o = fileObject(kept, base::repairUtf8(report.path.filename().string()));
    o.set("format", kept.format);
    o.set("state", state);
    o.set("items", report.items);
    o.set("duplicates", report.duplicates);
    o.set("continued", report.continued);
    o.set("skipped", report.skipped);
    if (!rows.empty()) o.set("rows", rows);
    store::appendCustody(database_, clock_, "import", subjectOf(kept), textOf(o));
}

} // namespace core::import
