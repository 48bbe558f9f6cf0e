// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/share/originals.h"

#include <algorithm>

namespace core::share {

namespace {

std::string otherWords(const OtherContent& other, const base::Catalog& catalog) {
    if (other.items == 0) return catalog.tr("holds more than the exhibits show");
    std::string text = catalog.trn("holds %1 item that no exhibit shows",
                                   "holds %1 items that no exhibit shows", other.items);
    if (other.people > 0)
        text += catalog.trn(", with %1 other person", ", with %1 other people", other.people);
    return text;
}

// A record that is the whole file cannot be cut out of it.
bool canBeCut(const ShownSource& shown) {
    return std::none_of(shown.records.begin(), shown.records.end(),
                        [&](const ShownRecord& r) { return r.length == 0 || r.length >= shown.source.size; });
}

void planRecords(const Gate& gate, const base::Catalog& catalog, base::Progress& progress,
                 OriginalPlan& plan) {
    int held = 0;
    for (const ShownRecord& record : plan.shown.records) {
        progress.throwIfCancelled();
        if (gate.mayLeave(plan.shown.source, record, progress))
            plan.cut.push_back(record);
        else
            ++held;
    }
    if (held > 0)
        plan.findings.push_back(
            {catalog.trn("%1 record of an exhibit holds something that must not leave",
                         "%1 records of exhibits hold something that must not leave", held),
             plan.shown.source.name, true, plan.shown.source.id, false, false});
    for (GateFinding& finding : plan.findings) finding.recordsGoAlong = !plan.cut.empty();
}

} // namespace

std::vector<OriginalPlan> planOriginals(const query::CaseReader& reader, const Gate& gate,
                                        const report::LogDocument& document,
                                        const std::vector<model::Id>& wanted, const base::Catalog& catalog,
                                        base::Progress& progress) {
    std::vector<OriginalPlan> plans;
    for (ShownSource& shown : shownSources(reader, document)) {
        OriginalPlan& plan = plans.emplace_back();
        plan.shown = std::move(shown);
        const query::SourceRow& source = plan.shown.source;
        plan.goesWhole = std::find(wanted.begin(), wanted.end(), source.id) != wanted.end();
        if (plan.goesWhole) continue;
        plan.findings = gate.checkSource(source, progress);
        if (const OtherContent other = otherContent(reader, plan.shown); other.any)
            plan.findings.push_back({otherWords(other, catalog), source.name, true, source.id, true, false});
        plan.goesWhole = plan.findings.empty();
        if (!plan.goesWhole && canBeCut(plan.shown)) planRecords(gate, catalog, progress, plan);
    }
    return plans;
}

} // namespace core::share
