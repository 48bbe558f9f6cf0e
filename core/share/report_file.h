// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The PDF of the log without a name and without its entry in the history, for whoever enters the export it is
// part of.

#include "core/edit/editor.h"
#include "core/pdf/pages/render_files.h"
#include "core/query/case_reader.h"
#include "core/report/log_document.h"
#include "core/share/export.h"

#include <functional>

namespace core::share {

const char* codeOf(Audience audience);
const char* codeOf(base::Language language);

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

// The document as it would be made now, with the numbers that new exhibits would get. Changes nothing.
report::LogDocument previewDocument(store::CaseStore& store, const query::CaseReader& reader,
                                    const ReportOptions& options, const base::Catalog& catalog);

// The pages of a document; `reader` gives its pictures. Without path and hash.
ReportResult renderDocument(const query::CaseReader& reader, const report::LogDocument& document,
                            const ReportOptions& options, pdf::OutputFile& out, base::Progress& progress);

// The same as one file, or as the parts that the options ask for, none of which has its name yet.
struct MadeParts {
    ReportResult result;                     // its parts are named after the target
    std::vector<pdf::pages::PartFile> files; // one a part
};
// `open` gives the file for what is to have that name.
MadeParts makeParts(const query::CaseReader& reader, report::LogDocument& document,
                    const ReportOptions& options, const base::Catalog& catalog,
                    const std::filesystem::path& target,
                    const std::function<pdf::OutputFile(const std::filesystem::path&)>& open,
                    base::Progress& progress);

edit::ExportEntry entryFor(const ReportOptions& options, const ReportResult& result,
                           const std::string& fileName);
// One a part; `folder` stands in front of their names.
std::vector<edit::ExportEntry> entriesFor(const ReportOptions& options, const ReportResult& result,
                                          const std::string& folder = {});

// Enters them, then does it: nothing may leave without an entry. Where it fails that is entered too.
void enterAndDo(edit::Editor& editor, const std::vector<edit::ExportEntry>& entries,
                const std::function<void()>& putInPlace);

} // namespace core::share
