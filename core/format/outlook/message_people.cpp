// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/format/outlook/message_people.h"

#include "core/format/mail/ascii.h"
#include "core/format/mail/mail_record.h"

#include <algorithm>

namespace core::format::outlook {

using model::IdentifierKind;
using model::ParticipantRole;

namespace {

constexpr std::int64_t kTo = 1;
constexpr std::int64_t kCc = 2;
constexpr std::int64_t kBcc = 3;

struct Written {
    std::string smtp;    // an address of the internet
    std::string type;    // "SMTP", "EX"
    std::string address; // of that type
    std::string name;
};

bool isAddress(std::string_view text) {
    const std::size_t at = text.find('@');
    return at != std::string_view::npos && at > 0 && text.find_first_of(" /\\") == std::string_view::npos;
}

// An address of Exchange ("/O=FIRMA/OU=.../CN=BO") says who it is in that one organization only. The name is
// shown; where there is none, the address stands.
model::Participant personOf(const Written& w, ParticipantRole role) {
    model::Participant person;
    person.role = role;
    person.name = std::string(mail::trim(w.name));
    if (person.name.size() > 1 && person.name.front() == '\'' && person.name.back() == '\'')
        person.name = person.name.substr(1, person.name.size() - 2);
    for (const std::string* candidate : {&w.smtp, &w.address, &w.name}) {
        const std::string_view text = mail::trim(*candidate);
        if (!isAddress(text)) continue;
        person.kind = IdentifierKind::Email;
        person.id = std::string(text);
        if (person.name == person.id) person.name.clear();
        return person;
    }
    person.kind = IdentifierKind::Name;
    person.id = person.name.empty() ? w.address : person.name;
    return person;
}

std::vector<model::Participant> senderOf(const PropertyBag& p) {
    const Written author{p.text(Tag::SentRepresentingSmtp), p.text(Tag::SentRepresentingType),
                         p.text(Tag::SentRepresentingAddress), p.text(Tag::SentRepresentingName)};
    const Written sender{p.text(Tag::SenderSmtp), p.text(Tag::SenderType), p.text(Tag::SenderAddress),
                         p.text(Tag::SenderName)};
    const bool hasAuthor = !author.smtp.empty() || !author.address.empty() || !author.name.empty();
    model::Participant person = personOf(hasAuthor ? author : sender, ParticipantRole::From);
    if (person.kind != IdentifierKind::Email && hasAuthor && author.name == sender.name) {
        model::Participant other = personOf(sender, ParticipantRole::From);
        if (other.kind == IdentifierKind::Email) person = std::move(other);
    }
    if (person.id.empty()) return {};
    return {std::move(person)};
}

std::vector<model::Participant> recipientsOf(Message& message, ParticipantRole role) {
    const std::int64_t wanted = role == ParticipantRole::To ? kTo : role == ParticipantRole::Cc ? kCc : kBcc;
    std::vector<model::Participant> people;
    for (const PropertyBag& p : message.recipients()) {
        if ((p.number(Tag::RecipientType, kTo) & 0xF) != wanted) continue;
        model::Participant person = personOf({p.text(Tag::SmtpAddress), p.text(Tag::AddressType),
                                              p.text(Tag::Address), p.text(Tag::DisplayName)},
                                             role);
        if (!person.id.empty()) people.push_back(std::move(person));
    }
    return people;
}

// A list of names is all that is left where the table of recipients is gone.
std::vector<model::Participant> displayed(const PropertyBag& p, Tag tag, ParticipantRole role) {
    std::vector<model::Participant> people;
    const std::string list = p.text(tag);
    std::string_view rest = list;
    while (!rest.empty()) {
        const std::size_t end = std::min(rest.find(';'), rest.size());
        model::Participant person = personOf({{}, {}, {}, std::string(rest.substr(0, end))}, role);
        rest.remove_prefix(std::min(end + 1, rest.size()));
        if (!person.id.empty() && people.size() < kMaxRecipients) people.push_back(std::move(person));
    }
    return people;
}

bool hasRole(const ItemRecord& record, ParticipantRole role) {
    return std::any_of(record.participants.begin(), record.participants.end(),
                       [role](const model::Participant& p) { return p.role == role; });
}

} // namespace

void fillPeople(ItemRecord& record, Message& message, const mail::PartHeader& header) {
    const PropertyBag& p = message.properties();
    auto& people = record.participants;
    if (header.has(mail::Field::From)) {
        mail::fillPeople(record, header);
    } else {
        people = senderOf(p);
        if (people.empty())
            record.issues.push_back({model::IssueCode::MissingSender, model::IssueSeverity::Odd, {}, 0});
    }
    // Nobody hidden stands in the headers, and a list of names may be all there is.
    for (const auto& [role, tag] :
         {std::pair{ParticipantRole::To, Tag::DisplayTo}, std::pair{ParticipantRole::Cc, Tag::DisplayCc},
          std::pair{ParticipantRole::Bcc, Tag::DisplayBcc}}) {
        if (hasRole(record, role)) continue;
        auto more = recipientsOf(message, role);
        if (more.empty()) more = displayed(p, tag, role);
        std::move(more.begin(), more.end(), std::back_inserter(people));
    }
}

} // namespace core::format::outlook
