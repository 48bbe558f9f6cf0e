// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What the tables of a backup have in common: times counted from 2001, files by their place on the telephone,
// people, giving records to a sink.

#include "core/format/chat/chat_record.h"
#include "core/format/reader.h"
#include "core/format/sqlite/source_database.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace core::format::iphone {

// Finds files of the telephone in the backup: by its table of contents where that lies around, else by their
// path on the telephone.
class Contents {
public:
    explicit Contents(Surroundings* around);
    // "Library/SMS/Attachments/..." -> "3d/3d0d7e5f...", or the path as given. `domain`: the part of the
    // telephone, or the beginning of its name.
    std::string pathOf(const std::string& domain, const std::string& relativePath);

private:
    std::unique_ptr<base::SeekableSource> source_;
    std::unique_ptr<sqlite::SourceDatabase> manifest_;
    std::unique_ptr<sqlite::Query> query_;
};

struct Reading {
    sqlite::SourceDatabase& database;
    const ReadContext& context;
    RecordSink& sink;
    Contents contents;
    chat::Repeats repeats;
    std::uint64_t index = 0;

    Reading(sqlite::SourceDatabase& from, const ReadContext& with, RecordSink& to)
        : database(from), context(with), sink(to), contents(with.around) {}
    void give(ItemRecord&& record);
};

// Seconds since 2001, or nanoseconds (told apart by their size), into milliseconds since 1970. None for 0.
std::optional<std::int64_t> sinceEpoch(std::int64_t since2001);
// As chat::addTime, of such a count.
void addTime(ItemRecord& record, std::int64_t since2001, const ReadContext& context,
             model::TimeSource source);

// A number, an address or an account.
model::Participant personOf(model::ParticipantRole role, const std::string& id, const std::string& name,
                            const char* service);

// The readable text inside of a "streamtyped" object; none where there is none.
std::optional<std::string> typedText(std::string_view blob);

void readMessages(Reading& reading);
void readCalls(Reading& reading);
void readVoicemail(Reading& reading);
void readWhatsApp(Reading& reading);

// Whether the list of properties of a backup says that it is encrypted; none where this is no such list.
std::optional<bool> saysEncrypted(std::string_view propertyList);

} // namespace core::format::iphone
