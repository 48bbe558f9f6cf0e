// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/share/preview.h"

#include "core/query/case_reader.h"
#include "core/share/hash_file.h"
#include "core/share/report_file.h"
#include "core/store/case_store.h"

namespace core::share {

namespace {

// One whole document that can be opened, whatever the file is to be.
ReportOptions forShowing(ReportOptions options) {
    options.output = {};
    options.maxPartBytes = 0;
    return options;
}

edit::ExportEntry printEntry(const ReportOptions& options, const PrintReport& print) {
    edit::ExportEntry entry = entryFor(options, print.result, print.title);
    entry.variant = "print-" + entry.variant;
    return entry;
}

} // namespace

std::shared_ptr<const PdfPages> previewReport(store::CaseStore& store, const ReportOptions& given,
                                              base::Progress& progress) {
    const ReportOptions options = forShowing(given);
    const base::Catalog catalog = base::Catalog::load(options.language, options.localeFolder);
    const auto reader = query::CaseReader::onOwnConnection(store);
    const query::CaseReader::Snapshot snapshot(*reader);
    const report::LogDocument document = previewDocument(store, *reader, options, catalog);
    const auto file = std::make_shared<pdf::OutputFile>(pdf::OutputFile::inMemory());
    renderDocument(*reader, document, options, *file, progress);
    return std::make_shared<const PdfPages>(file);
}

PrintReport printReport(store::CaseStore& store, const ReportOptions& given,
                        const std::vector<PageRange>& ranges, base::Progress& progress) {
    const ReportOptions options = forShowing(given);
    edit::Editor editor(store, store.connect());
    const base::Catalog catalog = base::Catalog::load(options.language, options.localeFolder);
    const auto reader = query::CaseReader::onOwnConnection(store);
    FrozenDocument frozen(store, editor, *reader, options, catalog);
    auto whole = std::make_shared<pdf::OutputFile>(pdf::OutputFile::inMemory());
    PrintReport print{whole, renderDocument(*reader, frozen.document(), options, *whole, progress),
                      frozen.document().words.logForm};
    print.result.sha256 = hashFile(whole->readable());
    if (!ranges.empty()) {
        const std::vector<int> pages = pdf::view::pagesIn(ranges, print.result.pages);
        auto some = std::make_shared<pdf::OutputFile>(pdf::OutputFile::inMemory());
        pdf::view::cutPages(*whole, pages, *some, progress);
        print.file = some;
        print.result.pages = static_cast<int>(pages.size());
        print.result.sha256 = hashFile(some->readable());
    }
    editor.recordExport(printEntry(options, print));
    return print;
}

void printFailed(store::CaseStore& store, const PrintReport& print) {
    edit::ExportEntry entry;
    entry.fileName = print.title;
    entry.sha256 = print.result.sha256;
    edit::Editor(store, store.connect()).recordFailedExport(entry);
}

} // namespace core::share
