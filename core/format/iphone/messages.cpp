// SPDX-License-Identifier: GPL-3.0-or-later
// sms.db of an iPhone, chat.db of a Mac: the same tables, with more columns each year.
#include "core/base/utf8.h"
#include "core/format/iphone/backup.h"

#include <algorithm>
#include <array>
#include <map>

namespace core::format::iphone {

namespace {

using chat::addIssue;
using model::Direction;
using model::IssueCode;
using model::IssueSeverity;
using model::ItemKind;
using model::ParticipantRole;

constexpr std::int64_t kGroup = 43; // "style" of a chat of more than two
constexpr std::size_t kMostChats = 200'000;

struct Chat {
    std::string identifier;
    std::string name;
    std::vector<std::string> people;
    bool isGroup = false;
};

class Messages {
public:
    explicit Messages(Reading& reading) : r_(reading), db_(reading.database) {}

    void run() {
        readChats();
        const bool hasRecoverable = db_.hasTable("chat_recoverable_message_join");
        sqlite::Query rows(db_, select());
        sqlite::Query chatOf(db_, "SELECT chat_id FROM chat_message_join WHERE message_id = ? LIMIT 1");
        std::unique_ptr<sqlite::Query> deletedOf;
        if (hasRecoverable)
            deletedOf = std::make_unique<sqlite::Query>(
                db_, "SELECT chat_id, delete_date FROM chat_recoverable_message_join WHERE message_id = ? "
                     "LIMIT 1");
        if (db_.hasTable("attachment") && db_.hasTable("message_attachment_join"))
            files_ = std::make_unique<sqlite::Query>(
                db_, "SELECT a.filename, " + db_.column("a", "attachment", "transfer_name") + ", " +
                         db_.column("a", "attachment", "mime_type") +
                         " FROM message_attachment_join j JOIN attachment a ON a.ROWID = j.attachment_id"
                         " WHERE j.message_id = ?");
        while (rows.step()) {
            std::int64_t chat = 0;
            std::string deleted;
            if (chatOf.with(rows.integer(0)).step()) chat = chatOf.integer(0);
            if (deletedOf && deletedOf->with(rows.integer(0)).step()) {
                chat = chat == 0 ? deletedOf->integer(0) : chat;
                deleted = deletedOf->text(1);
                deleted = deleted.empty() ? "?" : deleted;
            }
            message(rows, chats_[chats_.contains(chat) ? chat : 0], deleted);
        }
    }

private:
    // The columns by their place in message().
    std::string select() {
        const auto of = [&](const char* column) { return db_.column("m", "message", column) + ", "; };
        return "SELECT m.ROWID, m.guid, m.text, " + of("attributedBody") + "m.date, m.is_from_me, " +
               of("service") + "h.id, " + of("associated_message_type") + of("associated_message_guid") +
               of("item_type") + of("subject") + of("date_edited") + of("date_retracted") + of("error") +
               of("associated_message_emoji") + of("group_title") + of("thread_originator_guid") +
               db_.column("m", "message", "is_sent") +
               " FROM message m LEFT JOIN handle h ON h.ROWID = m.handle_id ORDER BY m.ROWID";
    }

    void readChats() {
        if (!db_.hasTable("chat")) return;
        sqlite::Query rows(db_, "SELECT ROWID, chat_identifier, " +
                                    db_.column("chat", "chat", "display_name") + ", " +
                                    db_.column("chat", "chat", "style") + " FROM chat");
        while (rows.step() && chats_.size() < kMostChats)
            chats_[rows.integer(0)] = {rows.text(1), rows.text(2), {}, rows.integer(3) == kGroup};
        if (!db_.hasTable("chat_handle_join")) return;
        sqlite::Query people(
            db_, "SELECT j.chat_id, h.id FROM chat_handle_join j JOIN handle h ON h.ROWID = j.handle_id");
        while (people.step())
            if (const auto found = chats_.find(people.integer(0));
                found != chats_.end() && found->second.people.size() < 1024)
                found->second.people.push_back(people.text(1));
    }

    static std::string textOf(const sqlite::Query& row, int text, int body) {
        std::string found = row.text(text);
        if (found.empty())
            if (auto typed = typedText(row.blob(body))) found = std::move(*typed);
        // The place of an attachment in the text.
        for (std::size_t at = 0; (at = found.find("\xEF\xBF\xBC", at)) != std::string::npos;)
            found.erase(at, 3);
        return found;
    }

