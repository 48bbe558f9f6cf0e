// SPDX-License-Identifier: GPL-3.0-or-later
// The mails of an exhibit as sheets.
#include "core/base/error.h"
#include "core/report/item_people.h"
#include "core/report/item_texts.h"
#include "core/report/mail_headers.h"
#include "core/report/witness_contacts.h"

#include <algorithm>

namespace core::report {

namespace {

// Other people's addresses are for the police alone, here as in the lines above them.
std::string shownHeader(const Build& build, const query::ItemDetail& item, const MailHeader& header) {
    std::string value = build.reader.redacted(header.value);
    const bool isOffenders = item.from.partyRole == model::PartyRole::Offender;
    const bool isAddress = header.name == "Return-Path" || header.name == "Received";
    if (isAddress && !isOffenders && build.options.audience == Audience::Adviser)
        value = withoutContacts(value, build.tr("(contact left out)"));
    return value;
}

// Of mails that came; what she sent tells only of her own machine.
void addTechnicalHeaders(const Build& build, const query::ItemDetail& item, Mail& mail) {
    constexpr std::uint64_t kMostHead = 256 * 1024;
    if (item.direction == model::Direction::Out || item.from.partyRole == model::PartyRole::Exposed) return;
    std::string head;
    try {
        head = build.reader.forCounting().sourceBytes(item.source.id, item.recordOffset,
                                                      std::min(item.recordLength, kMostHead));
    } catch (const base::Error&) { // a damaged original: the mail stands without them
        return;
    }
    for (const MailHeader& header : technicalHeaders(head)) {
        const std::string name =
            header.name == "Received" ? build.tr("Received (nearest the sender)") : header.name;
        mail.headers.push_back({name, shownHeader(build, item, header), false});
    }
}

} // namespace

void addMail(Build& build, const query::ItemDetail& item, ExhibitPart& part) {
    Mail mail;
    mail.label = build.labelOf(item.id);
    mail.incidents = build.incidentsWith(item.id);
    mail.sourceNote = sourceNote(build, item);
    const std::pair<model::ParticipantRole, std::string> roles[] = {
        {model::ParticipantRole::From, build.tr("From")},
        {model::ParticipantRole::To, build.tr("To")},
        {model::ParticipantRole::Cc, build.tr("Cc")},
    };
    for (const auto& [role, name] : roles) {
        std::vector<std::string> people;
        for (const query::PersonView& person : item.people)
            if (person.role == role) people.push_back(shownAs(build, item, person));
        if (!people.empty()) mail.headers.push_back({name, joined(people, "; "), false});
    }
    mail.headers.push_back({build.tr("Subject"), item.subject.empty() ? "–" : item.subject, true});
    for (NamedValue& time : allTimes(build, item)) mail.headers.push_back(std::move(time));
    if (build.options.exhibitForm.mailHeaders) addTechnicalHeaders(build, item, mail);
    mail.text = item.fullText;
    Attached attached{{}, &part};
    mail.notes = itemNotes(build, item, attached);
    mail.pictures = std::move(attached.pictures);
    part.mails.push_back(std::move(mail));
}

} // namespace core::report
