// SPDX-License-Identifier: GPL-3.0-or-later
// create, import, items, history: a case, what goes in, what is in it.
#include "app/cli/commands.h"
#include "app/cli/import_report.h"
#include "app/cli/item_json.h"
#include "app/cli/open_case.h"
#include "core/base/utf8.h"
#include "core/base/zone.h"
#include "core/format/table/mapping.h"
#include "core/import/importer.h"
#include "core/query/case_reader.h"

#include <iostream>
#include <memory>

namespace app::cli {

namespace {

constexpr std::size_t kHeadDigits = 16; // of a hash, as reports print them

core::format::DateOrder dateOrderOf(const Arguments& arguments) {
    const auto order = core::format::dateOrderByCode(arguments.value("date-order"));
    if (!order) throw UsageError("--date-order is day, month or year");
    return *order;
}

// By its headers it is known which of the files it is for.
std::string mappingWithHeaders(const std::string& path) {
    std::string json = readMappingFile(path);
    if (core::format::table::mappingFromJson(json)->headers.empty())
        throw core::base::Error(core::base::ErrorCode::InvalidInput,
                                "the mapping names no headers: import the file, and use `map`", path);
    return json;
}

// The same for every sealed file: a command line cannot be asked.
core::import::AskFilePassphrase passphraseOfFiles(const Arguments& arguments) {
    const auto passphrase =
        std::make_shared<core::base::SecretText>(readSecret(arguments, "archive-passphrase-file"));
    return [passphrase](const std::string&, bool isAgain) -> std::optional<core::base::SecretText> {
        if (isAgain) return std::nullopt;
        return core::base::SecretText(passphrase->view());
    };
}

} // namespace

int runCreate(const Arguments& arguments) {
    const core::base::SecretText passphrase = readPassphrase(arguments);
    warnIfWeak(passphrase.view());
    const auto store = core::store::CaseStore::create(arguments.at(0, "CASE"), passphrase.view(),
                                                      arguments.value("label", "Sag"), zoneOf(arguments),
                                                      core::store::KdfCost::Standard, systemClock());
    std::cerr << "made " << store->folder().string() << "\n";
    return 0;
}

int runImport(const Arguments& arguments) {
    arguments.at(1, "PATH");
    core::import::ImportOptions options;
    options.zone = zoneOf(arguments);
    options.dateOrder = dateOrderOf(arguments);
    if (arguments.has("archive-passphrase-file")) options.passphrase = passphraseOfFiles(arguments);
    const auto store = openCase(arguments);
    options.custodian = arguments.value("custodian");
    if (arguments.has("mapping")) options.mappings = {mappingWithHeaders(arguments.value("mapping"))};
    core::base::Progress progress;
    std::vector<std::filesystem::path> paths(arguments.positional().begin() + 1,
                                             arguments.positional().end());
    const auto report = core::import::importFiles(*store, paths, options, progress);
    bool failed = false;
    for (const auto& file : report.files) failed = failed || !file.error.empty();
    if (arguments.has("json")) {
        auto o = newJson();
        JsonArray::Ptr files = new JsonArray;
        for (const auto& file : report.files) files->add(fileJson(file));
        o->set("files", files);
        JsonArray::Ptr passedOver = new JsonArray;
        for (const auto& one : report.passedOver) {
            auto entry = newJson();
            entry->set("path", core::base::repairUtf8(one.path.string()));
            entry->set("reason", codeOf(one.reason));
            passedOver->add(entry);
        }
        o->set("passed_over", passedOver);
        printLine(std::cout, *o);
    } else {
        printReport(report);
    }
    return failed ? 1 : 0;
}

int runItems(const Arguments& arguments) {
    const auto store = openCase(arguments);
    const core::query::CaseReader reader(*store);
    core::query::ItemFilter filter;
    filter.withExcluded = true;
    const bool json = arguments.has("json");
    reader.eachItem(filter, [&](const core::query::ItemDetail& item) {
        if (json) {
            printLine(std::cout, *itemJson(item, reader));
            return;
        }
        std::cout << item.id << "  " << (item.time ? core::base::toRfc3339(item.time->utcMs) : "undated")
                  << "  " << core::model::codeOf(item.kind) << "  " << core::model::codeOf(item.direction)
                  << "  " << item.from.written << "  " << (item.subject.empty() ? item.text : item.subject)
                  << "\n";
    });
    return 0;
}

int runHistory(const Arguments& arguments) {
    const std::string head = arguments.value("head");
    if (arguments.has("head") && head.size() < kHeadDigits)
        throw UsageError("--head needs at least the first 16 digits, as they are printed on a report");
    const auto store = openCase(arguments);
    const core::query::CaseReader reader(*store);
    auto events = reader.custody(0);
    if (arguments.has("head"))
        std::erase_if(events, [&](const auto& event) { return !event.hash.starts_with(head); });
    for (auto event = events.rbegin(); event != events.rend(); ++event) {
        if (arguments.has("json")) {
            auto o = newJson();
            o->set("sequence", static_cast<Poco::Int64>(event->sequence));
            o->set("time", core::base::toRfc3339(event->atMs));
            o->set("action", event->action);
            o->set("subject", event->subject);
            o->set("detail", event->detail);
            o->set("hash", event->hash);
            printLine(std::cout, *o);
        } else {
            std::cout << event->sequence << "  " << core::base::toRfc3339(event->atMs) << "  "
                      << event->action << "  " << event->subject << "  " << event->hash.substr(0, 16) << "\n";
        }
    }
    return arguments.has("head") && events.empty() ? 1 : 0;
}

} // namespace app::cli
