// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/format/sms/mms_record.h"

#include "core/base/utf8.h"
#include "core/format/sms/message_records.h"

#include <algorithm>

namespace core::format::sms {

namespace {

using model::Direction;
using model::IssueCode;
using model::IssueSeverity;
using model::ParticipantRole;

constexpr std::size_t kMostParts = 10'000;
constexpr std::size_t kMostText = 8 * 1024 * 1024;

// "image/JPEG; name=x" as "image/jpeg".
std::string plainType(std::string_view type) {
    std::string plain(type.substr(0, type.find(';')));
    std::transform(plain.begin(), plain.end(), plain.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    while (!plain.empty() && plain.back() == ' ') plain.pop_back();
    return plain;
}

std::string partName(const TagScanner& tag) {
    for (const Attribute attribute : {Attribute::ContentLocation, Attribute::Name, Attribute::FileName}) {
        const std::string_view name = tag.get(attribute);
        if (!name.empty()) return std::string(name.substr(name.find_last_of("/\\") + 1));
    }
    return {};
}

// IANA MIBenum numbers of the charsets that phones write.
std::string charsetOf(std::string_view number) {
    if (number == "4") return "iso-8859-1";
    if (number == "1000" || number == "1015") return "utf-16";
    return "utf-8";
}

// Android's PduHeaders: who an address of a message stands for.
std::optional<ParticipantRole> roleOf(std::string_view type) {
    if (type == "137") return ParticipantRole::From;
    if (type == "151") return ParticipantRole::To;
    if (type == "130") return ParticipantRole::Cc;
    if (type == "129") return ParticipantRole::Bcc;
    return std::nullopt;
}

} // namespace

void MmsRecord::begin(const TagScanner& tag, std::int64_t nowMs) {
    *this = MmsRecord();
    isOpen_ = true;
    record_.kind = model::ItemKind::Mms;
    record_.offset = tag.begin();
    addTextIssues(record_, tag);
    record_.subject = std::string(tag.get(Attribute::Sub));
    date_ = std::string(tag.get(Attribute::Date));
    box_ = std::string(tag.get(Attribute::MessageBox));
    messageType_ = std::string(tag.get(Attribute::MessageType));
    contactName_ = nameOf(tag.get(Attribute::ContactName));
    members_ = addressesOf(tag.get(Attribute::Address));
    addTimes(record_, date_, tag.get(Attribute::DateSent), nowMs, tag.begin());
    if (messageType_ == "130")
        addIssue(record_, IssueCode::NotDownloaded, IssueSeverity::Odd, {}, tag.begin());
}

void MmsRecord::partBroken(std::uint64_t offset) {
    addIssue(record_, IssueCode::Malformed, IssueSeverity::Odd, "part", offset);
}

void MmsRecord::addPart(const TagScanner& tag) {
    if (++parts_ > kMostParts) {
        if (parts_ == kMostParts + 1)
            addIssue(record_, IssueCode::TooLarge, IssueSeverity::Odd, "parts", tag.begin());
        return;
    }
    const std::string type = plainType(tag.get(Attribute::ContentType));
    if (type == "application/smil") return;
    addTextIssues(record_, tag);
    const std::string_view text = tag.get(Attribute::Text);
    if (!text.empty()) addText(withPlainLineEnds(text), tag.offsetOf(Attribute::Text));
    if (tag.data().isPresent()) {
        addAttachment(tag, type);
    } else if (text.empty() && type != "text/plain") {
        addIssue(record_, IssueCode::NotDownloaded, IssueSeverity::Odd, partName(tag), tag.begin());
    }
}

void MmsRecord::addText(std::string_view text, std::uint64_t offset) {
    if (record_.text.size() + text.size() > kMostText) {
        addIssue(record_, IssueCode::TooLarge, IssueSeverity::Odd, "text", offset);
        return;
    }
    if (hasText_) record_.text += '\n';
    hasText_ = true;
    record_.text += text;
}

void MmsRecord::addAttachment(const TagScanner& tag, std::string type) {
    const PartData& data = tag.data();
    model::Attachment attachment;
    attachment.name = partName(tag);
    attachment.size = data.size();
    attachment.sha256 = data.digest();
    attachment.offset = data.offset();
    attachment.encodedLength = data.encodedLength();
    attachment.encoding = base::TransferEncoding::Base64;
    if (data.junk() > 0)
        addIssue(record_, IssueCode::InvalidBase64, IssueSeverity::Odd, std::to_string(data.junk()),
                 data.offset());
    if (type == "text/plain" && tag.get(Attribute::Text).empty() && !data.text().empty()) {
        std::size_t replaced = 0;
        const auto text = base::fromCharset(data.text(), charsetOf(tag.get(Attribute::Charset)), &replaced);
        if (text) addText(withPlainLineEnds(*text), data.offset());
        if (replaced > 0)
            addIssue(record_, IssueCode::InvalidCharacters, IssueSeverity::Odd, std::to_string(replaced),
                     data.offset());
    }
    attachment.type = std::move(type);
    record_.attachments.push_back(std::move(attachment));
}

void MmsRecord::addAddress(const TagScanner& tag) {
    if (addresses_.size() >= kMostParts) return;
    addTextIssues(record_, tag);
    const std::string_view written = tag.get(Attribute::Address);
    const auto role = roleOf(tag.get(Attribute::Type));
    if (!role) {
        addIssue(record_, IssueCode::UnknownCode, IssueSeverity::Note,
                 "addr type=" + std::string(tag.get(Attribute::Type)), tag.begin());
        return;
    }
    if (written == "insert-address-token") {
        ownerIsSender_ = ownerIsSender_ || *role == ParticipantRole::From;
        return;
    }
    for (const std::string& id : addressesOf(written)) addresses_.push_back({id, *role});
}

// The box is the surest: the addresses may be missing, or all be the same number.
void MmsRecord::decideDirection() {
    if (!box_.empty()) {
        record_.direction = directionOfBox(box_, record_, record_.offset);
        if (record_.direction != Direction::Unknown) return;
    }
    if (messageType_ == "128" || ownerIsSender_)
        record_.direction = Direction::Out;
    else if (messageType_ == "132" || messageType_ == "130")
        record_.direction = Direction::In;
    else if (box_.empty())
        addIssue(record_, IssueCode::UnknownCode, IssueSeverity::Odd, "msg_box=", record_.offset);
}

void MmsRecord::addMembers(ParticipantRole role) {
    for (const std::string& id : members_) record_.participants.push_back(participantOf(role, id, {}));
}

void MmsRecord::addParticipants() {
    const bool isOut = record_.direction == Direction::Out;
    const auto isMember = [this](const std::string& id) {
        return std::any_of(members_.begin(), members_.end(),
                           [&](const std::string& member) { return sameAddress(member, id); });
    };
    const auto isListed = [this](const std::string& id) {
        return std::any_of(record_.participants.begin(), record_.participants.end(),
                           [&](const model::Participant& known) { return sameAddress(known.id, id); });
    };
    // Senders first, so that a number repeated as receiver is seen to be the sender's.
    std::stable_sort(addresses_.begin(), addresses_.end(),
                     [](const Address& a, const Address& b) { return a.role < b.role; });
    for (const Address& address : addresses_) {
        // What she sent cannot be from the one she sent it to: such a list repeats one number.
        if (isOut && address.role == ParticipantRole::From && isMember(address.id)) continue;
        if (!isListed(address.id))
            record_.participants.push_back(participantOf(address.role, address.id, {}));
    }
    const auto has = [this](bool senders) {
        return std::any_of(record_.participants.begin(), record_.participants.end(),
                           [&](const model::Participant& known) {
                               return (known.role == ParticipantRole::From) == senders;
                           });
    };
    if (record_.direction == Direction::In && members_.size() == 1) correctSender();
    if (isOut) {
        if (!has(false)) addMembers(ParticipantRole::To);
    } else if (!has(true)) {
        if (members_.size() == 1) {
            std::erase_if(record_.participants,
                          [&](const model::Participant& p) { return sameAddress(p.id, members_.front()); });
            record_.participants.insert(record_.participants.begin(),
                                        participantOf(ParticipantRole::From, members_.front(), {}));
        } else {
            if (!has(false)) addMembers(ParticipantRole::To);
            addIssue(record_, IssueCode::MissingSender, IssueSeverity::Odd, {}, record_.offset);
        }
    }
}

// In a conversation with one other, what comes in comes from that other, whatever a writer made of the list.
void MmsRecord::correctSender() {
    const std::string& other = members_.front();
    bool changed = false;
    for (model::Participant& participant : record_.participants) {
        if (participant.role != ParticipantRole::From || sameAddress(participant.id, other)) continue;
        addIssue(record_, IssueCode::UnknownCode, IssueSeverity::Odd, "addr 137=" + participant.id,
                 record_.offset);
        participant.role = ParticipantRole::To;
        changed = true;
    }
    if (!changed) return;
    std::erase_if(record_.participants,
                  [&](const model::Participant& p) { return sameAddress(p.id, other); });
    record_.participants.insert(record_.participants.begin(),
                                participantOf(ParticipantRole::From, other, {}));
}

// The names of a group stand in another order than its numbers, so only a single name is given to anybody.
void MmsRecord::nameTheOther() {
    if (members_.size() != 1 || contactName_.empty()) return;
    for (model::Participant& participant : record_.participants)
        if (sameAddress(participant.id, members_.front())) participant.name = contactName_;
}

ItemRecord MmsRecord::finish(std::uint64_t end) {
    isOpen_ = false;
    record_.length = end - record_.offset;
    decideDirection();
    addParticipants();
    nameTheOther();

    std::vector<std::string> forms;
    for (const std::string& member : members_) forms.push_back(normalForm(member));
    if (forms.empty())
        for (const Address& address : addresses_) forms.push_back(normalForm(address.id));
    std::sort(forms.begin(), forms.end());
    forms.erase(std::unique(forms.begin(), forms.end()), forms.end());
    Identity identity;
    identity.add(std::to_string(forms.size()));
    for (const std::string& form : forms) identity.add(form);
    identity.addTime(record_, date_);
    identity.add(box_.empty() ? messageType_ : box_);
    identity.add(record_.subject);
    identity.add(record_.text);
    for (const model::Attachment& attachment : record_.attachments)
        identity.add(base::toHex(attachment.sha256));
    record_.identity = identity.take();
    return std::move(record_);
}

} // namespace core::format::sms
