// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/format/iphone/backup.h"
#include "core/format/iphone/backup_name.h"
#include "core/format/iphone/iphone_reader.h"
#include "core/format/registry.h"
#include "core/format/sqlite/write_ahead_log.h"
#include "tests/core/format/damage.h"
#include "tests/core/format/folder.h"
#include "tests/core/format/iphone/database_bytes.h"

#include <catch2/catch_test_macros.hpp>

using core::model::CallType;
using core::model::Direction;
using core::model::IdentifierKind;
using core::model::IssueCode;
using core::model::ItemKind;
using core::model::ParticipantRole;
using tests::databaseOf;
using tests::has;

namespace {

tests::Collected read(const std::string& bytes, core::format::Surroundings* around = nullptr,
                      const std::string& name = "3d0d7e5fb2ce288813306e4d4636395e047a3d28") {
    auto context = tests::contextFor(bytes, name);
    context.around = around;
    core::base::MemorySource source(bytes);
    tests::Collected out;
    core::format::IphoneReader().read(source, context, out);
    return out;
}

const std::string kTables =
    "CREATE TABLE handle (ROWID INTEGER PRIMARY KEY, id TEXT, service TEXT);"
    "CREATE TABLE chat (ROWID INTEGER PRIMARY KEY, guid TEXT, style INTEGER, chat_identifier TEXT, "
    "display_name TEXT);"
    "CREATE TABLE chat_handle_join (chat_id INTEGER, handle_id INTEGER);"
    "CREATE TABLE chat_message_join (chat_id INTEGER, message_id INTEGER);"
    "CREATE TABLE chat_recoverable_message_join (chat_id INTEGER, message_id INTEGER, delete_date INTEGER);"
    "CREATE TABLE attachment (ROWID INTEGER PRIMARY KEY, filename TEXT, transfer_name TEXT, mime_type TEXT);"
    "CREATE TABLE message_attachment_join (message_id INTEGER, attachment_id INTEGER);"
    "INSERT INTO handle VALUES (1, '+4587654321', 'iMessage'), (2, 'mor@example.com', 'iMessage');"
    "INSERT INTO chat VALUES (1, 'a', 45, '+4587654321', ''), (2, 'b', 43, 'chat77', 'Familien');"
    "INSERT INTO chat_handle_join VALUES (1, 1), (2, 1), (2, 2);";

// 2023-05-14 19:30:45 UTC is 705785445 s after 2001.
std::string newTelephone() {
    return kTables +
           "CREATE TABLE message (ROWID INTEGER PRIMARY KEY, guid TEXT UNIQUE, text TEXT, attributedBody "
           "BLOB,"
           " date INTEGER, is_from_me INTEGER, handle_id INTEGER, service TEXT, associated_message_type "
           "INTEGER,"
           " associated_message_guid TEXT, item_type INTEGER, subject TEXT, date_edited INTEGER,"
           " date_retracted INTEGER, error INTEGER, associated_message_emoji TEXT, group_title TEXT,"
           " thread_originator_guid TEXT);"
           "INSERT INTO message (ROWID, guid, text, attributedBody, date, is_from_me, handle_id, service) "
           "VALUES"
           " (1, 'G1', NULL, " +
           tests::typedBody("Jeg ved, hvor du er 😡") +
           ", 705785445123000000, 0, 1, 'iMessage'),"
           " (2, 'G2', 'Lad mig være', NULL, 705785505000000000, 1, 0, 'iMessage'),"
           " (3, 'G3', 'Se her', NULL, 705785565000000000, 0, 1, 'SMS'),"
           " (4, 'G4', NULL, " +
           tests::typedBody(std::string(300, 'x')) +
           ", 705785565000000000, 0, 2, 'iMessage'),"
           " (5, 'G5', NULL, x'0102', 0, 0, 0, 'iMessage');"
           "INSERT INTO message (ROWID, guid, text, date, is_from_me, handle_id, service, "
           "associated_message_type,"
           " associated_message_guid) VALUES (6, 'G6', 'Loved', 705785600000000000, 1, 1, 'iMessage', 2000, "
           "'p:0/G1'),"
           " (7, 'G7', 'Removed', 705785700000000000, 1, 1, 'iMessage', 3000, 'bp:G1');"
           "INSERT INTO message (ROWID, guid, date, is_from_me, handle_id, service, item_type, group_title)"
           " VALUES (8, 'G8', 705785800000000000, 0, 2, 'iMessage', 2, 'Familien');"
           "INSERT INTO message (ROWID, guid, text, date, is_from_me, handle_id, service, date_edited, "
           "thread_originator_guid, error)"
           " VALUES (9, 'G9', 'Hej alle', 705785900000000000, 1, 0, 'iMessage', 705785950000000000, 'G3', "
           "22);"
           "INSERT INTO message (ROWID, guid, date, is_from_me, handle_id, service, date_retracted)"
           " VALUES (10, 'G10', 705786000000000000, 0, 1, 'iMessage', 705786001000000000);"
           "INSERT INTO chat_message_join VALUES (1,1),(1,2),(1,3),(2,4),(1,6),(1,7),(2,8),(2,9);"
           "INSERT INTO chat_recoverable_message_join VALUES (1, 10, 705787000000000000);"
           "INSERT INTO attachment VALUES (1, '~/Library/SMS/Attachments/ab/11/X/IMG_1.HEIC', 'IMG_1.HEIC', "
           "'image/heic');"
           "INSERT INTO message_attachment_join VALUES (3, 1);";
}

} // namespace

