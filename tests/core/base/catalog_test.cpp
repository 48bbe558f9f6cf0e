// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/catalog.h"
#include "core/base/error.h"
#include "tests/support/temp_folder.h"

#include <cstdlib>

#include <catch2/catch_test_macros.hpp>

using namespace core::base;

namespace {

// A .mo file made by gettext itself.
void compile(const tests::TempFolder& folder, const char* po) {
    folder.write("da.po", po);
    std::filesystem::create_directories(folder.path() / "da/LC_MESSAGES");
    const std::string command = "msgfmt -o '" + (folder.path() / "da/LC_MESSAGES/logbog.mo").string() +
                                "' '" + (folder.path() / "da.po").string() + "'";
    REQUIRE(std::system(command.c_str()) == 0);
}

constexpr const char* kPo = R"(msgid ""
msgstr "Content-Type: text/plain; charset=UTF-8\nPlural-Forms: nplurals=2; plural=(n != 1);\n"
msgid "incident"
msgstr "hændelse"
msgid "%1 day"
msgid_plural "%1 days"
msgstr[0] "%1 dag"
msgstr[1] "%1 dage"
)";

} // namespace

TEST_CASE("a text is translated, and one without translation stays English") {
    const tests::TempFolder folder;
    compile(folder, kPo);
    const Catalog danish = Catalog::load(Language::Danish, folder.path());
    CHECK(danish.tr("incident") == "hændelse");
    CHECK(danish.tr("nothing of the kind") == "nothing of the kind");
    CHECK(danish.trn("%1 day", "%1 days", 1) == "1 dag");
    CHECK(danish.trn("%1 day", "%1 days", 1240) == "1.240 dage");
    CHECK(Catalog::load(Language::English, folder.path()).trn("%1 day", "%1 days", 2) == "2 days");
}

TEST_CASE("a damaged translation file is refused, not read past its end") {
    const tests::TempFolder folder;
    compile(folder, kPo);
    const auto mo = folder.path() / "da/LC_MESSAGES/logbog.mo";
    std::string bytes = tests::readFile(mo);
    for (std::size_t cut = 0; cut < bytes.size(); cut += 7) {
        folder.write("da/LC_MESSAGES/logbog.mo", bytes.substr(0, cut));
        try {
            Catalog::load(Language::Danish, folder.path());
        } catch (const Error& error) {
            CHECK(error.code() == ErrorCode::Damaged);
        }
    }
}

TEST_CASE("marks are filled in any order, and a missing argument leaves its mark") {
    CHECK(fill("%2 af %1", {"5", "3"}) == "3 af 5");
    CHECK(fill("100 % of %1, %3", {"x"}) == "100 % of x, %3");
}
