// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// A case with something to share and something that must not leave.

#include "core/share/export.h"
#include "tests/support/temp_case.h"

namespace tests {

inline constexpr std::int64_t kMay3 = 1'746'302'657'000;
inline const std::string kHim = "+4512345601";

// Without messages around those of an incident, unless a test is about them.
inline core::share::ReportOptions reportOptions(int contextMessages = 0) {
    core::share::ReportOptions options;
    options.exhibitForm.contextMessages = contextMessages;
    options.localeFolder = std::filesystem::path(LOGBOG_SHARE) / "locale";
    options.assetsFolder = std::filesystem::path(LOGBOG_SHARE) / "logbog";
    return options;
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
