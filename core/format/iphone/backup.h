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

struct Reading {
    sqlite::SourceDatabase& database;
    const ReadContext& context;
    RecordSink& sink;
    chat::Repeats repeats;
    std::uint64_t index = 0;

    Reading(sqlite::SourceDatabase& from, const ReadContext& with, RecordSink& to)
        : database(from), context(with), sink(to) {}
    // Of a file of the telephone: its name in the backup ("3d/3d0d7e5f...") where this database has such a
    // name, else its path on the telephone. `domain`: the part of the telephone that the backup names.
    std::string pathOf(std::string_view domain, const std::string& path) const;
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
