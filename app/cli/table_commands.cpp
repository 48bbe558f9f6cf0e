// SPDX-License-Identifier: GPL-3.0-or-later
// map: what the columns of a table mean, and reading it so. Without a mapping it prints the guess, to be
// edited.
#include "app/cli/commands.h"
#include "app/cli/import_report.h"
#include "app/cli/item_json.h"
#include "app/cli/json_text.h"
#include "app/cli/open_case.h"
#include "core/base/date_format.h"
#include "core/edit/editor.h"
#include "core/import/read_table.h"
#include "core/query/case_reader.h"

#include <fstream>
#include <iostream>
#include <sstream>

namespace app::cli {

using core::base::Error;
using core::base::ErrorCode;
using core::import::TableMapping;
using core::import::TableSample;

namespace {

TableMapping parse(const std::string& json, const std::string& where) {
    const auto mapping = core::format::table::mappingFromJson(json);
    if (!mapping) throw Error(ErrorCode::InvalidInput, "that is no mapping of a table's columns", where);
    return *mapping;
}

std::optional<TableMapping> mappingSaid(const Arguments& arguments, const core::query::CaseReader& reader) {
    if (arguments.has("mapping") && arguments.has("template"))
        throw UsageError("either --mapping or --template");
    if (arguments.has("mapping"))
        return parse(readMappingFile(arguments.value("mapping")), arguments.value("mapping"));
    if (!arguments.has("template")) return std::nullopt;
    const std::string name = arguments.value("template");
    for (const auto& [known, mapping] : reader.tableTemplates())
        if (known == name) return parse(mapping, name);
    throw Error(ErrorCode::NotFound, "no such template in the case", name);
}

JsonObject::Ptr previewJson(const core::import::PreviewRow& row) {
    auto o = newJson();
    o->set("row", static_cast<Poco::UInt64>(row.row.number));
    o->set("why_not", row.record ? Poco::Dynamic::Var() : Poco::Dynamic::Var(codeOf(row.why)));
    if (!row.record) return o;
    const auto& record = *row.record;
    std::optional<std::string> time;
    if (!record.times.empty()) time = core::base::toRfc3339(record.times[0].time.utcMs);
    o->set("time", orNull(time));
    o->set("kind", core::model::codeOf(record.kind));
    o->set("direction", core::model::codeOf(record.direction));
    for (const auto& person : record.participants)
        o->set(person.role == core::model::ParticipantRole::From ? "from" : "to",
               person.id.empty() ? person.name : person.id);
    o->set("text", record.text);
    if (record.call) o->set("duration_s", static_cast<Poco::Int64>(record.call->durationSeconds));
    return o;
}

void printPreview(const TableSample& sample, const TableMapping& mapping, const std::string& zone,
                  bool isJson) {
    for (const auto& row : core::import::previewTable(sample, mapping, zone, systemClock().nowMs())) {
        const auto o = previewJson(row);
        if (isJson) {
            printLine(std::cout, *o);
            continue;
        }
        const auto text = [&](const char* key) { return o->optValue<std::string>(key, "-"); };
        std::cout << row.row.number << "  ";
        if (row.record)
            std::cout << text("time") << "  " << text("kind") << "  " << text("direction") << "  "
                      << text("from") << "  " << text("to") << "  " << text("text") << "\n";
        else
            std::cout << "not read: " << codeOf(row.why) << "\n";
    }
}

} // namespace

core::query::SourceRow sourceNamed(const core::query::CaseReader& reader, const std::string& word) {
    std::vector<core::query::SourceRow> found;
    for (const core::query::SourceRow& source : reader.sources()) {
        if (std::to_string(source.id) == word) return source;
        if (source.name == word) found.push_back(source);
    }
    if (found.size() != 1)
        throw Error(ErrorCode::NotFound,
                    found.empty() ? "no such source in the case"
                                  : "several sources have that name: give its number",
                    word);
    return found.front();
}

std::string readMappingFile(const std::string& path) {
    std::ifstream in(path, std::ios::binary);
    std::ostringstream text;
    text << in.rdbuf();
    if (!in) throw Error(ErrorCode::NotFound, "cannot read the mapping", path);
    parse(text.str(), path);
    return text.str();
}

int runMap(const Arguments& arguments) {
    const std::string word = arguments.at(1, "SOURCE");
    const auto store = openCase(arguments);
    const core::query::CaseReader reader(*store);
    const auto source = sourceNamed(reader, word);
    const auto sample = core::import::sampleTable(*store, source.id);
    if (!sample) throw Error(ErrorCode::Unsupported, "there is no table in it", source.name);
    auto mapping = mappingSaid(arguments, reader);
    const std::string zone = arguments.has("zone") ? zoneOf(arguments) : sample->zone;
    if (arguments.has("preview")) {
        printPreview(*sample, mapping.value_or(sample->mapping), zone, arguments.has("json"));
        return 0;
    }
    if (!mapping) {
        std::cout << core::format::table::toJson(sample->mapping) << "\n";
        return 0;
    }
    core::base::Progress progress;
    if (arguments.has("save")) mapping->name = arguments.value("save");
    const auto report = core::import::readTable(*store, source.id, *mapping, zone, progress);
    if (arguments.has("save"))
        core::edit::Editor(*store).saveTableTemplate(mapping->name, core::format::table::toJson(*mapping));
    if (arguments.has("json"))
        printLine(std::cout, *fileJson(report.files.at(0)));
    else
        printReport(report);
    return 0;
}

} // namespace app::cli