TEST_CASE("messages of an iPhone have their sender, chat, time and files") {
    const auto out = read(databaseOf(newTelephone()).database);
    for (const auto& issue : out.issues) CHECK(issue.code == IssueCode::NotContained);
    REQUIRE(out.items.size() == 10);
    const auto& first = out.items[0];
    CHECK(first.kind == ItemKind::Chat);
    CHECK(first.direction == Direction::In);
    CHECK(first.text == "Jeg ved, hvor du er 😡");
    CHECK(first.times.at(0).time.utcMs == 1684092645123);
    CHECK(first.times.at(0).time.basis == core::base::TimeBasis::Utc);
    CHECK(first.participants.at(0).role == ParticipantRole::From);
    CHECK(first.participants.at(0).id == "+4587654321");
    CHECK(out.items[1].direction == Direction::Out);
    CHECK(out.items[1].participants.at(0).id == "+4587654321");
    CHECK(out.items[1].participants.at(0).role == ParticipantRole::To);
    CHECK(out.items[2].kind == ItemKind::Mms);
    CHECK(out.items[2].attachments.at(0).path == "cb/cb6dc3ace58b9baa073c39fb7028d219f23c0495");
    CHECK(out.items[2].attachments.at(0).name == "IMG_1.HEIC");
    CHECK(out.items[3].text == std::string(300, 'x'));
    CHECK(out.items[3].participants.size() == 2);
    CHECK(out.items[3].participants.at(0).kind == IdentifierKind::Email);
    CHECK(has(out.items[4], IssueCode::MissingDate));
    CHECK(has(out.items[4], IssueCode::MissingSender));
    CHECK(has(out.items[4], IssueCode::Malformed)); // a text that cannot be read is not an empty one
    CHECK(out.items[5].kind == ItemKind::Notice);
    CHECK(out.items[5].text == "❤️ “Jeg ved, hvor du er 😡”");
    CHECK(out.items[6].text == "− ❤️ “Jeg ved, hvor du er 😡”");
    CHECK(out.items[7].kind == ItemKind::Notice);
    CHECK(out.items[7].text == "Familien");
    CHECK(out.items[8].text == "> “Se her”\nHej alle");
    CHECK(out.items[8].participants.size() == 2);
    CHECK(has(out.items[8], IssueCode::Edited));
    CHECK(has(out.items[8], IssueCode::NotSent));
    CHECK(has(out.items[9], IssueCode::Withdrawn));
    CHECK(has(out.items[9], IssueCode::UnknownCode)); // recently deleted
}

