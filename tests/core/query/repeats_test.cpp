// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/zone.h"
#include "core/query/episodes.h"
#include "core/query/patterns.h"
#include "core/query/repeats.h"
#include "tests/support/temp_case.h"

#include <catch2/catch_test_macros.hpp>

using namespace tests;

namespace {

constexpr const char* kHisName = "whatsapp:jens brandt";

std::int64_t at(int month, int day, int hour, int minute, int second) {
    return core::base::fromLocal({2025, month, day, hour, minute, second}, core::base::kDefaultZone,
                                 core::base::Precision::Second)
        .utcMs;
}

// Rows of a table as iMazing writes them.
std::string imazing(const std::vector<std::pair<std::string, std::string>>& messages) {
    std::string file =
        "Chat Session,Message Date,Delivered Date,Read Date,Edited Date,Service,Type,Sender "
        "ID,Sender Name,Status,Replying to,Subject,Text,Reactions,Attachment,Attachment type\n";
    for (const auto& [time, text] : messages)
        file += "Jens," + time + ",,,,SMS,Incoming," + kHim + ",Jens,Read,,," + text + ",,,\n";
    return file;
}

std::string iphoneChat(const std::vector<std::pair<std::string, std::string>>& messages) {
    std::string file;
    for (const auto& [time, text] : messages) file += "[" + time + "] Jens Brandt: " + text + "\r\n";
    return file;
}

std::string androidChat(const std::vector<std::pair<std::string, std::string>>& messages) {
    std::string file;
    for (const auto& [time, text] : messages) file += time + " - Jens Brandt: " + text + "\n";
    return file;
}

int counted(const TempCase& c) {
    int count = 0;
    for (const auto& episode : core::query::episodes(*c.reader)) count += episode.count;
    return count;
}

} // namespace

TEST_CASE("an SMS in a backup and in the table of another program is counted once") {
    TempCase c;
    c.importFile("sms.xml", smsFile({smsLine(kHim, at(7, 1, 22, 10, 5) + 300, 1, "Svar mig"),
                                     smsLine(kHim, at(7, 1, 22, 10, 40), 1, "Svar mig"),
                                     smsLine(kHim, at(7, 2, 8, 0, 0), 1, "kun her")}));
    c.importFile("Messages.csv",
                 imazing({{"2025-07-01 22:10:05", "Svar mig"}, {"2025-07-01 22:10:40", "Svar mig"}}));
    c.sayWho({kHim}, {});
    CHECK(c.items().size() == 5); // nothing that was read is thrown away
    CHECK(counted(c) == 3);
}

TEST_CASE("what was written twice stays two, in two exports too") {
    TempCase c;
    c.importFile("sms.xml", smsFile({smsLine(kHim, at(7, 1, 22, 11, 7), 1, "SVAR!"),
                                     smsLine(kHim, at(7, 1, 22, 11, 7), 1, "SVAR!")}));
    c.importFile("Messages.csv",
                 imazing({{"2025-07-01 22:11:07", "SVAR!"}, {"2025-07-01 22:11:07", "SVAR!"}}));
    c.sayWho({kHim}, {});
    CHECK(counted(c) == 2);
}

TEST_CASE("other words, another second, or the same words by another way are other messages") {
    TempCase c;
    c.importFile("sms.xml", smsFile({smsLine(kHim, at(7, 1, 22, 10, 5), 1, "Svar mig")}));
    c.importFile("Messages.csv",
                 imazing({{"2025-07-01 22:10:05", "Svar mig nu"}, {"2025-07-01 22:10:40", "Svar mig"}}));
    c.importFile("WhatsApp chat med Jens Brandt.txt",
                 androidChat({{"01.07.2025 22.10", "Svar mig"}, {"14.07.2025 22.10", "andet"}}));
    c.sayWho({kHim, kHisName}, {});
    CHECK(counted(c) == 5);
}

TEST_CASE("a chat from two phones is counted once, by the finer of its times") {
    TempCase c;
    c.importFile("WhatsApp chat med Jens Brandt.txt", androidChat({{"20.06.2025 21.00", "Tag den!!"},
                                                                   {"20.06.2025 21.00", "Tag den!!"},
                                                                   {"20.06.2025 21.01", "kun paa den ene"}}));
    c.importFile("_chat.txt",
                 iphoneChat({{"20.06.2025 21.00.02", "Tag den!!"}, {"20.06.2025 21.00.31", "Tag den!!"}}));
    c.sayWho({kHisName}, {});
    const auto list = core::query::episodes(*c.reader);
    REQUIRE(list.size() == 1);
    CHECK(list[0].count == 3);
    CHECK(list[0].firstMs == at(6, 20, 21, 0, 2));
}

