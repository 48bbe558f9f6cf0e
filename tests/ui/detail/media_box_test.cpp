// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/wx_main.h"
#include "ui/common/settings.h"
#include "ui/detail/media_box.h"

#include <catch2/catch_test_macros.hpp>
#include <wx/dcclient.h>
#include <wx/dcmemory.h>
#include <wx/frame.h>
#include <wx/stattext.h>

using core::model::ItemKind;
using ui::detail::MediaFacts;

namespace {

bool says(const wxWindow& window, const wxString& words) {
    for (const wxWindow* child : window.GetChildren())
        if (child->GetLabel().Contains(words) || says(*child, words)) return true;
    return false;
}

void keep(wxWindow* window, const std::string& name) {
    tests::waitFor([] { return false; }, 200);
    window->Refresh();
    window->Update();
    wxClientDC source(window);
    const wxSize size = window->GetClientSize();
    wxBitmap picture(size, 24);
    wxMemoryDC memory(picture);
    memory.Blit(0, 0, size.x, size.y, &source, 0, 0);
    memory.SelectObject(wxNullBitmap);
    tests::keepPicture(picture, name);
}

} // namespace

TEST_CASE("what an attachment is follows from its type, and an unknown type is a document") {
    using ui::detail::kindOfType;
    CHECK(kindOfType("image/heic") == ItemKind::Photo);
    CHECK(kindOfType("video/mp4") == ItemKind::Video);
    CHECK(kindOfType("audio/ogg; codecs=opus") == ItemKind::Audio);
    CHECK(kindOfType("application/pdf") == ItemKind::Document);
    CHECK(kindOfType("") == ItemKind::Document);
}

TEST_CASE("a video says how long and how big it is, and that it is not played") {
    ui::common::useUtf8();
    ui::common::setAssetsFolder(LOGBOG_ASSETS);
    ui::common::setLanguage(core::base::Language::English);
    const tests::TestFrame frame({320, 140});
    const MediaFacts facts{ItemKind::Video, 3725, 12'400'000, "VID_20250503.mp4"};
    const std::string line = ui::detail::mediaLine(facts).utf8_string();
    CHECK(line.starts_with("Video · 1:02:05 · 12"));
    CHECK(ui::detail::mediaLine({ItemKind::Audio, 65, 0, {}}).EndsWith("1:05"));
    CHECK(ui::detail::mediaLine({ItemKind::Document, 0, 0, {}}) == "Document");
    auto* box = ui::detail::makeMediaBox(frame.get(), facts);
    frame.fill(box);
    CHECK(says(*box, "VID_20250503.mp4"));
    CHECK(says(*box, "does not play"));
    keep(box, "media-box");
}
