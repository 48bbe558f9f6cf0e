// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/sha256.h"
#include "core/base/utf8.h"
#include "tests/app/run_cli.h"
#include "tests/support/temp_case.h"
#include "tests/support/zip_bytes.h"

#include <algorithm>
#include <random>
#include <sstream>

#include <Poco/Base64Encoder.h>
#include <Poco/JSON/Object.h>
#include <Poco/JSON/Parser.h>
#include <catch2/catch_test_macros.hpp>

using namespace tests;
using Poco::JSON::Object;

namespace {

Object::Ptr parse(const std::string& json) {
    Poco::JSON::Parser parser;
    return parser.parse(json).extract<Object::Ptr>();
}

std::vector<Object::Ptr> parseLines(const std::string& text) {
    std::vector<Object::Ptr> list;
    std::istringstream lines(text);
    for (std::string line; std::getline(lines, line);) list.push_back(parse(line));
    return list;
}

std::string base64Of(const std::string& bytes) {
    std::ostringstream out;
    Poco::Base64Encoder encoder(out);
    encoder << bytes;
    encoder.close();
    return out.str();
}

// A case made by the command line, with the words of its option for the passphrase.
struct CliCase {
    TempFolder folder;
    std::string words;
    CliCase() {
        const auto file = folder.write("pass", "en lang sætning\n");
        words = "'" + (folder.path() / "case").string() + "' --passphrase-file '" + file.string() + "'";
        REQUIRE(runCli("create " + words + " --label 'Sag 1' 2>/dev/null").code == 0);
    }
    std::string file(const std::string& name, const std::string& bytes) const {
        return " '" + folder.write(name, bytes).string() + "' ";
    }
};

} // namespace

TEST_CASE("import opens a sealed archive with the passphrase of a file, and knows its orders of a date") {
    const CliCase c;
    const std::string zip =
        zipBytes({{"sms.xml", smsFile({smsLine("+4520110917", kMay3, 1, "Er du hjemme?")})}}, "rolig sol");
    const std::string options = c.file("sealed.zip", zip) + " --date-order day --json";
    const auto sealed = parse(runCli("import " + c.words + options).out)->getArray("files");
    CHECK(sealed->size() == 1);
    const auto ran =
        runCli("import " + c.words + options + " --archive-passphrase-file " + c.file("key", "rolig sol\n"));
    REQUIRE(ran.code == 0);
    CHECK(parse(ran.out)->getArray("files")->getObject(1)->getValue<int>("items") == 1);
    CHECK(runCli("import " + c.words + c.file("a.txt", "x") + " --date-order noon 2>/dev/null").code == 2);
}

TEST_CASE("import reads 03/04 as it is told, and says its doubt where it is told nothing") {
    const auto timesOf = [](const std::string& order) {
        const CliCase c;
        const std::string chat = "03/04/23, 21:30 - Jens: Hvor er du?\n05/04/23, 08:05 - Jens: Svar mig\n";
        const auto ran = runCli("import " + c.words + c.file("WhatsApp Chat with Jens.txt", chat) + order);
        REQUIRE(ran.code == 0);
        std::string out;
        for (const auto& item : parseLines(runCli("items " + c.words + " --json").out)) {
            out += item->getValue<std::string>("time").substr(0, 10);
            const auto issues = item->getArray("issues");
            for (std::size_t i = 0; i < issues->size(); ++i)
                if (issues->getObject(static_cast<unsigned>(i))->getValue<std::string>("detail") ==
                    "day/month")
                    out += "?";
            out += " ";
        }
        return out;
    };
    CHECK(timesOf("") == "2023-04-03? 2023-04-05? ");
    CHECK(timesOf("--date-order day") == "2023-04-03 2023-04-05 ");
    CHECK(timesOf("--date-order month") == "2023-03-04 2023-05-04 ");
}

TEST_CASE("import prints one object with the promised keys") {
    const CliCase c;
    const auto ran = runCli("import " + c.words +
                            c.file("sms.xml", smsFile({smsLine("+4512345601", kMay3, 1, "hej")})) + "--json");
    CHECK(ran.code == 0);
    const auto file = parse(ran.out)->getArray("files")->getObject(0);
    for (const char* key : {"path", "sha256", "format", "items", "duplicates", "skipped", "issues"})
        CHECK(file->has(key));
    CHECK(file->getValue<int>("items") == 1);
}

