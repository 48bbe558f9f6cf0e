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
bool isWhole(const ShownSource& shown, const ShownRecord& record) {
    return record.length >= shown.source.size;
}

void planRecords(const query::CaseReader& reader, const Gate& gate, const base::Catalog& catalog,
                 base::Progress& progress, OriginalPlan& plan) {
    int held = 0;
    const auto original = reader.openSource(plan.shown.source.id);
    for (const ShownRecord& record : plan.shown.records) {
        progress.throwIfCancelled();
        if (isWhole(plan.shown, record)) continue;
        if (record.length == 0)
            plan.asText.push_back(record); // what is protected is struck out of the text
        else if (gate.mayLeave(plan.shown.source, *original, record, progress))
            plan.cut.push_back(record);
        else
            ++held;
    }
    if (held > 0)
        plan.findings.push_back(
            {catalog.trn("%1 record of an exhibit holds something that must not leave",
                         "%1 records of exhibits hold something that must not leave", held),
             plan.shown.source.name, true, plan.shown.source.id, false, false});
    if (!plan.asText.empty())
        plan.findings.push_back(
            {catalog.trn(
                 "%1 record cannot be cut out of the file; its text goes along as the log form has it",
                 "%1 records cannot be cut out of the file; their text goes along as the log form "
                 "has it",
                 static_cast<int>(plan.asText.size())),
             plan.shown.source.name, true, plan.shown.source.id, false, false});
    for (GateFinding& finding : plan.findings)
        finding.recordsGoAlong = !plan.cut.empty() || !plan.asText.empty();
}

} // namespace

std::vector<OriginalPlan> planOriginals(const query::CaseReader& reader, const Gate& gate,
                                        const report::LogDocument& document,
                                        const std::vector<model::Id>& wanted, const base::Catalog& catalog,
                                        base::Progress& progress) {
    std::vector<OriginalPlan> plans;
    const std::vector<ShownSource> all = shownSources(reader, document);
    for (const ShownSource& shown : all) {
        OriginalPlan& plan = plans.emplace_back();
        plan.shown = shown;
        const query::SourceRow& source = plan.shown.source;
        plan.goesWhole = std::find(wanted.begin(), wanted.end(), source.id) != wanted.end();
        if (plan.goesWhole) continue;
        plan.findings = gate.checkSource(source, progress);
        if (const OtherContent other = otherContent(reader, plan.shown, all); other.any)
            plan.findings.push_back({otherWords(other, catalog), source.name, true, source.id, true, false});
        plan.goesWhole = plan.findings.empty();
        if (!plan.goesWhole) planRecords(reader, gate, catalog, progress, plan);
    }
    return plans;
}

} // namespace core::share
