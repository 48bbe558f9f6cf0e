// SPDX-License-Identifier: GPL-3.0-or-later
// rescue: what is readable of a damaged case into a new one.
#include "app/cli/commands.h"
#include "app/cli/findings.h"
#include "app/cli/open_case.h"
#include "core/import/read_again.h"
#include "core/store/rescue.h"

namespace app::cli {

int runRescue(const Arguments& arguments) {
    const std::string& from = arguments.at(0, "CASE");
    const std::string& to = arguments.at(1, "NEWCASE");
    if (arguments.positional().size() > 2)
        throw UsageError("one word too many: " + arguments.positional()[2]);
    const core::base::SecretText passphrase = readPassphrase(arguments);
    const bool hasNew = arguments.has("new-passphrase-file");
    const core::base::SecretText next =
        hasNew ? readSecret(arguments, "new-passphrase-file") : core::base::SecretText();
    if (hasNew) warnIfWeak(next.view());
    core::base::Progress progress;
    auto rescued =
        core::store::rescueCase(from, passphrase.view(), to, hasNew ? next.view() : passphrase.view(),
                                core::store::KdfCost::Standard, systemClock(), progress);
    core::import::readAgain(rescued, progress);
    core::store::finishRescue(rescued);
    const Findings wrong = rescued.store->verify();
    if (arguments.has("json")) {
        auto o = newJson();
        o->set("ok", wrong.empty());
        o->set("path", to);
        o->set("originals", rescued.originals);
        o->set("bytes", static_cast<Poco::UInt64>(rescued.bytes));
        o->set("rows", rescued.rows);
        o->set("lost", findingsJson(rescued.lost));
        o->set("findings", findingsJson(wrong));
        printLine(std::cout, *o);
    } else {
        std::cout << to << ": " << rescued.originals << " originals (" << rescued.bytes << " bytes), "
                  << rescued.rows << " rows brought over; "
                  << (rescued.lost.empty() ? "nothing is lost" : "lost:") << "\n";
        printFindings(rescued.lost);
    }
    for (const auto& finding : wrong)
        std::cerr << "logbog-cli: not right in the new case: " << finding.what << " " << finding.subject
                  << ": " << finding.detail << "\n";
    return wrong.empty() ? 0 : 1;
}

} // namespace app::cli
