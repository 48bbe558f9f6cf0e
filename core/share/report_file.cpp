// SPDX-License-Identifier: GPL-3.0-or-later
// The log form of a case as a PDF file: plan and number the exhibits, build the document, set it, enter it in
// the history.
#include "core/share/report_file.h"

#include "core/base/byte_source.h"
#include "core/edit/editor.h"
#include "core/pdf/canvas.h"
#include "core/pdf/pages/render_log.h"
#include "core/query/case_reader.h"
#include "core/report/exhibit_plan.h"
#include "core/report/form_data.h"
#include "core/report/protected_terms.h"
#include "core/share/export.h"
#include "core/share/gate.h"
#include "core/share/hash_file.h"
#include "core/share/target.h"
#include "core/store/case_store.h"

#include <set>

namespace core::share {

namespace {

report::LogDocument buildDocument(store::CaseStore& store, const query::CaseReader& reader,
                                  const ReportOptions& options, const std::vector<model::Exhibit>& exhibits,
                                  const base::Catalog& catalog) {
    report::LogOptions log;
    log.variant = options.variant;
    log.audience = options.audience;
    log.newestFirst = options.newestFirst;
    log.exhibits = exhibits;
    log.nowMs = store.clock().nowMs();
    return report::buildLog(reader, log, catalog, report::loadFormData(options.assetsFolder));
}

} // namespace

std::vector<GateFinding> checkGate(store::CaseStore& store, const ReportOptions& options,
                                   base::Progress& progress) {
    const base::Catalog catalog = base::Catalog::load(options.language, options.localeFolder);
    const auto reader = query::CaseReader::onOwnConnection(store);
    const auto terms = report::protectedTerms(*reader, catalog);
    const Gate gate(*reader, report::redactorFor(terms, catalog), catalog);
    std::vector<GateFinding> findings;
    std::set<model::Id> sources;
    for (const model::Exhibit& exhibit : report::planExhibits(*reader)) {
        for (const model::Id id : exhibit.items) {
            progress.throwIfCancelled();
            const auto item = reader->item(id);
            if (!item) continue;
            sources.insert(item->source.id);
            if (gate.finds(item->fullText) || gate.finds(item->subject))
                findings.push_back(
                    {catalog.tr("protected term in a message"), item->source.name, false, item->source.id});
        }
    }
    for (const model::Incident& incident : reader->incidents()) {
        const std::string all = incident.title + "\n" + incident.description + "\n" + incident.quote + "\n" +
                                incident.placeText + "\n" + incident.witnesses + "\n" +
                                incident.responseText + "\n" + incident.impact + "\n" +
                                incident.identifiedText;
        if (gate.finds(all))
            findings.push_back({catalog.tr("protected term in an incident"),
                                base::fill(catalog.tr("Incident no. %1"), {std::to_string(incident.number)}),
                                false, 0});
    }
    for (const query::SourceRow& source : reader->sources()) {
        if (!sources.contains(source.id)) continue;
        for (GateFinding& finding : gate.checkSource(source, progress))
            findings.push_back(std::move(finding));
    }
    return findings;
}

const char* codeOf(Audience audience) { return audience == Audience::Police ? "police" : "adviser"; }

ReportResult makeReport(store::CaseStore& store, edit::Editor& editor, const ReportOptions& options,
                        const std::filesystem::path& out, base::Progress& progress) {
    const base::Catalog catalog = base::Catalog::load(options.language, options.localeFolder);
    const auto reader = query::CaseReader::onOwnConnection(store);
    const auto exhibits = editor.freezeExhibits(report::planExhibits(*reader));
    const query::CaseReader::Snapshot snapshot(*reader);
    const report::LogDocument document = buildDocument(store, *reader, options, exhibits, catalog);

    pdf::Canvas canvas(pdf::defaultFontFolders(), pdf::pages::metadataFor(document));
    const pdf::pages::PictureLoader pictures = [&](const report::PictureRef& picture) {
        return picture.isAttachment ? reader->attachmentBytes(picture.id) : reader->itemBytes(picture.id);
    };
    const auto rendered = pdf::pages::renderLog(canvas, document, pictures, progress);
    canvas.save(out, progress);

    ReportResult result;
    result.path = out;
    result.sha256 = hashFile(out);
    result.pages = rendered.pages;
    result.incidents = document.incidents;
    result.contacts = document.contacts;
    result.exhibits = static_cast<int>(document.exhibits.size());
    result.redactions = document.redactions;
    return result;
}

ReportResult writeReport(store::CaseStore& store, const ReportOptions& options,
                         const std::filesystem::path& out, base::Progress& progress) {
    const std::filesystem::path target = exportTarget(out, store.folder());
    edit::Editor editor(store, store.connect());
    ReportResult result = makeReport(store, editor, options, target, progress);
    editor.recordExport(target.filename().string(), result.sha256, codeOf(options.audience));
    return result;
}

} // namespace core::share
