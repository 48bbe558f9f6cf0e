// SPDX-License-Identifier: GPL-3.0-or-later
// report, log, share: what leaves the case.
#include "app/cli/commands.h"
#include "app/cli/json_text.h"
#include "app/cli/open_case.h"
#include "app/common/app_paths.h"
#include "core/query/case_reader.h"
#include "core/report/form_file.h"
#include "core/share/export.h"
#include "core/share/log/log_file.h"
#include "core/store/case_store.h"

#include <charconv>
#include <iostream>

namespace app::cli {

namespace {

constexpr const char* kEmptyVariant = "empty"; // the form to be filled in by hand; a report only

// One of the files in assets/logskema; the error names them all.
std::string formOf(const Arguments& arguments) {
    const std::string name = arguments.value("form", core::report::kUsualForm);
    std::string names;
    for (const core::report::FormChoice& choice : core::report::listForms(assetsFolder())) {
        if (choice.name == name) return name; // a damaged one says what is wrong when it is read
        names += (names.empty() ? "" : ", ") + choice.name;
    }
    throw UsageError("--form is one of: " + names);
}

core::share::ReportOptions reportOptions(const Arguments& arguments) {
    core::share::ReportOptions options;
    options.localeFolder = localeFolder();
    options.assetsFolder = assetsFolder();
    const std::string language = arguments.value("lang", "da");
    if (language != "da" && language != "en") throw UsageError("--lang is da or en");
    options.language = language == "da" ? core::base::Language::Danish : core::base::Language::English;
    const std::string variant = arguments.value("variant", "full");
    if (variant != "short" && variant != "full" && variant != kEmptyVariant)
        throw UsageError("--variant is short, full or empty");
    options.variant = variant == "short" ? core::share::Variant::Short : core::share::Variant::Full;
    const std::string audience = arguments.value("for", "adviser");
    if (audience != "adviser" && audience != "police") throw UsageError("--for is adviser or police");
    options.audience = audience == "police" ? core::share::Audience::Police : core::share::Audience::Adviser;
    const std::string order = arguments.value("order");
    if (!order.empty() && order != "newest" && order != "oldest")
        throw UsageError("--order is newest or oldest");
    if (!order.empty()) options.newestFirst = order == "newest";
    options.form = formOf(arguments);
    options.reviewed = arguments.has("reviewed");
    const std::string conversations = arguments.value("conversations", "bubbles");
    if (conversations != "bubbles" && conversations != "table")
        throw UsageError("--conversations is bubbles or table");
    options.exhibitForm.asTable = conversations == "table";
    const std::string headers = arguments.value("mail-headers", "short");
    if (headers != "short" && headers != "full") throw UsageError("--mail-headers is short or full");
    options.exhibitForm.mailHeaders = headers == "full";
    const std::string context = arguments.value("context", "2");
    if (context.size() != 1 || context[0] < '0' || context[0] > '9') throw UsageError("--context is 0 to 9");
    options.exhibitForm.contextMessages = context[0] - '0';
    return options;
}

void readForm(const Arguments& arguments, core::share::ReportOptions& options) {
    const std::string archive = arguments.value("pdfa", "");
    if (archive == "2b")
        options.output.archive = core::share::Archive::A2b;
    else if (archive == "1b")
        options.output.archive = core::share::Archive::A1b;
    else if (!archive.empty())
        throw UsageError("--pdfa is 2b or 1b");
    if (arguments.has("password-file")) {
        if (!archive.empty()) throw UsageError("a PDF for an archive cannot have a password");
        options.output.password =
            std::make_shared<core::base::SecretText>(readSecret(arguments, "password-file"));
        if (options.output.password->empty()) throw UsageError("--password-file: the first line is empty");
    }
    if (!arguments.has("max-size")) return;
    constexpr std::uint64_t kMegabyte = 1'000'000;
    const std::string text = arguments.value("max-size");
    std::uint64_t megabytes = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), megabytes);
    if (error != std::errc() || end != text.data() + text.size() || megabytes == 0 || megabytes > 1000)
        throw UsageError("--max-size is a number of megabytes from 1 to 1000");
    options.maxPartBytes = megabytes * kMegabyte;
}

std::string outOf(const Arguments& arguments) {
    const std::string out = arguments.value("out");
    if (out.empty()) throw UsageError("--out is needed");
    return out;
}

