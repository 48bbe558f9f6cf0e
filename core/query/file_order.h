// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Which of two items of one time comes first: many exports say no more than the minute, and their order is
// all there is. Some begin with the newest. Not a time: it says nothing of items of different times.

#include "core/query/case_reader.h"
#include "core/store/database.h"

#include <set>

namespace core::query {

class FileOrder {
public:
    explicit FileOrder(const CaseReader& reader); // must outlive this

    // To be compared among items of one time; within one file the earlier one is less.
    model::Id turn(model::Id item) const;

private:
    mutable store::Statement sourceOf_;
    std::set<model::Id> newestFirst_; // sources
};

} // namespace core::query
