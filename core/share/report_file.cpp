// SPDX-License-Identifier: GPL-3.0-or-later
// The log form of a case as a PDF file: plan and number the exhibits, build the document, set it, enter it in
// the history, give it its name.
#include "core/share/report_file.h"

#include "core/base/byte_source.h"
#include "core/pdf/canvas.h"
#include "core/pdf/pages/render_log.h"
#include "core/query/case_reader.h"
#include "core/report/exhibit_plan.h"
#include "core/report/form_data.h"
#include "core/share/export.h"
#include "core/share/hash_file.h"
#include "core/share/target.h"
#include "core/store/case_store.h"

#include <algorithm>

namespace core::share {

namespace {

report::LogDocument buildDocument(store::CaseStore& store, const query::CaseReader& reader,
                                  const ReportOptions& options, const std::vector<model::Exhibit>& exhibits,
                                  const base::Catalog& catalog) {
    report::LogOptions log;
    log.variant = options.variant;
    log.audience = options.audience;
    log.newestFirst = options.newestFirst;
    log.reviewed = options.reviewed;
    log.exhibitForm = options.exhibitForm;
    log.exhibits = exhibits;
    log.nowMs = store.clock().nowMs();
    return report::buildLog(reader, log, catalog,
                            report::loadFormData(options.assetsFolder, options.logForm));
}

// Plans again where another export gave numbers between the plan and the freezing.
std::vector<model::Exhibit> freezeExhibits(const query::CaseReader& reader, edit::Editor& editor) {
    constexpr int kTries = 5;
    for (int i = 1;; ++i) {
        try {
            return editor.freezeExhibits(report::planExhibits(reader));
        } catch (const base::Error& error) {
            if (error.code() != base::ErrorCode::Exists || i == kTries) throw;
        }
    }
}

} // namespace

report::LogDocument previewDocument(store::CaseStore& store, const query::CaseReader& reader,
                                    const ReportOptions& options, const base::Catalog& catalog) {
    auto exhibits = report::planExhibits(reader);
    int next = 0;
    for (const model::Exhibit& exhibit : exhibits) next = std::max(next, exhibit.number);
    for (model::Exhibit& exhibit : exhibits)
        if (exhibit.number == 0) exhibit.number = ++next;
    return buildDocument(store, reader, options, exhibits, catalog);
}

const char* codeOf(Audience audience) { return audience == Audience::Police ? "police" : "adviser"; }
const char* codeOf(base::Language language) { return language == base::Language::Danish ? "da" : "en"; }

edit::ExportEntry entryFor(const ReportOptions& options, const ReportResult& result,
                           const std::string& fileName) {
    edit::ExportEntry entry;
    entry.fileName = fileName;
    entry.sha256 = result.sha256;
    entry.audience = codeOf(options.audience);
    entry.variant = options.variant == Variant::Short ? "short" : "full";
    entry.language = codeOf(options.language);
    entry.pages = result.pages;
    entry.redactions = result.redactions;
    return entry;
}

void enterAndDo(edit::Editor& editor, const std::vector<edit::ExportEntry>& entries,
                const std::function<void()>& putInPlace) {
    for (const edit::ExportEntry& entry : entries) editor.recordExport(entry);
    try {
        putInPlace();
    } catch (...) {
        for (const edit::ExportEntry& entry : entries) editor.recordFailedExport(entry);
        throw;
    }
}

FrozenDocument::FrozenDocument(store::CaseStore& store, edit::Editor& editor, const query::CaseReader& reader,
                               const ReportOptions& options, const base::Catalog& catalog)
    : exhibits_(freezeExhibits(reader, editor)), snapshot_(reader),
      document_(buildDocument(store, reader, options, exhibits_, catalog)) {}

ReportResult renderDocument(const query::CaseReader& reader, const report::LogDocument& document,
                            const ReportOptions& options, pdf::OutputFile& out, base::Progress& progress) {
    pdf::Canvas canvas(pdf::defaultFontFolders(), pdf::pages::metadataFor(document), options.form);
    const pdf::pages::PictureLoader pictures(
        [&](const report::PictureRef& picture) {
            return picture.isAttachment ? reader.attachmentBytes(picture.id) : reader.itemBytes(picture.id);
        },
        [&](const report::PictureRef& film) {
            const auto item = reader.item(film.id);
            return reader.openSource(item ? item->source.id : 0);
        });
    const auto rendered = pdf::pages::renderLog(canvas, document, pictures, progress);
    canvas.save(out, progress);

    ReportResult result;
    result.pages = rendered.pages;
    result.incidents = document.incidents;
    result.contacts = document.contacts;
    result.exhibits = static_cast<int>(document.exhibits.size());
    result.redactions = document.redactions;
    return result;
}

MadeReport makeReport(store::CaseStore& store, edit::Editor& editor, const ReportOptions& options,
                      pdf::OutputFile& out, base::Progress& progress) {
    const base::Catalog catalog = base::Catalog::load(options.language, options.localeFolder);
    const auto reader = query::CaseReader::onOwnConnection(store);
    FrozenDocument frozen(store, editor, *reader, options, catalog);
    MadeReport made;
    made.result = renderDocument(*reader, frozen.document(), options, out, progress);
    made.result.sha256 = hashFile(out.readable());
    made.document = std::move(frozen.document());
    return made;
}

ReportResult writeReport(store::CaseStore& store, const ReportOptions& options,
                         const std::filesystem::path& out, base::Progress& progress) {
    const std::filesystem::path target = exportTarget(out, store.folder());
    edit::Editor editor(store, store.connect());
    pdf::OutputFile file(target);
    ReportResult result = makeReport(store, editor, options, file, progress).result;
    result.path = target;
    result.parts = {{target, result.sha256, result.pages}};
    enterAndDo(editor, {entryFor(options, result, target.filename().string())}, [&] { file.commit(); });
    return result;
}

} // namespace core::share
