// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/format/outlook/tnef_reader.h"
#include "core/format/registry.h"
#include "tests/core/format/damage.h"
#include "tests/core/format/outlook/outlook_fixture.h"
#include "tests/core/format/outlook/tnef_builder.h"
#include "tests/support/temp_folder.h"

using core::format::TnefReader;
using core::format::outlook::Tag;
using core::model::IssueCode;
using namespace tests;

TEST_CASE("a winmail.dat alone gives its text and hands out its files") {
    const std::string file = usualTnef();
    const auto found = readOf<TnefReader>(file);
    REQUIRE(found.items.size() == 1);
    CHECK(found.items[0].text == "Jeg så dig i går.");
    CHECK(found.items[0].subject == "Inde i");
    CHECK_FALSE(has(found.items[0], IssueCode::Truncated));
    const auto& all = found.items[0].attachments;
    REQUIRE(all.size() == 2);
    CHECK(all[0].name == "Køkken.txt");
    CHECK(all[1].name == "kort på vejen.pdf");
    const auto files = filesOf<TnefReader>(file);
    REQUIRE(files.files.size() == 2);
    CHECK(files.files.at(all[0].path) == "hemmeligt");
    CHECK(files.files.at(all[1].path) == "PDF");
    const auto* reader = core::format::findReader({file, "winmail.dat", file.size()});
    REQUIRE(reader);
    CHECK(std::string(reader->code()) == "winmail");
}

TEST_CASE("a message inside a winmail.dat is a record of its own") {
    const std::string inner = std::string(16, 'i') + usualTnef();
    const std::string file =
        tnef(tnefFile("besked", "",
                      TnefProperties()
                          .number(Tag::AttachMethod, 5)
                          .variable(Tag::AttachData, core::format::outlook::kObject, inner)));
    const auto found = readOf<TnefReader>(file);
    REQUIRE(found.items.size() == 2);
    CHECK(has(found.items[1], IssueCode::Nested));
    CHECK(found.items[1].text == "Jeg så dig i går.");
    CHECK(filesOf<TnefReader>(file).files.at(found.items[1].attachments.at(0).path) == "hemmeligt");
}

TEST_CASE("the stored winmail.dat with a message inside is read as it was when it was stored") {
    const auto found =
        readOf<TnefReader>(readFile(std::filesystem::path(LOGBOG_TEST_DATA) / "winmail/inner.dat"));
    REQUIRE(found.items.size() == 2);
    for (const auto& item : found.items) CHECK(item.text == "Jeg så dig.");
    CHECK(found.items[1].attachments.at(0).path == "attachment-2/attachment-1/lang.pdf");
}

TEST_CASE("a cut winmail.dat gives what is there and says so") {
    const std::string file = usualTnef();
    const auto found = readOf<TnefReader>(file.substr(0, file.size() - 40));
    REQUIRE(found.items.size() == 1);
    CHECK(has(found.items[0], IssueCode::Truncated));
    CHECK(found.items[0].text == "Jeg så dig i går.");
}

TEST_CASE("winmail.dat survives damage") {
    survivesDamage(TnefReader(), usualTnef(), {4000, 4096, "winmail.dat"});
}
