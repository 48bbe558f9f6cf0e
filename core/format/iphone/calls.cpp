// SPDX-License-Identifier: GPL-3.0-or-later
// The lists of calls and of voicemail.
#include "core/format/iphone/backup.h"

#include <cmath>

namespace core::format::iphone {

namespace {

using chat::addIssue;
using model::CallType;
using model::Direction;
using model::IssueCode;
using model::IssueSeverity;
using model::ItemKind;
using model::ParticipantRole;

// A number that a file made up may be no number at all.
std::int64_t whole(double value) {
    return value > -9e15 && value < 9e15 ? static_cast<std::int64_t>(std::floor(value)) : -1;
}

void addOther(ItemRecord& record, const std::string& id, const std::string& name) {
    const auto role = record.direction == Direction::Out ? ParticipantRole::To : ParticipantRole::From;
    if (id.empty() && name.empty()) {
        addIssue(record, IssueCode::HiddenNumber, IssueSeverity::Note);
        record.participants.push_back({role, model::IdentifierKind::Phone, {}, {}});
        return;
    }
    record.participants.push_back(personOf(role, id.empty() ? name : id, name, "facetime"));
}

} // namespace

void readCalls(Reading& r) {
    auto& db = r.database;
    const auto of = [&](const char* column) { return ", " + db.column("c", "ZCALLRECORD", column); };
    sqlite::Query rows(db, "SELECT c.ZDATE, c.ZDURATION, c.ZORIGINATED, c.ZANSWERED, c.ZADDRESS" +
                               of("ZNAME") + of("ZUNIQUE_ID") + of("ZSERVICE_PROVIDER") +
                               " FROM ZCALLRECORD c ORDER BY c.ZDATE");
    r.sink.issue({IssueCode::NotContained, IssueSeverity::Note, "deleted older-than-export", 0});
    while (rows.step()) {
        ItemRecord record;
        record.kind = ItemKind::Call;
        const bool isOut = rows.integer(2) != 0;
        const bool isAnswered = rows.integer(3) != 0;
        record.direction = isOut ? Direction::Out : Direction::In;
        model::CallInfo call;
        call.type = isOut ? CallType::Outgoing : isAnswered ? CallType::Incoming : CallType::Missed;
        call.durationSeconds = std::max<std::int64_t>(whole(rows.real(1) + 0.5), 0);
        call.rawType = rows.text(7);
        record.call = call;
        addTime(record, whole(rows.real(0)), r.context, model::TimeSource::CallLog);
        const std::string address = rows.text(4); // a text, or the same bytes as a blob
        addOther(record, address, rows.text(5));
        record.identity = chat::identityOf({rows.text(6), rows.text(0),
                                            model::normalizeIdentifier(record.participants[0].kind, address),
                                            std::to_string(call.durationSeconds), isOut ? "out" : "in"});
        r.give(std::move(record));
    }
}

void readVoicemail(Reading& r) {
    auto& db = r.database;
    const auto of = [&](const char* column) { return ", " + db.column("v", "voicemail", column); };
    sqlite::Query rows(db, "SELECT v.ROWID, v.date, v.sender, v.duration" + of("trashed_date") +
                               of("callback_num") + " FROM voicemail v ORDER BY v.date");
    while (rows.step()) {
        ItemRecord record;
        record.kind = ItemKind::Call;
        record.direction = Direction::In;
        record.call =
            model::CallInfo{CallType::Voicemail, std::max<std::int64_t>(rows.integer(3), 0), "voicemail"};
        chat::addTime(record, rows.integer(1), rows.text(1), r.context.nowMs); // seconds since 1970
        if (!record.times.empty()) record.times.back().source = model::TimeSource::CallLog;
        const std::string sender = rows.text(2);
        addOther(record, sender.empty() ? rows.text(5) : sender, {});
        if (rows.integer(4) != 0)
            addIssue(record, IssueCode::UnknownCode, IssueSeverity::Note, "deleted=" + rows.text(4));
        const std::string name = std::to_string(rows.integer(0)) + ".amr";
        model::Attachment file = chat::fileBeside(r.pathOf("HomeDomain", "Library/Voicemail/" + name));
        file.name = name;
        file.type = "audio/amr";
        record.attachments.push_back(std::move(file));
        record.identity = chat::identityOf({rows.text(1), sender, rows.text(3)});
        r.give(std::move(record));
    }
}

} // namespace core::format::iphone
