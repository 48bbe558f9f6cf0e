// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/format/imessage/exporter_reader.h"

#include "core/base/utf8.h"
#include "core/base/zone.h"
#include "core/format/chat/chat_record.h"
#include "core/format/imessage/exported.h"
#include "core/format/table/row_record.h"

#include <algorithm>
#include <set>

namespace core::format {

namespace imessage {

namespace {

using chat::addIssue;
using model::Direction;
using model::IssueCode;
using model::IssueSeverity;
using model::ItemKind;
using model::ParticipantRole;

constexpr std::size_t kLargest = std::size_t{128} << 20U; // of one chat
constexpr const char* kOwner = "Me";

bool isPage(std::string_view head) {
    const std::size_t first = head.find_first_not_of(" \t\r\n");
    return first != std::string_view::npos && head[first] == '<';
}

std::string keyOf(const Exported& one) { return one.time + '\n' + one.sender + '\n' + one.text; }

// "+4587654321, Jens.txt": the others of the chat, as long as nobody of them wrote.
std::vector<std::string> namesOfFile(std::string name) {
    if (const std::size_t dot = name.rfind('.'); dot != std::string::npos) name.resize(dot);
    std::vector<std::string> names;
    for (std::size_t at = 0; at < name.size();) {
        const std::size_t end = std::min(name.find(", ", at), name.size());
        if (end > at) names.push_back(name.substr(at, end - at));
        at = end + 2;
    }
    return names;
}

class Reading {
public:
    Reading(const ReadContext& context, RecordSink& sink) : context_(context), sink_(sink) {}

    void run(const std::vector<Exported>& all) {
        std::set<std::string> own; // of those that stand in their own place
        for (const Exported& one : all) {
            if (!one.isNested) own.insert(keyOf(one));
            if (one.isSent || one.isReceived) knowsSides_ = true;
            if (one.sender == kOwner) hasOwner_ = true;
            const bool isOther = !one.sender.empty() && one.sender != kOwner && !one.isSent;
            if (isOther && std::find(others_.begin(), others_.end(), one.sender) == others_.end() &&
                others_.size() < 1024)
                others_.push_back(one.sender);
        }
        if (others_.empty()) others_ = namesOfFile(context_.fileName);
        sink_.issue({IssueCode::NotContained, IssueSeverity::Note, "deleted", 0});
        for (const Exported& one : all)
            if (!one.isNested || !own.contains(keyOf(one))) message(one);
    }

private:
    static model::Participant person(ParticipantRole role, const std::string& name) {
        const auto kind = model::guessIdentifierKind(name);
        if (kind == model::IdentifierKind::Profile) return chat::person(role, name, "imessage");
        return {role, kind, name, {}};
    }

    void addTime(ItemRecord& record, const Exported& one) {
        const auto date = table::parseWrittenDate(one.time);
        if (!date || !date->hasDate)
            return addIssue(record, IssueCode::InvalidDate, IssueSeverity::Odd, one.time);
        const table::TableMapping none;
        const table::RowReading reading{none, context_};
        table::addTime(record, *date, one.time, reading, model::TimeSource::MessageExport);
    }

    Direction directionOf(const Exported& one) const {
        if (one.isAnnouncement || one.sender.empty()) return Direction::Unknown;
        if (knowsSides_)
            return one.isSent ? Direction::Out : one.isReceived ? Direction::In : Direction::Unknown;
        if (one.sender == kOwner) return Direction::Out;
        return hasOwner_ ? Direction::In : Direction::Unknown; // the owner may stand under her own name
    }

    void message(const Exported& one) {
        ItemRecord record;
        record.offset = one.offset;
        record.length = one.length;
        record.kind = one.isAnnouncement     ? ItemKind::Notice
                      : one.service == "SMS" ? ItemKind::Sms
                                             : ItemKind::Chat;
        record.direction = directionOf(one);
        record.text = base::repairUtf8(one.text);
        addTime(record, one);
        if (record.direction != Direction::Out && !one.sender.empty())
            record.participants.push_back(person(ParticipantRole::From, one.sender));
        for (const std::string& other : others_)
            if (!one.isAnnouncement && other != one.sender &&
                (record.direction == Direction::Out || others_.size() > 1))
                record.participants.push_back(person(ParticipantRole::To, other));
        for (const std::string& file : one.files) record.attachments.push_back(chat::fileBeside(file));
        if (record.kind == ItemKind::Sms && !record.attachments.empty()) record.kind = ItemKind::Mms;
        if (one.isEdited) addIssue(record, IssueCode::Edited, IssueSeverity::Note);
        if (one.isUnsent) addIssue(record, IssueCode::Withdrawn, IssueSeverity::Note);
        const std::string about = chat::quoted(record.text);
        give(std::move(record), one.sender);
        for (const std::string& reaction : one.reactions) {
            ItemRecord notice;
            notice.kind = ItemKind::Notice;
            notice.offset = one.offset;
            notice.length = one.length;
            notice.text = base::repairUtf8(reaction) + " " + about;
            const std::size_t by = reaction.rfind(" by ");
            const std::string who = by == std::string::npos ? "" : reaction.substr(by + 4);
            if (who == kOwner)
                notice.direction = Direction::Out;
            else if (!who.empty())
                notice.participants.push_back(person(ParticipantRole::From, who));
            give(std::move(notice), one.time + who);
        }
    }

    void give(ItemRecord&& record, const std::string& sender) {
        record.index = ++index_;
        const std::string time = record.times.empty() ? "" : std::to_string(record.times.front().time.utcMs);
        const std::string file = record.attachments.empty() ? "" : record.attachments.front().name;
        record.identity =
            chat::identityOf({time, sender, record.text, file, others_.empty() ? "" : others_.front()});
        repeats_.tellApart(record);
        sink_.item(std::move(record));
        if (index_ % 1000 == 0) sink_.position(record.offset);
    }

    const ReadContext& context_;
    RecordSink& sink_;
    chat::Repeats repeats_;
    std::vector<std::string> others_;
    bool knowsSides_ = false, hasOwner_ = false;
    std::uint64_t index_ = 0;
};

} // namespace

} // namespace imessage

Confidence ImessageExportReader::probe(const ProbeInput& input) const {
    std::string_view head = input.head;
    if (head.starts_with("\xEF\xBB\xBF")) head.remove_prefix(3);
    if (imessage::isPage(head)) {
        const bool isOurs = head.find("class=\"timestamp\"") != std::string_view::npos &&
                            head.find("class=\"sender\"") != std::string_view::npos &&
                            (head.find("sms://open?message-guid=") != std::string_view::npos ||
                             head.find("class=\"message_part\"") != std::string_view::npos);
        return isOurs ? Confidence::Likely : Confidence::No;
    }
    // A time on a line of its own, and a name below it.
    const std::size_t time = imessage::timeLength(head);
    if (time == 0) return Confidence::No;
    const std::string_view rest = head.substr(time);
    const bool isAlone = rest.starts_with("\n") || rest.starts_with("\r\n") ||
                         rest.starts_with(" (Read by ") || rest.starts_with(" You ") ||
                         head.find("\nMe\n") != std::string_view::npos;
    return isAlone ? Confidence::Likely : Confidence::No;
}

void ImessageExportReader::read(base::ByteSource& source, const ReadContext& context,
                                RecordSink& sink) const {
    const std::string all = base::readAll(source, imessage::kLargest);
    sink.position(0);
    imessage::Reading(context, sink)
        .run(imessage::isPage(all) ? imessage::exportedFromPage(all) : imessage::exportedFromText(all));
    sink.position(all.size());
}

} // namespace core::format
