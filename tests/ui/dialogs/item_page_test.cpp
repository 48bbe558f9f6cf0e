// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/image/picture.h"
#include "tests/support/base64.h"
#include "tests/support/exif_thumbnail.h"
#include "tests/support/wx_main.h"
#include "tests/ui/dialogs/open_session.h"
#include "ui/common/format_words.h"
#include "ui/common/settings.h"
#include "ui/detail/detail_pages.h"
#include "ui/detail/picture_box.h"
#include "ui/detail/transcript_dialog.h"
#include "ui/form/when_row.h"
#include "ui/incident/time_dialog.h"

#include <fstream>
#include <iterator>

#include <catch2/catch_test_macros.hpp>
#include <wx/button.h>
#include <wx/frame.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>

using tests::OpenSession;
using tests::TestFrame;
using tests::waitFor;
using ui::detail::FactList;
using ui::detail::PictureBox;

namespace {

core::query::ItemDetail bring(const OpenSession& open, const std::string& name, const std::string& bytes) {
    open.folder.write("more/" + name, bytes);
    core::base::Progress progress;
    open.session->importFiles({open.folder.path() / "more" / name}, {}, progress);
    for (const auto& source : open.session->reader().sources()) {
        if (source.name != name) continue;
        core::query::ItemFilter filter;
        filter.source = source.id;
        return *open.session->reader().item(open.session->reader().itemIds(filter).at(0));
    }
    return {};
}

std::string film(const std::string& name) {
    std::ifstream in(std::string(LOGBOG_TEST_DATA) + "/film/" + name, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

template <typename Window>
Window* findIn(wxWindow& window) {
    for (wxWindow* child : window.GetChildren()) {
        if (auto* found = dynamic_cast<Window*>(child)) return found;
        if (auto* found = findIn<Window>(*child)) return found;
    }
    return nullptr;
}

bool hasText(const wxWindow& window, const wxString& text) {
    for (const wxWindow* child : window.GetChildren()) {
        const auto* line = dynamic_cast<const wxStaticText*>(child);
        if ((line != nullptr && line->GetLabel().Contains(text)) || hasText(*child, text)) return true;
    }
    return false;
}

wxButton* buttonOf(wxWindow& window, const wxString& label) {
    for (wxWindow* child : window.GetChildren()) {
        auto* button = dynamic_cast<wxButton*>(child);
        if (button != nullptr && button->GetLabel() == label) return button;
        if (wxButton* found = buttonOf(*child, label)) return found;
    }
    return nullptr;
}

// A wide picture in a mail, with what its Exif says of how it was held.
std::string mailWithPicture(int orientation) {
    core::image::Picture wide{120, 40, {}};
    wide.rgb.resize(std::size_t{120} * 40 * 3, 90);
    const std::string exif = tests::exifWithThumbnail({}, {.orientation = orientation});
    return "From: a@example.org\r\nDate: Mon, 5 May 2025 10:00:00 +0200\r\nMessage-ID: <" +
           std::to_string(orientation) +
           "@example.org>\r\nContent-Type: image/jpeg; name=\"p.jpg\"\r\nContent-Transfer-Encoding: "
           "base64\r\n"
           "Content-Disposition: attachment; filename=\"p.jpg\"\r\n\r\n" +
           tests::base64(tests::withExif(core::image::encodeJpeg(wide, 90), exif)) + "\r\n";
}

// The page of an item in a frame of its own.
struct Page {
    explicit Page(const OpenSession& open, wxSize size = {360, 760})
        : frame(size), view(frame.get(), open.session), list(new FactList(frame.get(), "page")) {
        frame.fill(list);
    }
    ~Page() {
        waitFor([this] { return view.isLoaded() && !view.isLoading(); }, 10000);
    } // its jobs end before it
    void show(const core::query::ItemDetail& item) {
        list->begin();
        ui::detail::fillItemPage(*list, view, item, {});
        list->end();
    }
    TestFrame frame;
    ui::common::CaseView view;
    FactList* list;
};

} // namespace

TEST_CASE("a film shows a still once it is asked for, and a broken one says that there is none", "[ui]") {
    const OpenSession open;
    ui::common::useUtf8();
    ui::common::setLanguage(core::base::Language::English);
    Page page(open);
    page.show(bring(open, "film.mp4", film("film.mp4")));
    auto* box = findIn<PictureBox>(*page.list);
    REQUIRE(box != nullptr);
    CHECK_FALSE(box->isOpen());
    REQUIRE(buttonOf(*box, "Show a still of the film") != nullptr);
    CHECK(buttonOf(*box, "Show a still of the film")->GetName().Contains("film.mp4"));
    tests::keepWindow(page.frame.get(), "film-closed");
    box->open();
    CHECK(waitFor([&] { return box->isOpen(); }, 10000));
    tests::keepWindow(page.frame.get(), "film-open");

    page.show(bring(open, "sound_only.mp4", film("sound_only.mp4")));
    box = findIn<PictureBox>(*page.list);
    if (box != nullptr) { // read as a sound, it has no such button at all
        box->open();
        CHECK(waitFor([&] { return !box->isWorking(); }, 10000));
        CHECK_FALSE(box->isOpen());
    }
    ui::common::setLanguage(core::base::Language::Danish);
}

TEST_CASE("a picture in a mail is shown the way up it was taken", "[ui]") {
    const OpenSession open;
    Page page(open);
    const auto heightOf = [&](int orientation) {
        page.show(bring(open, std::to_string(orientation) + ".eml", mailWithPicture(orientation)));
        auto* box = findIn<PictureBox>(*page.list);
        REQUIRE(box != nullptr);
        box->open();
        REQUIRE(waitFor([&] { return box->isOpen(); }, 10000));
        return box->GetMinSize().y;
    };
    CHECK(heightOf(6) - heightOf(1) == 120 - 40);
}

TEST_CASE("what is said in a recording is written down on its page, and a message has no such button",
          "[ui]") {
    const OpenSession open;
    ui::common::useUtf8();
    ui::common::setLanguage(core::base::Language::English);
    Page page(open);
    auto item = bring(open, "besked.mp3", film("sound.mp3"));
    page.show(item);
    CHECK(buttonOf(*page.list, wxString::FromUTF8("Write down what is said…")) != nullptr);
    ui::detail::TranscriptDialog dialog(page.frame.get(), open.session, item);
    dialog.Show();
    CHECK(dialog.field()->GetName() == "What is said");
    dialog.field()->SetValue("Jeg ved godt hvor du bor");
    tests::keepWindow(&dialog, "transcript");
    REQUIRE(dialog.save());
    item = *open.session->reader().item(item.id);
    CHECK(item.transcript == "Jeg ved godt hvor du bor");
    page.show(item);
    CHECK(buttonOf(*page.list, wxString::FromUTF8("Change what is written down…")) != nullptr);
    tests::keepWindow(page.frame.get(), "transcript-page");
    core::query::ItemFilter messages;
    messages.kinds = {core::model::ItemKind::Sms};
    page.show(*open.session->reader().item(open.session->reader().itemIds(messages).at(0)));
    CHECK(buttonOf(*page.list, wxString::FromUTF8("Write down what is said…")) == nullptr);
    ui::common::setLanguage(core::base::Language::Danish);
}

TEST_CASE("an item without a date gets the one she states, only with how she knows it, and keeps its own",
          "[ui]") {
    const OpenSession open;
    ui::common::useUtf8();
    ui::common::setLanguage(core::base::Language::English);
    Page page(open);
    const wxString offered = wxString::FromUTF8("State the time…");
    auto item = bring(open, "note.txt", "Han stod ved cyklerne.");
    REQUIRE(item.timeSource == core::model::TimeSource::FileTime);
    page.show(item);
    CHECK(buttonOf(*page.list, offered) != nullptr);
    ui::incident::TimeDialog dialog(page.frame.get(), open.session, item);
    dialog.Show();
    dialog.when()->dateField()->SetValue("14.5.2025");
    CHECK_FALSE(dialog.save());
    CHECK(open.session->reader().item(item.id)->timeSource == core::model::TimeSource::FileTime);
    tests::keepWindow(&dialog, "state-time");
    dialog.reason()->SetValue(wxString::FromUTF8("Det var dagen før min fødselsdag"));
    REQUIRE(dialog.save());
    const auto stated = *open.session->reader().item(item.id);
    CHECK(core::base::toRfc3339(stated.time->utcMs) == "2025-05-13T22:00:00Z"); // 14 May, 0:00 in Denmark
    CHECK(stated.time->precision == core::base::Precision::Day);
    CHECK(stated.timeSource == core::model::TimeSource::OwnMemory);
    CHECK(stated.times.size() == item.times.size() + 1);
    page.show(stated);
    CHECK(buttonOf(*page.list, offered) == nullptr);
    open.session->editor().undo();
    CHECK(open.session->reader().item(item.id)->time == item.time);
    ui::common::setLanguage(core::base::Language::Danish);
}

TEST_CASE("the page of the original names its place and its kind as the log does", "[ui]") {
    const OpenSession open;
    ui::common::useUtf8();
    Page page(open);
    ui::common::setLanguage(core::base::Language::English);
    const auto item = bring(open, "note.txt", "Han stod ved cyklerne.");
    REQUIRE(item.recordIndex == 1);
    page.list->begin();
    ui::detail::fillSourcePage(*page.list, page.view, item);
    page.list->end();
    CHECK(hasText(*page.list, "post 1 of the file"));
    CHECK(ui::common::issueDetailText("day/month") == "which is the day and which the month");
    CHECK(ui::common::issueDetailText("32.13.2025") == "32.13.2025");
    CHECK(ui::common::formatLabel("sms-backup") == "Android backup");
    ui::common::setLanguage(core::base::Language::Danish);
}

TEST_CASE("a document that may be a table or a log is offered to be read so on its page", "[ui]") {
    const OpenSession open;
    ui::common::useUtf8();
    ui::common::setLanguage(core::base::Language::English);
    Page page(open);
    const wxString table = wxString::FromUTF8("Read as a table…");
    const wxString log = wxString::FromUTF8("Make incidents of the rows…");
    page.show(bring(open, "export.csv", "Kolonne A;Kolonne B\r\n14-05-2023;x\r\n"));
    CHECK(buttonOf(*page.list, table) != nullptr);
    CHECK(buttonOf(*page.list, log) == nullptr);
    std::ifstream in(std::string(LOGBOG_TEST_DATA) + "/document/log.docx", std::ios::binary);
    page.show(bring(open, "log.docx", {std::istreambuf_iterator<char>(in), {}}));
    CHECK(buttonOf(*page.list, table) == nullptr);
    CHECK(buttonOf(*page.list, log) != nullptr);
    ui::common::setLanguage(core::base::Language::Danish);
}
