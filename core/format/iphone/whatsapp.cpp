// SPDX-License-Identifier: GPL-3.0-or-later
// ChatStorage.sqlite: WhatsApp's own database on an iPhone.
#include "core/format/iphone/backup.h"
#include "core/format/iphone/backup_name.h"

#include <cmath>
#include <map>

namespace core::format::iphone {

namespace {

using chat::addIssue;
using model::Direction;
using model::IssueCode;
using model::IssueSeverity;
using model::ItemKind;
using model::ParticipantRole;

constexpr const char* kService = "whatsapp";
constexpr const char* kOrdinary = "AppDomainGroup-group.net.whatsapp.WhatsApp.shared";
constexpr const char* kBusiness = "AppDomainGroup-group.net.whatsapp.WhatsAppSMB.shared";
enum Type : std::int64_t { kGroupEvent = 6, kServiceLine = 10, kWithdrawn = 14, kLastKnown = 15 };

// "4587654321@s.whatsapp.net" is a number with its country and without the plus.
model::Participant personOfJid(ParticipantRole role, const std::string& jid, const std::string& name) {
    const std::size_t at = jid.find('@');
    const std::string user = jid.substr(0, at);
    const bool isNumber = at != std::string::npos && jid.substr(at) == "@s.whatsapp.net" && !user.empty() &&
                          user.find_first_not_of("0123456789") == std::string::npos;
    if (isNumber) return {role, model::IdentifierKind::Phone, "+" + user, name, {}};
    if (jid.empty()) return chat::person(role, name, kService);
    return {role, model::IdentifierKind::Profile, jid, name, kService};
}

class Chats {
public:
    explicit Chats(Reading& reading) : r_(reading) {}

    void run() {
        auto& db = r_.database;
        const auto of = [&](const char* column) { return ", " + db.column("m", "ZWAMESSAGE", column); };
        const bool hasMembers = db.hasTable("ZWAGROUPMEMBER") && db.hasColumn("ZWAMESSAGE", "ZGROUPMEMBER");
        const bool hasMedia = db.hasTable("ZWAMEDIAITEM") && db.hasColumn("ZWAMESSAGE", "ZMEDIAITEM");
        sqlite::Query rows(
            db, "SELECT m.ZISFROMME, m.ZMESSAGEDATE, m.ZTEXT, m.ZMESSAGETYPE, s.ZCONTACTJID, s.ZPARTNERNAME" +
                    of("ZFROMJID") + of("ZSTANZAID") + of("ZSENTDATE") +
                    (hasMembers ? ", g.ZMEMBERJID, g.ZCONTACTNAME" : ", NULL, NULL") +
                    (hasMedia ? ", i.ZMEDIALOCALPATH, " + db.column("i", "ZWAMEDIAITEM", "ZTITLE")
                              : ", NULL, NULL") +
                    " FROM ZWAMESSAGE m LEFT JOIN ZWACHATSESSION s ON s.Z_PK = m.ZCHATSESSION" +
                    (hasMembers ? " LEFT JOIN ZWAGROUPMEMBER g ON g.Z_PK = m.ZGROUPMEMBER" : "") +
                    (hasMedia ? " LEFT JOIN ZWAMEDIAITEM i ON i.Z_PK = m.ZMEDIAITEM" : "") +
                    " ORDER BY m.Z_PK");
        while (rows.step()) one(rows);
    }

private:
    static std::int64_t whole(double value) {
        return value > -9e15 && value < 9e15 ? static_cast<std::int64_t>(std::floor(value)) : -1;
    }

    // The ordinary program's or the one for shops, as the database's own name says.
    const char* domain() const {
        const bool isBusiness = r_.context.fileName == backupName(kBusiness, "ChatStorage.sqlite");
        return isBusiness ? kBusiness : kOrdinary;
    }

    void one(const sqlite::Query& row) {
        ItemRecord record;
        const std::int64_t type = row.integer(3);
        record.kind = type == kGroupEvent || type == kServiceLine ? ItemKind::Notice : ItemKind::Chat;
        record.direction = row.integer(0) != 0 ? Direction::Out : Direction::In;
        record.text = row.text(2);
        addTime(record, whole(row.real(1)), r_.context, model::TimeSource::MessageExport);
        if (!record.times.empty() && !row.isNull(8) && row.real(8) > 0) {
            ItemRecord sent;
            addTime(sent, whole(row.real(8)), r_.context, model::TimeSource::MessageSent);
            record.times.insert(record.times.end(), sent.times.begin(), sent.times.end());
        }
        people(record, row);
        if (const std::string path = row.text(11); !path.empty()) {
            model::Attachment file = chat::fileBeside(r_.pathOf(domain(), "Message/" + path));
            file.name = path.substr(path.rfind('/') + 1);
            if (file.type.empty()) file.type = chat::fileBeside(path).type;
            record.attachments.push_back(std::move(file));
            if (record.text.empty()) record.text = row.text(12); // what stands under the picture
        }
        if (type == kWithdrawn) addIssue(record, IssueCode::Withdrawn, IssueSeverity::Note);
        if (type > kLastKnown || type < 0)
            addIssue(record, IssueCode::UnknownCode, IssueSeverity::Note, "type=" + row.text(3));
        record.identity = chat::identityOf({row.text(7), row.text(4), row.text(1), record.text, row.text(0)});
        r_.give(std::move(record));
    }

    static void people(ItemRecord& record, const sqlite::Query& row) {
        const std::string chat = row.text(4);
        const bool isGroup = chat.ends_with("@g.us");
        const std::string member = row.text(9);
        if (record.direction == Direction::Out) {
            record.participants.push_back(personOfJid(ParticipantRole::To, chat, row.text(5)));
        } else if (isGroup && member.empty()) {
            if (record.kind == ItemKind::Chat) addIssue(record, IssueCode::MissingSender, IssueSeverity::Odd);
            record.participants.push_back(personOfJid(ParticipantRole::To, chat, row.text(5)));
        } else if (isGroup) {
            record.participants.push_back(personOfJid(ParticipantRole::From, member, row.text(10)));
            record.participants.push_back(personOfJid(ParticipantRole::To, chat, row.text(5)));
        } else {
            const std::string from = chat.empty() ? row.text(6) : chat;
            record.participants.push_back(personOfJid(ParticipantRole::From, from, row.text(5)));
        }
    }

    Reading& r_;
};

} // namespace

void readWhatsApp(Reading& reading) {
    reading.sink.issue({IssueCode::NotContained, IssueSeverity::Note, "deleted disappearing", 0});
    Chats(reading).run();
}

} // namespace core::format::iphone
