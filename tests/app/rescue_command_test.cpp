// SPDX-License-Identifier: GPL-3.0-or-later
// verify and rescue of a damaged case on the command line.
#include "core/import/importer.h"
#include "core/store/case_store.h"
#include "tests/app/run_cli.h"
#include "tests/support/temp_case.h"

#include <fstream>

#include <Poco/JSON/Object.h>
#include <Poco/JSON/Parser.h>
#include <catch2/catch_test_macros.hpp>

using namespace tests;
using Poco::JSON::Object;
namespace fs = std::filesystem;

namespace {

struct SickCase {
    TempCase made;
    fs::path folder = made.folder.path() / "case";
    fs::path fresh = made.folder.path() / "new";
    std::string secret =
        " --passphrase-file '" + made.folder.write("pass", "en lang sætning her\n").string() + "'";
    fs::path errors = made.folder.path() / "errors";

    SickCase() {
        made.importFile("sms.xml", smsFile({smsLine("+4512345601", 1'746'302'657'000, 1, "hej")}));
        made.reader.reset();
        made.editor.reset();
        made.store.reset();
        std::fstream stream(folder / "case.logbog", std::ios::in | std::ios::out | std::ios::binary);
        stream.seekp(2000);
        stream << "damage";
    }
    Ran run(const std::string& words) const {
        return runCli(words + secret + " 2>'" + errors.string() + "'");
    }
    std::string rescue() const { return "rescue '" + folder.string() + "' '" + fresh.string() + "' --json"; }
    std::string said() const { return readFile(errors); }
};

Object::Ptr parsed(const std::string& json) {
    Poco::JSON::Parser parser;
    return parser.parse(json).extract<Object::Ptr>();
}

} // namespace

TEST_CASE("a case too damaged to be opened says so and how it is rescued; verify names what is good") {
    const SickCase c;
    CHECK(c.run("items '" + c.folder.string() + "'").code == 1);
    CHECK(c.said().find("rescue CASE NEWCASE") != std::string::npos);
    const Ran ran = c.run("verify '" + c.folder.string() + "' --json");
    CHECK(ran.code == 1);
    const auto result = parsed(ran.out);
    CHECK_FALSE(result->getValue<bool>("ok"));
    CHECK(result->getArray("findings")->size() > 0);
    CHECK(result->getObject("good")->getValue<int>("originals") == 1);
    CHECK(c.run("verify '" + c.folder.string() + "'").out.find("still good: 1 originals") !=
          std::string::npos);
}

TEST_CASE("rescue makes a case that opens and is sound, with its own passphrase, and lists what is lost") {
    const SickCase c;
    fs::remove(c.folder / "case.logbog");
    CHECK(c.run("rescue '" + c.folder.string() + "'").code == 2);
    const auto next = c.made.folder.write("next", "fire helt nye ord\n");
    const Ran ran = c.run(c.rescue() + " --new-passphrase-file '" + next.string() + "'");
    INFO(c.said());
    REQUIRE(ran.code == 0);
    const auto result = parsed(ran.out);
    CHECK(result->getValue<int>("originals") == 1);
    CHECK(result->getArray("lost")->size() > 0);
    const std::string fresh = "'" + c.fresh.string() + "'";
    CHECK(c.run("items " + fresh).code == 1); // the old passphrase
    const std::string secret = " --passphrase-file '" + next.string() + "'";
    CHECK(runCli("items " + fresh + secret).out.find("hej") != std::string::npos);
    CHECK(runCli("verify " + fresh + secret).out == "everything is as it was\n");
    CHECK(runCli("history " + fresh + secret).out.find("  rescue  case  ") != std::string::npos);
    CHECK(c.run(c.rescue()).code == 1); // there is something already
}
