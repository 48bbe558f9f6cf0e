// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// An invented log document of any length, for tests of its pages. Not a case: nothing is read from a store.

#include "core/report/log_document.h"

#include <functional>

namespace tests {

struct SampleSize {
    int incidents = 10;
    int messages = 12; // in the first exhibit
    bool full = true;
};

core::report::LogDocument sampleDocument(const core::base::Catalog& catalog, const SampleSize& size = {});
core::report::LogDocument emptyDocument(const core::base::Catalog& catalog);

// With other rows: `change` gets each and its number, from 0.
void changeRows(core::report::LogDocument& document,
                const std::function<void(core::report::LogRow&, std::size_t)>& change);

} // namespace tests