TEST_CASE("items says how long a recording lasts that a chat or a mail brought along") {
    const CliCase c;
    const std::string data = LOGBOG_TEST_DATA;
    const std::string sound = readFile(data + "/film/sound.opus");
    const std::string chat = "14.05.2023 21.30 - Jens: PTT-20230514-WA0001.opus (fil vedhæftet)\n";
    const std::string zip =
        zipBytes({{"WhatsApp-chat med Jens.txt", chat}, {"PTT-20230514-WA0001.opus", sound}});
    const std::string mail =
        "From: jens@example.com\r\nTo: mette@example.com\r\nDate: Sun, 14 May 2023 21:30:45 "
        "+0200\r\nMIME-Version: 1.0\r\nContent-Type: video/mp4; name=\"a.mp4\"\r\n"
        "Content-Disposition: attachment; filename=\"a.mp4\"\r\n"
        "Content-Transfer-Encoding: base64\r\n\r\n" +
        base64Of(readFile(data + "/film/plain.mp4")) + "\r\n";
    REQUIRE(runCli("import " + c.words + c.file("chat.zip", zip) + c.file("a.eml", mail)).code == 0);
    std::vector<int> seconds;
    for (const auto& item : parseLines(runCli("items " + c.words + " --json").out)) {
        const auto files = item->getArray("attachments");
        for (unsigned i = 0; i < files->size(); ++i)
            if (files->getObject(i)->has("duration_s"))
                seconds.push_back(files->getObject(i)->getValue<int>("duration_s"));
    }
    std::sort(seconds.begin(), seconds.end());
    CHECK(seconds == std::vector<int>{2, 30});
}

TEST_CASE("items prints one object a line with the promised keys and values") {
    const CliCase c;
    runCli("import " + c.words +
           c.file("sms.xml", smsFile({smsLine("+4512345601", kMay3, 1, "hej 😀\nlinje 2")})) + " >/dev/null");
    runCli("import " + c.words + c.file("calls.xml", callFile({callLine("+4512345601", kMay3 + 1, 3, 0)})) +
           " >/dev/null");
    runCli("import " + c.words +
           c.file("a.eml", mailText("Ole <ole@example.com>", "her@example.org",
                                    "Sat, 3 May 2025 22:05:00 +0200", "emne", "tekst")) +
           " >/dev/null");
    const auto items = parseLines(runCli("items " + c.words + " --json").out);
    REQUIRE(items.size() == 3);
    for (const auto& item : items)
        for (const char* key : {"id", "kind", "time", "offset", "precision", "time_source", "direction",
                                "from", "to", "subject", "text", "attachments", "source", "issues"})
            CHECK(item->has(key));
    CHECK(items[0]->getValue<std::string>("text") == "hej 😀\nlinje 2");
    CHECK(items[0]->getValue<std::string>("time") == "2025-05-03T20:04:17Z");
    CHECK(items[0]->isNull("offset"));
    CHECK(items[0]->getValue<std::string>("direction") == "in");
    CHECK(items[0]->getObject("from")->getValue<std::string>("id") == "+4512345601");
    CHECK(items[1]->getValue<std::string>("call_type") == "missed");
    CHECK(items[2]->getValue<std::string>("offset") == "+02:00");
    CHECK(items[2]->getValue<std::string>("message_id") == "emne@example.com");
    CHECK(items[2]->getObject("from")->getValue<std::string>("name") == "Ole");
    CHECK(items[2]->getObject("source")->has("position"));
}

