// SPDX-License-Identifier: GPL-3.0-or-later
// A case that takes time to read, in the real window: the first rows at once, then all, and nothing jumps.
#include "app/store_session.h"
#include "tests/support/temp_case.h"
#include "tests/ui/shell/main_frame.h"
#include "ui/access/list_columns.h"
#include "ui/common/case_load.h"
#include "ui/common/settings.h"

#include <cstdlib>
#include <ctime>
#include <iostream>

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <wx/app.h>
#include <wx/frame.h>

using tests::kMay3;

namespace {

using ui::common::CaseView;
using ui::common::Ref;

constexpr int kMessages = ui::common::kFirstPageFrom + 500;
constexpr int kMany = 20'500; // more than the list takes at once

const core::base::Clock& theClock() {
    static const core::base::Clock c;
    return c;
}

ui::common::SessionPtr bigCase(const tests::TempFolder& folder, int messages = kMessages) {
    std::vector<std::string> lines;
    for (int i = 0; i < messages; ++i)
        lines.push_back(tests::smsLine("+4512345601", kMay3 + i * std::int64_t{60'000}, 1,
                                       (i % 2 == 0 ? "lige " : "ulige ") + std::to_string(i)));
    folder.write("sms.xml", tests::smsFile(lines));
    auto session = app::StoreSession::make(
        core::store::CaseStore::create(folder.path() / "case", "kaffe vindue cykel", "Sag A",
                                       "Europe/Copenhagen", core::store::KdfCost::Fast, theClock()));
    core::base::Progress progress;
    session->importFiles({folder.path() / "sms.xml"}, {}, progress);
    core::model::Incident early, late;
    early.start.utcMs = kMay3 + 90'000;
    late.start.utcMs = kMay3 + std::int64_t{9000} * 60'000;
    session->editor().saveIncident(early);
    session->editor().saveIncident(late);
    return session;
}

struct Frame : tests::MainFrame {
    void open(ui::common::SessionPtr session) const {
        frame->openCase(std::move(session));
        REQUIRE(waitForAll());
    }
    bool waitForAll() const {
        return tests::waitFor([&] { return view().isLoaded() && !view().isLoading(); }, 20'000);
    }
    CaseView& view() const { return frame->page()->view(); }
    wxDataViewCtrl& list() const { return *frame->page()->table().control(); }
};

// The rows of each time that new ones came.
struct Seen {
    explicit Seen(CaseView& view)
        : came(view.dataChanged.add([this, &view] { all.push_back(view.dataPtr()); })) {}
    std::vector<std::shared_ptr<const ui::common::ViewData>> all;
    ui::common::Subscription came;
};

bool beginsWith(const std::vector<Ref>& rows, const std::vector<Ref>& first) {
    return rows.size() > first.size() && std::equal(first.begin(), first.end(), rows.begin());
}

void checkFirstThenAll(const Seen& seen) {
    REQUIRE(seen.all.size() == 2);
    CHECK_FALSE(seen.all[0]->isWhole);
    CHECK(seen.all[1]->isWhole);
    CHECK(seen.all[0]->rows.size() >= ui::common::kFirstPage);
    CHECK(beginsWith(seen.all[1]->rows, seen.all[0]->rows));
}

unsigned firstRow(wxDataViewCtrl& list) {
    std::optional<ui::access::ListPlace> place;
    tests::waitFor([&] { return (place = ui::access::placeOf(list)).has_value(); });
    return place ? place->row : 0;
}

double seconds(clockid_t which) {
    timespec t{};
    clock_gettime(which, &t);
    return static_cast<double>(t.tv_sec) + static_cast<double>(t.tv_nsec) / 1e9;
}

double now() { return seconds(CLOCK_MONOTONIC); }
double work() { return seconds(CLOCK_THREAD_CPUTIME_ID); } // of the window's thread

} // namespace

TEST_CASE("a big case shows its first rows, then all, and then the first rows of whatever is asked for") {
    const tests::TempFolder folder;
    const Frame shown;
    shown.frame->openCase(bigCase(folder));
    {
        const Seen seen(shown.view());
        REQUIRE(shown.waitForAll());
        checkFirstThenAll(seen);
        CHECK(seen.all[0]->stored == kMessages);
        CHECK(seen.all[0]->rows[2].incident); // the early one, and not the late one
        CHECK(seen.all[1]->rows.size() == kMessages + 2);
    }
    ui::common::ViewFilter filter;
    filter.items.search = "ulige";
    {
        const Seen seen(shown.view());
        shown.view().setFilter(filter);
        REQUIRE(shown.waitForAll());
        checkFirstThenAll(seen);
        CHECK(seen.all[1]->items == kMessages / 2);
    }
    {
        const Seen seen(shown.view());
        shown.view().setOrder({core::query::ItemSort::Time, true});
        REQUIRE(shown.waitForAll());
        checkFirstThenAll(seen);
    }
    shown.frame->closeCase();
}

TEST_CASE("what is asked for later is shown, whatever was being read for before") {
    const tests::TempFolder folder;
    const Frame shown;
    shown.open(bigCase(folder));
    ui::common::ViewFilter filter;
    for (const char* words : {"u", "ul", "uli", "ulige 77", "ulige 777"}) {
        filter.items.search = words;
        shown.view().setFilter(filter);
        tests::waitFor([] { return false; }, 5);
    }
    REQUIRE(shown.waitForAll());
    CHECK(shown.view().data().filter == filter);
    CHECK(shown.view().data().items == 14); // 777, 1777, ... 7771, 7773, ...
    shown.view().setFilter({});
    REQUIRE(shown.waitForAll());
    CHECK(shown.view().data().items == kMessages);
    CHECK(shown.view().data().facets.all == kMessages);
    shown.frame->closeCase();
}

TEST_CASE("another order that is asked for while the case is being read comes with all of it") {
    const tests::TempFolder folder;
    const Frame shown;
    shown.frame->openCase(bigCase(folder));
    CaseView& view = shown.view();
    const auto came = view.dataChanged.add([&view] { view.setOrder({core::query::ItemSort::Kind, true}); });
    REQUIRE(shown.waitForAll());
    CHECK(view.data().order.sort == core::query::ItemSort::Kind);
    CHECK(view.data().isWhole);
    CHECK(view.data().rows.size() == kMessages + 2);
    CHECK(view.data().whole->items == kMessages);
    CHECK(view.data().whole->sources.size() == 1);
    CHECK(view.data().whole->index->datedCount() == kMessages + 2);
    shown.frame->closeCase();
}

TEST_CASE("the list stays where it was scrolled to when the case changes, also where it fills up slowly") {
    const int messages = GENERATE(kMessages, kMany);
    const bool selects = GENERATE(false, true);
    CAPTURE(messages, selects);
    const tests::TempFolder folder;
    const Frame shown;
    shown.open(bigCase(folder, messages));
    const auto& model = dynamic_cast<wxDataViewVirtualListModel&>(*shown.list().GetModel());
    const auto isFull = [&] { return model.GetCount() == shown.view().data().rows.size(); };
    REQUIRE(tests::waitFor(isFull, 10'000));
    // GTK measures its rows in idle time, and what it measures above moves the place.
    REQUIRE(tests::waitFor(
        [&] {
            if (firstRow(shown.list()) == 6000) return true;
            ui::access::scrollTo(shown.list(), {6000, 0});
            return false;
        },
        20'000));
    const Ref first = shown.view().data().rows[6000];
    if (selects) {
        shown.view().select({shown.view().data().rows[6003]});
        tests::waitFor([] { return false; }, 300);
        REQUIRE(firstRow(shown.list()) == 6000);
    }
    core::model::Incident incident;
    incident.start.utcMs = kMay3 - 60'000; // a row above all others
    shown.view().session().editor().saveIncident(incident);
    const std::size_t rows = static_cast<std::size_t>(messages) + 3;
    REQUIRE(tests::waitFor([&] { return shown.view().data().rows.size() == rows; }, 20'000));
    REQUIRE(shown.waitForAll());
    REQUIRE(tests::waitFor(isFull, 10'000));
    tests::waitFor([] { return false; }, 300);
    CHECK(shown.view().data().rows[firstRow(shown.list())] == first);
    shown.frame->closeCase();
}

// Not a test: LOGBOG_BIG_CASE=FOLDER test_ui_shell "[measure]", on what store-bench fill has made. "busy" is
// the longest time that the window did not answer, in seconds of its own thread.
TEST_CASE("how long a big case takes to open", "[.][measure]") {
    const char* folder = std::getenv("LOGBOG_BIG_CASE");
    REQUIRE(folder);
    const Frame shown;
    double busy = 0;
    const auto waitFor = [&busy](const std::function<bool()>& condition) {
        busy = 0;
        double last = work();
        REQUIRE(tests::waitFor(
            [&] {
                busy = std::max(busy, work() - last);
                last = work();
                return condition();
            },
            120'000));
    };
    const double began = now();
    auto store = core::store::CaseStore::open(folder, "en lang sætning til målingen", theClock());
    const double opened = now();
    shown.frame->openCase(app::StoreSession::make(std::move(store)));
    const CaseView& view = shown.view();
    waitFor([&] { return !view.data().rows.empty() && ui::access::placeOf(shown.list()); });
    shown.list().Update();
    std::cout << "opened " << opened - began << ", first rows " << now() - began << " (busy " << busy << ")";
    waitFor([&] { return view.isLoaded() && !view.isLoading(); });
    std::cout << ", all " << now() - began << " (busy " << busy << ")";
    waitFor([&] {
        return dynamic_cast<wxDataViewVirtualListModel&>(*shown.list().GetModel()).GetCount() ==
               view.data().rows.size();
    });
    std::cout << ", all in the list " << now() - began << " (busy " << busy << ")";
    ui::common::ViewFilter filter;
    filter.items.search = "ikke";
    const double asked = now();
    shown.view().setFilter(filter);
    waitFor([&] { return view.data().filter == filter; });
    std::cout << "; search: first rows " << now() - asked << " (busy " << busy << ")";
    waitFor([&] { return !view.isLoading(); });
    std::cout << ", all " << now() - asked << " (busy " << busy << ")" << std::endl;
    shown.frame->closeCase();
}
