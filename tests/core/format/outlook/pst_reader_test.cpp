// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error.h"
#include "core/format/outlook/pst_reader.h"
#include "core/format/registry.h"
#include "tests/core/format/damage.h"
#include "tests/core/format/outlook/outlook_fixture.h"
#include "tests/support/corpus.h"
#include "tests/support/temp_folder.h"

using core::format::PstReader;
using core::model::IssueCode;
using namespace tests;

namespace {

std::string corpusFile(const std::string& name) {
    const std::filesystem::path corpus = tests::corpusRoot();
    return readFile(corpus / "outlook-pst/tika" / name);
}

// The begin of a .pst and nothing behind it.
std::string headOnly() {
    return "!BDN" + std::string(4, 'c') + "SM" + std::string("\x17\x00", 2) + std::string(2000, '\0');
}

} // namespace

TEST_CASE("a mailbox of Outlook is known by its magic, and an address book is none") {
    const PstReader reader;
    std::string head = headOnly();
    CHECK(reader.probe({head, "x", head.size()}) == core::format::Confidence::Certain);
    head.replace(8, 2, "AB");
    CHECK(reader.probe({head, "x.pst", head.size()}) == core::format::Confidence::No);
    CHECK(reader.probe({"!BDN", "x.pst", 4}) == core::format::Confidence::No);
}

TEST_CASE("a mailbox that cannot be opened is said") {
    const std::string file = headOnly();
    CHECK(readOf<PstReader>(file).has(IssueCode::Malformed));
    CHECK(filesOf<PstReader>(file).files.empty());
}

TEST_CASE("a .pst gives all its mails, the one inside another and what is attached") {
    const std::string file = corpusFile("testPST.pst");
    const auto found = readOf<PstReader>(file);
    REQUIRE(found.items.size() == 8);
    CHECK(found.items[0].subject == "Re: Feature Generators");
    CHECK(found.items[0].participants.at(0).id == "kottmann@gmail.com");
    CHECK(found.items[0].participants.at(0).name == "Jörn Kottmann");
    CHECK(found.items[0].times.at(0).time.utcMs == 1'393'401'004'000);
    CHECK(found.items[7].subject == "First email");
    CHECK(has(found.items[7], IssueCode::Nested));
    REQUIRE(found.items[7].attachments.size() == 1);
    const auto files = filesOf<PstReader>(file);
    REQUIRE(files.files.size() == 1);
    CHECK(files.files.at(found.items[7].attachments[0].path).starts_with("PK"));
    for (std::size_t i = 0; i < found.items.size(); ++i) CHECK(found.items[i].index == i + 1);
}

TEST_CASE("plain, HTML and RTF mails of a .pst are all read") {
    const auto found = readOf<PstReader>(corpusFile("testPST_variousBodyTypes.pst"));
    REQUIRE(found.items.size() == 4);
    for (const auto& item : found.items) {
        CHECK(item.text.find("This is the original email") != std::string::npos);
        CHECK(item.participants.at(0).id == "tallison@mitre.org");
    }
}

TEST_CASE("what the sink throws while a .pst is read comes out, whatever stands between") {
    struct Stopping : Collected {
        void position(std::uint64_t offset) override {
            if (offset > 20'000) throw core::base::Error(core::base::ErrorCode::Cancelled, "stop");
        }
    };
    const std::string file = corpusFile("testPST.pst");
    core::base::MemorySource source(file);
    Stopping sink;
    CHECK_THROWS_AS(PstReader().read(source, contextFor(file), sink), core::base::Error);
}

TEST_CASE("a damaged .pst is read as far as it goes") {
    survivesDamage(PstReader(), corpusFile("testPST_variousBodyTypes.pst"), {300, 300, "x.pst"});
}
