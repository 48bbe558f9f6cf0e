// SPDX-License-Identifier: GPL-3.0-or-later
// findings: what openings found. verify: whether everything is as it was; and of a case that cannot be opened
// any more, what is still good.
#include "app/cli/commands.h"
#include "app/cli/findings.h"
#include "app/cli/open_case.h"
#include "core/base/error.h"
#include "core/share/export.h"
#include "core/store/examine.h"

#include <filesystem>

namespace app::cli {

namespace {

using core::store::Examination;

int report(const Arguments& arguments, const Findings& findings) {
    if (arguments.has("json")) {
        auto o = newJson();
        o->set("ok", findings.empty());
        o->set("findings", findingsJson(findings));
        printLine(std::cout, *o);
    } else {
        printFindings(findings);
        if (findings.empty()) std::cout << "everything is as it was\n";
    }
    return findings.empty() ? 0 : 1;
}

void printGood(const Examination& result) {
    std::cout << "still good: " << result.originalsGood << " originals (" << result.bytesGood << " bytes)";
    for (const auto& [table, count] : result.rows) std::cout << ", " << count << " of " << table;
    std::cout << "\noriginals damaged: " << result.originalsDamaged
              << ", missing: " << result.originalsMissing
              << "\nrescue CASE NEWCASE brings all that is good into a new case; this one is not changed\n";
}

JsonObject::Ptr goodJson(const Examination& result) {
    auto good = newJson();
    good->set("originals", result.originalsGood);
    good->set("bytes", static_cast<Poco::UInt64>(result.bytesGood));
    auto rows = newJson();
    for (const auto& [table, count] : result.rows) rows->set(table, count);
    good->set("rows", rows);
    return good;
}

int examineDamaged(const Arguments& arguments, std::string_view passphrase) {
    core::base::Progress progress;
    const Examination result = core::store::examine(arguments.at(0, "CASE"), passphrase, progress);
    if (arguments.has("json")) {
        auto o = newJson();
        o->set("ok", false);
        o->set("findings", findingsJson(result.findings));
        o->set("good", goodJson(result));
        o->set("originals_damaged", result.originalsDamaged);
        o->set("originals_missing", result.originalsMissing);
        printLine(std::cout, *o);
    } else {
        printFindings(result.findings);
        printGood(result);
    }
    return 1;
}

int verifyCase(const Arguments& arguments) {
    const core::base::SecretText passphrase = readPassphrase(arguments);
    std::unique_ptr<core::store::CaseStore> store;
    try {
        store = openCase(arguments.at(0, "CASE"), passphrase.view());
    } catch (const core::base::Error& error) {
        if (error.code() != core::base::ErrorCode::Damaged) throw;
        std::cerr << "logbog-cli: the case cannot be opened: " << error.what() << "\n";
        return examineDamaged(arguments, passphrase.view());
    }
    tellOpeningFindings(*store);
    return report(arguments, store->verify());
}

} // namespace

// Nothing found is success, and so is what was marked as seen.
int runFindings(const Arguments& arguments) {
    const core::base::SecretText passphrase = readPassphrase(arguments);
    const auto store = openCase(arguments.at(0, "CASE"), passphrase.view());
    const int code = report(arguments, store->openingFindings());
    if (!arguments.has("seen")) return code;
    store->markFindingsSeen();
    return 0;
}

int runVerify(const Arguments& arguments) {
    const std::filesystem::path path = arguments.at(0, "CASE|PACKAGE");
    // A case that has lost its database is still one, by its keys.
    for (const char* name : {"case.logbog", "keys", "keys.bak"})
        if (std::filesystem::exists(path / name)) return verifyCase(arguments);
    Findings findings;
    core::base::Progress progress;
    for (const auto& finding : core::share::verifyPackage(path, progress))
        findings.push_back({finding.what, finding.file, ""});
    return report(arguments, findings);
}

} // namespace app::cli
