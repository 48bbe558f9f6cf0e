// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/format/outlook/message_record.h"

#include "core/base/utf8.h"
#include "core/format/mail/ascii.h"
#include "core/format/mail/mail_record.h"
#include "core/format/mail/opened_part.h"
#include "core/format/mail/signed_content.h"
#include "core/format/outlook/message_body.h"
#include "core/format/outlook/message_kind.h"
#include "core/format/outlook/message_people.h"
#include "core/format/outlook/message_times.h"

#include <algorithm>

namespace core::format::outlook {

using model::IssueCode;
using model::IssueSeverity;

namespace {

constexpr std::int64_t kUnsent = 0x8;                     // of MessageFlags
constexpr std::size_t kMaxHeader = std::size_t{1} << 20;  // bytes
constexpr std::size_t kMaxSigned = std::size_t{32} << 20; // bytes
constexpr std::size_t kDetail = 100;                      // letters

// The headers that came with a mail that was under way.
mail::PartHeader headerOf(const PropertyBag& p) {
    mail::PartHeader header;
    const std::string text = p.text(Tag::TransportHeaders).substr(0, kMaxHeader);
    std::string_view rest = text;
    while (!rest.empty()) {
        mail::Line line;
        const std::size_t end = std::min(rest.find('\n'), rest.size());
        line.text = rest.substr(0, end);
        rest.remove_prefix(std::min(end + 1, rest.size()));
        if (line.text.ends_with('\r')) line.text.remove_suffix(1);
        if (line.text.empty() && !header.isEmpty()) break;
        if (!line.text.empty()) header.add(line);
    }
    return header;
}

std::string subjectOf(const PropertyBag& p) {
    std::string subject = p.text(Tag::Subject);
    // A .pst marks how long "RE: " is.
    if (subject.size() >= 2 && subject[0] == '\x01') subject.erase(0, 2);
    for (char& c : subject)
        if (mail::isControl(c)) c = ' ';
    return std::string(mail::trim(subject));
}

// A mail that is signed or sealed as a whole is one attachment. Of a signed one the text can be read.
std::vector<mail::TextPiece> signedTexts(Message& message) {
    const bool isOne = isSmime(message.properties()) && message.attachments().size() == 1;
    const auto source = isOne ? message.open(0) : nullptr;
    if (!source) return {};
    std::string bytes;
    std::string block(std::size_t{64} << 10, '\0');
    while (bytes.size() < kMaxSigned) {
        const std::size_t n = source->read(block.data(), std::min(block.size(), kMaxSigned - bytes.size()));
        if (n == 0) break;
        bytes.append(block, 0, n);
    }
    if (auto inside = mail::signedContent(bytes))
        bytes = std::move(*inside);
    else if (isSealed(message.properties()))
        return {};
    return mail::parsePart(bytes).texts;
}

void fillThread(ItemRecord& record, const PropertyBag& p, const mail::PartHeader& header) {
    mail::fillThread(record, header);
    const auto ids = [&](Tag tag) { return mail::parseMessageIds(p.text(tag)); };
    if (record.messageId.empty())
        if (auto own = ids(Tag::InternetMessageId); !own.empty()) record.messageId = std::move(own.front());
    for (const Tag tag : {Tag::InternetReferences, Tag::InReplyTo})
        for (std::string& id : ids(tag))
            if (std::find(record.references.begin(), record.references.end(), id) == record.references.end())
                record.references.push_back(std::move(id));
}

std::string nameOf(const PropertyBag& p) {
    for (const Tag tag : {Tag::AttachLongName, Tag::AttachName, Tag::DisplayName})
        if (std::string name = mail::safeFileName(p.text(tag)); !name.empty()) return name;
    return "attachment" + mail::safeFileName(p.text(Tag::AttachExtension));
}

void fillAttachments(ItemRecord& record, Message& message, const std::string& folder) {
    const auto& all = message.attachments();
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (isMessage(all[i])) continue; // it is a record of its own
        model::Attachment a;
        a.name = nameOf(all[i]);
        a.type = mail::toLower(all[i].text(Tag::AttachMime));
        a.isInline = all[i].number(Tag::AttachHidden) != 0 || !all[i].text(Tag::AttachContentId).empty();
        a.path = attachmentPath(folder, i + 1, all[i]);
        record.attachments.push_back(std::move(a));
    }
    if (all.size() >= kMaxAttachments)
        record.issues.push_back({IssueCode::TooLarge, IssueSeverity::Odd, "attachments", 0});
}

std::string identityOf(const ItemRecord& record, std::int64_t instant, Message& message) {
    std::string id = "outlook\n" + record.messageId + '\n' + std::to_string(instant) + '\n';
    for (const model::Participant& p : record.participants)
        if (p.role == model::ParticipantRole::From || record.messageId.empty())
            id += model::normalizeIdentifier(p.kind, p.id) + '\n';
    id += record.subject + '\n' + base::toHex(base::sha256(mail::canonicalText(record.text)));
    for (std::size_t i = 0; i < message.attachments().size(); ++i)
        id += '\n' + nameOf(message.attachments()[i]) + ' ' + std::to_string(message.size(i));
    return id;
}

} // namespace

