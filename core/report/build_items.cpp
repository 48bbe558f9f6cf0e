// SPDX-License-Identifier: GPL-3.0-or-later
// The items inside an exhibit: messages as bubbles, mails as sheets, pictures and other files.
#include "core/base/zone.h"
#include "core/report/exhibit_plan.h"
#include "core/report/log_build.h"
#include "core/report/witness_contacts.h"

#include <algorithm>
#include <cstdlib>
#include <limits>
#include <set>

namespace core::report {

namespace {

constexpr std::int64_t kTimesDifferMs = 60'000; // smaller differences of two clocks are not worth a line
constexpr std::size_t kShortHash = 16;

bool isPictureType(const std::string& type) {
    return type == "image/jpeg" || type == "image/jpg" || type == "image/png" || type == "image/heic" ||
           type == "image/heif" || type == "image/webp" || type == "image/gif" || type == "image/tiff" ||
           type == "image/avif";
}

// Said of a message whatever their weight: they tell what the words in the bubble are.
bool isAlwaysSaid(model::IssueCode code) {
    return code == model::IssueCode::Edited || code == model::IssueCode::Withdrawn ||
           code == model::IssueCode::Nested;
}

// A file of its own has a key, and its whole code in the list of files.
std::string attachmentNote(Build& build, const query::AttachmentRow& attachment) {
    std::string name = attachment.name.empty() ? attachment.type : attachment.name;
    if (attachment.isMissing())
        return base::fill(build.tr("Attached: %1. The file is not in the export."), {name});
    const std::string size = base::formatBytes(attachment.size, build.say.language());
    const std::string hash = hashGroups(base::toHex(attachment.sha256), kShortHash);
    if (attachment.source == 0)
        return base::fill(build.tr("Attached: %1, %2, SHA-256 %3 …"), {name, size, hash});
    const std::string key = build.sourceKey(build.reader.source(attachment.source));
    return base::fill(build.tr("Attached: %1 (%2), %3, SHA-256 %4 …"), {name, key, size, hash});
}

std::string duration(const Build& build, std::int64_t seconds) {
    return base::fill(build.tr("%1 min %2 s"), {std::to_string(seconds / 60), std::to_string(seconds % 60)});
}

std::string timeWithSource(const Build& build, const base::Timestamp& time, model::TimeSource source) {
    return build.say.at(time) + " (" + build.say.timeSource(source) + ")";
}

// "09.01.2025 kl. 19.56.01, UTC+1 (e-mail (Date)); kl. 19.56.04 (e-mail (Received))": the chosen time first;
// of the others of that day and zone only what differs.
std::string allTimes(const Build& build, const query::ItemDetail& item) {
    const Phrases& say = build.say;
    std::string text;
    for (const model::TimeClaim& claim : item.times) {
        if (!text.empty()) text += "; ";
        const std::int64_t chosen = item.times.front().time.utcMs, at = claim.time.utcMs;
        const bool isSameDay = !text.empty() && base::hasClockTime(claim.time) &&
                               base::hasClockTime(item.times.front().time) &&
                               say.calendarDays(chosen, at) == 0 && say.zoneNote(chosen) == say.zoneNote(at);
        text += isSameDay ? say.atClock(at, claim.time.precision <= base::Precision::Second) + " (" +
                                say.timeSource(claim.source) + ")"
                          : timeWithSource(build, claim.time, claim.source);
    }
    return text.empty() ? build.tr("Undated") : text;
}

// "K1, record 12"
std::string sourceNote(Build& build, const query::ItemDetail& item) {
    return base::fill(
        build.tr("%1, record %2"),
        {build.sourceKey(item.source), build.say.number(static_cast<long long>(item.recordIndex))});
}

// A name for the adviser: it may be an address itself, as mail programs write it.
std::string nameOf(const Build& build, const query::PersonView& person) {
    std::string name;
    if (person.partyRole != model::PartyRole::Unknown && !person.partyName.empty())
        name = person.partyName;
    else if (!person.name.empty() && person.name != person.written)
        name = person.name;
    else if (model::guessIdentifierKind(person.written) == model::IdentifierKind::Profile)
        name = person.written;
    return withoutContacts(name, build.tr("(contact left out)"));
}

// Who a person is, without a way to reach them. An address that nobody is known by is left out too: it may be
// a helper's.
std::string roleAndName(const Build& build, const query::PersonView& person) {
    const std::string role = build.roleName(person.partyRole, person.party);
    if (person.partyRole == model::PartyRole::Exposed) return role;
    const std::string name = nameOf(build, person);
    if (person.partyRole == model::PartyRole::Unknown) return name.empty() ? build.tr("unknown") : name;
    return name.empty() ? role : name + " – " + role;
}

// For the police an address as it was written, where it may stand in the document: the offender has it from
// this very item, or nobody is known by it. The adviser gets the offender's alone.
std::string shownAs(const Build& build, const query::ItemDetail& item, const query::PersonView& person) {
    if (build.options.audience == Audience::Adviser && person.partyRole != model::PartyRole::Offender)
        return roleAndName(build, person);
    const bool withOffender = std::any_of(item.people.begin(), item.people.end(), [](const auto& p) {
        return p.partyRole == model::PartyRole::Offender;
    });
    const std::string written = person.written.empty() ? build.tr("hidden number") : person.written;
    std::string role = build.roleName(person.partyRole, person.party);
    const bool isNamed = !person.name.empty() && person.name != person.written;
    std::string full = isNamed ? person.name + " <" + written + ">" : written;
    if (person.partyRole == model::PartyRole::Unknown) return full;
    if (person.partyRole == model::PartyRole::Offender || withOffender) return full + " – " + role;
    return role;
}

std::string senderLine(const Build& build, const query::ItemDetail& item, bool isContext) {
    if (isContext) return build.tr("From the exposed person – context, does not count");
    const query::PersonView& from = item.from;
    if (from.partyRole == model::PartyRole::Unknown) {
        const bool isHidden = from.written.empty();
        const std::string who = isHidden                                      ? build.tr("hidden number")
                                : build.options.audience == Audience::Adviser ? nameOf(build, from)
                                                                              : from.written;
        return who.empty() ? build.tr("From somebody, not known who")
                           : base::fill(build.tr("From %1, not known who"), {who});
    }
    const std::string sender = build.roleName(from.partyRole, from.party);
    for (const query::PersonView& person : item.people)
        if (person.role != model::ParticipantRole::From && person.partyRole == model::PartyRole::ThirdParty)
            return base::fill(build.tr("From %1 to %2"),
                              {sender, build.roleName(person.partyRole, person.party)});
    return base::fill(build.tr("From %1"), {sender});
}

// Who reacted; empty where the service speaks for itself.
std::string noticeSender(const Build& build, const query::ItemDetail& item) {
    if (item.from.written.empty()) return {};
    return item.from.partyRole == model::PartyRole::Unknown
               ? nameOf(build, item.from)
               : capitalized(build.roleName(item.from.partyRole, item.from.party));
}

Message makeMessage(Build& build, const query::ItemDetail& item, bool isContext) {
    Message m;
    m.isContext = isContext;
    m.isNotice = item.kind == model::ItemKind::Notice;
    m.fromOffender = !isContext;
    if (item.time) {
        const base::Timestamp& t = *item.time;
        m.day = capitalized(build.say.longDay(t.utcMs));
        m.clock = base::hasClockTime(t) ? build.say.clock(t.utcMs, t.precision <= base::Precision::Second)
                                        : build.say.timeOfDay(t, std::nullopt);
        m.zoneNote = build.say.zoneNote(t.utcMs);
    } else {
        m.day = build.tr("Undated");
        m.clock = "–";
    }
    m.sourceNote = sourceNote(build, item);
    m.sender = m.isNotice ? noticeSender(build, item) : senderLine(build, item, isContext);
    m.text = item.fullText;
    if (!item.subject.empty() && query::isSubjectWritten(item.kind)) m.text = item.subject + "\n" + m.text;
    if (item.kind == model::ItemKind::Call) {
        m.text = build.say.callType(item.call.type);
        if (item.call.durationSeconds > 0) m.text += ", " + duration(build, item.call.durationSeconds);
    }
    m.notes = itemNotes(build, item, m.pictures);
    if (m.text.empty() && m.notes.empty()) m.notes.push_back(build.tr("Message without text"));
    return m;
}

// Her own messages, and what the service wrote, between the first and the last of a local day, so that
// nothing is torn out of its context.
std::vector<query::ItemDetail> contextOf(const Build& build, const std::vector<query::ItemDetail>& items) {
    struct Span {
        std::int64_t first, last;
    };
    std::map<std::pair<model::Id, std::int64_t>, Span> days; // by party and local day
    std::set<model::Id> own;
    for (const query::ItemDetail& item : items) {
        own.insert(item.id);
        if (!item.time || item.from.party == 0 || item.direction == model::Direction::Out) continue;
        const std::int64_t day = base::localDay(item.time->utcMs, build.say.zone()).beginMs;
        const auto [it, isNew] =
            days.try_emplace({item.from.party, day}, Span{item.time->utcMs, item.time->utcMs});
        it->second.first = std::min(it->second.first, item.time->utcMs);
        it->second.last = std::max(it->second.last, item.time->utcMs);
    }
    std::vector<query::ItemDetail> context;
    for (const auto& [key, span] : days) {
        query::ItemFilter filter;
        filter.party = key.first;
        filter.direction = model::Direction::Out;
        filter.fromMs = span.first;
        filter.toMs = span.last + 1;
        filter.kinds = {model::ItemKind::Sms, model::ItemKind::Mms, model::ItemKind::Chat,
                        model::ItemKind::Call};
        const auto add = [&](const query::ItemDetail& item) {
            if (own.insert(item.id).second) context.push_back(item);
        };
        build.reader.eachItem(filter, add);
        filter.direction.reset();
        filter.kinds = {model::ItemKind::Notice};
        build.reader.eachItem(filter, add);
    }
    return context;
}

// The keys of what an exhibit rests on; those of its items are there already, with their words.
void addSource(Build& build, const query::SourceRow& source, ExhibitPart& part) {
    const std::string key = build.sourceKey(source);
    const auto isKey = [&](const SourceNote& note) { return note.key == key; };
    if (std::any_of(part.sources.begin(), part.sources.end(), isKey)) return;
    const auto note = std::find_if(build.document.files.begin(), build.document.files.end(), isKey);
    part.sources.push_back({note->key, note->name, note->text, note->sha256});
}

} // namespace

bool isContextOf(const query::ItemRow& item) {
    return item.direction == model::Direction::Out || item.kind == model::ItemKind::Notice;
}

std::vector<std::string> itemNotes(Build& build, const query::ItemDetail& item,
                                   std::vector<PictureRef>& pictures) {
    std::vector<std::string> notes;
    bool anyMissing = false;
    const std::string emoji = build.form.emojiIn(item.subject + " " + item.fullText, build.say.language());
    if (!emoji.empty()) notes.push_back(base::fill(build.tr("Emoji: %1"), {emoji}));
    for (const query::AttachmentRow& attachment : item.attachmentList) {
        notes.push_back(attachmentNote(build, attachment));
        anyMissing = anyMissing || attachment.isMissing();
        if (isPictureType(attachment.type) && !attachment.isMissing())
            pictures.push_back({attachment.id, true, 0});
    }
    // A mail and a file list all their times among their facts.
    const bool listsTimes = item.kind == model::ItemKind::Email ||
                            exhibitKindFor(item.kind) == model::ExhibitKind::Pictures ||
                            exhibitKindFor(item.kind) == model::ExhibitKind::Documents;
    for (std::size_t i = 1; i < item.times.size() && item.time && !listsTimes; ++i) {
        const model::TimeClaim& claim = item.times[i];
        if (std::llabs(claim.time.utcMs - item.time->utcMs) < kTimesDifferMs) continue;
        notes.push_back(base::fill(build.tr("Another time in the source: %1"),
                                   {timeWithSource(build, claim.time, claim.source)}));
    }
    for (const model::Issue& issue : item.issues)
        if ((issue.severity != model::IssueSeverity::Note || isAlwaysSaid(issue.code)) &&
            !(anyMissing && issue.code == model::IssueCode::MissingAttachment)) // it is said with its name
            notes.push_back(build.tr(model::describe(issue.code)));
    return notes;
}

void addConversation(Build& build, const std::vector<query::ItemDetail>& items, ExhibitPart& part) {
    struct Entry {
        const query::ItemDetail* item;
        bool isContext;
    };
    const std::vector<query::ItemDetail> context = contextOf(build, items);
    std::vector<Entry> entries;
    entries.reserve(items.size() + context.size());
    for (const auto& item : items) entries.push_back({&item, isContextOf(item)});
    for (const auto& item : context) entries.push_back({&item, true});
    std::stable_sort(entries.begin(), entries.end(), [](const Entry& a, const Entry& b) {
        const auto none = std::numeric_limits<std::int64_t>::max(); // undated last
        return (a.item->time ? a.item->time->utcMs : none) < (b.item->time ? b.item->time->utcMs : none);
    });
    for (const Entry& entry : entries) {
        addSource(build, entry.item->source, part); // of a message that is context only
        Message message = makeMessage(build, *entry.item, entry.isContext);
        if (!entry.isContext) {
            message.label = build.labelOf(entry.item->id);
            message.incidents = build.incidentsWith(entry.item->id);
        }
        part.items.push_back(entry.item->id);
        part.messages.push_back(std::move(message));
    }
}

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

void addFiles(Build& build, const std::vector<query::ItemDetail>& items, ExhibitPart& part) {
    for (const query::ItemDetail& item : items) {
        FileView file;
        file.isPicture = item.kind == model::ItemKind::Photo;
        file.picture = {item.id, false, item.photo ? item.photo->orientation : 0};
        file.label = build.labelOf(item.id);
        file.incidents = build.incidentsWith(item.id);
        file.sourceKey = build.sourceKey(item.source);
        file.fileName = item.fileName;
        file.facts.push_back({build.tr("Time"), allTimes(build, item), false});
        if (!file.isPicture && item.call.durationSeconds > 0)
            file.facts.push_back({build.tr("Length"), duration(build, item.call.durationSeconds), false});
        if (item.photo && item.photo->width > 0) {
            int width = item.photo->width, height = item.photo->height; // as the picture stands on the page
            if (item.photo->orientation >= 5 && item.photo->orientation <= 8) std::swap(width, height);
            file.facts.push_back(
                {build.tr("Picture"),
                 base::fill(build.tr("%1 × %2 pixels"), {std::to_string(width), std::to_string(height)}),
                 false});
        }
        if (item.photo && item.photo->gps && build.options.audience == Audience::Police)
            file.facts.push_back(
                {build.tr("Place in the file"),
                 base::formatDecimal(item.photo->gps->latitude, 5, build.say.language()) + " / " +
                     base::formatDecimal(item.photo->gps->longitude, 5, build.say.language()),
                 false});
        file.facts.push_back(
            {build.tr("Size"), base::formatBytes(item.source.size, build.say.language()), false});
        file.facts.push_back({"SHA-256", hashGroups(item.source.sha256, 64), false});
        if (!item.fullText.empty()) file.facts.push_back({build.tr("Text"), item.fullText, false});
        std::vector<PictureRef> none; // a file has no attachments
        for (const std::string& note : itemNotes(build, item, none))
            file.facts.push_back({build.tr("Note"), note, false});
        part.items.push_back(item.id);
        part.files.push_back(std::move(file));
    }
}

} // namespace core::report