TEST_CASE("files have the names in a backup that telephones give them") {
    using core::format::iphone::backupName;
    CHECK(backupName("HomeDomain", "Library/SMS/sms.db") == "3d0d7e5fb2ce288813306e4d4636395e047a3d28");
    CHECK(backupName("AppDomainGroup-group.net.whatsapp.WhatsApp.shared", "ChatStorage.sqlite") ==
          "7c7fba66680ef796b916b067077cc246adacf01d");
    const std::vector<std::pair<std::size_t, std::string>> aroundBlocks{
        {50U, "709fe815b3a676a81da629e3e170e77f359aeaa3"}, {51U, "3e3549a6733587a7e99be02b7727d10818aa6dea"},
        {52U, "56fa631992d7a600519f318633b9ba52b8e55165"}, {53U, "8e7232a96a904be1c563e0149d476ce6688da375"},
        {58U, "f6ec4ce653643c45ab6d8b84f65dcf74095e8728"}, {59U, "65f5a7897ba0f4ee814530d263540ce97e1736db"},
        {60U, "fb0086cc6de2615bdd64e18c6b8499be54bd44c0"}, {61U, "23239ef5c89724acb16c0d0b5ecefe719c6e56f0"},
        {62U, "d6d8c523bc83831dbb2fc2fe2228cc2779399950"}};
    for (const auto& [size, name] : aroundBlocks) CHECK(backupName("x", std::string(size, 'y')) == name);
}

TEST_CASE("an old telephone counts seconds and has fewer columns") {
    const std::string sql =
        kTables +
        "CREATE TABLE message (ROWID INTEGER PRIMARY KEY, guid TEXT UNIQUE, text TEXT, date INTEGER,"
        " is_from_me INTEGER, handle_id INTEGER, service TEXT);"
        "INSERT INTO message VALUES (1, 'G1', 'Hej', 705785445, 0, 1, 'SMS');"
        "INSERT INTO attachment VALUES (1, '/var/mobile/Library/SMS/Attachments/a/b.jpg', NULL, NULL);"
        "INSERT INTO message_attachment_join VALUES (1, 1);";
    const auto out = read(databaseOf(sql).database, nullptr, "sms.db"); // taken out of the backup
    REQUIRE(out.items.size() == 1);
    CHECK(out.items[0].times.at(0).time.utcMs == 1684092645000);
    CHECK(out.items[0].attachments.at(0).path == "Library/SMS/Attachments/a/b.jpg");
}

TEST_CASE("what stands in the log beside a database counts") {
    const auto files = databaseOf(
        kTables +
            "CREATE TABLE message (ROWID INTEGER PRIMARY KEY, guid TEXT UNIQUE, text TEXT, date INTEGER,"
            " is_from_me INTEGER, handle_id INTEGER, service TEXT);"
            "INSERT INTO message VALUES (1, 'G1', 'Hej', 705785445, 0, 1, 'SMS');",
        "INSERT INTO message VALUES (2, 'G2', 'Sidste', 705785500, 0, 1, 'SMS');");
    CHECK(read(files.database).items.size() == 1);
    tests::Folder folder({{"sms.db-wal", files.log}});
    const auto out = read(files.database, &folder, "sms.db");
    REQUIRE(out.items.size() == 2);
    CHECK(out.items[1].text == "Sidste");
    const std::string name = core::format::iphone::backupName("HomeDomain", "Library/SMS/sms.db-wal");
    std::map<std::string, std::string> inBackup;
    inBackup[name.substr(0, 2) + "/" + name] = files.log;
    tests::Folder backup(inBackup);
    CHECK(read(files.database, &backup).items.size() == 2);
    std::string torn = files.log;
    torn[torn.size() - 100] = static_cast<char>(torn[torn.size() - 100] ^ 1);
    tests::Folder broken({{"sms.db-wal", torn}});
    CHECK(read(files.database, &broken, "sms.db").items.size() == 1); // never committed as it is
}

