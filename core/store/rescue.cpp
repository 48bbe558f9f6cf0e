// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/rescue.h"

#include "core/base/error.h"
#include "core/base/zone.h"
#include "core/store/case_state.h"
#include "core/store/disk.h"
#include "core/store/json_text.h"
#include "core/store/rescue_parts.h"

namespace core::store {

namespace fs = std::filesystem;
using base::Error;
using base::ErrorCode;

namespace {

void checkTarget(const fs::path& from, const fs::path& to) {
    std::error_code error;
    if (fs::exists(to / kRescueMarkName, error))
        throw Error(ErrorCode::Exists,
                    "an earlier rescue into this folder was broken off: remove the folder, or choose another",
                    to.string());
    const fs::path old = fs::weakly_canonical(from);
    for (fs::path at = fs::weakly_canonical(to);; at = at.parent_path()) {
        if (at == old)
            throw Error(ErrorCode::InvalidInput, "the new case must not lie in the damaged one", to.string());
        if (at == at.parent_path()) return;
    }
}

std::string settingOr(const std::map<std::string, std::string>& settings, const char* key,
                      const std::string& otherwise) {
    const auto found = settings.find(key);
    return found == settings.end() || found->second.empty() ? otherwise : found->second;
}

void appendRescue(Database& database, const base::Clock& clock, const OldRows& old, const Rescued& rescued) {
    const std::string facts = jsonObject({{"app", LOGBOG_VERSION},
                                          {"old_head", old.head},
                                          {"old_entries", std::to_string(old.entries)},
                                          {"old_digest", old.digest},
                                          {"originals", std::to_string(rescued.originals)},
                                          {"bytes", std::to_string(rescued.bytes)},
                                          {"rows", std::to_string(rescued.rows)}});
    appendCustody(database, clock, "rescue", "case", withLost(facts, rescued.lost));
}

void fill(const DamagedCase& damaged, Rescued& rescued, base::Progress& progress) {
    CaseStore& store = *rescued.store;
    const auto database = store.connect();
    database->execute("PRAGMA foreign_keys = OFF"); // until finishRescue() rows may point at lost ones
    std::vector<std::string> objects;
    {
        WriteTransaction transaction(store.writeGate(), *database);
        WithoutTriggers triggers(*database);
        OldRows old;
        copyRows(damaged, *database, rescued, old);
        objects = copyOriginals(damaged, *database, old, rescued, progress);
        database->prepare("UPDATE finding SET seen_ms = ? WHERE seen_ms IS NULL")
            .with(store.clock().nowMs())
            .run();
        triggers.restore();
        appendRescue(*database, store.clock(), old, rescued);
        transaction.commit();
    }
    for (const std::string& id : objects) store.vault().settle(id);
}

} // namespace

std::string withLost(const std::string& object, const std::vector<CaseStore::Finding>& lost) {
    std::string text = object.substr(0, object.size() - 1) + ",\"lost\":[";
    for (const auto& one : lost) {
        if (text.back() != '[') text += ',';
        text += jsonObject({{"what", one.what}, {"subject", one.subject}, {"detail", one.detail}});
    }
    return text + "]}";
}

Rescued rescueCase(const fs::path& from, std::string_view secret, const fs::path& to,
                   std::string_view newPassphrase, KdfCost cost, const base::Clock& clock,
                   base::Progress& progress) {
    checkTarget(from, to);
    const DamagedCase damaged(from, secret);
    const auto settings = salvageSettings(damaged);
    std::string zone = settingOr(settings, "zone", base::kDefaultZone);
    if (!base::isKnownZone(zone)) zone = base::kDefaultZone;
    Rescued rescued;
    rescued.store =
        CaseStore::create(to, newPassphrase, settingOr(settings, "label", "Sag"), zone, cost, clock);
    for (const auto& finding : damaged.findings())
        if (finding.what == "database") rescued.lost.push_back(finding);
    try {
        writeDurably(rescued.store->folder() / kRescueMarkName, "");
        fill(damaged, rescued, progress);
    } catch (...) {
        rescued.store.reset();
        std::error_code ignored;
        fs::remove_all(to, ignored); // it was empty before
        throw;
    }
    return rescued;
}

} // namespace core::store