TEST_CASE("items prints how exact a time is, and null where there is none") {
    const CliCase c;
    const std::string picture = readFile(std::string(LOGBOG_TEST_DATA) + "/photo/plain.jpg");
    const std::string placed = readFile(std::string(LOGBOG_TEST_DATA) + "/photo/offset.jpg");
    runCli("import " + c.words + c.file("IMG-20230515-WA0001.jpg", picture) + c.file("x.jpg", placed) +
           c.file("sms.xml", smsFile({smsLine("+4512345601", 0, 1, "uden dato")})) + " >/dev/null");
    const auto items = parseLines(runCli("items " + c.words + " --json").out);
    REQUIRE(items.size() == 3);
    const auto with = [&](const std::string& file, const std::string& kind) {
        for (const auto& item : items)
            if (item->getObject("source")->getValue<std::string>("file") == file) {
                CHECK(item->getValue<std::string>("kind") == kind);
                return item;
            }
        FAIL(file);
        return items[0];
    };
    const auto day = with("IMG-20230515-WA0001.jpg", "photo");
    CHECK(day->getValue<std::string>("precision") == "day");
    CHECK(day->getValue<std::string>("time") == "2023-05-14T22:00:00Z");
    CHECK(day->getValue<int>("width") == 48);
    CHECK(day->getValue<int>("height") == 32);
    CHECK(day->getValue<int>("orientation") == 1);
    CHECK(day->has("gps"));
    CHECK(day->isNull("gps"));
    const auto photo = with("x.jpg", "photo");
    CHECK(photo->getValue<std::string>("precision") == "millisecond");
    CHECK(photo->getValue<int>("orientation") == 6);
    CHECK(photo->getObject("gps")->getValue<double>("latitude") > 55);
    CHECK(photo->getObject("gps")->getValue<double>("longitude") > 12);
    const auto undated = with("sms.xml", "sms");
    CHECK(undated->isNull("time"));
    CHECK(undated->has("precision"));
    CHECK(undated->isNull("precision"));
}

TEST_CASE("items prints the attachments of an MMS, and import what it passed over") {
    const CliCase c;
    runCli("import " + c.words +
           c.file("mms.xml",
                  smsFile({"<mms date=\"1746302657000\" msg_box=\"1\" address=\"1\"><parts><part "
                           "ct=\"image/png\" cl=\"a.png\" data=\"SGVqIG1lZCBkaWc=\"/></parts></mms>"})) +
           " >/dev/null");
    const auto items = parseLines(runCli("items " + c.words + " --json").out);
    REQUIRE(items.size() == 1);
    const auto part = items[0]->getArray("attachments")->getObject(0);
    CHECK(part->getValue<std::string>("name") == "a.png");
    CHECK(part->getValue<std::string>("type") == "image/png");
    CHECK(part->getValue<int>("size") == 11);
    CHECK(part->getValue<std::string>("sha256") == core::base::toHex(core::base::sha256("Hej med dig")));
    c.folder.write("drop/.skjult", "x");
    const auto ran = runCli("import " + c.words + " '" + (c.folder.path() / "drop").string() + "' --json");
    CHECK(ran.code == 0);
    const auto passed = parse(ran.out)->getArray("passed_over");
    REQUIRE(passed->size() == 1);
    CHECK(passed->getObject(0)->getValue<std::string>("reason") == "hidden");
}

TEST_CASE("parties, episodes, incidents: from numbers to rows of the log") {
    const CliCase c;
    runCli("import " + c.words +
           c.file("sms.xml", smsFile({smsLine("+4512345601", kMay3, 1, "a"),
                                      smsLine("+4512345601", kMay3 + 9, 1, "b")})) +
           " >/dev/null");
    CHECK(runCli("parties " + c.words + " --offender 12345601 --self her@example.org >/dev/null").code == 0);
    const auto episodes = parseLines(runCli("episodes " + c.words + " --json").out);
    REQUIRE(episodes.size() == 1);
    CHECK(episodes[0]->getValue<int>("count") == 2);
    CHECK(runCli("episodes " + c.words + " --accept nonsense 2>/dev/null").code == 1);
    CHECK(runCli("episodes " + c.words + " --accept " + episodes[0]->getValue<std::string>("id") +
                 " 2>/dev/null")
              .code == 0);
    const auto incidents = parseLines(runCli("incidents " + c.words + " --json").out);
    REQUIRE(incidents.size() == 1);
    CHECK(incidents[0]->getValue<int>("number") == 1);
    CHECK(incidents[0]->getValue<int>("count") == 2);
}

