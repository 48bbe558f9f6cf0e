// SPDX-License-Identifier: GPL-3.0-or-later
// The mails of an exhibit as sheets.
#include "core/report/item_people.h"
#include "core/report/item_texts.h"

namespace core::report {

void addMails(Build& build, const std::vector<query::ItemDetail>& items, ExhibitPart& part) {
    for (const query::ItemDetail& item : items) {
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
        mail.headers.push_back({build.tr("Time"), allTimes(build, item), false});
        mail.text = item.fullText;
        mail.notes = itemNotes(build, item, mail.pictures);
        part.items.push_back(item.id);
        part.mails.push_back(std::move(mail));
    }
}
} // namespace core::report
