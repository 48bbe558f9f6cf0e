// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What the log form shows of one record, as plain text: for records that stand nowhere in their file as such.
// Asked of the document, so that what is struck out there is struck out here.

#include "core/report/log_document.h"

#include <string>

namespace core::share {

// UTF-8, a line each; empty where no exhibit shows the item.
std::string recordText(const report::LogDocument& document, model::Id item);

} // namespace core::share