TEST_CASE("wrong words end with 2, what cannot be done with 1, and nothing goes to standard output") {
    const CliCase c;
    for (const char* words : {"", "nonsense", "import", "items --nonsense", "report x", "--passphrase-file",
                              "--passphrase-file x", "items x y --passphrase-file z",
                              "report x --out --json --passphrase-file z"}) {
        const auto ran = runCli(std::string(words) + " 2>/dev/null");
        CHECK(ran.code == 2);
        CHECK(ran.out.empty());
    }
    const auto wrong = c.folder.write("wrong", "forkert");
    CHECK(runCli("items '" + (c.folder.path() / "case").string() + "' --passphrase-file '" + wrong.string() +
                 "' 2>/dev/null")
              .code == 1);
    CHECK(runCli("items '" + (c.folder.path() / "none").string() + "' --passphrase-file '" + wrong.string() +
                 "' 2>/dev/null")
              .code == 1);
    CHECK(runCli("import " + c.words + " /nowhere/at/all 2>/dev/null").code == 1);
}

TEST_CASE("a sender with a name for a number can be told who it is") {
    const CliCase c;
    runCli("import " + c.words + c.file("sms.xml", smsFile({smsLine("TrackPak", kMay3, 1, "a")})) +
           " >/dev/null");
    CHECK(runCli("parties " + c.words + " --offender trackpak >/dev/null").code == 0);
    CHECK(parseLines(runCli("episodes " + c.words + " --json").out).size() == 1);
}

TEST_CASE("a file name that is no UTF-8 makes no broken JSON") {
    const CliCase c;
    const auto ran =
        runCli("import " + c.words +
               c.file("Bj\xF8rn.xml", smsFile({smsLine("+4512345601", kMay3, 1, "a")})) + "--json");
    CHECK(core::base::isValidUtf8(ran.out));
    CHECK(parse(ran.out)->getArray("files")->getObject(0)->getValue<int>("items") == 1);
}

TEST_CASE("the passphrase can come by standard input, and before the other words") {
    const CliCase c;
    const std::string caseWord = " '" + (c.folder.path() / "case").string() + "'";
    const std::string pass = "'" + (c.folder.path() / "pass").string() + "'";
    CHECK(runCli("--passphrase-file " + pass + " items" + caseWord).code == 0);
    CHECK(runCli("--passphrase-file=" + pass + " items" + caseWord).code == 0);
    CHECK(runCli("items --passphrase-file " + pass + caseWord).code == 0);
    CHECK(runCli("--passphrase-file - verify" + caseWord + " >/dev/null < " + pass).code == 0);
    const auto ran = runCli("items '" + (c.folder.path() / "case").string() +
                            "' --passphrase-file - --json < '" + (c.folder.path() / "pass").string() + "'");
    CHECK(ran.code == 0);
}

TEST_CASE("verify says that a sound case is sound, and names an original that was changed") {
    const CliCase c;
    runCli("import " + c.words + c.file("sms.xml", smsFile({smsLine("+4512345601", kMay3, 1, "hej")})) +
           " >/dev/null");
    CHECK(runCli("verify " + c.words).code == 0);
    for (const auto& entry :
         std::filesystem::recursive_directory_iterator(c.folder.path() / "case/objects")) {
        if (!entry.is_regular_file()) continue;
        std::string bytes = readFile(entry.path());
        bytes[bytes.size() / 3] ^= 1;
        c.folder.write(entry.path().lexically_relative(c.folder.path()).string(), bytes);
    }
    const auto ran = runCli("verify " + c.words + " --json");
    CHECK(ran.code == 1);
    CHECK(ran.out.find("original") != std::string::npos);
}

TEST_CASE("what an opening found is listed until it is said to have been seen") {
    const CliCase c;
    CHECK(runCli("findings " + c.words).code == 0);
    std::filesystem::remove(c.folder.path() / "case/anchor");
    const auto ran = runCli("findings " + c.words + " --json 2>/dev/null");
    CHECK(ran.code == 1);
    CHECK(parse(ran.out)->getArray("findings")->size() == 1);
    CHECK(runCli("findings " + c.words + " --seen >/dev/null 2>&1").code == 0);
    CHECK(runCli("findings " + c.words + " >/dev/null 2>&1").code == 0);
}