// By the name of the file or the beginning of its SHA-256.
std::vector<core::model::Id> wantedSources(core::store::CaseStore& store,
                                           const std::vector<std::string>& words) {
    constexpr std::size_t kShortestHash = 8;
    const core::query::CaseReader reader(store);
    std::vector<core::model::Id> wanted;
    for (const std::string& word : words) {
        std::vector<core::model::Id> found;
        for (const core::query::SourceRow& source : reader.sources())
            if (source.name == word || (word.size() >= kShortestHash && source.sha256.starts_with(word)))
                found.push_back(source.id);
        if (found.empty()) throw UsageError("--with-original: there is no file " + word);
        if (found.size() > 1)
            throw UsageError("--with-original: several files are called " + word + "; give the SHA-256");
        wanted.push_back(found.front());
    }
    return wanted;
}

JsonObject::Ptr resultJson(const core::share::ReportResult& result) {
    auto o = newJson();
    o->set("path", result.path.string());
    o->set("sha256", result.sha256);
    o->set("pages", result.pages);
    o->set("incidents", result.incidents);
    o->set("contacts", result.contacts);
    o->set("exhibits", result.exhibits);
    o->set("redactions", result.redactions);
    return o;
}

JsonArray::Ptr partsJson(const core::share::ReportResult& result) {
    JsonArray::Ptr parts = new JsonArray;
    for (const core::share::ReportPart& part : result.parts) {
        auto o = newJson();
        o->set("path", part.path.string());
        o->set("sha256", part.sha256);
        o->set("pages", part.pages);
        parts->add(o);
    }
    return parts;
}

} // namespace

int runReport(const Arguments& arguments) {
    auto options = reportOptions(arguments);
    readForm(arguments, options);
    const std::string out = outOf(arguments);
    const bool isEmpty = arguments.value("variant") == kEmptyVariant;
    const auto store = isEmpty && arguments.positional().empty() ? nullptr : openCase(arguments);
    core::base::Progress progress;
    const auto result = isEmpty ? core::share::writeEmptyForm(store.get(), options, out, progress)
                                : core::share::writeReport(*store, options, out, progress);
    if (arguments.has("json")) {
        auto o = resultJson(result);
        if (!isEmpty) o->set("parts", partsJson(result));
        printLine(std::cout, *o);
    } else if (result.parts.empty()) {
        std::cout << result.path.string() << ": " << result.pages << " pages, SHA-256 " << result.sha256
                  << "\n";
    }
    if (arguments.has("json")) return 0;
    for (const core::share::ReportPart& part : result.parts)
        std::cout << part.path.string() << ": " << part.pages << " pages, SHA-256 " << part.sha256 << "\n";
    return 0;
}

int runLog(const Arguments& arguments) {
    const auto options = reportOptions(arguments);
    const std::string out = outOf(arguments);
    const auto format = core::share::logFormatOf(out);
    if (!format) throw UsageError("--out is a file that ends in .csv, .json or .docx");
    const auto store = openCase(arguments);
    core::base::Progress progress;
    const auto result = core::share::writeLog(*store, options, *format, out, progress);
    if (arguments.has("json"))
        printLine(std::cout, *resultJson(result));
    else
        std::cout << result.path.string() << ": " << result.incidents << " incidents, SHA-256 "
                  << result.sha256 << "\n";
    return 0;
}

int runShare(const Arguments& arguments) {
    core::share::PackageOptions options;
    options.report = reportOptions(arguments);
    readForm(arguments, options.report);
    if (arguments.value("variant") == kEmptyVariant) throw UsageError("--variant is short or full");
    options.withOriginals = !arguments.has("without-originals");
    const std::string out = outOf(arguments);
    const auto store = openCase(arguments);
    options.heldBackButWanted = wantedSources(*store, arguments.list("with-original"));
    core::base::Progress progress;
    const auto result = core::share::writePackage(*store, options, out, progress);
    for (const core::share::GateFinding& finding : result.heldBack)
        std::cerr << "held back: " << finding.where << " (" << finding.label << ")"
                  << (finding.recordsGoAlong ? "; what is shown of it goes along" : "") << "\n";
    if (arguments.has("json")) {
        auto o = newJson();
        o->set("path", result.path.string());
        o->set("manifest_sha256", result.manifestSha256);
        o->set("originals", result.originals);
        o->set("extracts", result.extracts);
        o->set("texts", result.texts);
        o->set("missing", result.missing);
        o->set("held_back", result.heldBackOriginals);
        auto report = resultJson(result.report);
        report->set("parts", partsJson(result.report));
        o->set("report", report);
        printLine(std::cout, *o);
    } else {
        std::cout << result.path.string() << ": " << result.originals << " originals, " << result.extracts
                  << " extracts, " << result.heldBackOriginals << " held back, manifest SHA-256 "
                  << result.manifestSha256 << "\n";
    }
    return 0;
}

} // namespace app::cli