TEST_CASE("calls and voicemail say who, how long and which way") {
    const auto calls = read(
        databaseOf(
            "CREATE TABLE ZCALLRECORD (Z_PK INTEGER PRIMARY KEY, ZDATE REAL, ZDURATION REAL, ZORIGINATED "
            "INTEGER,"
            " ZANSWERED INTEGER, ZADDRESS BLOB, ZNAME TEXT, ZUNIQUE_ID TEXT, ZSERVICE_PROVIDER TEXT);"
            "INSERT INTO ZCALLRECORD VALUES (1, 705785445.25, 0, 0, 0, NULL, NULL, 'U1', "
            "'com.apple.Telephony'),"
            " (2, 705785545, 82.6, 0, 1, x'2b34353837363534333231', 'Jens', 'U2', 'com.apple.Telephony'),"
            " (3, 705785645, 5, 1, 0, 'jens@example.com', NULL, 'U3', 'com.apple.FaceTime');")
            .database);
    REQUIRE(calls.items.size() == 3);
    CHECK(calls.items[0].call->type == CallType::Missed);
    CHECK(has(calls.items[0], IssueCode::HiddenNumber));
    CHECK(calls.items[0].times.at(0).time.utcMs == 1684092645000);
    CHECK(calls.items[1].call->type == CallType::Incoming);
    CHECK(calls.items[1].call->durationSeconds == 83);
    CHECK(calls.items[1].participants.at(0).id == "+4587654321");
    CHECK(calls.items[2].direction == Direction::Out);
    CHECK(calls.items[2].participants.at(0).kind == IdentifierKind::Email);

    const auto voicemail = read(
        databaseOf(
            "CREATE TABLE voicemail (ROWID INTEGER PRIMARY KEY, remote_uid INTEGER, date INTEGER, token "
            "TEXT, sender TEXT,"
            " callback_num TEXT, duration INTEGER, expiration INTEGER, trashed_date INTEGER, flags INTEGER);"
            "INSERT INTO voicemail VALUES (7, 1, 1684092645, '', '+4587654321', '', 12, 0, 705787000, 0);")
            .database);
    REQUIRE(voicemail.items.size() == 1);
    CHECK(voicemail.items[0].call->type == CallType::Voicemail);
    CHECK(voicemail.items[0].times.at(0).time.utcMs == 1684092645000);
    CHECK(voicemail.items[0].attachments.at(0).path == "b0/b017c88626a0cc647cd395e3e33a9c3c30a4a5f8");
}

TEST_CASE("WhatsApp's database names members of groups and files") {
    const auto out = read(
        databaseOf(
            "CREATE TABLE ZWACHATSESSION (Z_PK INTEGER PRIMARY KEY, ZCONTACTJID TEXT, ZPARTNERNAME TEXT);"
            "CREATE TABLE ZWAGROUPMEMBER (Z_PK INTEGER PRIMARY KEY, ZMEMBERJID TEXT, ZCONTACTNAME TEXT);"
            "CREATE TABLE ZWAMEDIAITEM (Z_PK INTEGER PRIMARY KEY, ZMEDIALOCALPATH TEXT, ZTITLE TEXT);"
            "CREATE TABLE ZWAMESSAGE (Z_PK INTEGER PRIMARY KEY, ZISFROMME INTEGER, ZMESSAGEDATE REAL, "
            "ZSENTDATE REAL,"
            " ZTEXT TEXT, ZMESSAGETYPE INTEGER, ZFROMJID TEXT, ZSTANZAID TEXT, ZCHATSESSION INTEGER,"
            " ZGROUPMEMBER INTEGER, ZMEDIAITEM INTEGER);"
            "INSERT INTO ZWACHATSESSION VALUES (1, '4587654321@s.whatsapp.net', 'Jens'), (2, '45-1@g.us', "
            "'Gruppe');"
            "INSERT INTO ZWAGROUPMEMBER VALUES (1, '4511223344@s.whatsapp.net', 'Far');"
            "INSERT INTO ZWAMEDIAITEM VALUES (1, 'Media/45@s.whatsapp.net/a/b.jpg', 'Se døren');"
            "INSERT INTO ZWAMESSAGE VALUES (1, 0, 705785445, 705785440, 'Hør', 0, 'x', 'S1', 1, NULL, NULL),"
            " (2, 1, 705785545, NULL, 'Nej', 0, NULL, 'S2', 1, NULL, NULL),"
            " (3, 0, 705785645, NULL, NULL, 1, '45-1@g.us', 'S3', 2, 1, 1),"
            " (4, 0, 705785745, NULL, NULL, 14, 'x', 'S4', 1, NULL, NULL);")
            .database);
    REQUIRE(out.items.size() == 4);
    CHECK(out.items[0].participants.at(0).id == "+4587654321");
    CHECK(out.items[0].times.size() == 2);
    CHECK(out.items[1].direction == Direction::Out);
    CHECK(out.items[2].participants.at(0).name == "Far");
    CHECK(out.items[2].text == "Se døren");
    CHECK(out.items[2].attachments.at(0).path == "f3/f3d8a5e80efd0de16f86e6da7f42a7292b7e4bae");
    CHECK(has(out.items[3], IssueCode::Withdrawn));
}

