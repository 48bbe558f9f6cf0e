// SPDX-License-Identifier: GPL-3.0-or-later
// The window with the pages before they leave, over a real case.
#include "tests/support/temp_folder.h"
#include "tests/support/wx_main.h"
#include "tests/ui/dialogs/open_session.h"
#include "ui/access/accessible.h"
#include "ui/common/settings.h"
#include "ui/report/preview/preview_window.h"

#include <catch2/catch_test_macros.hpp>
#include <wx/button.h>
#include <wx/frame.h>
#include <wx/srchctrl.h>
#include <wx/textctrl.h>

using namespace ui::report;
using tests::OpenSession;
using tests::TestFrame;
using tests::waitFor;

namespace {

constexpr int kWorkMs = 30'000;

core::share::ReportOptions options() {
    core::share::ReportOptions options;
    options.language = core::base::Language::English;
    options.assetsFolder = LOGBOG_ASSETS;
    return options;
}

void writeIncident(const OpenSession& open) {
    core::model::Incident incident;
    incident.start.utcMs = tests::kFirstMessageMs;
    incident.status = core::model::IncidentStatus::Ready;
    incident.items = open.session->reader().itemIds({});
    open.session->editor().saveIncident(incident);
}

struct Preview {
    explicit Preview(const OpenSession& open) {
        writeIncident(open);
        ui::common::setLanguage(core::base::Language::English);
        window = new PreviewWindow(frame.get(), open.session, options());
        window->Show();
        waitFor([&] { return !window->isMaking() && window->canvas()->layout().count() > 0; }, kWorkMs);
    }
    ~Preview() {
        window->Destroy();
        tests::pump();
        ui::common::setLanguage(core::base::Language::Danish);
    }
    void key(wxWindow* to, int code) const {
        wxKeyEvent event(wxEVT_KEY_DOWN);
        event.m_keyCode = code;
        event.SetEventObject(to);
        to->GetEventHandler()->ProcessEvent(event);
        tests::pump();
    }
    TestFrame frame;
    PreviewWindow* window = nullptr;
};

} // namespace

TEST_CASE("the preview shows the pages, is gone through by keys, and gives no exhibit a number", "[ui]") {
    const OpenSession open;
    Preview p(open);
    PageCanvas* canvas = p.window->canvas();
    const int count = canvas->layout().count();
    REQUIRE(count > 3);
    CHECK(open.session->reader().exhibits().empty());
    CHECK(p.window->pageField()->GetValue() == "1");
    p.key(canvas, WXK_PAGEDOWN);
    CHECK(canvas->currentPage() == 1);
    CHECK(p.window->pageField()->GetValue() == "2");
    CHECK(p.window->small()->currentPage() == 1);
    CHECK(ui::access::nameOf(*canvas) == wxString::Format("Page 2 of %d", count));
    p.key(canvas, WXK_END);
    CHECK(canvas->currentPage() == count - 1);
    p.key(p.window->small(), WXK_HOME);
    CHECK(canvas->currentPage() == 0);
    p.window->pageField()->SetValue("9999");
    wxCommandEvent enter(wxEVT_TEXT_ENTER, p.window->pageField()->GetId());
    enter.SetEventObject(p.window->pageField());
    p.window->pageField()->GetEventHandler()->ProcessEvent(enter);
    CHECK(canvas->currentPage() == count - 1);
    CHECK(p.window->pageField()->GetValue() == wxString::Format("%d", count));
}

TEST_CASE("the whole width is filled by the page that is seen, upright or wide", "[ui]") {
    const OpenSession open;
    Preview p(open);
    PageCanvas* canvas = p.window->canvas();
    const auto isWide = [&](int page) {
        return canvas->layout().box(page).width > canvas->layout().box(page).height;
    };
    int upright = 0, wide = 0;
    while (isWide(upright)) ++upright;
    while (wide + 1 < canvas->layout().count() && !isWide(wide)) ++wide;
    REQUIRE(isWide(wide));
    for (const int page : {upright, wide, upright}) {
        canvas->goTo(page);
        CHECK(canvas->currentPage() == page);
        CHECK(canvas->layout().box(page).width > canvas->GetClientSize().x * 9 / 10);
        CHECK(canvas->layout().box(page).width <= canvas->GetClientSize().x);
    }
}

TEST_CASE("words are found in the pages and gone to, round and round", "[ui]") {
    const OpenSession open;
    Preview p(open);
    p.window->searchField()->ChangeValue("slukker du lyset");
    p.window->find();
    REQUIRE(waitFor([&] { return !p.window->isSearching() && !p.window->hits().empty(); }, kWorkMs));
    const int page = p.window->canvas()->currentPage();
    CHECK(page == p.window->hits().front().page);
    for (std::size_t i = 0; i < p.window->hits().size(); ++i) p.window->find();
    CHECK(p.window->canvas()->currentPage() == page);
    p.window->searchField()->ChangeValue("findes slet ikke");
    p.window->find();
    REQUIRE(waitFor([&] { return !p.window->isSearching() && p.window->hits().empty(); }, kWorkMs));
}

TEST_CASE("drawn pages are kept within a limit, the last used ones, and drawn again when they are wanted",
          "[ui]") {
    const TestFrame frame;
    const OpenSession open;
    writeIncident(open);
    core::base::Progress progress;
    const auto pages = open.session->previewReport(options(), progress);
    constexpr int kWidth = 400;
    const std::size_t one = 400U * 600U * 4U;
    PageStore store(frame.get(), pages, 2 * one);
    int drawn = 0;
    store.onDrawn([&](int) { ++drawn; });
    store.want(0, {{0, kWidth}, {1, kWidth}, {2, kWidth}, {3, kWidth}});
    REQUIRE(waitFor([&] { return drawn == 4; }, kWorkMs));
    CHECK(store.bytes() <= 2 * one);
    CHECK(store.has({3, kWidth}));
    CHECK_FALSE(store.has({0, kWidth}));
    CHECK(store.bitmap({3, 900}).IsOk()); // of another width until the right one is there
    store.want(0, {{0, kWidth}});
    REQUIRE(waitFor([&] { return store.has({0, kWidth}); }, kWorkMs));
    store.want(0, {{1, kWidth}, {2, kWidth}}); // a job that outlives the store
}
