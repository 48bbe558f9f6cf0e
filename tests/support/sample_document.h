// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// An invented log document of any length, for tests of its pages. Not a case: nothing is read from a store.

#include "core/report/log_document.h"

namespace tests {

struct SampleSize {
    int incidents = 10;
    int messages = 12; // in the first exhibit
    bool full = true;
};

core::report::LogDocument sampleDocument(const core::base::Catalog& catalog, const SampleSize& size = {});
core::report::LogDocument emptyDocument(const core::base::Catalog& catalog);

} // namespace tests
