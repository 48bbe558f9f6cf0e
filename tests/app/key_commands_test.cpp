// SPDX-License-Identifier: GPL-3.0-or-later
// Passphrase and recovery sheet on the command line. The case is made fast; what the commands make costs what
// it costs.
#include "core/store/case_store.h"
#include "tests/app/run_cli.h"
#include "tests/support/fixed_clock.h"
#include "tests/support/pdf_text.h"
#include "tests/support/temp_folder.h"

#include <filesystem>
#include <regex>

#include <catch2/catch_test_macros.hpp>

using namespace tests;

namespace {

struct KeyCase {
    TempFolder temp;
    FixedClock clock;
    std::string folder = "'" + (temp.path() / "sag").string() + "'";
    KeyCase() {
        core::store::CaseStore::create(temp.path() / "sag", "gammel sætning", "Sag K", "Europe/Copenhagen",
                                       core::store::KdfCost::Fast, clock);
    }
    std::string secret(const std::string& name, const std::string& text) const {
        return "'" + temp.write(name, text).string() + "'";
    }
    int run(const std::string& words) const { return runCli(words + " 2>'" + errors().string() + "'").code; }
    bool opens(const std::string& text) const {
        return run("items " + folder + " --passphrase-file " + secret("try", text)) == 0;
    }
    std::filesystem::path errors() const { return temp.path() / "errors"; }
    std::string said() const { return readFile(errors()); }
};

// The code as the groups of digits on the page.
std::string codeOn(const std::filesystem::path& pdf) {
    std::string text;
    for (const std::string& page : pdfPages(pdf)) text += page;
    std::string code;
    const std::regex group("\\b[0-9]{6}\\b");
    for (auto it = std::sregex_iterator(text.begin(), text.end(), group); it != std::sregex_iterator(); ++it)
        code += (code.empty() ? "" : " ") + it->str();
    return code;
}

} // namespace

TEST_CASE("passphrase gives a case another one") {
    const KeyCase c;
    const std::string change = "passphrase " + c.folder + " --passphrase-file " +
                               c.secret("now", "gammel sætning\r\nmere") + " --new-passphrase-file " +
                               c.secret("next", "sommer2024\n");
    CHECK(c.run("passphrase " + c.folder + " --passphrase-file " + c.secret("wrong", "forkert") +
                " --new-passphrase-file " + c.secret("next", "sommer2024\n")) == 1);
    REQUIRE(c.run(change) == 0);
    CHECK(c.said().find("short and can be guessed") != std::string::npos);
    CHECK(c.said().find("still open with the old one") != std::string::npos);
    CHECK_FALSE(c.opens("gammel sætning"));
    CHECK(c.opens("sommer2024"));
    CHECK(c.run(change) == 1);
}

TEST_CASE("recovery makes a page with a code that opens the case only together with a new passphrase") {
    const KeyCase c;
    const auto page = c.temp.path() / "ark.pdf";
    const std::string recovery =
        "recovery " + c.folder + " --passphrase-file " + c.secret("now", "gammel sætning");
    CHECK(c.run(recovery) == 2);
    REQUIRE(c.run(recovery + " --out '" + page.string() + "'") == 0);
    CHECK(c.run(recovery + " --out '" + page.string() + "'") == 1); // nothing is overwritten
    REQUIRE(pdfPages(page).size() == 1);
    CHECK(pdfPages(page)[0].find("Sag K") != std::string::npos);
    CHECK(pdfPages(page)[0].find("Recovery sheet") != std::string::npos);
    CHECK(pdfPages(page)[0].find("Gendannelsesark") != std::string::npos);
    const std::string code = codeOn(page);
    REQUIRE(code.size() == 55);

    CHECK_FALSE(c.opens(code));
    CHECK(c.said().find("--new-passphrase-file") != std::string::npos);
    std::string wrong = code;
    wrong[14] = wrong[14] == '0' ? '1' : '0';
    const std::string next = " --new-passphrase-file " + c.secret("next", "kaffe vindue cykel torsdag");
    CHECK(c.run("passphrase " + c.folder + " --recovery-file " + c.secret("code", wrong) + next) == 1);
    CHECK(c.said().find("group 3") != std::string::npos);
    CHECK(c.run("passphrase " + c.folder + " --recovery-file " + c.secret("code", "ikke en kode") + next) ==
          1);
    REQUIRE(c.run("passphrase " + c.folder + " --recovery-file " + c.secret("code", code) + next) == 0);
    CHECK(c.said().find("warning") == std::string::npos);
    CHECK_FALSE(c.opens("gammel sætning"));
    CHECK(c.opens("kaffe vindue cykel torsdag"));

    const std::string again =
        "recovery " + c.folder + " --passphrase-file " + c.secret("now", "kaffe vindue cykel torsdag");
    REQUIRE(c.run(again + " --withdraw") == 0);
    CHECK(c.run(again + " --withdraw") == 1);
    CHECK(c.run("passphrase " + c.folder + " --recovery-file " + c.secret("code", code) + next) == 1);
}

TEST_CASE("create warns of a weak passphrase and makes the case all the same") {
    const KeyCase c;
    const std::string other = "'" + (c.temp.path() / "anden").string() + "'";
    CHECK(c.run("create " + other + " --passphrase-file " + c.secret("weak", "Velkommen-2024!!")) == 0);
    CHECK(c.said().find("among the first") != std::string::npos);
}
