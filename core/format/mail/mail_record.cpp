// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/format/mail/mail_record.h"

#include "core/format/mail/addresses.h"
#include "core/format/mail/ascii.h"
#include "core/format/mail/encoded_word.h"
#include "core/format/mail/header_value.h"
#include "core/format/mail/html_text.h"
#include "core/format/mail/mail_times.h"
#include "core/format/mail/other_text.h"
#include "core/format/mail/text_decode.h"

#include <algorithm>

namespace core::format::mail {

using model::IssueCode;
using model::IssueSeverity;

namespace {

constexpr std::size_t kMaxOtherText = std::size_t{4} << 20; // bytes of all alternatives that say more

void note(ItemRecord& record, IssueCode code, IssueSeverity severity, std::string detail) {
    record.issues.push_back({code, severity, std::move(detail), record.offset});
}

// A text that was cut may end in the middle of a UTF-8 letter.
void dropHalfLetter(std::string& bytes) {
    std::size_t i = bytes.size();
    while (i > 0 && bytes.size() - i < 4 && (static_cast<unsigned char>(bytes[i - 1]) & 0xC0U) == 0x80U) --i;
    if (i > 0 && static_cast<unsigned char>(bytes[i - 1]) >= 0xC0U) bytes.resize(i - 1);
}

std::string textOf(TextPiece& piece, ItemRecord& record) {
    if (piece.isCut) {
        dropHalfLetter(piece.bytes);
        note(record, IssueCode::TooLarge, IssueSeverity::Odd, "text");
    }
    if (piece.isHtml && piece.charset.empty()) piece.charset = htmlCharset(piece.bytes);
    DecodeNotes notes;
    std::string text = normalizeLines(readableText(piece.bytes, piece.charset, &notes), notes);
    if (notes.unknownCharset)
        note(record, IssueCode::UnknownCharset, IssueSeverity::Odd,
             decodeHeaderText(piece.charset.substr(0, 100)));
    if (notes.foreign > 0)
        note(record, IssueCode::InvalidCharacters, IssueSeverity::Note, std::to_string(notes.foreign));
    if (piece.isFlowed) text = unflow(text, piece.deleteSpace);
    if (piece.isHtml) text = htmlToText(text);
    while (!text.empty() && isBlankChar(text.back())) text.pop_back();
    return text;
}

std::string joinedText(std::vector<TextPiece>& pieces, ItemRecord& record) {
    std::string joined;
    for (TextPiece& piece : pieces) {
        const std::string text = textOf(piece, record);
        if (text.empty()) continue;
        if (!joined.empty()) joined += "\n\n";
        joined += text;
    }
    return joined;
}

// Of the alternatives that were not chosen, those that say something else stand below the text.
void addOthers(ItemRecord& record, std::vector<TextPiece>& others) {
    SaidWords said;
    said.add(record.text);
    std::size_t room = kMaxOtherText;
    for (TextPiece& piece : others) {
        const std::string name = piece.isHtml ? "text/html" : "text/plain";
        const std::string text = textOf(piece, record);
        if (said.cover(text)) continue;
        if (text.size() > room) {
            note(record, IssueCode::TooLarge, IssueSeverity::Odd, name);
            return;
        }
        room -= text.size();
        if (&piece != &others.back()) said.add(text);
        if (!record.text.empty()) record.text += "\n\n";
        record.text.append("---------- ").append(name).append(" ----------\n").append(text);
    }
}

// Words before the first address of From are what is left of a name; nobody is written to by them.
void preferAddress(ItemRecord& record, std::string_view from) {
    const auto hasAddress = [](const model::Participant& p) { return p.id.find('@') != std::string::npos; };
    auto& people = record.participants;
    const auto sender = std::find_if(people.begin(), people.end(), hasAddress);
    if (sender == people.begin() || sender == people.end()) return;
    std::rotate(people.begin(), sender, sender + 1);
    note(record, IssueCode::DoubtfulSender, IssueSeverity::Odd, decodeHeaderText(from.substr(0, 200)));
}

} // namespace

void fillText(ItemRecord& record, std::vector<TextPiece>& texts, std::vector<TextPiece>& others) {
    record.text = joinedText(texts, record);
    if (!others.empty()) addOthers(record, others);
    if (record.text.find("-----BEGIN PGP MESSAGE-----") != std::string::npos)
        note(record, IssueCode::SealedContent, IssueSeverity::Note, "pgp");
}

void fillPeople(ItemRecord& record, const PartHeader& header) {
    appendAddresses(header.raw(Field::From), model::ParticipantRole::From, record.participants);
    preferAddress(record, header.raw(Field::From));
    if (record.participants.empty()) {
        appendAddresses(header.raw(Field::Sender), model::ParticipantRole::From, record.participants);
        note(record, IssueCode::MissingSender, IssueSeverity::Odd,
             record.participants.empty() ? "" : "Sender");
    }
    appendAddresses(header.raw(Field::To), model::ParticipantRole::To, record.participants);
    appendAddresses(header.raw(Field::Cc), model::ParticipantRole::Cc, record.participants);
    appendAddresses(header.raw(Field::Bcc), model::ParticipantRole::Bcc, record.participants);
}

void fillThread(ItemRecord& record, const PartHeader& header) {
    auto own = parseMessageIds(header.raw(Field::MessageId));
    if (!own.empty()) record.messageId = std::move(own.front());
    for (const Field field : {Field::References, Field::InReplyTo})
        for (std::string& id : parseMessageIds(header.raw(field)))
            if (std::find(record.references.begin(), record.references.end(), id) == record.references.end())
                record.references.push_back(std::move(id));
}

std::string canonicalText(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    while (!text.empty()) {
        const std::size_t eol = text.find('\n');
        std::string_view line = text.substr(0, eol);
        text.remove_prefix(eol == std::string_view::npos ? text.size() : eol + 1);
        while (!line.empty() && isBlankChar(line.back())) line.remove_suffix(1);
        const std::size_t marks = line.find_first_not_of('>');
        if (marks != std::string_view::npos && line.substr(marks).starts_with("From "))
            line.remove_prefix(marks);
        out += line;
        out += '\n';
    }
    return out;
}

namespace {

// Whether nothing in it is to be changed for canonicalText, but for the end of the last line.
bool isCanonical(std::string_view text) {
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        if (end > 0 && (isBlankChar(text[end - 1]) || text[0] == '>')) return false;
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return true;
}

base::Digest canonicalDigest(std::string_view text) {
    if (!isCanonical(text)) return base::sha256(canonicalText(text));
    base::Sha256 hash;
    hash.update(text);
    if (!text.empty() && text.back() != '\n') hash.update("\n");
    return hash.finish();
}

std::string identityOf(const ItemRecord& record, const std::vector<FoundAttachment>& attachments,
                       std::int64_t instant) {
    std::string id = "mail\n" + record.messageId + '\n' + std::to_string(instant) + '\n';
    // An id tells copies to several people apart; without one the people do.
    for (const model::Participant& p : record.participants)
        if (p.role == model::ParticipantRole::From || record.messageId.empty())
            id += model::normalizeIdentifier(p.kind, p.id) + '\n';
    id += std::string(trim(record.subject)) + '\n';
    id += base::toHex(canonicalDigest(record.text));
    for (const FoundAttachment& found : attachments) id += '\n' + base::toHex(found.canonical);
    // Nothing that tells two such mails apart: rather the same one twice than one of two lost.
    if (record.messageId.empty() && record.times.empty()) id += '\n' + std::to_string(record.length);
    return id;
}

} // namespace

ItemRecord makeRecord(MailContent& content, const std::optional<EnvelopeLine>& envelope,
                      const ReadContext& context, std::uint64_t begin, std::uint64_t end) {
    ItemRecord record;
    record.kind = model::ItemKind::Email;
    record.offset = begin;
    record.length = end - begin;
    record.issues = std::move(content.issues);
    const std::int64_t instant = fillTimes(record, content.header, envelope, context);
    fillPeople(record, content.header);
    fillThread(record, content.header);
    record.subject = trim(decodeHeaderText(content.header.raw(Field::Subject)));
    fillText(record, content.texts, content.others);
    record.identity = identityOf(record, content.attachments, instant);
    for (FoundAttachment& found : content.attachments)
        record.attachments.push_back(std::move(found.attachment));
    return record;
}

} // namespace core::format::mail
