// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// A case with something to share and something that must not leave.

#include "core/share/export.h"
#include "tests/support/temp_case.h"

namespace tests {

// Without messages around those of an incident, unless a test is about them.
inline core::share::ReportOptions reportOptions(int contextMessages = 0) {
    core::share::ReportOptions options;
    options.exhibitForm.contextMessages = contextMessages;
    options.localeFolder = std::filesystem::path(LOGBOG_SHARE) / "locale";
    options.assetsFolder = std::filesystem::path(LOGBOG_SHARE) / "logbog";
    return options;
}

inline std::vector<core::share::PackageFinding> verify(const std::filesystem::path& package) {
    core::base::Progress progress;
    return core::share::verifyPackage(package, progress);
}

// A new incident of that evening with these items; its id.
inline core::model::Id incidentWith(TempCase& c, const std::vector<core::model::Id>& items) {
    core::model::Incident incident;
    incident.start.utcMs = kMay3;
    const auto id = c.editor->saveIncident(incident);
    c.editor->addToIncident(id, items);
    return id;
}

// Whether a file somewhere in the folder has the word in its bytes.
inline bool holds(const std::filesystem::path& folder, const std::string& word) {
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder))
        if (entry.is_regular_file() && readFile(entry.path()).find(word) != std::string::npos) return true;
    return false;
}

// Two exports: one that may leave, one that holds her new address in its words.
inline void fillCase(TempCase& c) {
    c.importFile("sms.xml", smsFile({smsLine(kHim, kMay3, 1, "Er du hjemme? 😀"),
                                     smsLine(kHim, kMay3 + 60000, 1, "Svar mig")}));
    c.importFile("mail.eml", mailText("him@example.com", "her@example.org", "Sun, 4 May 2025 22:04:17 +0200",
                                      "hus", "Jeg ved, at du bor på lærkebakken  27."));
    c.sayWho({kHim, "him@example.com"}, {"her@example.org", "+4512345700"});
    c.editor->addProtectedTerm("Lærkebakken 27", "adresse");
    c.acceptAllEpisodes();
}

} // namespace tests
