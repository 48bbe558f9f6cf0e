// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Which words of a message its sender wrote: an app leaves a line of its own where a picture is left out or a
// message was taken back, and nobody may be quoted with it. Internal to this folder. The exhibit shows the
// text as the export has it: item_texts.h.

#include "core/query/case_reader.h"

#include <string>

namespace core::report {

struct OwnWords {
    std::string written; // by the sender, UTF-8; empty where nothing of it can be seen
    std::string ofApp;   // "<Medier udeladt>", as it stands in the export
};

OwnWords ownWordsOf(const query::ItemDetail& item);

} // namespace core::report
