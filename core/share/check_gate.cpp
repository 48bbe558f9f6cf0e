// SPDX-License-Identifier: GPL-3.0-or-later
// What the window shows before anything leaves: the places in the text that will be struck out, and the
// originals that will stay behind.
#include "core/report/exhibit_plan.h"
#include "core/report/protected_terms.h"
#include "core/share/originals.h"
#include "core/share/report_file.h"
#include "core/store/case_store.h"

#include <algorithm>

namespace core::share {

namespace {

void findInMessages(const query::CaseReader& reader, const Gate& gate, const report::LogDocument& document,
                    const base::Catalog& catalog, base::Progress& progress,
                    std::vector<GateFinding>& findings) {
    for (const report::ExhibitPart& exhibit : document.exhibits) {
        for (const model::Id id : exhibit.items) {
            progress.throwIfCancelled();
            const auto item = reader.item(id);
            const bool inNames =
                item && std::any_of(item->attachmentList.begin(), item->attachmentList.end(),
                                    [&](const auto& a) { return gate.finds(a.name) || gate.finds(a.path); });
            if (item && (inNames || gate.finds(item->fullText) || gate.finds(item->subject) ||
                         gate.finds(item->transcript)))
                findings.push_back(
                    {catalog.tr("protected term in a message"), item->source.name, false, item->source.id});
        }
    }
}

void findInIncidents(const query::CaseReader& reader, const Gate& gate, Audience audience,
                     const base::Catalog& catalog, std::vector<GateFinding>& findings) {
    for (const model::Incident& incident : reader.incidents()) {
        if (!report::isExported(incident)) continue;
        const std::string place = audience == Audience::Police ? incident.placeText : std::string();
        const std::string all = incident.title + "\n" + incident.description + "\n" + incident.quote + "\n" +
                                place + "\n" + incident.witnesses + "\n" + incident.responseText + "\n" +
                                incident.impact + "\n" + incident.identifiedText;
        if (gate.finds(all))
            findings.push_back({catalog.tr("protected term in an incident"),
                                base::fill(catalog.tr("Incident no. %1"), {std::to_string(incident.number)}),
                                false, 0});
    }
}

void findInBackground(const query::CaseReader& reader, const Gate& gate, const base::Catalog& catalog,
                      std::vector<GateFinding>& findings) {
    if (gate.finds(reader.background()))
        findings.push_back(
            {catalog.tr("protected term in the background"), catalog.tr("Parties and background"), false, 0});
}

} // namespace

std::vector<GateFinding> checkGate(store::CaseStore& store, const ReportOptions& options,
                                   base::Progress& progress) {
    const base::Catalog catalog = base::Catalog::load(options.language, options.localeFolder);
    const auto reader = query::CaseReader::onOwnConnection(store);
    const Gate gate(*reader, report::redactorFor(report::protectedTerms(*reader, catalog), catalog), catalog);
    const report::LogDocument document = previewDocument(store, *reader, options, catalog);
    std::vector<GateFinding> findings;
    findInMessages(*reader, gate, document, catalog, progress, findings);
    findInIncidents(*reader, gate, options.audience, catalog, findings);
    if (options.variant == Variant::Full) findInBackground(*reader, gate, catalog, findings);
    for (OriginalPlan& plan : planOriginals(*reader, gate, document, {}, catalog, progress))
        for (GateFinding& finding : plan.findings) findings.push_back(std::move(finding));
    return findings;
}

} // namespace core::share