TEST_CASE("databases and lists of a backup are known; a sealed backup is said to be sealed") {
    const std::string messages = databaseOf(newTelephone()).database;
    const std::string head = messages.substr(0, 65536);
    CHECK(core::format::findReader({head, "unknown", messages.size()})->code() ==
          std::string("iphone-backup"));
    const std::string other = databaseOf("CREATE TABLE places (url TEXT)").database;
    CHECK(core::format::findReader({other, "places.sqlite", other.size()}) == nullptr);

    const std::string list =
        "<?xml version=\"1.0\"?><plist><dict><key>BackupKeyBag</key><data>AA</data>"
        "<key>IsEncrypted</key>\n<true/><key>WasPasscodeSet</key><false/></dict></plist>";
    CHECK(core::format::findReader({list, "Manifest.plist", list.size()})->code() ==
          std::string("iphone-backup"));
    const auto sealed = read(list, nullptr, "Manifest.plist");
    REQUIRE(sealed.issues.size() == 1);
    CHECK(sealed.issues[0].code == IssueCode::SealedContent);
    const std::string open = "<plist><dict><key>BackupKeyBag</key><data/><key>IsEncrypted</key><false/>"
                             "<key>WasPasscodeSet</key><true/></dict></plist>";
    CHECK(core::format::iphone::saysEncrypted(open) == false);
    // The same in Apple's binary form: {BackupKeyBag: true, IsEncrypted: false}, and with the two truths
    // changed.
    std::string binary("bplist00\xd2\x01\x02\x03\x04\x5c"
                       "BackupKeyBag\x5bIsEncrypted\x09\x08",
                       8 + 5 + 13 + 12 + 2);
    const std::string offsets("\x08\x0d\x1a\x26\x27", 5);
    std::string trailer(32, '\0');
    trailer[6] = trailer[7] = 1;
    trailer[15] = 5;
    trailer[31] = 40;
    CHECK(core::format::iphone::saysEncrypted(binary + offsets + trailer) == false);
    binary[39] = '\x09';
    CHECK(core::format::iphone::saysEncrypted(binary + offsets + trailer) == true);
    CHECK_FALSE(core::format::iphone::saysEncrypted("<plist><dict/></plist>"));
}

TEST_CASE("a database that is cut, changed or hostile returns") {
    const auto files = databaseOf(newTelephone());
    tests::Damage how;
    how.truncations = 60;
    how.mutations = 400;
    tests::survivesDamage(core::format::IphoneReader(), files.database, how);
    // A view in the place of a table would compute for ever.
    const std::string endless =
        "CREATE TABLE handle (ROWID INTEGER PRIMARY KEY, id TEXT); CREATE TABLE chat_message_join (a "
        "INTEGER);"
        "CREATE VIEW message AS WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x FROM c) SELECT x FROM c;";
    CHECK(read(databaseOf(endless).database).items.empty());
    for (std::size_t at = 0; at < 64; ++at) {
        std::string log = databaseOf("CREATE TABLE a (b)", "INSERT INTO a VALUES (1)").log;
        log[at] = static_cast<char>(log[at] ^ 0x55);
        core::format::sqlite::committedPages(log);
        core::format::sqlite::committedPages(log.substr(0, at * 7));
    }
}