TEST_CASE("share says what it held back and why, and takes a file along whole when it is named") {
    const CliCase c;
    runCli("import " + c.words +
           c.file("sms.xml", smsFile({smsLine("+4570203082", kMay3, 1, "Din tid"),
                                      smsLine("+4512345601", kMay3 + 60000, 1, "Svar mig")})) +
           " >/dev/null");
    runCli("parties " + c.words + " --offender +4512345601 >/dev/null");
    runCli("episodes " + c.words + " --accept all >/dev/null");
    const auto out = [&](const std::string& name) {
        return " --out '" + (c.folder.path() / name).string() + "'";
    };
    const auto ran = runCli("share " + c.words + out("a") + " --json 2>&1");
    CHECK(ran.code == 0);
    CHECK(ran.out.find("held back: sms.xml (") == 0);
    const auto part = parse(ran.out.substr(ran.out.find('{')));
    CHECK(part->getValue<int>("originals") == 0);
    CHECK(part->getValue<int>("extracts") == 1);
    CHECK(part->getValue<int>("held_back") == 1);
    const auto whole =
        parse(runCli("share " + c.words + out("b.zip") + " --with-original sms.xml --json").out);
    CHECK(whole->getValue<int>("originals") == 1);
    CHECK(whole->getValue<int>("held_back") == 0);
    CHECK(runCli("share " + c.words + out("c") + " --with-original other.xml 2>/dev/null").code == 2);
    for (const char* name : {"a", "b.zip"})
        CHECK(runCli("verify '" + (c.folder.path() / name).string() + "'").code == 0);
}

TEST_CASE("share makes a package whose PDF is in parts and locked, as report does, and verify goes over it") {
    const CliCase c;
    std::vector<std::string> lines;
    std::mt19937 random(7);
    for (int i = 0; i < 300; ++i) { // words that pack badly
        std::string text;
        for (int k = 0; k < 800; ++k) text += std::to_string(random()) + " ";
        lines.push_back(smsLine("+4512345601", kMay3 + std::int64_t{i} * 86'400'000, 1, text));
    }
    runCli("import " + c.words + c.file("sms.xml", smsFile(lines)) + " >/dev/null");
    runCli("parties " + c.words + " --offender +4512345601 >/dev/null");
    runCli("episodes " + c.words + " --accept all >/dev/null");
    const std::string out = (c.folder.path() / "a.zip").string();
    const auto ran = runCli("share " + c.words + " --out '" + out + "' --max-size 1 --pdfa 2b --json");
    REQUIRE(ran.code == 0);
    const auto parts = parse(ran.out)->getObject("report")->getArray("parts");
    CHECK(parts->size() > 1);
    CHECK(runCli("verify '" + out + "' >/dev/null").code == 0);
    const std::string password = " --password-file " + c.file("password", "blå hest\n");
    const std::string folder = (c.folder.path() / "b").string();
    CHECK(runCli("share " + c.words + " --out '" + folder + "'" + password + " >/dev/null").code == 0);
    CHECK(readFile(folder + "/logskema.pdf").find("/Encrypt") != std::string::npos);
    CHECK(runCli("verify '" + folder + "' >/dev/null").code == 0);
    CHECK(runCli("share " + c.words + " --out x" + password + " --pdfa 2b 2>/dev/null").code == 2);
    CHECK(runCli("share " + c.words + " --out x --max-size 0 2>/dev/null").code == 2);
}

TEST_CASE("a log is of the kind that its name says, and no other name makes one") {
    const CliCase c;
    const std::string out = c.folder.path().string();
    for (const std::string kind : {"csv", "json", "docx", "CSV"}) {
        const auto ran = runCli("log " + c.words + " --json --out '" + out + "/log." + kind + "'");
        CHECK(ran.code == 0);
        CHECK(ran.out.find("\"sha256\"") != std::string::npos);
        CHECK(std::filesystem::exists(out + "/log." + kind));
    }
    CHECK(runCli("log " + c.words + " --out '" + out + "/log.xlsx' 2>/dev/null").code == 2);
    CHECK(runCli("log " + c.words + " 2>/dev/null").code == 2);
    CHECK(runCli("log " + c.words + " --form nope --out '" + out + "/x.csv' 2>/dev/null").code == 2);
    CHECK_FALSE(std::filesystem::exists(out + "/log.xlsx"));
}

