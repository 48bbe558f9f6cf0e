// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/zone.h"
#include "core/query/episodes.h"
#include "tests/support/temp_case.h"

#include <catch2/catch_test_macros.hpp>

using namespace tests;

namespace {
std::int64_t at(int month, int day, int hour, int minute) {
    return core::base::fromLocal({2025, month, day, hour, minute, 0}, core::base::kDefaultZone,
                                 core::base::Precision::Second)
        .utcMs;
}
} // namespace

TEST_CASE("an episode is one person, one channel, one local day, with the exact count") {
    TempCase c;
    c.importFile(
        "sms.xml",
        smsFile({smsLine(kHim, at(5, 3, 23, 59), 1, "a"), smsLine(kHim, at(5, 3, 0, 1), 1, "b"),
                 smsLine(kHim, at(5, 4, 0, 0), 1, "c"), smsLine("+4512345655", at(5, 3, 12, 0), 1, "ven"),
                 smsLine(kHim, at(5, 3, 12, 0), 2, "mit svar")}));
    c.importFile("calls.xml",
                 callFile({callLine(kHim, at(5, 3, 13, 0), 3, 0), callLine(kHim, at(5, 3, 13, 5), 1, 20)}));
    CHECK(core::query::episodes(*c.reader).empty()); // nobody is the offender yet
    c.sayWho({kHim}, {});
    const auto list = core::query::episodes(*c.reader);
    REQUIRE(list.size() == 3);
    CHECK(list[0].day == "2025-05-03");
    CHECK(list[0].count == 2);
    CHECK(list[1].channel == core::query::Channel::Calls);
    CHECK(list[1].count == 2);
    CHECK(list[1].missedCalls == 1);
    CHECK(list[2].day == "2025-05-04");
    CHECK(list[0].key != list[2].key);
}

TEST_CASE("the day is the local one, not that of UTC") {
    TempCase c;
    c.importFile("sms.xml", smsFile({smsLine(kHim, at(7, 10, 0, 30), 1, "22.30 UTC the day before")}));
    c.sayWho({kHim}, {});
    CHECK(core::query::episodes(*c.reader).at(0).day == "2025-07-10");
}

TEST_CASE("an episode says where its time is from, and a time without a day makes none") {
    TempCase c;
    c.importFile("sms.xml",
                 smsFile({smsLine(kHim, at(5, 3, 12, 0), 1, "a"), smsLine(kHim, at(5, 3, 13, 0), 1, "b")}));
    c.sayWho({kHim}, {});
    CHECK(core::query::episodes(*c.reader).at(0).timeSource == core::model::TimeSource::MessageExport);
    const auto ids = c.reader->itemIds({});
    const auto stated = [](core::base::Precision precision) {
        return core::base::fromLocal({2025, 5, 1, 0, 0, 0}, core::base::kDefaultZone, precision);
    };
    c.editor->setTime(ids[0], stated(core::base::Precision::Month), core::model::TimeSource::OwnMemory, "");
    c.editor->setTime(ids[1], stated(core::base::Precision::Day), core::model::TimeSource::Witness, "");
    const auto list = core::query::episodes(*c.reader);
    REQUIRE(list.size() == 1);
    CHECK(list[0].count == 1);
    CHECK(list[0].timeSource == core::model::TimeSource::Witness);
    CHECK(list[0].precision == core::base::Precision::Day);
}

TEST_CASE("excluded items count in no episode") {
    TempCase c;
    c.importFile("sms.xml",
                 smsFile({smsLine(kHim, at(5, 3, 12, 0), 1, "a"), smsLine(kHim, at(5, 3, 13, 0), 1, "b")}));
    c.sayWho({kHim}, {});
    c.editor->setExcluded({c.reader->itemIds({})[0]}, true);
    CHECK(core::query::episodes(*c.reader).at(0).count == 1);
}

TEST_CASE(
    "an accepted episode keeps the source of its times: the server's, where the sender's clock was wrong") {
    TempCase c;
    const std::string mail =
        mailText("him@example.com", "her@example.org", "Fri, 3 May 2019 22:04:17 +0200", "a", "x");
    c.importFile("a.eml", "Received: by a; Sat, 3 May 2025 22:04:20 +0200\r\n" + mail);
    c.sayWho({"him@example.com"}, {"her@example.org"});
    c.acceptAllEpisodes();
    const auto incidents = c.reader->incidents();
    REQUIRE(incidents.size() == 1);
    CHECK(incidents[0].timeSource == core::model::TimeSource::MailReceived);
    CHECK(core::base::toLocal(incidents[0].start.utcMs, core::base::kDefaultZone).year == 2025);
    CHECK(incidents[0].type == "email");
}

TEST_CASE("calls that were all missed are accepted as missed calls") {
    TempCase c;
    c.importFile("calls.xml",
                 callFile({callLine(kHim, at(5, 3, 13, 0), 3, 0), callLine(kHim, at(5, 4, 13, 0), 1, 20)}));
    c.sayWho({kHim}, {});
    c.acceptAllEpisodes();
    CHECK(c.reader->incidents().at(0).type == "call_missed");
    CHECK(c.reader->incidents().at(1).type == "call");
}
