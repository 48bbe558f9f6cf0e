// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/format/iphone/iphone_reader.h"

#include "core/base/error.h"
#include "core/base/seekable.h"
#include "core/format/iphone/backup.h"
#include "core/format/iphone/backup_name.h"
#include "core/format/table/table_file.h"

#include <array>

namespace core::format {

namespace iphone {

namespace {

using model::IssueCode;
using model::IssueSeverity;

constexpr std::size_t kMostLog = std::size_t{256} << 20U;
constexpr std::size_t kMostList = std::size_t{64} << 20U;

// Names that the databases have in a backup (of their place on the telephone) and outside of one.
constexpr std::array<std::string_view, 10> kNames{"3d0d7e5fb2ce288813306e4d4636395e047a3d28",
                                                  "5a4935c78a5255723f707230a451d79c540d2741",
                                                  "992df473bbb9e132f4b3b6e4d33f72171e97bc7a",
                                                  "7c7fba66680ef796b916b067077cc246adacf01d",
                                                  "sms.db",
                                                  "chat.db",
                                                  "CallHistory.storedata",
                                                  "voicemail.db",
                                                  "ChatStorage.sqlite",
                                                  "Manifest.db"};

// Of the tables that say what the database is, as they stand in its first pages.
constexpr std::array<std::string_view, 7> kTables{"chat_message_join",
                                                  "message_attachment_join",
                                                  "ZCALLRECORD",
                                                  "ZWAMESSAGE",
                                                  "ZWACHATSESSION",
                                                  "CREATE TABLE Files (fileID TEXT",
                                                  "CREATE TABLE voicemail (ROWID"};

bool isList(std::string_view head) {
    return head.starts_with("bplist00") || head.substr(0, 256).find("<plist") != std::string_view::npos;
}

// Where the databases stand on the telephone.
struct Place {
    std::string_view domain, path;
};
constexpr std::array kPlaces{
    Place{"HomeDomain", "Library/SMS/sms.db"},
    Place{"HomeDomain", "Library/CallHistoryDB/CallHistory.storedata"},
    Place{"HomeDomain", "Library/Voicemail/voicemail.db"},
    Place{"AppDomainGroup-group.net.whatsapp.WhatsApp.shared", "ChatStorage.sqlite"}};

std::string logBeside(const ReadContext& context) {
    if (context.around == nullptr) return {};
    std::string path = context.fileName + "-wal";
    for (const Place& place : kPlaces)
        if (context.fileName == backupName(place.domain, place.path)) {
            const std::string name = backupName(place.domain, std::string(place.path) + "-wal");
            path = name.substr(0, 2) + "/" + name;
        }
    const auto log = context.around->open(path);
    if (!log || log->size() > kMostLog) return {};
    return base::readAll(*log, kMostLog);
}

// False where the database is none of ours.
bool readDatabase(Reading& reading) {
    auto& db = reading.database;
    if (db.hasTable("message") && db.hasTable("handle") && db.hasTable("chat_message_join"))
        readMessages(reading);
    else if (db.hasTable("ZCALLRECORD"))
        readCalls(reading);
    else if (db.hasTable("ZWAMESSAGE") && db.hasTable("ZWACHATSESSION"))
        readWhatsApp(reading);
    else if (db.hasTable("voicemail"))
        readVoicemail(reading);
    else
        return db.hasTable("Files"); // the table of contents: nobody's words
    return true;
}

} // namespace

} // namespace iphone

Confidence IphoneReader::probe(const ProbeInput& input) const {
    if (iphone::isList(input.head)) {
        if (iphone::saysEncrypted(input.head)) return Confidence::Certain;
        return input.fileName == "Manifest.plist" ? Confidence::Maybe : Confidence::No; // the end is not here
    }
    if (!sqlite::isDatabase(input.head)) return Confidence::No;
    for (const std::string_view table : iphone::kTables)
        if (input.head.find(table) != std::string_view::npos) return Confidence::Certain;
    for (const std::string_view name : iphone::kNames)
        if (input.fileName == name) return Confidence::Likely;
    return Confidence::No;
}

void IphoneReader::read(base::ByteSource& bytes, const ReadContext& context, RecordSink& sink) const {
    using iphone::IssueCode;
    using iphone::IssueSeverity;
    base::Seekable source(bytes);
    std::string head(65536, '\0');
    (*source).seek(0);
    head.resize((*source).read(head.data(), head.size()));
    if (iphone::isList(head)) {
        (*source).seek(0);
        const auto isEncrypted = iphone::saysEncrypted(base::readAll(*source, iphone::kMostList));
        if (isEncrypted.value_or(false))
            sink.issue({IssueCode::SealedContent, IssueSeverity::Skipped, "iphone-backup", 0});
        return;
    }
    try {
        sqlite::SourceDatabase database(*source, iphone::logBeside(context), [&] { sink.position(0); });
        iphone::Reading reading(database, context, sink);
        if (!iphone::readDatabase(reading))
            sink.issue({IssueCode::UnknownFormat, IssueSeverity::Note, context.fileName, 0});
    } catch (const base::Error& error) {
        if (error.code() != base::ErrorCode::Unsupported) throw;
        sink.issue({IssueCode::Malformed, IssueSeverity::Skipped, error.subject(), 0});
    }
}

} // namespace core::format
