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
constexpr std::size_t kMostPeople = 500; // of one message; networks allow some twenty
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
    for (std::string& id : addressesOf(tag.get(Attribute::Address))) {
        std::string form = normalForm(id);
        members_.push_back({std::move(id), std::move(form), ParticipantRole::To});
    }
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
    if (++addressTags_ > kMostPeople) return tooManyPeople(tag.begin());
    addTextIssues(record_, tag);
    const std::string_view written = tag.get(Attribute::Address);
    const auto role = roleOf(tag.get(Attribute::Type));
    if (!role) {
        addIssue(record_, IssueCode::UnknownCode, IssueSeverity::Note,
                 "addr type=" + std::string(tag.get(Attribute::Type)), tag.begin());
        return;
    }
    if (written == "insert-address-token") {
        (*role == ParticipantRole::From ? ownerIsSender_ : ownerIsReceiver_) = true;
        return;
    }
    for (std::string& id : addressesOf(written)) {
        if (addresses_.size() >= kMostPeople) return tooManyPeople(tag.begin());
        std::string form = normalForm(id);
        addresses_.push_back({std::move(id), std::move(form), *role});
    }
}

void MmsRecord::tooManyPeople(std::uint64_t offset) {
    if (!hasTooMany_) addIssue(record_, IssueCode::TooLarge, IssueSeverity::Odd, "addrs", offset);
    hasTooMany_ = true;
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

void MmsRecord::addListed(const Forms& members) {
    Forms listed;
    for (const Address& address : addresses_) {
        // What she sent cannot be from the one she sent it to: such a list repeats one number.
        const bool isRepeat = record_.direction == Direction::Out && address.role == ParticipantRole::From &&
                              members.contains(address.form);
        if (!isRepeat && listed.insert(address.form).second)
            record_.participants.push_back(participantOf(address.role, address.id, {}));
    }
    if (record_.direction == Direction::Out) addMembers(listed);
}

// The members whom the list leaves out.
void MmsRecord::addMembers(const Forms& listed) {
    Forms known = listed;
    for (const Address& member : members_) {
        if (record_.participants.size() >= kMostPeople) return;
        if (known.insert(member.form).second)
            record_.participants.push_back(participantOf(ParticipantRole::To, member.id, {}));
    }
}

bool MmsRecord::names(const std::string& form, bool asSender) const {
    return std::any_of(addresses_.begin(), addresses_.end(), [&](const Address& address) {
        return (address.role == ParticipantRole::From) == asSender && address.form == form;
    });
}

void MmsRecord::addParticipants() {
    Forms members;
    for (const Address& member : members_) members.insert(member.form);
    if (members_.size() > kMostPeople)
        addIssue(record_, IssueCode::TooLarge, IssueSeverity::Odd, "address", record_.offset);
    // Senders first, so that a number repeated as receiver is seen to be the sender's.
    std::stable_sort(addresses_.begin(), addresses_.end(),
                     [](const Address& a, const Address& b) { return a.role < b.role; });
    addListed(members);
    if (record_.direction == Direction::Out) return;
    const auto isSender = [](const model::Participant& p) { return p.role == ParticipantRole::From; };
    const auto& people = record_.participants;
    if (std::any_of(people.begin(), people.end(), isSender)) {
        if (record_.direction == Direction::In && members_.size() == 1) checkSender();
    } else if (members_.size() == 1) {
        fromTheOther();
    } else {
        if (people.empty()) addMembers({});
        addIssue(record_, IssueCode::MissingSender, IssueSeverity::Odd, {}, record_.offset);
    }
}

void MmsRecord::fromTheOther() {
    const Address& other = members_.front();
    std::erase_if(record_.participants,
                  [&](const model::Participant& p) { return sameAddress(p.id, other.id); });
    record_.participants.insert(record_.participants.begin(),
                                participantOf(ParticipantRole::From, other.id, {}));
}

// In a conversation with one other, what comes in comes from that other, unless the list has the other among
// several receivers: then it is a message to a group, and its sender is the one the list names. With the
// other as its only receiver the list is turned round: nobody gets a message from herself.
void MmsRecord::checkSender() {
    const std::string& other = members_.front().form;
    bool differs = false;
    const bool isOneOfSeveral =
        names(other, false) && !names(other, true) &&
        (ownerIsReceiver_ || std::any_of(addresses_.begin(), addresses_.end(), [&](const Address& address) {
             return address.role != ParticipantRole::From && address.form != other;
         }));
    for (model::Participant& participant : record_.participants) {
        if (participant.role != ParticipantRole::From || normalForm(participant.id) == other) continue;
        addIssue(record_, IssueCode::SenderDisagrees, IssueSeverity::Odd, participant.id, record_.offset);
        if (!isOneOfSeveral) participant.role = ParticipantRole::To;
        differs = true;
    }
    if (differs && !isOneOfSeveral) fromTheOther();
}

// The names of a group stand in another order than its numbers, so only a single name is given to anybody.
void MmsRecord::nameTheOther() {
    if (members_.size() != 1 || contactName_.empty()) return;
    for (model::Participant& participant : record_.participants)
        if (normalForm(participant.id) == members_.front().form) participant.name = contactName_;
}

ItemRecord MmsRecord::finish(std::uint64_t end) {
    isOpen_ = false;
    record_.length = end - record_.offset;
    decideDirection();
    addParticipants();
    nameTheOther();

    std::vector<std::string> forms;
    for (const Address& member : members_) forms.push_back(member.form);
    if (forms.empty())
        for (const Address& address : addresses_) forms.push_back(address.form);
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
