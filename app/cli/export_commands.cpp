// SPDX-License-Identifier: GPL-3.0-or-later
// report, share: what leaves the case.
#include "app/cli/commands.h"
#include "app/cli/json_text.h"
#include "app/cli/open_case.h"
#include "app/common/app_paths.h"
#include "core/query/case_reader.h"
#include "core/share/export.h"
#include "core/store/case_store.h"

#include <charconv>
#include <iostream>

namespace app::cli {

namespace {

core::share::ReportOptions reportOptions(const Arguments& arguments) {
    core::share::ReportOptions options;
    options.localeFolder = localeFolder();
    options.assetsFolder = assetsFolder();
    const std::string language = arguments.value("lang", "da");
    if (language != "da" && language != "en") throw UsageError("--lang is da or en");
    options.language = language == "da" ? core::base::Language::Danish : core::base::Language::English;
    const std::string variant = arguments.value("variant", "full");
    if (variant != "short" && variant != "full") throw UsageError("--variant is short or full");
    options.variant = variant == "short" ? core::share::Variant::Short : core::share::Variant::Full;
    const std::string audience = arguments.value("for", "adviser");
    if (audience != "adviser" && audience != "police") throw UsageError("--for is adviser or police");
    options.audience = audience == "police" ? core::share::Audience::Police : core::share::Audience::Adviser;
    return options;
}

void readForm(const Arguments& arguments, core::share::ReportOptions& options) {
    const std::string archive = arguments.value("pdfa", "");
    if (archive == "2b")
        options.form.archive = core::share::Archive::A2b;
    else if (archive == "1b")
        options.form.archive = core::share::Archive::A1b;
    else if (!archive.empty())
        throw UsageError("--pdfa is 2b or 1b");
    if (arguments.has("password-file")) {
        if (!archive.empty()) throw UsageError("a PDF for an archive cannot have a password");
        options.form.password =
            std::make_shared<core::base::SecretText>(readSecret(arguments, "password-file"));
        if (options.form.password->empty()) throw UsageError("--password-file: the first line is empty");
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
    const auto store = openCase(arguments);
    core::base::Progress progress;
    const auto result = core::share::writeReport(*store, options, out, progress);
    if (arguments.has("json")) {
        auto o = resultJson(result);
        o->set("parts", partsJson(result));
        printLine(std::cout, *o);
        return 0;
    }
    for (const core::share::ReportPart& part : result.parts)
        std::cout << part.path.string() << ": " << part.pages << " pages, SHA-256 " << part.sha256 << "\n";
    return 0;
}

int runShare(const Arguments& arguments) {
    core::share::PackageOptions options;
    options.report = reportOptions(arguments);
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
        o->set("report", resultJson(result.report));
        printLine(std::cout, *o);
    } else {
        std::cout << result.path.string() << ": " << result.originals << " originals, " << result.extracts
                  << " extracts, " << result.heldBackOriginals << " held back, manifest SHA-256 "
                  << result.manifestSha256 << "\n";
    }
    return 0;
}

} // namespace app::cli
