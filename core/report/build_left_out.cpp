// SPDX-License-Identifier: GPL-3.0-or-later
// What the case has and this edition has not, said in numbers.
#include "core/query/repeats.h"
#include "core/query/unused_items.h"
#include "core/report/exhibit_plan.h"
#include "core/report/log_build.h"

#include <functional>
#include <set>

namespace core::report {

namespace {

struct Unused {
    long long fromOffender = 0, own = 0, fromOthers = 0, files = 0;

    void add(const query::UnusedItem& item) {
        const bool isMessage = exhibitKindFor(item.kind) == model::ExhibitKind::Conversation ||
                               exhibitKindFor(item.kind) == model::ExhibitKind::Mail;
        ++(!isMessage ? files : item.isOwn ? own : item.isFromOffender ? fromOffender : fromOthers);
    }
    bool isNone() const { return fromOffender + own + fromOthers + files == 0; }
    std::string words(const Build& build) const {
        std::vector<std::string> list;
        const auto say = [&](long long n, const std::string& words) {
            if (n > 0) list.push_back(words);
        };
        say(fromOffender, build.say.trn("%1 message or call from the offender",
                                        "%1 messages and calls from the offender", fromOffender));
        say(own, build.say.trn("%1 message or call of the exposed person",
                               "%1 messages and calls of the exposed person", own));
        say(fromOthers, build.say.trn("%1 message or call from others or an unknown number",
                                      "%1 messages and calls from others or unknown numbers", fromOthers));
        say(files, build.say.trn("%1 picture, recording or document", "%1 pictures, recordings and documents",
                                 files));
        return joined(list, ", ");
    }
};

// A reader has to know that there is more than the incidents show: whoever tries the log will find it.
std::vector<std::string> notInIncidents(const Build& build) {
    std::set<model::Id> again, shown; // what another export says too is counted there
    for (const auto& [item, counted] : query::repeats(build.reader.forCounting())) again.insert(item);
    for (const auto& [item, counted] : query::ownRepeats(build.reader.forCounting())) again.insert(item);
    for (const ExhibitPart& exhibit : build.document.exhibits)
        shown.insert(exhibit.items.begin(), exhibit.items.end());
    Unused unused, setAside;
    for (const query::UnusedItem& item : query::unusedItems(build.reader.forCounting()))
        if (again.contains(item.id))
            continue;
        else if (item.isExcluded)
            setAside.add(item);
        else if (!shown.contains(item.id))
            unused.add(item);
    std::vector<std::string> texts;
    if (!unused.isNone())
        texts.push_back(
            base::fill(build.tr("In the case, but in none of its incidents and not shown here: %1."),
                       {unused.words(build)}));
    if (!setAside.isNone())
        texts.push_back(base::fill(
            build.tr("Set aside by the exposed person as not belonging to it, and not shown here: %1."),
            {setAside.words(build)}));
    return texts;
}

// PDFs of which this edition has at most the words. Whether the others can be drawn is not known yet.
void addPdfsNotShown(const Build& build, const std::function<void(const std::string&)>& add) {
    int all = 0, held = 0;
    for (const ExhibitPart& exhibit : build.document.exhibits)
        for (const FileView& file : exhibit.files) {
            all += file.isPdf ? 1 : 0;
            held += file.isPdf && !file.heldBack.empty() ? 1 : 0;
        }
    if (all == 0) return;
    if (build.options.isArchive)
        return add(
            build.say.trn("An edition for archives cannot hold the pages of other files: those of %1 PDF "
                          "are not here, at most its words.",
                          "An edition for archives cannot hold the pages of other files: those of %1 PDFs "
                          "are not here, at most their words.",
                          all));
    if (held > 0)
        add(build.say.trn(
            "The pages of %1 PDF are not here, since it holds something protected or could not be "
            "searched for that.",
            "The pages of %1 PDFs are not here, since they hold something protected or could not "
            "be searched for that.",
            held));
    if (all > held)
        add(build.tr(
            "Where a PDF is locked, damaged, too long or holds something hidden, its pages are not here "
            "either; its exhibit says so."));
}

} // namespace

TextSection leftOutSection(const Build& build) {
    TextSection s;
    s.heading = build.tr("What was left out");
    const auto add = [&](const std::string& text) { s.paragraphs.push_back(text); };
    int leftOut = 0;
    for (const model::Incident& n : build.reader.incidents()) leftOut += isExported(n) ? 0 : 1;
    if (leftOut > 0)
        add(build.say.trn(
            "%1 incident is marked by the exposed person as left out and is not in this document.",
            "%1 incidents are marked by the exposed person as left out and are not in this document.",
            leftOut));
    if (const int n = build.patterns.excludedItems; n > 0)
        add(build.say.trn("%1 message or call of the incidents is taken out of the counting.",
                          "%1 messages and calls of the incidents are taken out of the counting.", n));
    if (const auto n = static_cast<long long>(build.patterns.repeats.size()); n > 0)
        add(build.say.trn("%1 message or call stands in another export too, with the same sender, words or "
                          "length, and time: it is counted once.",
                          "%1 messages and calls stand in another export too, with the same sender, words or "
                          "length, and time: each is counted once.",
                          n));
    if (const int n = build.patterns.undatedItems; n > 0)
        add(build.say.trn("%1 message or call without a date is not counted.",
                          "%1 messages and calls without a date are not counted.", n));
    for (const std::string& text : notInIncidents(build)) add(text);
    std::vector<int> withdrawn;
    for (const ExhibitPart& e : build.document.exhibits)
        if (e.withdrawn) withdrawn.push_back(e.number);
    if (!withdrawn.empty())
        add(base::fill(build.tr("Withdrawn: exhibit %1. The numbers are not used again."),
                       {listedNumbers(withdrawn)}));
    addPdfsNotShown(build, add);
    if (build.options.audience == Audience::Adviser)
        add(build.tr(
            "This edition is without descriptions of places and without contact details of witnesses."));
    add(build.tr("Private notes of the exposed person are never part of a log."));
    return s;
}

} // namespace core::report