TEST_CASE("a report or a zip whose making is killed at any moment leaves nothing readable beside it") {
    const CliCase c;
    runCli("import " + c.words + c.file("sms.xml", smsFile({smsLine("+4512345601", kMay3, 1, "hej")})) +
           " >/dev/null");
    runCli("parties " + c.words + " --offender +4512345601 >/dev/null");
    runCli("episodes " + c.words + " --accept all >/dev/null");
    const auto out = c.folder.path() / "out";
    for (int i = 0; i < 12; ++i) {
        std::filesystem::create_directory(out);
        const std::string job = i % 2 == 0 ? "report " + c.words + " --out '" + (out / "a.pdf").string() + "'"
                                           : "share " + c.words + " --out '" + (out / "a.zip").string() + "'";
        runKilledCli(job, std::chrono::milliseconds(100 + i * 60));
        for (const auto& entry : std::filesystem::directory_iterator(out))
            CHECK((entry.path().filename() == "a.pdf" || entry.path().filename() == "a.zip"));
        std::filesystem::remove_all(out);
    }
}

TEST_CASE("what opening finds is said on the error channel, and verify says it until it was seen") {
    const CliCase c;
    std::filesystem::remove(c.folder.path() / "case" / "anchor");
    const auto ran = runCli("items " + c.words + " --json 2>&1 >/dev/null");
    CHECK(ran.code == 0);
    CHECK(ran.out.find("found when the case was opened: database anchor") != std::string::npos);
    CHECK(runCli("verify " + c.words + " 2>/dev/null").out.find("anchor") != std::string::npos);
}

TEST_CASE("a request for a time stamp leaves by file, and a printed head is found in the history again") {
    const CliCase c;
    const std::string request = (c.folder.path() / "head.tsq").string();
    const auto events = parseLines(runCli("history " + c.words + " --json").out);
    const auto head = events.front()->getValue<std::string>("hash");
    const auto ran = runCli("anchor " + c.words + " --json --request '" + request + "' 2>/dev/null");
    CHECK(ran.code == 0);
    CHECK(readFile(request).size() > 40);
    const auto anchors = parseLines(ran.out);
    REQUIRE(anchors.size() == 1);
    CHECK(anchors[0]->get("time").isEmpty());
    CHECK(runCli("history " + c.words + " --head " + head.substr(0, 16) + " >/dev/null").code == 0);
    CHECK(runCli("history " + c.words + " --head 0123456789abcdef").code == 1);
    CHECK(runCli("anchor " + c.words + " --reply '" + request + "' 2>/dev/null >/dev/null").code == 1);
}

TEST_CASE("a whole old folder put back verifies, and only the head that was printed tells") {
    const CliCase c;
    const auto sag = c.folder.path() / "case", old = c.folder.path() / "old";
    std::filesystem::copy(sag, old, std::filesystem::copy_options::recursive);
    REQUIRE(runCli("import " + c.words +
                   c.file("sms.xml", smsFile({smsLine("+4512345601", kMay3, 1, "hej")})) + " >/dev/null")
                .code == 0);
    const auto events = parseLines(runCli("history " + c.words + " --json").out);
    const std::string head = events.back()->getValue<std::string>("hash").substr(0, 16);
    CHECK(runCli("history " + c.words + " --head " + head + " >/dev/null").code == 0);
    std::filesystem::remove_all(sag);
    std::filesystem::rename(old, sag);
    CHECK(runCli("verify " + c.words + " >/dev/null").code == 0);
    CHECK(runCli("history " + c.words + " --head " + head + " >/dev/null").code == 1);
}

TEST_CASE("copy makes a case that verifies, and refuses a place inside the case") {
    const CliCase c;
    runCli("import " + c.words + c.file("sms.xml", smsFile({smsLine("+4512345601", kMay3, 1, "hej")})) +
           " >/dev/null");
    const std::string out = (c.folder.path() / "kopi").string();
    const auto ran = runCli("copy " + c.words + " --out '" + out + "' --json");
    CHECK(ran.code == 0);
    const auto copy = parse(ran.out);
    for (const char* key : {"originals", "copied", "bytes", "entries", "head", "faults"})
        CHECK(copy->has(key));
    CHECK(copy->getValue<int>("originals") == 1);
    const std::string pass = " --passphrase-file '" + (c.folder.path() / "pass").string() + "'";
    CHECK(runCli("verify '" + out + "'" + pass).code == 0);
    const std::string inside = (c.folder.path() / "case" / "kopi").string();
    CHECK(runCli("copy " + c.words + " --out '" + inside + "' 2>/dev/null").code == 1);
    CHECK(runCli("copy " + c.words + " 2>/dev/null").code == 2);
}

