// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/services.h"

#include "app/common/app_paths.h"
#include "app/common/sample_case.h"
#include "app/sample_folder.h"
#include "app/store_session.h"
#include "core/base/zone.h"
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

} // namespace

ui::shell::ShellServices makeServices() {
    using core::store::CaseStore;
    ui::shell::ShellServices services;
    services.createCase = [](const std::filesystem::path& folder, const std::string& passphrase,
                             const std::string& label) -> ui::common::SessionPtr {
        return StoreSession::make(CaseStore::create(folder, passphrase, label, core::base::kDefaultZone,
                                                    core::store::KdfCost::Standard, systemClock()));
    };
    services.openCase = [](const std::filesystem::path& folder,
                           const std::string& passphrase) -> ui::common::SessionPtr {
        return StoreSession::make(CaseStore::open(folder, passphrase, systemClock()));
    };
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
