// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/exhibit_titles.h"

#include <algorithm>
#include <map>

namespace core::report {

namespace {

using Items = std::vector<ExhibitItem>;
using Span = ExhibitSpan;

std::string kindsOf(const Build& build, const Items& items) {
    std::vector<std::string> names;
    for (const ExhibitItem& item : items) {
        std::string name = item.isScreenshot ? build.tr("Screenshot") : build.say.itemKind(item.kind);
        if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(std::move(name));
    }
    return joined(names, ", ");
}

// Of an exhibit that shows the incidents of a month.
std::string monthTitle(const Build& build, const model::Exhibit& exhibit, const Items& items) {
    const auto isCall = [](const ExhibitItem& i) { return i.kind == model::ItemKind::Call; };
    const bool fromOffender = std::all_of(items.begin(), items.end(), [](const ExhibitItem& i) {
        return i.fromRole == model::PartyRole::Offender;
    });
    if (exhibit.kind == model::ExhibitKind::Mail)
        return fromOffender ? build.tr("E-mails from the offender") : build.tr("E-mails");
    if (std::all_of(items.begin(), items.end(), isCall))
        return fromOffender ? build.tr("Calls from the offender") : build.tr("Calls");
    if (std::none_of(items.begin(), items.end(), isCall))
        return fromOffender ? build.tr("Messages from the offender") : build.tr("Messages");
    return fromOffender ? build.tr("Messages and calls from the offender") : build.tr("Messages and calls");
}

// Of an exhibit that is files.
std::string filesTitle(const Build& build, const Items& items) {
    const auto are = [&](auto... kinds) {
        return std::all_of(items.begin(), items.end(),
                           [&](const ExhibitItem& i) { return ((i.kind == kinds) || ...); });
    };
    const bool isOne = items.size() == 1;
    using Kind = model::ItemKind;
    if (are(Kind::Photo)) return isOne ? build.tr("Picture") : build.tr("Pictures");
    if (are(Kind::Document)) return isOne ? build.tr("Document") : build.tr("Documents");
    if (are(Kind::Video)) return isOne ? build.tr("Film") : build.tr("Films");
    if (are(Kind::Audio)) return isOne ? build.tr("Sound recording") : build.tr("Sound recordings");
    return are(Kind::Video, Kind::Audio) ? build.tr("Films and recordings") : build.tr("Files");
}

// What the incident is called that alone has these files; empty for every other exhibit.
std::string incidentTitle(const Build& build, const model::Exhibit& exhibit,
                          const std::vector<int>& incidents) {
    const bool isFiles =
        exhibit.kind == model::ExhibitKind::Pictures || exhibit.kind == model::ExhibitKind::Documents;
    if (!isFiles || incidents.size() != 1) return {};
    for (const model::Incident& n : build.incidents)
        if (n.id == exhibit.incident) return n.title;
    return {};
}

// Not where the title together with what follows it would read as something protected.
void nameByIncident(const Build& build, const std::string& title, const std::optional<Span>& span,
                    ExhibitPart& part) {
    if (title.empty()) return;
    const std::string text = title + " – " + part.listText;
    const std::string whole =
        text + ", " + (span ? build.say.period(span->first, span->last) : build.tr("undated"));
    if (!build.reader.redactor().termsIn(whole).empty()) return;
    part.listText = text;
    part.title = whole;
}

std::string conversationTitle(const Build& build, const Items& items) {
    const auto isCall = [](const ExhibitItem& i) { return i.kind == model::ItemKind::Call; };
    const auto isChat = [](const ExhibitItem& i) { return i.kind == model::ItemKind::Chat; };
    const bool isHers = items.size() == 1 && items.front().direction == model::Direction::Out;
    if (std::all_of(items.begin(), items.end(), isCall)) return build.tr("Calls");
    if (std::any_of(items.begin(), items.end(), isCall)) return build.tr("Messages and calls");
    if (std::all_of(items.begin(), items.end(), isChat))
        return isHers ? build.tr("Chat message from the exposed person") : build.tr("Chat conversation");
    if (std::none_of(items.begin(), items.end(), isChat))
        return isHers ? build.tr("SMS from the exposed person") : build.tr("SMS conversation");
    return build.tr("Messages");
}

std::string titleOf(const Build& build, const model::Exhibit& exhibit, const Items& items,
                    const std::optional<Span>& span) {
    const std::string period = span ? build.say.period(span->first, span->last) : build.tr("undated");
    if (exhibit.incident == 0 && exhibit.milestone == 0)
        return monthTitle(build, exhibit, items) + ", " +
               (span && build.say.monthYear(span->first) == build.say.monthYear(span->last)
                    ? build.say.monthYear(span->first)
                    : period);
    std::string name = filesTitle(build, items);
    if (exhibit.kind == model::ExhibitKind::Mail)
        name = items.size() == 1 ? build.tr("E-mail") : build.tr("E-mails");
    if (exhibit.kind == model::ExhibitKind::Conversation) name = conversationTitle(build, items);
    return name + ", " + period;
}

} // namespace

std::string contentsOf(const Build& build, const Items& items) {
    std::map<model::ItemKind, int> counts;
    for (const ExhibitItem& item : items)
        if (!build.patterns.repeats.contains(item.id))
            ++counts[item.kind == model::ItemKind::Mms ? model::ItemKind::Sms : item.kind];
    if (counts.size() > 1) counts.erase(model::ItemKind::Notice);
    std::vector<std::string> parts;
    parts.reserve(counts.size());
    for (const auto& [kind, count] : counts) parts.push_back(build.say.countedItems(kind, count));
    if (parts.size() < 2) return joined(parts, {});
    const std::string last = parts.back();
    parts.pop_back();
    return base::fill(build.tr("%1 and %2"), {joined(parts, ", "), last});
}

void nameExhibit(const Build& build, const model::Exhibit& exhibit, const Items& items,
                 const std::vector<int>& incidents, const std::optional<Span>& span, ExhibitPart& part) {
    part.title = titleOf(build, exhibit, items, span);
    part.listType = kindsOf(build, items);
    part.listText = contentsOf(build, items);
    nameByIncident(build, incidentTitle(build, exhibit, incidents), span, part);
}

} // namespace core::report