    void message(sqlite::Query& row, const Chat& chat, const std::string& deleted) {
        ItemRecord record;
        const std::int64_t associated = row.integer(8);
        const bool isReaction = associated >= 2000 && associated < 4000;
        const std::int64_t special = row.integer(10);
        record.kind = isReaction || special != 0 ? ItemKind::Notice : kindOf(row.text(6));
        record.direction = row.integer(5) != 0 ? Direction::Out : Direction::In;
        record.text = isReaction ? reactionText(row) : textOf(row, 2, 3);
        record.subject = row.text(11);
        if (record.subject == record.text) record.subject.clear();
        addTime(record, row.integer(4), r_.context, model::TimeSource::MessageExport);
        if (record.text.empty() && row.text(2).empty() && !row.isNull(3) && !typedText(row.blob(3)))
            addIssue(record, IssueCode::Malformed, IssueSeverity::Odd, "attributedBody");
        if (special != 0) notice(record, row);
        if (!isReaction && !row.text(17).empty())
            record.text = "> " + quotedOf(row.text(17)) + "\n" + record.text;
        people(record, row.text(7), chat);
        attachments(record, row.integer(0));
        if (row.integer(12) != 0) addIssue(record, IssueCode::Edited, IssueSeverity::Note, row.text(12));
        if (row.integer(13) != 0) addIssue(record, IssueCode::Withdrawn, IssueSeverity::Note, row.text(13));
        if (!deleted.empty())
            addIssue(record, IssueCode::UnknownCode, IssueSeverity::Note, "deleted=" + deleted);
        if (record.direction == Direction::Out && row.integer(14) != 0)
            addIssue(record, IssueCode::NotSent, IssueSeverity::Note, "error=" + row.text(14));
        record.identity = chat::identityOf({row.text(1), record.text, std::to_string(associated)});
        r_.give(std::move(record));
    }

    static ItemKind kindOf(const std::string& service) {
        return service == "SMS" ? ItemKind::Sms : ItemKind::Chat;
    }

    // "p:0/GUID" or "bp:GUID": the message that it is about.
    std::string quotedOf(std::string guid) {
        guid = guid.substr(std::min(guid.find_last_of("/:") + 1, guid.size()));
        sqlite::Query before(db_, "SELECT text, " + db_.column("message", "message", "attributedBody") +
                                      " FROM message WHERE guid = ?");
        return before.with(guid).step() ? chat::quoted(textOf(before, 0, 1)) : chat::quoted("");
    }

    std::string reactionText(const sqlite::Query& row) {
        constexpr std::array<const char*, 6> signs{"❤️", "👍", "👎", "😂", "‼️", "❓"};
        const std::int64_t type = row.integer(8);
        const auto which = static_cast<std::size_t>(type % 1000);
        std::string sign = which < signs.size() ? signs.at(which) : row.text(15);
        if (type >= 3000) sign = "− " + sign; // taken away again
        return sign + " " + quotedOf(row.text(9));
    }

    // What the telephone wrote itself: 1 who takes part, 2 the name of the chat, 3 somebody left.
    static void notice(ItemRecord& record, const sqlite::Query& row) {
        if (record.text.empty()) record.text = row.text(16);
        addIssue(record, IssueCode::UnknownCode, IssueSeverity::Note, "item_type=" + row.text(10));
    }

    void people(ItemRecord& record, const std::string& handle, const Chat& chat) {
        const bool isOut = record.direction == Direction::Out;
        if (!isOut && !handle.empty())
            record.participants.push_back(personOf(ParticipantRole::From, handle, {}, "imessage"));
        if (!isOut && handle.empty()) addIssue(record, IssueCode::MissingSender, IssueSeverity::Odd);
        std::vector<std::string> others = chat.people;
        if (isOut && others.empty() && !handle.empty()) others.push_back(handle);
        if (isOut && others.empty() && !chat.isGroup && !chat.identifier.empty())
            others.push_back(chat.identifier);
        for (const std::string& other : others)
            if (isOut || (chat.isGroup && other != handle))
                record.participants.push_back(personOf(ParticipantRole::To, other, {}, "imessage"));
    }

    void attachments(ItemRecord& record, std::int64_t message) {
        if (!files_) return;
        for (files_->with(message); files_->step();) {
            std::string path = files_->text(0);
            // "~/Library/SMS/...", "/var/mobile/Library/SMS/...": from the domain's top.
            if (const std::size_t top = path.find("Library/"); top != std::string::npos) path.erase(0, top);
            if (path.empty()) {
                addIssue(record, IssueCode::MissingAttachment, IssueSeverity::Odd, files_->text(1));
                continue;
            }
            model::Attachment file = chat::fileBeside(r_.pathOf("MediaDomain", path));
            const std::string name = files_->text(1);
            file.name =
                name.empty() ? path.substr(path.rfind('/') + 1) : name.substr(name.find_last_of("/\\") + 1);
            file.type = files_->text(2).empty() ? file.type : files_->text(2);
            record.attachments.push_back(std::move(file));
        }
        if (record.kind == ItemKind::Sms && !record.attachments.empty()) record.kind = ItemKind::Mms;
    }

    Reading& r_;
    sqlite::SourceDatabase& db_;
    std::map<std::int64_t, Chat> chats_;
    std::unique_ptr<sqlite::Query> files_;
};

} // namespace

void readMessages(Reading& reading) {
    reading.sink.issue({IssueCode::NotContained, IssueSeverity::Note, "deleted", 0});
    Messages(reading).run();
}

} // namespace core::format::iphone
