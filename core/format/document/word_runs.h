// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Which bytes of an old Word document are text that is not to be seen: deleted while changes were tracked, or
// hidden. Used by word_binary.cpp only.

#include <cstddef>
#include <string_view>
#include <vector>

namespace core::format::document {

struct Run {
    std::size_t begin = 0, end = 0; // bytes of the stream
};

class HiddenRuns {
public:
    // In any order; they may overlap.
    explicit HiddenRuns(std::vector<Run> hidden);
    std::vector<Run> shown(Run of) const; // what is left of it, in order

private:
    std::vector<Run> hidden_; // in order, none touching another
};

// `stream`: "WordDocument", `table`: "0Table" or "1Table".
HiddenRuns hiddenRuns(std::string_view stream, std::string_view table);

} // namespace core::format::document
