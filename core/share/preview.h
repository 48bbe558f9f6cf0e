// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The PDF of the log before it leaves: its own pages in memory, to be looked at and printed. Nothing of it is
// on the disk. Not the file: export.h.

#include "core/pdf/view/cut_pages.h"
#include "core/pdf/view/pdf_pages.h"
#include "core/share/export.h"

#include <memory>

namespace core::share {

using pdf::view::PageHit;
using pdf::view::PagePixels;
using pdf::view::PageRange;
using pdf::view::PageSize;
using pdf::view::PdfPages;

// The pages as they would leave now, all in one, with the numbers that new exhibits would get. Changes
// nothing in the case. Throws base::Error.
std::shared_ptr<const PdfPages> previewReport(store::CaseStore& store, const ReportOptions& options,
                                              base::Progress& progress);

// What goes to a printer, or to whatever the print dialog takes for one.
struct PrintReport {
    std::shared_ptr<const pdf::OutputFile> file; // in memory
    ReportResult result;                         // of these pages; without a path
    std::string title;                           // the name of the job: "Logskema"
};

// The same PDF for paper: the exhibit numbers are frozen and the print is entered in the history, before a
// page leaves. No range: all pages. Throws base::Error.
PrintReport printReport(store::CaseStore& store, const ReportOptions& options,
                        const std::vector<PageRange>& ranges, base::Progress& progress);
// Where it did not get to the printer after all.
void printFailed(store::CaseStore& store, const PrintReport& print);

} // namespace core::share
