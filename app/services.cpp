// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/services.h"

#include "app/common/app_paths.h"
#include "app/common/recovery_sheet.h"
#include "app/common/sample_case.h"
#include "app/sample_folder.h"
#include "app/store_session.h"
#include "core/base/error.h"
#include "core/base/zone.h"
#include "core/store/recovery_code.h"
#include "ui/common/to_wx.h"

#include <wx/fileconf.h>
#include <wx/stdpaths.h>

namespace app {
namespace {

const core::base::Clock& systemClock() {
    static const core::base::Clock clock;
    return clock;
}

wxFileConfig openConfig() {
    wxStandardPaths& paths = wxStandardPaths::Get();
    paths.SetFileLayout(wxStandardPaths::FileLayout_XDG);
    const wxString folder = paths.GetUserConfigDir();
    return wxFileConfig("logbog", wxEmptyString, folder + "/logbog.conf", wxEmptyString,
                        wxCONFIG_USE_LOCAL_FILE);
}

core::store::CaseStore& storeOf(const ui::common::SessionPtr& session) {
    return dynamic_cast<StoreSession&>(*session).store();
}

ui::shell::KeyServices makeKeyServices() {
    using core::store::RecoveryEntry;
    using ui::common::SessionPtr;
    ui::shell::KeyServices keys;
    keys.readCode = [](std::string_view typed) {
        const RecoveryEntry entry = core::store::readRecoveryCode(typed);
        return ui::shell::TypedCode{entry.state == RecoveryEntry::State::Sound, entry.group};
    };
    keys.changePassphrase = [](const SessionPtr& session, std::string_view present, std::string_view next) {
        storeOf(session).changePassphrase(present, next, core::store::KdfCost::Standard);
    };
    keys.hasRecovery = [](const SessionPtr& session) { return storeOf(session).hasRecovery(); };
    keys.makeRecovery = [](const SessionPtr& session, std::string_view passphrase) {
        core::base::SecretText code = core::store::makeRecoveryCode();
        storeOf(session).setRecovery(passphrase, code.view());
        return code;
    };
    keys.writeRecoverySheet = [](const SessionPtr& session, std::string_view code,
                                 const std::filesystem::path& out) {
        const auto reader = session->openReader();
        writeRecoverySheet({reader->label(), reader->zone(), systemClock().nowMs()}, code, localeFolder(),
                           out);
    };
    keys.withdrawRecovery = [](const SessionPtr& session, std::string_view passphrase) {
        storeOf(session).withdrawRecovery(passphrase);
    };
    return keys;
}

} // namespace

ui::shell::ShellServices makeServices() {
    using core::store::CaseStore;
    ui::shell::ShellServices services;
    services.createCase = [](const std::filesystem::path& folder, std::string_view passphrase,
                             const std::string& label) -> ui::common::SessionPtr {
        return StoreSession::make(CaseStore::create(folder, passphrase, label, core::base::kDefaultZone,
                                                    core::store::KdfCost::Standard, systemClock()));
    };
    services.openCase = [](const std::filesystem::path& folder,
                           std::string_view passphrase) -> ui::common::SessionPtr {
        auto store = CaseStore::open(folder, passphrase, systemClock());
        if (store->openedWithRecovery())
            throw core::base::Error(core::base::ErrorCode::Internal,
                                    "a recovery code without a new passphrase");
        return StoreSession::make(std::move(store));
    };
    services.recoverCase = [](const std::filesystem::path& folder, std::string_view code,
                              std::string_view next) -> ui::common::SessionPtr {
        auto store = CaseStore::open(folder, code, systemClock());
        store->changePassphrase(code, next, core::store::KdfCost::Standard);
        return StoreSession::make(std::move(store));
    };
    services.keys = makeKeyServices();
    services.commonPasswords = core::base::CommonPasswords::load(assetsFolder() / "passwords" / "common.txt");
    services.makeSample = [](core::base::Progress& progress) -> ui::common::SessionPtr {
        auto folder = std::make_shared<const SampleFolder>();
        auto sample = makeSampleCase(folder->path(), assetsFolder(), systemClock(), progress);
        return StoreSession::make(std::move(sample.store), std::move(folder));
    };
    try {
        services.samplePassphrase = samplePassphrase(assetsFolder());
    } catch (const core::base::Error&) {
        // Without the sample's description the sample cannot be made either; that says so when it is asked
        // for.
    }
    services.kept = readKept();
    services.keep = writeKept;
    return services;
}

ui::shell::KeptSettings readKept() {
    const wxFileConfig config = openConfig();
    ui::shell::KeptSettings kept;
    const wxString language = config.Read("language", wxEmptyString);
    if (language == "da") kept.language = core::base::Language::Danish;
    if (language == "en") kept.language = core::base::Language::English;
    kept.width = static_cast<int>(config.ReadLong("window/width", 0));
    kept.height = static_cast<int>(config.ReadLong("window/height", 0));
    kept.maximized = config.ReadBool("window/maximized", false);
    kept.sidebar = config.ReadBool("window/filters", true);
    kept.detail = config.ReadBool("window/details", true);
    return kept;
}

void writeKept(const ui::shell::KeptSettings& kept) {
    wxFileConfig config = openConfig();
    if (kept.language) config.Write("language", *kept.language == core::base::Language::Danish ? "da" : "en");
    config.Write("window/width", kept.width);
    config.Write("window/height", kept.height);
    config.Write("window/maximized", kept.maximized);
    config.Write("window/filters", kept.sidebar);
    config.Write("window/details", kept.detail);
    config.Flush();
}

} // namespace app
