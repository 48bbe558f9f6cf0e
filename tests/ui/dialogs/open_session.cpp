// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/dialogs/open_session.h"

#include "tests/support/temp_case.h"
#include "tests/support/wx_main.h"
#include "ui/common/settings.h"

#include <wx/dcclient.h>
#include <wx/dcmemory.h>
#include <wx/window.h>

namespace tests {

namespace {
constexpr std::int64_t kMinute = 60'000;
const std::string kNumber = "+4520110917";
} // namespace

OpenSession::OpenSession() {
    ui::common::setAssetsFolder(LOGBOG_ASSETS);
    auto store = core::store::CaseStore::create(folder.path() / "case", "en lang sætning her", "Sag T",
                                                "Europe/Copenhagen", core::store::KdfCost::Fast, clock);
    session = app::StoreSession::make(std::move(store));
    core::base::Progress progress;
    session->importFiles({writeExport()}, {}, progress);
}

std::filesystem::path OpenSession::writeExport() const {
    std::vector<std::string> messages, calls;
    for (int i = 0; i < 12; ++i)
        messages.push_back(smsLine(kNumber, kFirstMessageMs + i * 9 * kMinute, 1,
                                   i == 0 ? "Hvorfor slukker du lyset?" : "Svar mig " + std::to_string(i)));
    for (int i = 0; i < 3; ++i) calls.push_back(callLine(kNumber, kFirstMessageMs + i * kMinute, 3, 0));
    folder.write("exports/calls.xml", callFile(calls));
    folder.write("exports/notes.pages", std::string("\x01\x02unreadable\x00", 13));
    folder.write("exports/sms.xml", smsFile(messages));
    return folder.path() / "exports";
}

void OpenSession::sayWhoTheOffenderIs() {
    std::vector<core::model::Id> ids;
    for (const auto& row : session->reader().identifiers())
        if (row.normal == kNumber) ids.push_back(row.id);
    session->editor().assignIdentifiers(ids, core::model::PartyRole::Offender);
}

void keepWindow(wxWindow* window, const std::string& name) {
    waitFor([] { return false; }, 300); // wrapped texts lay themselves out in a second round
    window->Refresh();
    window->Update();
    waitFor([] { return false; }, 200);
    // From the window itself: a screen DC keeps the first picture it was asked for.
    wxClientDC source(window);
    const wxSize size = window->GetClientSize();
    wxBitmap picture(size, 24);
    wxMemoryDC memory(picture);
    memory.Blit(0, 0, size.x, size.y, &source, 0, 0);
    memory.SelectObject(wxNullBitmap);
    keepPicture(picture, name);
}

} // namespace tests
