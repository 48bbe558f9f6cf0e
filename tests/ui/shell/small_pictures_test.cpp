// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store_session.h"
#include "core/image/picture.h"
#include "tests/support/fixed_clock.h"
#include "tests/support/temp_folder.h"
#include "tests/ui/shell/main_frame.h"
#include "ui/common/labels.h"
#include "ui/shell/small_pictures.h"

#include <catch2/catch_test_macros.hpp>
#include <wx/frame.h>

using core::timeline::EntryRef;
using ui::shell::SmallPictures;

namespace {

const core::base::Clock& theClock() {
    static const core::base::Clock clock;
    return clock;
}

// Photos of one colour each, an hour apart by their names, and one that is no picture.
struct Photos {
    explicit Photos(int count) {
        for (int i = 0; i < count; ++i) {
            core::image::Picture picture{400, 300, {}};
            for (int p = 0; p < 400 * 300; ++p) picture.rgb.insert(picture.rgb.end(), {0, 200, 0});
            folder.write("photos/IMG_20250503_" + std::to_string(10 + i) + "0000.jpg",
                         core::image::encodeJpeg(picture, 90) +
                             std::string(static_cast<std::size_t>(i), 'x'));
        }
        folder.write("photos/IMG_20250504_100000.jpg", "\xFF\xD8\xFF\xE0 no more of it");
        session = app::StoreSession::make(
            core::store::CaseStore::create(folder.path() / "case", "kaffe vindue cykel", "Sag A",
                                           "Europe/Copenhagen", core::store::KdfCost::Fast, theClock()));
        core::base::Progress progress;
        session->importFiles({folder.path() / "photos"}, {}, progress);
    }
    std::vector<EntryRef> refs() const {
        std::vector<EntryRef> all;
        for (const auto id : session->reader().itemIds({})) all.push_back({id, false});
        return all;
    }
    std::size_t filesOutsideCase() const {
        std::size_t count = 0;
        for (const auto& entry : std::filesystem::recursive_directory_iterator(folder.path()))
            count += entry.is_regular_file() && entry.path().string().find("/case/") == std::string::npos;
        return count;
    }
    tests::TempFolder folder;
    ui::common::SessionPtr session;
};

int greenIn(const wxBitmap& bitmap) {
    const wxImage image = bitmap.ConvertToImage();
    int count = 0;
    for (int i = 0; i < image.GetWidth() * image.GetHeight(); ++i) {
        const unsigned char* p = image.GetData() + 3 * i;
        count += p[0] < 20 && p[1] > 180 && p[2] < 20;
    }
    return count;
}

} // namespace

TEST_CASE("small pictures come from the encrypted originals by a worker, and leave nothing on the disk") {
    const Photos photos(5);
    const std::size_t files = photos.filesOutsideCase();
    const tests::TestFrame frame;
    int told = 0;
    const auto pictures = std::make_shared<SmallPictures>(frame.get(), photos.session, [&] { ++told; });
    const auto refs = photos.refs();
    REQUIRE(refs.size() == 6);
    pictures->want(refs, 100);
    CHECK(pictures->isWorking());
    CHECK(pictures->find(refs[0]) == nullptr); // nothing is read on this thread
    REQUIRE(tests::waitFor([&] { return !pictures->isWorking(); }, 10000));
    CHECK(told > 0);
    int come = 0;
    for (const EntryRef& ref : refs) {
        const wxImage* image = pictures->find(ref);
        if (image == nullptr) continue;
        ++come;
        CHECK(image->GetWidth() == 100);
        CHECK(image->GetHeight() == 75);
    }
    CHECK(come == 5); // of the one that is no picture there is none
    CHECK(pictures->heldBytes() == 5 * 100 * 75 * 3);
    pictures->want(refs, 100);
    CHECK_FALSE(pictures->isWorking());                   // nor is it tried again
    CHECK(pictures->find({refs[0].id, true}) == nullptr); // an incident of that number has none
    CHECK(photos.filesOutsideCase() == files);
}

TEST_CASE("what is no longer in view is given up for what is, and what is in view comes all the same") {
    const Photos photos(12);
    const tests::TestFrame frame;
    const auto pictures = std::make_shared<SmallPictures>(frame.get(), photos.session, [] {});
    const auto refs = photos.refs();
    for (std::size_t i = 0; i < refs.size(); ++i) // a view that is panned on and on
        pictures->want({refs.begin() + static_cast<std::ptrdiff_t>(i), refs.end()}, 100);
    pictures->want({refs[3]}, 100);
    REQUIRE(tests::waitFor([&] { return !pictures->isWorking(); }, 10000));
    CHECK(pictures->find(refs[3]) != nullptr);
    pictures->want({}, 100);
    CHECK_FALSE(pictures->isWorking());
}

TEST_CASE("closing the pictures or the case while they are read holds nothing open") {
    for (const bool dropsPictures : {true, false}) {
        Photos photos(12);
        const std::weak_ptr<ui::common::CaseSession> weak = photos.session;
        auto frame = std::make_unique<tests::TestFrame>();
        int told = 0;
        auto pictures = std::make_shared<SmallPictures>(frame->get(), photos.session, [&] { ++told; });
        pictures->want(photos.refs(), 100);
        photos.session.reset();
        if (!dropsPictures) frame.reset();
        pictures.reset();
        CHECK(tests::waitFor([&] { return weak.expired(); }, 10000));
        tests::pump();
        CHECK(told == 0);
    }
}

TEST_CASE("the timeline of a case keeps pictures closed until they are opened, and closes them again") {
    const Photos photos(4);
    const tests::MainFrame shown;
    ui::shell::MainFrame* const frame = shown.frame;
    frame->SetClientSize(1600, 900);
    frame->openCase(photos.session);
    REQUIRE(frame->hasCase());
    auto& view = frame->page()->view();
    REQUIRE(tests::waitFor([&] { return view.isLoaded() && !view.isLoading(); }, 10000));
    auto& pane = frame->page()->timeline();
    REQUIRE(tests::waitFor([&] { return pane.control()->summary().hasPictures; }, 5000));
    CHECK_FALSE(pane.hasOpenPictures());
    CHECK(greenIn(pane.control()->picture()) == 0);
    pane.openPictures(true);
    CHECK(tests::waitFor([&] { return greenIn(pane.control()->picture()) > 500; }, 10000));
    pane.openPictures(false);
    CHECK(greenIn(pane.control()->picture()) == 0);
    pane.openPictures(true); // and the case is closed while they are read
    pane.control()->picture();
    frame->closeCase();
    tests::pump();
    frame->openCase(photos.session);
    CHECK_FALSE(frame->page()->timeline().hasOpenPictures());
    frame->closeCase();
}