TEST_CASE("a longer export of the same chat makes no repeats of what it has twice") {
    TempCase c;
    c.importFile("WhatsApp chat med Jens Brandt.txt", androidChat({{"20.06.2025 21.00", "Tag den!!"}}));
    c.importFile("later/WhatsApp chat med Jens Brandt.txt",
                 androidChat({{"20.06.2025 21.00", "Tag den!!"}, {"20.06.2025 21.00", "Tag den!!"}}));
    c.sayWho({kHisName}, {});
    CHECK(counted(c) == 2);
}

TEST_CASE("a call in the phone's log and in the operator's list is counted once") {
    TempCase c;
    c.importFile("calls.xml", callFile({callLine(kHim, at(3, 9, 21, 15, 3), 3, 0),
                                        callLine(kHim, at(3, 9, 21, 15, 44), 3, 0),
                                        callLine(kHim, at(3, 9, 21, 15, 58), 1, 62)}));
    c.importFile("opkald.csv", "Dato;Tidspunkt;Retning;Nummer;Varighed\n"
                               "09-03-2025;21.15;Ubesvaret;12345601;00:00:00\n"
                               "09-03-2025;21.15;Ubesvaret;12345601;00:00:00\n"
                               "09-03-2025;21.15;Indgående;12345601;00:01:02\n"
                               "09-03-2025;21.16;Ubesvaret;12345601;00:00:00\n");
    c.sayWho({kHim}, {});
    CHECK(c.items().size() == 7);
    CHECK(counted(c) == 4);
}

TEST_CASE("in the hour that came twice the export that knows which one tells") {
    TempCase c;
    c.importFile("sms.xml", smsFile({smsLine(kHim, at(10, 26, 2, 30, 0) + 3'600'000, 1, "anden gang")}));
    c.importFile("Messages.csv", imazing({{"2025-10-26 02:30:00", "anden gang"}}));
    c.sayWho({kHim}, {});
    CHECK(counted(c) == 1);
}

TEST_CASE("an export that comes after the incident was made adds no episode and no contact") {
    TempCase c;
    c.importFile("WhatsApp chat med Jens Brandt.txt", androidChat({{"20.06.2025 21.00", "Tag den!!"}}));
    c.sayWho({kHisName}, {});
    c.acceptAllEpisodes();
    c.importFile("_chat.txt", iphoneChat({{"20.06.2025 21.00.02", "Tag den!!"}}));
    CHECK(core::query::episodes(*c.reader).empty());
    const auto p = core::query::patterns(*c.reader, c.reader->incidents());
    CHECK(p.contacts.size() == 1);
    CHECK(p.repeats.size() == 1); // said beside the figures

    core::model::Incident incident = c.reader->incidents().at(0); // and one who links it all the same
    incident.items = c.reader->itemIds({});
    c.editor->saveIncident(incident);
    CHECK(core::query::patterns(*c.reader, c.reader->incidents()).contacts.size() == 1);
}

TEST_CASE("where one of the two is excluded the other counts") {
    TempCase c;
    c.importFile("sms.xml", smsFile({smsLine(kHim, at(7, 1, 22, 10, 5), 1, "Svar mig")}));
    c.importFile("Messages.csv", imazing({{"2025-07-01 22:10:05", "Svar mig"}}));
    c.sayWho({kHim}, {});
    for (const core::model::Id item : c.reader->itemIds({})) {
        c.editor->setExcluded({item}, true);
        CHECK(counted(c) == 1);
        c.editor->setExcluded({item}, false);
    }
}

TEST_CASE("her own message in two exports is found too, apart from the contacts") {
    TempCase c;
    const std::string hers = " - Mette Lund: Lad mig være\n", iphoneHers = "] Mette Lund: Lad mig være\r\n";
    c.importFile("WhatsApp chat med Jens Brandt.txt",
                 androidChat({{"20.06.2025 21.00", "Tag den!!"}}) + "20.06.2025 21.01" + hers);
    c.importFile("_chat.txt",
                 iphoneChat({{"20.06.2025 21.00.02", "Tag den!!"}}) + "[20.06.2025 21.01.09" + iphoneHers);
    c.sayWho({kHisName}, {"whatsapp:mette lund"});
    CHECK(core::query::repeats(*c.reader).size() == 1);
    CHECK(core::query::ownRepeats(*c.reader).size() == 1);
    CHECK(counted(c) == 1);
}
