// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What the search index is given of a new item; the view item_folded (schema_4_end.sql) says the same.

#include "core/base/utf8.h"

#include <string>

namespace core::store {

inline std::string searchText(const std::string& subject, const std::string& text) {
    std::string all;
    all.reserve(subject.size() + text.size() + 3);
    all.append(subject).append(1, ' ').append(text).append("  "); // which nothing folds otherwise
    return base::foldForSearch(all);
}

} // namespace core::store