TEST_CASE(
    "map shows what a table seems to mean, previews, reads it and keeps the meaning for the next file") {
    const CliCase c;
    const std::string rows = "Kolonne A;Kolonne B;Kolonne C\r\n14-05-2023 21:30;+4520110917;Hvor er du?\r\n"
                             "uden dag;+4520110917;x\r\n";
    REQUIRE(runCli("import " + c.words + c.file("juni.csv", rows)).code == 0);
    const auto guess = runCli("map " + c.words + " juni.csv");
    REQUIRE(guess.code == 0);
    CHECK(parse(guess.out)->getArray("headers")->size() == 3);
    const std::string mapping = c.file(
        "map.json", R"({"version": 1, "headers": ["Kolonne A", "Kolonne B", "Kolonne C"], "header_row": 1,
            "columns": {"date": 0, "number": 1, "text": 2}, "kind": "sms", "direction": "in"})");
    const auto shown =
        parseLines(runCli("map " + c.words + " juni.csv --preview --json --mapping" + mapping).out);
    REQUIRE(shown.size() == 2);
    CHECK(shown[0]->getValue<std::string>("text") == "Hvor er du?");
    CHECK(shown[1]->getValue<std::string>("why_not") == "no-date");
    const auto read = runCli("map " + c.words + " juni.csv --save Tele --json --mapping" + mapping);
    REQUIRE(read.code == 0);
    CHECK(parse(read.out)->getValue<int>("items") == 1);
    REQUIRE(runCli("import " + c.words + c.file("juli.csv", rows + "15-05-2023 10:00;+4520110917;Svar\r\n"))
                .code == 0);
    CHECK(parseLines(runCli("items " + c.words + " --json").out).size() == 2);
    CHECK(runCli("map " + c.words + " juli.csv --template Ukendt 2>/dev/null").code == 1);
    CHECK(runCli("import " + c.words + c.file("x.csv", "a;b\r\n1;2\r\n") + "--mapping" +
                 c.file("no.json", "{") + " 2>/dev/null")
              .code == 1);
    CHECK(runCli("verify " + c.words).code == 0);
}

TEST_CASE("incidents --from-log lists the rows of her own log and makes those that are named, once") {
    const CliCase c;
    REQUIRE(runCli("import " + c.words +
                   c.file("log.csv",
                          "Dato;Tid;Hvad skete der?;Sted\r\n14-05-2023;ca. 21;Han ringede på;Hjemme\r\n"
                          "uge 20;;Noget;\r\n16-05-2023;;Sms;\r\n"))
                .code == 0);
    const auto rows = parseLines(runCli("incidents " + c.words + " --from-log log.csv --json").out);
    REQUIRE(rows.size() == 3);
    CHECK(rows[0]->getValue<std::string>("row") == "2");
    CHECK(runCli("incidents " + c.words + " --json").out.empty());
    CHECK(runCli("incidents " + c.words + " --from-log log.csv --accept 3 2>/dev/null").code == 1);
    REQUIRE(runCli("incidents " + c.words + " --from-log log.csv --accept 2 2>/dev/null").code == 0);
    REQUIRE(runCli("incidents " + c.words + " --from-log log.csv --accept all 2>/dev/null").code == 0);
    REQUIRE(runCli("incidents " + c.words + " --from-log log.csv --accept all 2>/dev/null").code == 0);
    const auto made = parseLines(runCli("incidents " + c.words + " --json").out);
    REQUIRE(made.size() == 2);
    CHECK(made[0]->getValue<std::string>("origin").ends_with(":2"));
    CHECK(made[0]->getValue<std::string>("time_source") == "document");
    CHECK(made[0]->getValue<std::string>("type") == "approach");
}
