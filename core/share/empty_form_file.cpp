// SPDX-License-Identifier: GPL-3.0-or-later
// The empty log form as a PDF file. Not an export of a case: nothing of it is in there but its name.
#include "core/pdf/canvas.h"
#include "core/pdf/output_file.h"
#include "core/pdf/pages/render_log.h"
#include "core/query/case_reader.h"
#include "core/report/empty_form.h"
#include "core/report/protected_terms.h"
#include "core/share/export.h"
#include "core/share/hash_file.h"
#include "core/share/target.h"
#include "core/store/case_store.h"

namespace core::share {

namespace {

std::string labelOf(const store::CaseStore& store, const base::Catalog& catalog) {
    const auto reader = query::CaseReader::onOwnConnection(store);
    std::string label = reader->label();
    report::documentRedactor(report::protectedTerms(*reader, catalog), catalog).apply(label);
    return label;
}

} // namespace

ReportResult writeEmptyForm(const store::CaseStore* store, const ReportOptions& options,
                            const std::filesystem::path& out, base::Progress& progress) {
    const base::Catalog catalog = base::Catalog::load(options.language, options.localeFolder);
    const auto document = report::emptyForm(catalog, report::loadForm(options.assetsFolder, options.form),
                                            store ? labelOf(*store, catalog) : std::string());
    ReportResult result;
    result.path = store ? exportTarget(out, store->folder()) : out;
    pdf::OutputFile file(result.path);
    pdf::Canvas canvas(pdf::defaultFontFolders(), pdf::pages::metadataFor(document));
    const auto none = [](const report::PictureRef&) { return std::string(); };
    result.pages = pdf::pages::renderLog(canvas, document, none, progress).pages;
    canvas.save(file, progress);
    result.sha256 = hashFile(file.readable());
    file.commit();
    return result;
}

} // namespace core::share