std::string attachmentFolder(const std::string& folder, std::size_t number) {
    return folder + "attachment-" + std::to_string(number) + '/';
}

std::string attachmentPath(const std::string& folder, std::size_t number, const PropertyBag& attachment) {
    return attachmentFolder(folder, number) + nameOf(attachment);
}

ItemRecord makeRecord(Message& message, const ReadContext& context, const std::string& folder) {
    const PropertyBag& p = message.properties();
    const mail::PartHeader header = headerOf(p);
    ItemRecord record;
    record.kind = isMail(p) ? model::ItemKind::Email : model::ItemKind::Document;
    const bool isDraft = (p.number(Tag::MessageFlags) & kUnsent) != 0 && !header.has(mail::Field::Received);
    std::int64_t instant = 0;
    if (record.kind == model::ItemKind::Email) {
        instant = fillTimes(record, p, header, context, isDraft);
        fillPeople(record, message, header);
        fillThread(record, p, header);
        if (isDraft) record.issues.push_back({IssueCode::NotSent, IssueSeverity::Note, "draft", 0});
    } else {
        instant = fillOtherTimes(record, p);
    }
    record.subject = subjectOf(p);
    std::vector<mail::TextPiece> inside = signedTexts(message);
    const bool isReadable = !inside.empty();
    fillBody(record, p, std::move(inside));
    if (record.kind != model::ItemKind::Email) addFacts(record, p);
    if (isSealed(p) && !isReadable)
        record.issues.push_back({IssueCode::SealedContent, IssueSeverity::Note, "smime", 0});
    fillAttachments(record, message, folder);
    record.identity = identityOf(record, instant, message);
    return record;
}

void unpackFiles(Message& message, const std::string& folder, ChildSink& sink, int depth) {
    const auto& all = message.attachments();
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (isMessage(all[i])) {
            const auto inner = depth < kMaxDepth ? message.embedded(i) : nullptr;
            if (inner) unpackFiles(*inner, attachmentFolder(folder, i + 1), sink, depth + 1);
            continue;
        }
        const auto bytes = message.open(i);
        if (!bytes) continue;
        const auto changed = all[i].timeMs(Tag::ModificationTime).value_or(0);
        sink.child({attachmentPath(folder, i + 1, all[i]), message.size(i), changed}, *bytes);
    }
}

void giveRecords(Message& message, const ReadContext& context, const std::string& folder, ItemRecord&& record,
                 std::uint64_t& index, RecordSink& sink) {
    struct Inner {
        std::unique_ptr<Message> message;
        std::string folder;
        std::string around; // the subject of the message it came in
        int depth;
    };
    std::vector<Inner> todo;
    const auto give = [&](Message& one, ItemRecord&& r, const std::string& place, int depth) {
        const std::string outer = base::firstGraphemes(r.subject, kDetail);
        const auto& all = one.attachments();
        const std::size_t before = todo.size();
        for (std::size_t i = 0; i < all.size(); ++i) {
            if (!isMessage(all[i])) continue;
            auto inner = depth < kMaxDepth ? one.embedded(i) : nullptr;
            if (inner)
                todo.push_back({std::move(inner), attachmentFolder(place, i + 1), outer, depth + 1});
            else
                r.issues.push_back({IssueCode::TooDeep, IssueSeverity::Odd, nameOf(all[i]), 0});
        }
        std::reverse(todo.begin() + static_cast<std::ptrdiff_t>(before), todo.end());
        r.index = ++index;
        sink.item(std::move(r));
    };
    give(message, std::move(record), folder, 0);
    while (!todo.empty()) {
        const Inner inner = std::move(todo.back());
        todo.pop_back();
        ItemRecord r = makeRecord(*inner.message, context, inner.folder);
        r.issues.push_back({IssueCode::Nested, IssueSeverity::Note, inner.around, 0});
        give(*inner.message, std::move(r), inner.folder, inner.depth);
    }
}

} // namespace core::format::outlook
