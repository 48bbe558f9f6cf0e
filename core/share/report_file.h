// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The PDF of the log without a name and without its entry in the history, for whoever enters the export it is
// part of.

#include "core/edit/editor.h"
#include "core/pdf/output_file.h"
#include "core/query/case_reader.h"
#include "core/report/log_document.h"
#include "core/share/export.h"

#include <functional>

namespace core::share {

const char* codeOf(Audience audience);
const char* codeOf(base::Language language);

struct MadeReport {
    ReportResult result; // without its path
    report::LogDocument document;
};

// The exhibit numbers frozen, and the document as it is to leave; one state of the case while this lives.
class FrozenDocument {
public:
    FrozenDocument(store::CaseStore& store, edit::Editor& editor, const query::CaseReader& reader,
                   const ReportOptions& options, const base::Catalog& catalog);
    report::LogDocument& document() { return document_; }

private:
    std::vector<model::Exhibit> exhibits_;
    query::CaseReader::Snapshot snapshot_; // begun after they were frozen
    report::LogDocument document_;
};

// Freezes the exhibit numbers.
MadeReport makeReport(store::CaseStore& store, edit::Editor& editor, const ReportOptions& options,
                      pdf::OutputFile& out, base::Progress& progress);

// The document as it would be made now, with the numbers that new exhibits would get. Changes nothing.
report::LogDocument previewDocument(store::CaseStore& store, const query::CaseReader& reader,
                                    const ReportOptions& options, const base::Catalog& catalog);

// The pages of a document; `reader` gives its pictures. Without path and hash.
ReportResult renderDocument(const query::CaseReader& reader, const report::LogDocument& document,
                            const ReportOptions& options, pdf::OutputFile& out, base::Progress& progress);

edit::ExportEntry entryFor(const ReportOptions& options, const ReportResult& result,
                           const std::string& fileName);

// Enters them, then does it: nothing may leave without an entry. Where it fails that is entered too.
void enterAndDo(edit::Editor& editor, const std::vector<edit::ExportEntry>& entries,
                const std::function<void()>& putInPlace);

} // namespace core::share
