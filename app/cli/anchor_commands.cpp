// SPDX-License-Identifier: GPL-3.0-or-later
// anchor: a time stamp of somebody else over the history, by file. Nothing is sent.
#include "app/cli/commands.h"
#include "app/cli/json_text.h"
#include "app/cli/open_case.h"
#include "core/base/byte_source.h"
#include "core/base/timestamp.h"
#include "core/store/disk.h"
#include "core/store/time_anchor.h"

#include <iostream>

namespace app::cli {

namespace {

constexpr std::size_t kLimit = 1 << 20; // bytes; a reply has a few thousand

void writeRequest(core::store::CaseStore& store, const std::string& file) {
    core::store::writeDurably(file, core::store::makeTimeRequest(store.database(), store.clock()));
    std::cerr << "wrote " << file << "; have it answered by a time-stamp authority (RFC 3161)\n";
}

void readReply(core::store::CaseStore& store, const Arguments& arguments) {
    const std::string ca = arguments.value("ca");
    const auto result = core::store::addTimeReply(
        store.database(), store.clock(), core::store::readWhole(arguments.value("reply"), kLimit),
        ca.empty() ? std::string() : core::store::readWhole(ca, kLimit));
    std::cerr << "entry " << result.anchor.sequence << " stood at "
              << core::base::toRfc3339(*result.anchor.timeMs) << ", says " << result.authority << "; "
              << (result.isIssuerChecked ? "its issuer was checked"
                                         : "its issuer was not checked (--ca gives certificates)")
              << "\n";
}

} // namespace

int runAnchor(const Arguments& arguments) {
    const auto store = openCase(arguments);
    if (arguments.has("request")) writeRequest(*store, arguments.value("request"));
    if (arguments.has("reply")) readReply(*store, arguments);
    for (const auto& anchor : core::store::timeAnchors(store->database())) {
        const std::string time = anchor.timeMs ? core::base::toRfc3339(*anchor.timeMs) : "";
        if (arguments.has("json")) {
            auto o = newJson();
            o->set("sequence", static_cast<Poco::Int64>(anchor.sequence));
            o->set("hash", anchor.hash);
            if (anchor.timeMs)
                o->set("time", time);
            else
                o->set("time", Poco::Dynamic::Var());
            printLine(std::cout, *o);
        } else {
            std::cout << anchor.sequence << "  " << anchor.hash << "  "
                      << (time.empty() ? "no reply yet" : time) << "\n";
        }
    }
    return 0;
}

} // namespace app::cli
