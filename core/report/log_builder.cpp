// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/log_builder.h"

#include "core/base/error.h"
#include "core/base/zone.h"
#include "core/query/repeats.h"
#include "core/report/exhibit_plan.h"
#include "core/report/log_build.h"
#include "core/report/protected_terms.h"

#include <algorithm>
#include <set>

namespace core::report {

bool isOrder(model::MilestoneKind kind) {
    return kind == model::MilestoneKind::InterimOrder || kind == model::MilestoneKind::RestrainingOrder ||
           kind == model::MilestoneKind::ExclusionOrder;
}

bool splits(model::MilestoneKind kind) {
    switch (kind) {
    case model::MilestoneKind::DoctorVisit:
    case model::MilestoneKind::AdviserTalk:
    case model::MilestoneKind::LoggingBegun:
        return false;
    default:
        return true;
    }
}

Build::Build(RedactedReader caseReader, const LogOptions& logOptions, const base::Catalog& catalog,
             const FormData& formData)
    : reader(std::move(caseReader)), fileOrder(reader.forCounting()), options(logOptions), form(formData),
      say(catalog, reader.zone()), milestones(reader.milestones()), parties(reader.parties()) {
    for (model::Incident& incident : reader.incidents())
        if (isExported(incident))
            incidents.push_back(std::move(incident));
        else
            leftOutItems.insert(incident.items.begin(), incident.items.end());
    for (const model::Incident& incident : incidents)
        for (const model::Id item : incident.items) leftOutItems.erase(item);
    patterns = query::patterns(reader.forCounting(), incidents);
    for (const auto& [item, counted] : patterns.repeats) {
        againItems.insert(item);
        alsoIn[counted].push_back(item);
    }
    for (const auto& [item, shown] : query::ownRepeats(reader.forCounting())) againItems.insert(item);
    for (const model::Incident& incident : incidents)
        for (const model::Id item : incident.items) incidentsOfItem.add(item, incident.number);
    incidentsOfItem.sort();
    for (const model::Exhibit& exhibit : options.exhibits) {
        if (exhibit.number <= 0)
            throw base::Error(base::ErrorCode::InvalidInput, "an exhibit without a number");
        if (exhibit.withdrawn) continue;
        for (const model::Id item : exhibit.items) exhibitsOfItem.add(item, exhibit.number);
    }
    exhibitsOfItem.sort();
    int number = 0;
    for (const model::Milestone& m : milestones) milestoneLabels[m.id] = "M" + std::to_string(++number);
}

const query::PartyRow* Build::party(model::Id id) const {
    for (const query::PartyRow& row : parties)
        if (row.id == id) return &row;
    return nullptr;
}

int Build::offenders() const {
    return static_cast<int>(std::count_if(parties.begin(), parties.end(), [](const query::PartyRow& p) {
        return p.role == model::PartyRole::Offender;
    }));
}

std::string Build::roleName(model::PartyRole role, model::Id id) const {
    switch (role) {
    case model::PartyRole::Exposed:
        return tr("the exposed person");
    case model::PartyRole::Offender: {
        const query::PartyRow* row = party(id);
        if (offenders() < 2 || row == nullptr || row->name.empty()) return tr("the offender");
        return base::fill(tr("the offender (%1)"), {row->name});
    }
    case model::PartyRole::ThirdParty:
        return tr("a third party");
    case model::PartyRole::Unknown:
        break;
    }
    return tr("unknown");
}

const model::Milestone* Build::orderAt(std::int64_t ms) const {
    const model::Milestone* found = nullptr;
    for (const model::Milestone& m : milestones) {
        if (!isOrder(m.kind) || beginOfAfter(m, say.zone()) > ms) continue;
        if (const auto end = base::parseDate(m.validTo)) {
            const auto lastDay = base::fromLocal(*end, say.zone(), base::Precision::Day);
            if (ms >= lastDay.utcMs + base::spanMs(lastDay, say.zone())) continue;
        }
        found = &m;
    }
    return found;
}

const query::BeforeAfter* Build::aroundOf(model::Id milestone) const {
    for (const query::BeforeAfter& around : patterns.beforeAfter)
        if (around.milestone.id == milestone) return &around;
    return nullptr;
}

const query::BeforeAfter* Build::firstOrder() const {
    for (const auto kind : {model::MilestoneKind::RestrainingOrder, model::MilestoneKind::InterimOrder,
                            model::MilestoneKind::ExclusionOrder})
        for (const query::BeforeAfter& around : patterns.beforeAfter)
            if (around.milestone.kind == kind) return &around;
    return nullptr;
}

std::vector<int> Build::exhibitsOf(const model::Incident& incident) const {
    std::set<int> numbers;
    for (const model::Id item : incident.items)
        for (const ItemNumbers::Pair& each : exhibitsOfItem.of(item)) numbers.insert(each.number);
    return {numbers.begin(), numbers.end()};
}

std::string Build::labelOf(model::Id item) const {
    const auto it = labelOfItem.find(item);
    return it == labelOfItem.end() ? std::string() : it->second;
}

std::vector<int> Build::incidentsWith(model::Id item) const {
    std::vector<int> numbers;
    for (const ItemNumbers::Pair& each : incidentsOfItem.of(item)) numbers.push_back(each.number);
    return numbers;
}

namespace {

// How the file is read where it does not say it itself.
std::string statedReading(const Build& build, const query::SourceRow& source) {
    std::string text;
    if (source.zone != build.say.zone())
        text += "; " + base::fill(build.tr("times without a time zone read in %1"), {source.zone});
    if (!source.dateOrder.empty())
        text +=
            "; " + (source.dateOrder == "day"     ? build.tr("dates like 03/04 read with the day first, as "
                                                                 "stated by the exposed person")
                    : source.dateOrder == "month" ? build.tr("dates like 03/04 read with the month first, "
                                                             "as stated by the exposed person")
                                                  : build.tr("dates read with the year first, as stated by "
                                                             "the exposed person"));
    return text;
}

} // namespace

std::string Build::sourceKey(const query::SourceRow& source) {
    const auto [it, isNew] = sourceKeys.try_emplace(source.id);
    if (isNew) {
        it->second = (danish() ? "K" : "S") + std::to_string(sourceKeys.size());
        document.files.push_back(
            {it->second, source.name,
             base::formatBytes(source.size, say.language()) + ", " +
                 base::fill(tr("added to the case %1"), {say.tableDateTime(source.importedMs)}) +
                 statedReading(*this, source),
             source.sha256, source.id});
    }
    return it->second;
}

std::string hashGroups(const std::string& hex, std::size_t digits) {
    std::string out;
    for (std::size_t i = 0; i < std::min(digits, hex.size()); i += 4) {
        if (i > 0) out += ' ';
        out += hex.substr(i, 4);
    }
    return out;
}

namespace {

void buildAll(Build& build) {
    LogDocument& d = build.document;
    const LogOptions& options = build.options;
    d.language = build.say.language();
    d.words = makeWords(build.say.catalog());
    if (const std::string& title = build.form.log.title.in(d.language); !title.empty())
        d.words.logForm = title;
    d.isFull = options.variant == Variant::Full;
    d.caseLabel = build.reader.label();
    d.madeMs = options.nowMs;
    d.madeOffsetSeconds = base::offsetSecondsAt(build.reader.zone(), options.nowMs);
    d.madeShort = build.say.tableDateTime(options.nowMs);
    d.code = options.code.empty() ? build.reader.custodyHead() : options.code;
    d.codeExplanation =
        options.code.empty()
            ? build.tr("The last link of the case's history (SHA-256): it changes with every file and every "
                       "change. Compare it with the file manifest.json of the package.")
            : options.codeExplanation;
    d.protectedTerms = build.reader.redactor();
    d.incidents = static_cast<int>(build.incidents.size());
    d.contacts = static_cast<int>(build.patterns.contacts.size());
    buildRows(build);
    buildExhibits(build);
    if (d.isFull) {
        buildParties(build);
        buildAbout(build);
    }
    buildOverview(build);
    if (d.isFull) buildPatterns(build);
    buildFront(build);
    countRedactions(build);
}

} // namespace

LogDocument buildLog(const query::CaseReader& reader, const LogOptions& options, const base::Catalog& catalog,
                     const FormData& form) {
    const Redactor redactor = documentRedactor(protectedTerms(reader, catalog), catalog);
    Build build(RedactedReader(reader, redactor), options, catalog, form);
    buildAll(build);
    prove(build, [&] {
        Build blank(RedactedReader(reader, redactor, RedactedReader::Texts::Blank), options, catalog, form);
        buildAll(blank);
        return std::move(blank.document);
    });
    return std::move(build.document);
}

} // namespace core::report
