// SPDX-License-Identifier: GPL-3.0-or-later
// sources: the files that were taken in, and taking one out that came in by mistake.
#include "app/cli/commands.h"
#include "app/cli/json_text.h"
#include "app/cli/open_case.h"
#include "core/edit/editor.h"
#include "core/query/case_reader.h"

#include <charconv>
#include <iostream>

namespace app::cli {

namespace {

core::model::Id idOf(const std::string& text) {
    core::model::Id id = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), id);
    if (error != std::errc() || end != text.data() + text.size())
        throw UsageError("--remove needs the number of a source, as `sources` prints it");
    return id;
}

JsonObject::Ptr sourceJson(const core::query::SourceRow& source) {
    auto o = newJson();
    o->set("id", static_cast<Poco::Int64>(source.id));
    o->set("name", source.name);
    o->set("format", source.format);
    o->set("sha256", source.sha256);
    o->set("size", static_cast<Poco::UInt64>(source.size));
    o->set("items", source.items);
    o->set("complete", source.complete);
    return o;
}

} // namespace

int runSources(const Arguments& arguments) {
    const auto store = openCase(arguments);
    if (arguments.has("remove")) core::edit::Editor(*store).removeSource(idOf(arguments.value("remove")));
    const core::query::CaseReader reader(*store);
    for (const core::query::SourceRow& source : reader.sources()) {
        if (arguments.has("json"))
            printLine(std::cout, *sourceJson(source));
        else
            std::cout << source.id << "  " << source.items << "  " << source.sha256 << "  " << source.name
                      << "\n";
    }
    return 0;
}

} // namespace app::cli
