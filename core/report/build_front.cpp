// SPDX-License-Identifier: GPL-3.0-or-later
// The front page: what the document is, for whom, how large; and the table of contents.
#include "core/report/log_build.h"

#include <algorithm>

namespace core::report {

namespace {

std::string weeks(const Build& build, std::int64_t first, std::int64_t last) {
    const int days = build.say.calendarDays(first, last) + 1;
    return build.say.trn("%1 week", "%1 weeks", std::max(1, (days + 6) / 7));
}

std::string editionName(const Build& build) {
    if (!build.document.isFull) return build.tr("short edition");
    if (!build.options.isArchive) return build.tr("full edition");
    for (const ExhibitPart& exhibit : build.document.exhibits)
        for (const FileView& file : exhibit.files)
            if (file.isPdf) return build.tr("full edition for archives, without the pages of other PDFs");
    return build.tr("full edition for archives");
}

void facts(Build& build) {
    LogDocument& d = build.document;
    const query::Patterns& p = build.patterns;
    std::string period = build.tr("No incidents yet");
    if (p.firstMs)
        period = build.say.period(*p.firstMs, *p.lastMs) + " (" + weeks(build, *p.firstMs, *p.lastMs) + ")";
    d.front.push_back({build.tr("Period"), period, true});
    d.front.push_back({build.tr("Made"),
                       build.say.longDay(d.madeMs) + " " + build.say.atClock(d.madeMs) + ", " +
                           build.say.zoneNote(d.madeMs),
                       false});
    d.front.push_back({build.tr("For"),
                       build.options.audience == Audience::Police
                           ? build.tr("Police – with places and witnesses' contact details")
                           : build.tr("Adviser – without addresses and witnesses' contact details"),
                       false});
    std::string exhibits =
        build.say.trn("%1 exhibit", "%1 exhibits", static_cast<long long>(d.exhibits.size()));
    if (!d.isFull && !d.exhibits.empty()) exhibits += " " + build.tr("(not in this edition)");
    d.front.push_back({build.tr("Extent"),
                       joined({build.say.trn("%1 incident", "%1 incidents", d.incidents),
                               build.say.trn("%1 contact", "%1 contacts", d.contacts), exhibits,
                               build.tr("{page:total} pages"), editionName(build)},
                              " · "),
                       false});
}

void contents(Build& build) {
    LogDocument& d = build.document;
    const auto n = [](const auto& list) { return static_cast<long long>(list.size()); };
    const Words& w = d.words;
    d.contents.push_back({"overview", w.overview, build.tr("on one page")});
    d.contents.push_back({"parties", w.parties, build.tr("who is who")});
    std::string steps = build.tr("none are entered");
    if (!d.steps.empty()) steps = "M1" + (d.steps.size() > 1 ? "–M" + std::to_string(d.steps.size()) : "");
    d.contents.push_back({"steps", w.steps, steps});
    d.contents.push_back(
        {"examples", w.examples, build.say.trn("%1 incident", "%1 incidents", n(d.examples))});
    d.contents.push_back({"patterns", w.patterns, build.tr("figures and tables")});
    d.contents.push_back(
        {"log", w.log, build.say.trn("%1 incident", "%1 incidents", d.incidents) + ", " + d.logOrder});
    d.contents.push_back({"list", w.exhibitList, build.say.trn("%1 exhibit", "%1 exhibits", n(d.exhibits))});
    std::string range;
    if (!d.exhibits.empty()) {
        range = std::to_string(d.exhibits.front().number);
        if (d.exhibits.size() > 1) range += "–" + std::to_string(d.exhibits.back().number);
        range = base::fill(build.tr("exhibit %1"), {range});
    }
    d.contents.push_back({"exhibits", w.exhibits, range});
    d.contents.push_back({"about", w.about, build.tr("times, sources, how to check")});
    d.contents.push_back({"files", w.files, build.tr("whole SHA-256 of each file")});
}

} // namespace

void buildFront(Build& build) {
    facts(build);
    contents(build);
}

} // namespace core::report
