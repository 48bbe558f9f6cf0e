// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Some pages of a PDF of ours as a PDF of their own, to be printed: without links and bookmarks, which would
// bring the other pages along.

#include "core/base/progress.h"
#include "core/pdf/output_file.h"

#include <vector>

namespace core::pdf::view {

struct PageRange { // counted from 0, both included
    int first = 0, last = 0;
};

// What of the ranges is in a document of that many pages, in the order given; pages that are named twice come
// twice.
std::vector<int> pagesIn(const std::vector<PageRange>& ranges, int pageCount);

// `pdf` is read from its beginning. Throws base::Error(InvalidInput) for no page at all, Damaged, Cancelled.
void cutPages(const OutputFile& pdf, const std::vector<int>& pages, OutputFile& out,
              base::Progress& progress);

} // namespace core::pdf::view
