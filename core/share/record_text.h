// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What the log form shows of a record, as plain text: for records that stand nowhere in their file as such.
// Asked of the document, so that what is struck out there is struck out here.

#include "core/report/log_document.h"

#include <cstdint>
#include <string>
#include <unordered_map>

namespace core::share {

class RecordTexts {
public:
    explicit RecordTexts(const report::LogDocument& document); // which outlives it
    // UTF-8, a line each; empty where no exhibit shows the item.
    std::string of(model::Id item) const;

private:
    struct Place {
        std::uint32_t exhibit, item;
    };
    const report::LogDocument& document_;
    std::unordered_map<model::Id, Place> places_;
};

} // namespace core::share
